"""Uptake: how far a reply takes up what was said, the best cheap sign of a good follow-up.

After Demszky et al. 2021 (“Measuring conversational uptake”): shared words, likeness of characters,
questions, acknowledgements, revoicing. One kernel ridge over standardized features (a Gaussian and
a straight part) and the words of the reply; trained on 1,998 rated exchanges of classrooms
(weights/README.md). The unit is the raters' z-score: 0 is average, 1 is clearly more.
The words of the reply only count in English; the features read Chinese too, but nobody has rated
Chinese exchanges yet, so there the order of replies means more than the number.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from math import log1p, sqrt
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from agent.listening.uptake_cues import CUES, EMPTY
from agent.listening.words import plain

Floats = NDArray[np.float64]
TABLE = 2048
RUN = 3
_TOKEN = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?|[\u3400-\u9fff]+")
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What training found.

    Means and scales of the features; straight weights of features, words and 1; the kernel's rows,
    their weights and its width; how rare words are.
    """

    mean: Floats
    scale: Floats
    straight: Floats
    rows: Floats
    kernel: Floats
    width: float
    idf: Floats


def uptake(message: str, reply: str, language: str = "en") -> float:
    """How far `reply` takes up `message`, as a z-score of the raters (about −2 to 2)."""
    weights = shipped()
    read, answer = plain(message), plain(reply)
    dense = features(read, answer, weights.idf)
    words = bag(answer) if language == "en" and not _HAN.search(answer) else np.zeros(TABLE)
    return float(judge(weights, dense[None, :], words[None, :])[0])


def judge(weights: Weights, dense: Floats, words: Floats) -> Floats:
    """One score for each row of features and words."""
    scaled = (dense - weights.mean) / weights.scale
    inputs = np.concatenate([scaled, words, np.ones((len(scaled), 1))], axis=1)
    near = kernel(scaled, weights.rows, weights.width)
    return inputs @ weights.straight + near @ weights.kernel


def kernel(left: Floats, right: Floats, width: float) -> Floats:
    """exp(−|a − b|² / 2 width²) for all pairs of rows."""
    apart = (left**2).sum(1)[:, None] + (right**2).sum(1)[None, :] - 2 * left @ right.T
    return np.exp(-np.maximum(apart, 0) / (2 * width**2))


def tokens(text: str) -> list[str]:
    """Words of a plain text in lower case; of Han characters each pair that stands together."""
    found: list[str] = []
    for run in _TOKEN.findall(text.lower()):
        if _HAN.match(run) and len(run) > 1:
            found.extend(run[at : at + 2] for at in range(len(run) - 1))
        else:
            found.append(run)
    return found


def place(word: str) -> int:
    """Where a word stands in the table; the same on every machine."""
    return crc32(word.encode("utf-8", "replace")) % TABLE


def bag(text: str) -> Floats:
    """Which words and pairs of words a text has, divided by the root of their number."""
    said = tokens(text)
    pairs = [f"{one} {two}" for one, two in pairwise(said)]
    found = np.zeros(TABLE)
    places = {place(word) for word in [*said, *pairs]}
    found[list(places)] = 1 / sqrt(max(1, len(places)))
    return found


def features(message: str, reply: str, idf: Floats) -> Floats:
    """Overlap, likeness, lengths and cues of two plain texts, in a fixed order."""
    said, answered = tokens(message), tokens(reply)
    cues = [float(pattern.search(text) is not None) for which, pattern in CUES for text in
            [message if which == "message" else reply]]  # fmt: skip
    return np.array([*_overlap(said, answered, idf), *_shape(message, reply), *cues])


def _overlap(said: Sequence[str], answered: Sequence[str], idf: Floats) -> list[float]:
    ours, theirs = set(said), set(answered)
    both = ours & theirs
    content = {word for word in both if word not in EMPTY}
    heavy = sum(idf[place(word)] for word in both)
    pairs = set(pairwise(said)) & set(pairwise(answered))
    own = {word for word in ours if word not in EMPTY}
    return [
        len(both) / max(1, len(ours)),
        len(both) / max(1, len(theirs)),
        log1p(len(both)),
        log1p(len(content)),
        len(content) / max(1, len(own)),
        len(content) / max(1, len({word for word in theirs if word not in EMPTY})),
        heavy / max(1e-6, sum(idf[place(word)] for word in ours)),
        heavy / sqrt(max(1e-6, sum(idf[place(word)] for word in theirs))),
        log1p(len(pairs)),
        float(any(word.isdigit() for word in both)),
        _first(answered, own),
        log1p(_longest(said, answered)),
        log1p(len(own)),
    ]


def _first(answered: Sequence[str], own: set[str]) -> float:
    """How early a content word of the message comes back: 1 at once, 0 never."""
    return next((1 / (1 + at / 5) for at, word in enumerate(answered) if word in own), 0.0)


def _longest(said: Sequence[str], answered: Sequence[str]) -> int:
    """The longest run of words both have."""
    best, row = 0, [0] * (len(answered) + 1)
    for word in said[:120]:
        last = row
        row = [0] * (len(answered) + 1)
        for at, other in enumerate(answered[:120], start=1):
            if word == other:
                row[at] = last[at - 1] + 1
                best = max(best, row[at])
    return best


def _shape(message: str, reply: str) -> list[float]:
    sizes = len(tokens(message)), len(tokens(reply))
    return [
        _likeness(message.lower(), reply.lower()),
        _likeness(message.lower(), reply.lower()[: len(message) + 20]),
        log1p(sizes[0]),
        log1p(sizes[1]),
        log1p(sizes[1]) ** 2,
        min(3.0, float(reply.count("?"))),
        float(reply.rstrip().endswith("?")),
        min(4.0, reply.count(".") / 2),
        float(sizes[1] <= 2),  # noqa: PLR2004
    ]


def _likeness(one: str, other: str) -> float:
    """Cosine of the counts of runs of three characters."""
    left = Counter(one[at : at + RUN] for at in range(len(one) - RUN + 1))
    right = Counter(other[at : at + RUN] for at in range(len(other) - RUN + 1))
    shared = sum(count * right[run] for run, count in left.items())
    sizes = sqrt(sum(c * c for c in left.values()) * sum(c * c for c in right.values()))
    return shared / sizes if sizes else 0.0


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """The weights that lie beside this file."""
    with (
        files("agent.listening").joinpath("weights", "uptake.npz").open("rb") as file,
        np.load(file, allow_pickle=False) as arrays,
    ):
        kept = {name: arrays[name].astype(np.float64) for name in arrays.files}
    return Weights(
        mean=kept["mean"],
        scale=kept["scale"],
        straight=kept["straight"],
        rows=kept["rows"],
        kernel=kept["kernel"],
        width=float(kept["width"]),
        idf=kept["idf"],
    )
