"""Vectors of passages kept in a file beside the index, so that a rebuild embeds nothing twice."""

import hashlib
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

import numpy as np

from knowledge_base.embedders.base import Embedder, Vectors

KEPT_AT_ONCE = 16
"""Texts embedded between two commits: an interrupted run loses little."""


class KeptEmbedder:
    """An embedder that asks another only for passages it has not seen.

    The file is derived: it may be deleted at any time and several processes may share it. Keys
    are hashes of the text, one file per embedder id; questions are kept only if `questions` is
    set (for public data: what members ask is not kept here).
    """

    def __init__(self, embedder: Embedder, folder: Path, *, questions: bool = False) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._embedder = embedder
        self._questions = questions
        self._turn = Lock()
        path = folder / f"{embedder.id}.sqlite"
        self._kept = sqlite3.connect(path, timeout=60, check_same_thread=False)
        self._kept.execute("PRAGMA journal_mode=WAL")
        self._kept.execute("PRAGMA synchronous=NORMAL")
        self._kept.execute("CREATE TABLE IF NOT EXISTS vector (key TEXT PRIMARY KEY, value BLOB)")

    @property
    def id(self) -> str:
        """The id of the embedder behind it: the vectors are the same."""
        return self._embedder.id

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors (len(texts), d), asked for only where they are not kept yet."""
        if not texts:
            return self._embedder.embed_passages(texts)
        known = self._find(dict.fromkeys(_key("p", text) for text in texts))
        missing = [text for text in dict.fromkeys(texts) if _key("p", text) not in known]
        for start in range(0, len(missing), KEPT_AT_ONCE):
            part = missing[start : start + KEPT_AT_ONCE]
            known |= self._keep("p", part, self._embedder.embed_passages(part))
        return np.stack([known[_key("p", text)] for text in texts])

    def embed_question(self, text: str) -> Vectors:
        """Embed a question as (d,)."""
        if not self._questions:
            return self._embedder.embed_question(text)
        key = _key("q", text)
        known = self._find([key]) or self._keep("q", [text], [self._embedder.embed_question(text)])
        return known[key]

    def forget(self, texts: Sequence[str]) -> None:
        """Delete the vectors of texts nobody may read any more."""
        with self._turn, self._kept:
            self._kept.executemany(
                "DELETE FROM vector WHERE key = ?", [(_key("p", text),) for text in texts]
            )

    def close(self) -> None:
        """Let go of the file."""
        self._kept.close()

    def _find(self, keys: Sequence[str] | dict[str, None]) -> dict[str, Vectors]:
        known: dict[str, Vectors] = {}
        with self._turn:
            for key in keys:
                row = self._kept.execute("SELECT value FROM vector WHERE key = ?", (key,))
                for (value,) in row:
                    known[key] = np.frombuffer(value, dtype=np.float32)
        return known

    def _keep(
        self, kind: str, texts: Sequence[str], vectors: Vectors | Sequence[Vectors]
    ) -> dict[str, Vectors]:
        fresh = {_key(kind, text): vector for text, vector in zip(texts, vectors, strict=True)}
        rows = [(key, vector.astype(np.float32).tobytes()) for key, vector in fresh.items()]
        with self._turn, self._kept:
            self._kept.executemany("INSERT OR REPLACE INTO vector VALUES (?, ?)", rows)
        return fresh


def _key(kind: str, text: str) -> str:
    return kind + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
