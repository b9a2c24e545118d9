"""The library: signed passages, found by words and by meaning.

Truth is in SQL. Here is what can be made from it again: the passages of every community in
memory, their vectors, and one Chroma collection per community that holds only what may be
answered (a filter would cost a hundred times a search). While the index is missing, damaged or
behind, all vectors are compared exactly and answers go on; whether a passage may be shown is
asked of `live` before each answer, so that a withdrawal acts when it is committed.
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import numpy as np

from knowledge_base.centring import CALIBRATED, centred
from knowledge_base.embedders.base import Embedder, Vectors, unit
from knowledge_base.fusion import uncalibrated
from knowledge_base.library_index import ADDED_AT_ONCE, IndexBroken, LibraryIndex, probe
from knowledge_base.likeness import Likeness
from knowledge_base.passages import Passage
from knowledge_base.shelf import Search, Shelf

T = TypeVar("T")
Live = Callable[[Sequence[Passage]], Awaitable[set[str]]]
"""Which of these passages may be shown now: their ids, from the truth."""

EMBEDDED_AT_ONCE = 64
LATELY = 64
"""Questions whose vectors are remembered: one is asked of a library and of the one it inherits."""


class IndexState(StrEnum):
    """none: exact search only · behind: not yet complete · ready · damaged: to be rebuilt."""

    NONE = "none"
    BEHIND = "behind"
    READY = "ready"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryHealth:
    """What stands in the library and how it is searched."""

    index: IndexState
    embedder: str
    passages: int
    without_vector: int


class Library:
    """Shelve, withdraw, search. One event loop owns it; embedding and Chroma run in threads."""

    def __init__(self, where: Path | str | None, embedder: Embedder) -> None:
        self._embedder = embedder
        self.likeness = Likeness(embedder)
        self._embed_question = lru_cache(LATELY)(embedder.embed_question)
        self._shelves: dict[int, Shelf] = defaultdict(Shelf)
        self._index = None if where is None else LibraryIndex(where, embedder.id)
        self._state = IndexState.NONE if where is None else IndexState.BEHIND
        self._mending = asyncio.Lock()
        self._mend: asyncio.Task[None] | None = None

    @classmethod
    async def exact(cls, passages: Iterable[Passage], embedder: Embedder) -> "Library":
        """Make a library without an index, for a process beside the one that serves."""
        library = cls(None, embedder)
        await library.load(passages)
        await library.catch_up()
        return library

    @property
    def health(self) -> LibraryHealth:
        """How it is doing."""
        return LibraryHealth(
            index=self._state,
            embedder=self._embedder.id,
            passages=sum(len(shelf) for shelf in self._shelves.values()),
            without_vector=sum(len(shelf.without_vector()) for shelf in self._shelves.values()),
        )

    async def load(self, passages: Iterable[Passage]) -> None:
        """Hold exactly these passages, found by their words at once; `catch_up` does the rest."""
        wanted = {passage.id: passage for passage in passages}
        held = {one.id: one for shelf in self._shelves.values() for one in shelf.passages}
        for gone in held.keys() - wanted.keys():
            self._shelves[held[gone].community_id].take(gone)
        for passage in wanted.values():
            if held.get(passage.id) != passage:
                self._shelves[passage.community_id].put(passage)
        if self._index is not None and self._state is IndexState.READY:
            self._state = IndexState.BEHIND

    async def catch_up(self) -> None:
        """Embed what has no vector yet and bring the index up to it; a broken one is rebuilt."""
        async with self._mending:
            for shelf in list(self._shelves.values()):
                await self._embed(shelf)
            if self._index is None or self._state is IndexState.READY:
                return
            try:
                anew = self._state is IndexState.DAMAGED or not await probe(self._index.folder)
                await self._index.run(self._index.open, anew)
                for community_id, shelf in list(self._shelves.items()):
                    await self._fill(community_id, shelf)
                self._state = IndexState.READY
            except IndexBroken:
                self._state = IndexState.DAMAGED

    async def shelve(self, passages: Sequence[Passage]) -> None:
        """Make articles answerable; what else was there of them is taken out."""
        for distillation_id in {passage.distillation_id for passage in passages}:
            await self.withdraw(distillation_id)
        for passage in passages:
            self._shelves[passage.community_id].put(passage)
        for community_id in {passage.community_id for passage in passages}:
            shelf = self._shelves[community_id]
            await self._embed(shelf)
            ids = [one.id for one in passages if one.community_id == community_id]
            await self._tell(LibraryIndex.add, community_id, *shelf.keyed_vectors(ids))

    async def withdraw(self, distillation_id: int) -> None:
        """Take an article out: no search returns it from now on."""
        for community_id, shelf in list(self._shelves.items()):
            gone = shelf.of_distillation(distillation_id)
            for passage in gone:
                shelf.take(passage.id)
            if gone:
                await self._tell(LibraryIndex.remove, community_id, [one.key for one in gone])

    def embed_lines(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors (n, d) of short texts, each as a question; blocks for some ms a text.

        Nothing of it is kept: what members say is not passed on to a file.
        """
        return np.stack([self._embedder.embed_question(text) for text in texts])

    async def search(
        self, community_id: int, question: str, k: int = 10, *, live: Live | None = None
    ) -> Search:
        """Find the k best passages of one community; what is not live is never among them."""
        shelf = self._shelves.get(community_id)
        if shelf is None or not question.strip():
            return Search(hits=())
        embedded = await asyncio.to_thread(self._embed_question, question)
        vector = centred(self._embedder.id, question, embedded)
        near = await self._tell(LibraryIndex.near, community_id, vector)
        without: set[str] = set()
        while True:
            found = self._calibrated(shelf.search(question, vector, k, near, without))
            if live is None or not found.hits:
                return found
            alive = await live([hit.passage for hit in found.hits])
            gone = {hit.passage.id for hit in found.hits} - set(alive)
            if not gone:
                return found
            without |= gone

    def _calibrated(self, found: Search) -> Search:
        if self._embedder.id.startswith(CALIBRATED):
            return found
        hits = tuple(replace(hit, evidence=uncalibrated(hit.evidence)) for hit in found.hits)
        return replace(found, hits=hits, evidence=uncalibrated(found.evidence))

    async def rebuild(self, passages: Iterable[Passage]) -> None:
        """Throw the index away and make it again from the truth; answers go on meanwhile."""
        await self.load(passages)
        if self._index is not None:
            self._state = IndexState.DAMAGED
        await self.catch_up()

    async def close(self) -> None:
        """Wait for a repair under way and let go of the index."""
        if self._mend is not None:
            await self._mend
        if self._index is not None:
            await self._index.run(self._index.close)

    async def _embed(self, shelf: Shelf) -> None:
        waiting = [passage for passage in shelf.without_vector() if passage.text.strip()]
        for start in range(0, len(waiting), EMBEDDED_AT_ONCE):
            part = waiting[start : start + EMBEDDED_AT_ONCE]
            vectors = await asyncio.to_thread(passage_vectors, self._embedder, part)
            parts = await asyncio.to_thread(part_vectors, self._embedder, part)
            shelf.set_vectors([passage.id for passage in part], vectors)
            shelf.set_parts(parts)

    async def _fill(self, community_id: int, shelf: Shelf) -> None:
        """Make one collection hold what its shelf holds."""
        assert self._index is not None
        held = await self._index.run(self._index.keys, community_id)
        wanted = {passage.key: passage.id for passage in shelf.passages}
        await self._index.run(self._index.remove, community_id, sorted(held - wanted.keys()))
        missing = [wanted[key] for key in wanted.keys() - held]
        for start in range(0, len(missing), ADDED_AT_ONCE):
            keys, vectors = shelf.keyed_vectors(missing[start : start + ADDED_AT_ONCE])
            await self._index.run(self._index.add, community_id, keys, vectors)

    async def _tell(self, act: Callable[..., T], *arguments: object) -> T | None:
        """Ask the index if it is ready. If it fails: none, exact search, mended meanwhile."""
        if self._index is None or self._state is not IndexState.READY:
            return None
        try:
            return await self._index.run(act, self._index, *arguments)
        except IndexBroken:
            self._state = IndexState.DAMAGED
            if self._mend is None or self._mend.done():
                self._mend = asyncio.create_task(self.catch_up())
            return None


