"""What all questions have in common, taken out of a question before its meaning is compared.

Vectors of a language crowd around one direction, and a passage that lies near it resembles every
question: it is found first whatever is asked (a hub: Radovanović et al., Hubs in Space, JMLR 2010).
Half of the mean question taken away, q − ½ q̄, takes from each passage half of what it has in
common with any question. The mean belongs to one embedder and one script:
evals/train/centres.py makes it.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np

from knowledge_base.embedders.base import Vectors
from knowledge_base.lexical import has_han

CALIBRATED = "multilingual-e5-small"
"""The embedder whose mean questions and cosines are known; of another one nothing is assumed."""
SHARE = 0.5
"""Of the mean that is taken away: less leaves the hubs, more takes the subject with it."""
CENTRES = Path(__file__).parent / "weights" / "centres.npz"
"""The mean question (d,) of each script: han, latin."""


@cache
def _centres() -> Mapping[str, Vectors]:
    with np.load(CENTRES) as kept:
        return {name: kept[name].astype(np.float32) for name in kept.files}


def script_of(question: str) -> str:
    """The script whose mean question is taken away: han, or latin for all others."""
    return "han" if has_han(question) else "latin"


def centred(embedder_id: str, question: str, vector: Vectors) -> Vectors:
    """Return the question's vector (d,) without half of the mean question.

    Of an unknown embedder, or where there is no vector, it is left as it is.
    """
    if not embedder_id.startswith(CALIBRATED) or not vector.any():
        return vector
    return (vector - SHARE * _centres()[script_of(question)]).astype(np.float32)
