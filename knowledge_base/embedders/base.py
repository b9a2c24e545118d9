"""The one thing every embedder is."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


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
