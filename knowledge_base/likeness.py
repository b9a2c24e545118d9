"""How near two questions are in meaning, compared with each other and not with passages."""

from collections.abc import Sequence
from threading import Lock

import numpy as np

from knowledge_base.centring import CALIBRATED, centred
from knowledge_base.embedders.base import Embedder, Vectors, unit

HELD = 500
"""Texts whose vectors are held in memory, the last ones; nothing of them is written to a file."""


class Likeness:
    """Cosines of centred questions; 0 where one is not known or the embedder's scale is not."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._vectors: dict[str, Vectors] = {}
        self._turn = Lock()

    def know(self, texts: Sequence[str]) -> None:
        """Embed what is not held yet; blocks for some ms a text."""
        if not self._embedder.id.startswith(CALIBRATED):
            return
        for text in dict.fromkeys(texts):
            with self._turn:
                held = self._vectors.pop(text, None)
                if held is None:
                    embedded = self._embedder.embed_question(text)
                    held = unit(centred(self._embedder.id, text, embedded))
                self._vectors[text] = held
                while len(self._vectors) > HELD:
                    del self._vectors[next(iter(self._vectors))]

    def between(self, one: str, other: str) -> float:
        """Return the cosine of two texts that are known, −1 to 1."""
        known, others = self._vectors.get(one), self._vectors.get(other)
        return 0.0 if known is None or others is None else float(np.dot(known, others))
