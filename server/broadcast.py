"""News for open pages: what changed, by id only; each page fetches again what it may see."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Literal

from community.store import Store, Tx

Kind = Literal["suggestion", "message", "reaction", "distillation", "question", "import"]
BACKLOG = 200
"""News a slow page may lag behind before it is told to fetch everything again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """Something of a community changed."""

    kind: Kind
    community_id: int
    id: int
    zone_id: int | None = None


@dataclass(slots=True, eq=False)
class _Listener:
    community_id: int
    waiting: asyncio.Queue[News] = field(default_factory=lambda: asyncio.Queue(BACKLOG))


class Broadcaster:
    """Passes news on to every open page of its community; nothing is kept."""

    def __init__(self) -> None:
        self._listeners: set[_Listener] = set()
        self._closed = asyncio.Event()

    def tell(self, news: News) -> None:
        """Pass one piece of news on; a page that lags too far behind loses the oldest."""
        for listener in self._listeners:
            if listener.community_id == news.community_id:
                if listener.waiting.full():
                    listener.waiting.get_nowait()
                listener.waiting.put_nowait(news)

    def close(self) -> None:
        """End every stream, so that the server can stop."""
        self._closed.set()

    @contextmanager
    def listening(self, community_id: int) -> Iterator[AsyncIterator[News]]:
        """The news of one community from now on."""
        listener = _Listener(community_id)
        self._listeners.add(listener)
        try:
            yield self._news(listener)
        finally:
            self._listeners.discard(listener)

    async def _news(self, listener: _Listener) -> AsyncIterator[News]:
        closed = asyncio.ensure_future(self._closed.wait())
        try:
            while not closed.done():
                coming = asyncio.ensure_future(listener.waiting.get())
                await asyncio.wait({coming, closed}, return_when=asyncio.FIRST_COMPLETED)
                if coming.done():
                    yield coming.result()
                else:
                    coming.cancel()
                    with suppress(asyncio.CancelledError):
                        await coming
        finally:
            closed.cancel()


@dataclass(frozen=True, slots=True)
class Change:
    """An open transaction and the news it will be once it is committed."""

    tx: Tx
    news: list[News]

    def tell(self, kind: Kind, community_id: int, id: int, zone_id: int | None = None) -> None:  # noqa: A002
        """Note what this transaction changes."""
        self.news.append(News(kind=kind, community_id=community_id, id=id, zone_id=zone_id))


@asynccontextmanager
async def changing(store: Store, broadcaster: Broadcaster) -> AsyncIterator[Change]:
    """Open a transaction whose news are told after its commit, and only then."""
    news: list[News] = []
    async with store.write() as tx:
        yield Change(tx, news)
    for piece in news:
        broadcaster.tell(piece)
