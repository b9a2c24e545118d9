"""The derived index of the library, embedded or on a server: the one home of chromadb.

Vectors are passed in, never made by Chroma. A folder is opened only after a child process has
opened it: a kill in the middle of a write can leave one that crashes whoever opens it.
"""

import asyncio
import hashlib
import shutil
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol, TypeVar, cast
from urllib.parse import urlsplit

import chromadb
import numpy as np
from chromadb import Collection
from chromadb.api import ClientAPI
from chromadb.api.collection_configuration import CreateCollectionConfiguration
from chromadb.config import Settings

from knowledge_base.embedders.base import Vectors
from knowledge_base.shelf import REACH

T = TypeVar("T")

ADDED_AT_ONCE = 500
PROBE_SECONDS = 60.0
_SHAPE: CreateCollectionConfiguration = {
    "hnsw": {"space": "ip", "ef_search": 200, "ef_construction": 200}
}


class _Closing(Protocol):
    def close(self) -> None: ...


class IndexBroken(Exception):
    """The index failed; what it holds is made again."""


class LibraryIndex:
    """Chroma: one collection per community. Every call runs in the one thread that owns it."""

    def __init__(self, where: Path | str, embedder_id: str) -> None:
        self._where = where
        self._mark = hashlib.sha256(embedder_id.encode()).hexdigest()[:8]
        self._client: ClientAPI | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="index")

    @property
    def folder(self) -> Path | None:
        """The folder it lies in, the newest made in the one given; none on a server."""
        if not isinstance(self._where, Path):
            return None
        made = sorted(self._where.glob("index-*"))
        return made[-1] if made else self._where / "index-0001"

    async def run(self, act: Callable[..., T], *arguments: object) -> T:
        """Run a call in its thread; whatever Chroma raises, panics too, becomes IndexBroken."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, _guarded, act, arguments)

    def open(self, anew: bool) -> None:  # noqa: FBT001
        """Open the index, or start an empty one beside the broken one and delete that."""
        self._close_client()
        if self.folder is None:
            address = urlsplit(str(self._where))
            self._client = chromadb.HttpClient(
                host=address.hostname or "localhost",
                port=address.port or 8000,
                ssl=address.scheme == "https",
                settings=Settings(anonymized_telemetry=False),
            )
            return
        folder = self.folder
        if anew:
            old, folder = folder, folder.with_name(f"index-{int(folder.name[6:]) + 1:04}")
            folder.mkdir(parents=True)
            shutil.rmtree(old, ignore_errors=True)
        self._client = _persistent(folder)

    def keys(self, community_id: int) -> set[str]:
        """Everything one collection holds."""
        return set(self._collection(community_id).get(include=[])["ids"])

    def add(self, community_id: int, keys: Sequence[str], vectors: Vectors) -> None:
        """Add vectors; those there already are replaced."""
        if keys:
            self._collection(community_id).upsert(ids=list(keys), embeddings=vectors)

    def remove(self, community_id: int, keys: Sequence[str]) -> None:
        """Delete entries; unknown ones are passed over."""
        for start in range(0, len(keys), ADDED_AT_ONCE):
            part = list(keys[start : start + ADDED_AT_ONCE])
            self._collection(community_id).delete(ids=part)

    def near(self, community_id: int, vector: Vectors) -> list[str]:
        """Return the ids of the passages nearest to a vector."""
        found = self._collection(community_id).query(
            query_embeddings=vector[np.newaxis], n_results=REACH, include=[]
        )
        return [key.rpartition("-")[0] for key in found["ids"][0]]

    def close(self) -> None:
        """Let go of the folder and of the thread."""
        self._close_client()
        self._thread.shutdown(wait=False)

    def _close_client(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            cast("_Closing", client).close()

    def _collection(self, community_id: int) -> Collection:
        if self._client is None:
            raise IndexBroken
        return self._client.get_or_create_collection(
            f"community-{community_id}-{self._mark}", embedding_function=None, configuration=_SHAPE
        )


def _persistent(folder: Path) -> ClientAPI:
    settings = Settings(anonymized_telemetry=False)
    return chromadb.PersistentClient(path=str(folder), settings=settings)


def _guarded(act: Callable[..., T], arguments: Sequence[object]) -> T:
    try:
        return act(*arguments)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        raise IndexBroken(str(error)) from error


async def probe(folder: Path | None) -> bool:
    """Whether the index opens and answers, found out in a child process: it may crash there."""
    if folder is None or not await asyncio.to_thread(folder.exists):
        return True
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "knowledge_base.library_index",
        str(folder),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        return await asyncio.wait_for(child.wait(), PROBE_SECONDS) == 0
    except TimeoutError:
        child.kill()
        await child.wait()
        return False


def try_out(folder: Path) -> None:
    """Open every collection and search each for one of its own vectors; raises or crashes."""
    client = _persistent(folder)
    for collection in client.list_collections():
        some = collection.get(limit=1, include=["embeddings"])["embeddings"]
        collection.get(include=[])
        if some is not None and len(some):
            collection.query(query_embeddings=some, n_results=1, include=[])


if __name__ == "__main__":
    try_out(Path(sys.argv[1]))
