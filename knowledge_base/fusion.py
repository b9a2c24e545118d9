"""Words and meaning together: a fusion gated by coverage, and what speaks for an answer.

score = w · minmax(BM25) + (1 − w) · minmax(cosine), w = rarity-weighted share of the question
found in the best lexical hit. Where the words are there they decide; where a question shares no
word with its answer, meaning does. Rank fusion loses those questions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass

import numpy as np

from knowledge_base.kinds import kind_is_met
from knowledge_base.lexical import K1, Floats, coverage, tokens

WEIGHTS = np.array([3.0, 2.0, 2.0, -0.5, 3.0, 0.5, 4.0, 20.0, 0.5, 0.5])
OFFSET = -6.0
THRESHOLD = 0.5
"""From this probability on a question is answered."""

NEARNESS = 48
"""Tokens of a window: what stands together answers, what is scattered only resembles."""


def minmax(scores: Floats) -> Floats:
    """Stretch the scores to 0–1; all equal is all 0."""
    if len(scores) == 0:
        return scores
    low, high = float(scores.min()), float(scores.max())
    return ((scores - low) / (high - low)).astype(np.float32) if high > low else scores * 0


def fused(lexical: Floats, dense: Floats | None, share: float) -> Floats:
    """Fuse the scores of the same candidates; without vectors the words alone decide."""
    if dense is None:
        return minmax(lexical)
    return (share * minmax(lexical) + (1 - share) * minmax(dense)).astype(np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is known about the best passage for one question; each figure is about 0–1.

    cover: share of the question, by rarity, in the passage. near: the same in its best window of
    48 tokens. pairs: the same for two-character tokens and words only. missing: rarity of the
    rarest token that is not there, as a share of the rarest asked. strength: BM25 as a share of
    what a perfect match could reach. lead: how far the second is behind it in BM25. cosine: of
    question and passage. gap: cosine over the mean of the next nine. agree: words and meaning
    name the same passage. kind: what is asked for (a number, a time, a person …) is there.
    """

    cover: float
    near: float
    pairs: float
    missing: float
    strength: float
    lead: float
    cosine: float
    gap: float
    agree: float
    kind: float


NOTHING = Evidence(
    cover=0, near=0, pairs=0, missing=1, strength=0, lead=0, cosine=0, gap=0, agree=0, kind=0
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The best passage among its rivals: BM25 and cosine of it and of the others."""

    text: str
    lexical: float
    lexical_rival: float
    cosine: float
    cosine_rivals: Sequence[float]
    agree: bool


def evidence(
    question: str, weights: Mapping[str, float], rarity: Mapping[str, float], best: Standing
) -> Evidence:
    """Weigh what the best passage has to say about the question."""
    worth = {token: rarity[token] * weight for token, weight in weights.items()}
    words = tokens(best.text)
    present = set(words)
    pairs = [token for token in worth if len(token) > 1]
    missing = [worth[token] for token in worth if token not in present]
    most = sum(worth.values()) * (K1 + 1)
    rivals = best.cosine_rivals
    return Evidence(
        cover=coverage(worth, words, worth),
        near=nearness(worth, words),
        pairs=coverage(pairs, words, worth),
        missing=max(missing, default=0.0) / max([*worth.values(), 1e-9]),
        strength=best.lexical / most if most else 0.0,
        lead=(best.lexical - best.lexical_rival) / best.lexical if best.lexical > 0 else 0.0,
        cosine=best.cosine,
        gap=best.cosine - float(np.mean(rivals)) if rivals else 0.0,
        agree=float(best.agree),
        kind=kind_is_met(question, best.text),
    )


def nearness(worth: Mapping[str, float], words: Sequence[str]) -> float:
    """Coverage of the question in the best window of NEARNESS tokens."""
    step = NEARNESS // 2
    return max(
        coverage(worth, words[start : start + NEARNESS], worth)
        for start in range(0, max(len(words) - step, 1), step)
    )


def answerable(found: Evidence) -> float:
    """Probability that the passage answers, 0–1: a logistic function of the evidence."""
    figures = np.array(astuple(found), dtype=np.float64)
    return float(1 / (1 + np.exp(-(figures @ WEIGHTS + OFFSET))))
