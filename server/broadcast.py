"""News for open pages: what changed, by id only; each page fetches again what it may see."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Generator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Literal

from community.store import Store, Tx

Kind = Literal[
    "suggestion",
    "message",
    "reaction",
    "heard",
    "distillation",
    "question",
    "feedback",
    "answer",
    "import",
    "obligation",
    "pain",
    "library",
    "seed",
    "round",
]
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
    """One open page; None is the end of its news."""

    community_id: int
    waiting: asyncio.Queue[News | None] = field(default_factory=lambda: asyncio.Queue(BACKLOG))

    def put(self, piece: News | None) -> None:
        """Queue one piece; a page that lags too far behind loses the oldest."""
        if self.waiting.full():
            self.waiting.get_nowait()
        self.waiting.put_nowait(piece)

    async def news(self) -> AsyncIterator[News]:
        """What comes, until the end."""
        while (piece := await self.waiting.get()) is not None:
            yield piece


class Broadcaster:
    """Passes news on to every open page of its community; nothing is kept."""

    def __init__(self) -> None:
        self._listeners: set[_Listener] = set()
        self._closed = False

    def tell(self, news: News) -> None:
        """Pass one piece of news on."""
        for listener in self._listeners:
            if listener.community_id == news.community_id:
                listener.put(news)

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


@dataclass(frozen=True, slots=True)
class Change:
    """An open transaction and the news it will be once it is committed."""

    tx: Tx
    news: list[News]

    def tell(self, kind: Kind, community_id: int, id: int, zone_id: int | None = None) -> None:  # noqa: A002
        """Note what this transaction changes."""
        self.news.append(News(kind=kind, community_id=community_id, id=id, zone_id=zone_id))


@asynccontextmanager
async def changing(store: Store, broadcaster: Broadcaster) -> AsyncGenerator[Change]:
    """Open a transaction whose news are told after its commit, and only then."""
    news: list[News] = []
    async with store.write() as tx:
        yield Change(tx, news)
    for piece in news:
        broadcaster.tell(piece)