def passage_vectors(embedder: Embedder, passages: Sequence[Passage]) -> Vectors:
    """Return one vector (d,) per passage: the weighed mean direction of its faces."""
    faces = [passage.weighed_faces for passage in passages]
    vectors = embedder.embed_passages([text for each in faces for text, _ in each])
    weights = np.array([weight for each in faces for _, weight in each], dtype=np.float32)
    starts = np.cumsum([0, *(len(each) for each in faces[:-1])])
    return unit(np.add.reduceat(vectors * weights[:, np.newaxis], starts, axis=0))


def part_vectors(embedder: Embedder, passages: Sequence[Passage]) -> dict[str, Vectors]:
    """Return the vectors (n, d) of the sentences of each long passage, by its id."""
    long = [passage for passage in passages if passage.parts]
    if not long:
        return {}
    vectors = embedder.embed_passages([part for passage in long for part in passage.parts])
    ends = np.cumsum([len(passage.parts) for passage in long])[:-1]
    return {passage.id: part for passage, part in zip(long, np.split(vectors, ends), strict=True)}


def embed_into(shelf: Shelf, embedder: Embedder, passages: Sequence[Passage]) -> None:
    """Give passages on a shelf their vectors."""
    shelf.set_vectors([one.id for one in passages], passage_vectors(embedder, passages))
    shelf.set_parts(part_vectors(embedder, passages))
