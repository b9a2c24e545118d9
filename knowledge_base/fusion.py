"""Words and meaning together: a fusion gated by coverage, and what speaks for an answer.

score = w · minmax(BM25) + (1 − w) · minmax(cosine), w = rarity-weighted share of the question
found in the best lexical hit. Where the words are there they decide; where a question shares no
word with its answer, meaning does. Rank fusion loses those questions.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, replace

import numpy as np

from knowledge_base.asked_about import of_another
from knowledge_base.kinds import kind_is_met, kinds_asked
from knowledge_base.lexical import K1, Floats, coverage, has_han, plain, tokens
from knowledge_base.misfits import misfit

WEIGHTS = np.array(
    [0.0, 0.0, 0.0, 0.0, 0.0, 1.45, 49.849, 0.0, 0.0, 0.0, 0.937, 1.36, 1.884, -0.135, 0.0]
)
OFFSET = -25.301
"""Weights of the figures of Evidence, in their order: evals/train/answerable.py makes them."""
WORDS = np.array(
    [0.0, 0.0, 0.0, 0.0, 0.0, 1.716, 0.0, 0.0, 0.0, 0.0, 1.919, 0.836, 0.925, -0.165, 0.0]
)
WORDS_OFFSET = -3.162
"""The same, learnt without the cosine."""
THRESHOLD = 0.44
"""From this probability on a question is answered.

In a group left out of the learning it answers four in five of the questions that have an answer
and refuses five in six of those that have none: a wrong answer costs more than a pointer to the
nearest articles."""

CROSSING = 0.4
"""Cosine of a centred question below which a passage of another script is about something else."""

RANKING = np.array([5.87, 5.16, 3.38, 3.55])
"""Weights of fused score, near, run and stretched cosine for the candidates' last order."""
RERANKED = 15
"""Candidates that are looked at more closely."""
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
class Asked:
    """A question as it is searched: its words and what each is worth among these passages.

    `rarest` is what a word that none of them has would be worth; `people` are the members it asks
    about.
    """

    text: str
    worth: Mapping[str, float]
    rarest: float = 1.0
    people: tuple[str, ...] = ()

    @property
    def whole(self) -> float:
        """Worth of all its words."""
        return sum(self.worth.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A passage that may answer: its words, BM25, cosine, and both stretched over its rivals.

    `text` is all it is searched in, `told` what it says itself, `speakers` whose words it is.
    """

    text: str
    lexical: float
    cosine: float
    fused: float
    stretched: float
    told: str = ""
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What speaks for one passage and one question; each figure is about 0–1.

    cover: share of the question, by worth, in the passage. near: the same in its best window of
    48 tokens. run: longest stretch of the question that stands there verbatim. pairs: cover by
    tokens of two characters and words only. strength: BM25 as a share of what a perfect match
    could reach. lead: its probability of being the best of all candidates. cosine: of question
    and passage. gap: cosine over the mean of its nine strongest rivals. kind: what is asked for
    (a number, a time, a person …) is there. who: a person is asked for: names are everywhere, the
    one that is meant is not. told: cover by the passage's own text, without title
    and quotes. matched: log(1 + worth of what is covered, in words as rare as can be). latin: the
    question has no Han character. foreign: question and passage are of two scripts; the cosines
    of a language, and across two, have a height of their own. misfit: its case is another one, or
    what is asked for is not in it (knowledge_base.misfits): such a passage never answers.
    """

    cover: float
    near: float
    run: float
    pairs: float
    strength: float
    lead: float
    cosine: float
    gap: float
    kind: float
    told: float = 0.0
    matched: float = 0.0
    latin: float = 0.0
    foreign: float = 0.0
    who: float = 0.0
    misfit: float = 0.0


NOTHING = Evidence(cover=0, near=0, run=0, pairs=0, strength=0, lead=0, cosine=0, gap=0, kind=0)


def probabilities(question: Asked, candidates: Sequence[Candidate]) -> Floats:
    """Probability of each candidate to be the best: a softmax over weighed closeness."""
    figures = np.array(
        [
            [
                one.fused,
                nearness(question.worth, tokens(one.text)),
                run(question.text, one.text),
                one.stretched,
            ]
            for one in candidates
        ]
    )
    scores = figures @ RANKING
    raised = np.exp(scores - scores.max())
    return (raised / raised.sum()).astype(np.float32)


def evidence(
    question: Asked, best: Candidate, lead: float, rival_cosines: Sequence[float]
) -> Evidence:
    """Weigh what one passage has to say about the question."""
    words = tokens(best.text)
    pairs = [token for token in question.worth if len(token) > 1]
    most = question.whole * (K1 + 1)
    cover = coverage(question.worth, words, question.worth)
    latin = not has_han(question.text)
    return Evidence(
        cover=cover,
        near=nearness(question.worth, words),
        run=run(question.text, best.text),
        pairs=coverage(pairs, words, question.worth),
        strength=best.lexical / most if most else 0.0,
        lead=lead,
        cosine=best.cosine,
        gap=best.cosine - float(np.mean(rival_cosines)) if rival_cosines else 0.0,
        kind=kind_is_met(question.text, best.text),
        told=coverage(question.worth, tokens(best.told), question.worth),
        matched=math.log1p(cover * question.whole / question.rarest),
        latin=float(latin),
        foreign=float(latin == has_han(best.told)),
        who=float("person" in kinds_asked(question.text)),
        misfit=float(
            bool(misfit(question.text, best.told, best.text))
            or of_another(question.text, question.people, best.text, best.speakers)
        ),
    )


def nearness(worth: Mapping[str, float], words: Sequence[str]) -> float:
    """Coverage of the question in the best window of NEARNESS tokens, 0–1."""
    whole = sum(worth.values())
    places = [(place, token) for place, token in enumerate(words) if token in worth]
    counts: Counter[str] = Counter()
    most = held = 0.0
    start = 0
    for place, token in places:
        counts[token] += 1
        held += worth[token] if counts[token] == 1 else 0
        while places[start][0] <= place - NEARNESS:
            gone = places[start][1]
            counts[gone] -= 1
            held -= worth[gone] if counts[gone] == 0 else 0
            start += 1
        most = max(most, held)
    return most / whole if whole else 0.0


def run(question: str, text: str) -> float:
    """Longest stretch of the question that stands verbatim in the text, as a share of it."""
    asked_for, told = plain(question), plain(text)
    length = 0
    for start in range(len(asked_for)):
        while start + length < len(asked_for) and asked_for[start : start + length + 1] in told:
            length += 1
    return length / len(asked_for) if asked_for else 0.0


def answerable(found: Evidence) -> float:
    """Probability that the passage answers, 0–1: how near it is, 0 where its case is another."""
    return 0.0 if found.misfit else closeness(found)


def closeness(found: Evidence) -> float:
    """Probability that a passage as near as this one answers: a logistic function, 0–1."""
    if found.foreign and 0 < found.cosine < CROSSING:
        return 0.0
    figures = np.array(astuple(found), dtype=np.float64)
    weights, offset = (WEIGHTS, OFFSET) if found.cosine > 0 else (WORDS, WORDS_OFFSET)
    return float(1 / (1 + np.exp(-(figures @ weights + offset))))


def uncalibrated(found: Evidence) -> Evidence:
    """The evidence without the figures whose scale belongs to another embedder."""
    return replace(found, cosine=0.0, gap=0.0)
