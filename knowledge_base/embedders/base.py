"""The one thing every embedder is."""

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
PASSAGE_LENGTH = 1200
"""Characters of a passage that are embedded: what no model here can hold is cut."""
QUESTION_LENGTH = 300
"""Characters of a question that are embedded, so that a long one is answered in time."""


class Embedder(Protocol):
    """Turns texts into unit vectors. `id` names model and version: vectors of two ids never mix."""

    @property
    def id(self) -> str:
        """Name of the model and its version."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors (len(texts), d) of length 1; an empty text gets the zero vector."""
        ...

    def embed_question(self, text: str) -> Vectors:
        """A vector of shape (d,), of length 1; an empty text gets the zero vector."""
        ...


def clean(text: str, length: int) -> str:
    """One line that any engine can read, at most `length` characters."""
    visible = text.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    return " ".join(visible[: length * 2].split())[:length]


def embed_filled(texts: Sequence[str], size: int, embed: Callable[[list[str]], Vectors]) -> Vectors:
    """Embed the texts that say something; the others keep a zero vector.

    Models give '' a vector like any other, and it would be near to everything.
    """
    vectors = np.zeros((len(texts), size), dtype=np.float32)
    filled = [place for place, text in enumerate(texts) if text]
    if filled:
        vectors[filled] = unit(embed([texts[place] for place in filled]))
    return vectors


def unit(vectors: Vectors) -> Vectors:
    """The same directions with length 1 (a zero vector stays zero)."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return (vectors / np.maximum(lengths, 1e-12)).astype(np.float32)
