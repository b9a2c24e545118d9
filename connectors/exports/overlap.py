"""Where a pasted screen overlaps what is known: the tail of a room against the new lines."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

GAP = 0.5
LONG = 6
"""Characters from which two equal texts of one person are hardly chance."""
SURE, SURER = 2.0, 4.0
"""Scores from which a paste may lie inside the known, with its last message known or not."""
NEAR = timedelta(seconds=90)
FAR = timedelta(hours=12)
DAY = timedelta(days=1)
FAINT = 0.4
"""What a short match at another time counts: something only among other matches."""
LEAST = 1.0
"""The score from which a paste and the known overlap at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What was said, for comparison: all names of who said it (none: whoever), words, time.

    `at` None: the time is not given; `bare`: its day is a guess; `silent`: a screen may
    well leave this out.
    """

    names: frozenset[str]
    words: str
    at: datetime | None
    silent: bool = False
    bare: bool = False


def words_of(text: str) -> str:
    """A text as it compares: without differences of white space."""
    return re.sub(r"\s+", " ", text.replace("\u200e", "")).strip()


def likeness(known: Heard, pasted: Heard) -> float:
    """How sure it is that both are the same message; 0 if they are not."""
    if known.words != pasted.words or not known.words:
        return 0.0
    if known.names and pasted.names and not known.names & pasted.names:
        return 0.0
    long = len(known.words) >= LONG
    if known.at is None or pasted.at is None:
        return 2.0 if long else 1.0
    away = abs(known.at - pasted.at)
    if pasted.bare:
        away = min(away % DAY, DAY - away % DAY)
    if away <= NEAR:
        return 2.0
    if away > FAR:
        return 0.0
    return 1.0 if long else FAINT


def overlap(known: Sequence[Heard], pasted: Sequence[Heard]) -> Mapping[int, int]:
    """Which pasted messages are known: place among the pasted → place among the known.

    The best alignment in which the paste goes on where the known tail ends, lies inside it, or
    begins before it. A message missing on one side costs half a short match. That a paste lies
    inside takes more than a chance "ok": its last message must be known, or most of it.
    """
    if not known or not pasted:
        return {}
    scores, steps = _table(known, pasted)
    ends = [(scores[len(known)][j], len(known), j) for j in range(1, len(pasted) + 1)]
    for i in range(1, len(known)):
        score = scores[i][len(pasted)]
        if score >= (SURE if steps[i][len(pasted)] == "=" else SURER):
            ends.append((score, i, len(pasted)))
    best, i, j = max(ends, key=lambda end: (end[0], end[1], -end[2]))
    pairs: dict[int, int] = {}
    if best < LEAST:
        return pairs
    while best > 0 and i > 0 and j > 0:
        step = steps[i][j]
        if step == "=":
            i, j = i - 1, j - 1
            pairs[j] = i
        elif step == "k":
            i -= 1
        else:
            j -= 1
    return pairs


def _table(
    known: Sequence[Heard], pasted: Sequence[Heard]
) -> tuple[list[list[float]], list[list[str]]]:
    """Best scores of every pair of prefixes, and the step that led to each."""
    width = len(pasted) + 1
    scores = [[0.0] * width for _ in range(len(known) + 1)]
    steps = [["p"] * width for _ in range(len(known) + 1)]
    for i, one in enumerate(known, 1):
        above, row, step = scores[i - 1], scores[i], steps[i]
        cost = 0.0 if one.silent else GAP
        for j, other in enumerate(pasted, 1):
            row[j], step[j] = above[j] - cost, "k"
            if row[j - 1] - GAP > row[j]:
                row[j], step[j] = row[j - 1] - GAP, "p"
            same = likeness(one, other)
            if same and above[j - 1] + same >= row[j]:
                row[j], step[j] = above[j - 1] + same, "="
    return scores, steps
