"""News for the open pages: of this process at once, of the others as their courier brings them."""

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Generator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass, field

from community.store import Tx
from server.couriers.base import Courier
from server.news import Kind, News

log = logging.getLogger(__name__)
BACKLOG = 200
"""News a slow page may lag behind before it is told to fetch everything again."""
PAUSE = 1.0
"""Seconds before a lost courier is sent for again."""


@dataclass(slots=True, eq=False)
class _Listener:
    """One open page; None is the end of its news."""

    community_id: int
    waiting: asyncio.Queue[News | None] = field(default_factory=lambda: asyncio.Queue(BACKLOG))

    def put(self, piece: News | None) -> None:
        """Queue one piece; a page that lags too far behind is to fetch everything instead."""
        if self.waiting.full():
            while not self.waiting.empty():
                self.waiting.get_nowait()
            self.miss()
        self.waiting.put_nowait(piece)

    def miss(self) -> None:
        """Say that some news may be lost."""
        self.put(News(kind="missed", community_id=self.community_id, id=0))

    async def news(self) -> AsyncIterator[News]:
        """What comes, until the end."""
        while (piece := await self.waiting.get()) is not None:
            yield piece


@dataclass(frozen=True, slots=True)
class Change:
    """An open transaction and the news it will be once it is committed."""

    tx: Tx
    news: list[News]

    def tell(self, kind: Kind, community_id: int, id: int, zone_id: int | None = None) -> None:  # noqa: A002
        """Note what this transaction changes."""
        self.news.append(News(kind=kind, community_id=community_id, id=id, zone_id=zone_id))


class Broadcaster:
    """Passes news on to every open page of its community; nothing is kept."""

    def __init__(self, courier: Courier) -> None:
        self._listeners: set[_Listener] = set()
        self._closed = False
        self._courier = courier

    def tell(self, news: News) -> None:
        """Pass one piece of news on to the pages of this process."""
        for listener in self._listeners:
            if listener.community_id == news.community_id:
                listener.put(news)

    async def follow(self) -> None:
        """Pass on what other processes tell, until cancelled; a lost courier is sent for again."""
        while True:
            try:
                await self._pass_on()
            except Exception:
                log.warning("news of other processes do not arrive", exc_info=True)
            await asyncio.sleep(PAUSE)

    async def _pass_on(self) -> None:
        async for news in self._courier.arriving():
            if news is None:
                for listener in self._listeners:
                    listener.miss()
            for piece in news or ():
                self.tell(piece)

    def close(self) -> None:
        """End every stream, so that the server can stop."""
        self._closed = True
        for listener in self._listeners:
            listener.put(None)

    @contextmanager
    def listening(self, community_id: int) -> Generator[AsyncIterator[News]]:
        """The news of one community from now on."""
        listener = _Listener(community_id)
        self._listeners.add(listener)
        if self._closed:
            listener.put(None)
        try:
            yield listener.news()
        finally:
            self._listeners.discard(listener)

    @asynccontextmanager
    async def changing(self, opening: AbstractAsyncContextManager[Tx]) -> AsyncGenerator[Change]:
        """Open a transaction whose news are told everywhere after its commit, and only then."""
        news: list[News] = []
        async with opening as tx:
            yield Change(tx, news)
            if news:
                await self._courier.send(tx, news)
        for piece in news:
            self.tell(piece)
