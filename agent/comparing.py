"""Do two signed sentences say the same, or does one say the contrary? By code, for people to judge.

Two sentences are compared only where they speak of one thing: what is left of them without
numbers, denials and words that say little must be the same, but for what one of them adds. A
word that stands in place of another (milk for bread) makes them two things. So much is missed;
what is found is nearly always worth a look (`simmer eval conflicts`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from agent.comparing_cues import (
    CONDITION,
    EACH,
    LIMIT,
    MINUTES,
    NOT_SAID,
    OPPOSITES,
    ORDER,
    ORDINAL,
    SAME,
)
from agent.comparing_stances import against
from agent.comparing_words import Words, weight, words_of
from agent.distilling.figures import denials_in, measures_in
from knowledge_base.lexical import plain
from knowledge_base.passages import sentences_of

SHARED = 0.6
"""Share of the shorter sentence's words that the other one must hold."""
ADDED = 1.2
"""How much longer, in words shared, the longer one may be."""
FEWEST = 2
"""Words (in Chinese: characters, twice as many) that must be shared at all."""
_CLAUSE = re.compile(r"[，,。；;！!？?\n]+|\.(?=\s|$)|\s(?:but|because)\s")


class Likeness(StrEnum):
    """How two sentences stand to each other."""

    DUPLICATE = "duplicate"
    CONTRADICTION = "contradiction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Two sentences that say the same or the contrary.

    `score` is the share of words in common, 0–1; `reason` says by what they part: number, denial,
    opposite, order, allowed (`comparing_stances`); None for a duplicate.
    """

    kind: Likeness
    score: float
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """One sentence as it is compared; a clause is its words and whether it denies."""

    text: str
    words: Words
    limited: bool
    measures: Counter[tuple[float | str, str]]
    conditions: Words
    ordinals: Words
    clauses: tuple[tuple[Words, bool], ...]
    sides: frozenset[tuple[str, bool]]


def compared(one: str, other: str, about: tuple[str, str] = ("", "")) -> Finding | None:
    """What two claims have to do with each other: whole, by sentences, then clause by clause.

    A contradiction anywhere counts before a duplicate; a duplicate is of the whole. `about` are
    the titles of the articles the two stand in.
    """
    whole = _compared(_read(one), _read(other))
    if whole is not None and whole.kind is Likeness.CONTRADICTION:
        return whole
    contrary = _by_sentences(sentences_of(one), sentences_of(other))
    if contrary is not None:
        return contrary
    score = against(one, other, about)
    if score is not None:
        return Finding(kind=Likeness.CONTRADICTION, score=round(score, 3), reason="allowed")
    return whole


def _by_sentences(left: Sequence[str], right: Sequence[str]) -> Finding | None:
    """The plainest contradiction of two sentences, unless the other claim says this one too."""
    if len(left) < FEWEST and len(right) < FEWEST:
        return None
    found = {(a, b): _compared(_read(a), _read(b)) for a in left for b in right}
    told = {pair for pair, each in found.items() if each and each.kind is Likeness.DUPLICATE}
    contrary = [
        each
        for (a, b), each in found.items()
        if each is not None
        and each.kind is Likeness.CONTRADICTION
        and not any(a == one or b == other for one, other in told)
    ]
    return max(contrary, key=lambda each: each.score, default=None)


def _compared(one: _Read, other: _Read) -> Finding | None:
    alike = one.words == other.words and one.limited and other.limited
    score = 1.0 if alike and weight(one.words) >= 1 else _shared(one.words, other.words)
    if score < SHARED:
        return None
    if one.ordinals != other.ordinals:
        return None
    reason = None if NOT_SAID.search(one.text + "\n" + other.text) else _parting(one, other)
    if reason is not None:
        return Finding(kind=Likeness.CONTRADICTION, score=round(score, 3), reason=reason)
    if _is_same(one, other):
        return Finding(kind=Likeness.DUPLICATE, score=round(score, 3))
    return None


def _shared(one: Words, other: Words) -> float:
    """Share of the shorter one's words in the longer one; 0 where they speak of two things."""
    both = one & other
    if weight(both) < FEWEST:
        return 0.0
    left, right = one - both, other - both
    if left and right:
        return 0.0
    if max(len(left), len(right)) > ADDED * len(both):
        return 0.0
    return len(both) / max(min(len(one), len(other)), 1)


def _parting(one: _Read, other: _Read) -> str | None:
    if _swapped(one.text, other.text):
        return "order"
    if _turned(one, other):
        return "opposite"
    if _opposite(one.text, other.text) and one.conditions == other.conditions:
        return "opposite"
    if one.conditions != other.conditions:
        return None
    if _flipped(one, other) or _flipped(other, one):
        return "denial"
    return "number" if _other_number(one, other) else None


def _swapped(one: str, other: str) -> bool:
    """Whether what comes first in one comes last in the other."""
    for pattern in ORDER:
        left, right = pattern.search(one), pattern.search(other)
        if left is None or right is None:
            left, right = _any_order(one), _any_order(other)
        if left is None or right is None:
            continue
        first, then = words_of(left["first"]), words_of(left["then"])
        theirs, last = words_of(right["first"]), words_of(right["then"])
        if first & last and then & theirs and not (first & theirs or then & last):
            return True
    return False


def _any_order(text: str) -> re.Match[str] | None:
    return next((found for pattern in ORDER if (found := pattern.search(text))), None)


def _turned(one: _Read, other: _Read) -> bool:
    """Whether one side of a pair of opposites is denied here and asserted there, and back."""
    turned = {(side, not denied) for side, denied in one.sides} & other.sides
    return len(turned) > 1


def _opposite(one: str, other: str) -> bool:
    """Whether exactly one pair of opposites parts the two, each side holding one of it."""
    parted = 0
    for here, there in OPPOSITES:
        left = (bool(here.search(one)), bool(there.search(one)))
        right = (bool(here.search(other)), bool(there.search(other)))
        if left != right and sum(left) == sum(right) == 1:
            parted += 1
    return parted == 1


def _flipped(one: _Read, other: _Read) -> bool:
    """Whether a whole clause of one is denied in the other, or asserted where this one denies."""
    for words, denied in one.clauses:
        if not words:
            continue
        held = [theirs for theirs, no in other.clauses if words <= theirs and no != denied]
        stands = [theirs for theirs, no in other.clauses if words & theirs and no == denied]
        if held and not any(words <= theirs for theirs in stands):
            return True
    return False


def _other_number(one: _Read, other: _Read) -> bool:
    """Whether one measure alone differs, in the same unit, and nothing else is counted."""
    left, right = one.measures - other.measures, other.measures - one.measures
    if sum(left.values()) != 1 or sum(right.values()) != 1:
        return False
    (_, unit), (_, theirs) = next(iter(left)), next(iter(right))
    return unit == theirs


def _is_same(one: _Read, other: _Read) -> bool:
    return (
        one.measures == other.measures
        and one.conditions == other.conditions
        and sum(no for _, no in one.clauses) % 2 == sum(no for _, no in other.clauses) % 2
        and bool(denials_in(one.text)) is bool(denials_in(other.text))
        and len(one.words ^ other.words) <= max(2, len(one.words & other.words) // 2)
    )


@lru_cache(maxsize=4096)
def _read(text: str) -> _Read:
    simple = plain(text)
    for said, meant in SAME.items():
        simple = re.sub(rf"(?<![a-z]){said}(?![a-z])", meant, simple)
    simple = EACH.sub(r"\1 1\2", simple)
    ordinals = frozenset("".join(part or "" for part in found) for found in ORDINAL.findall(simple))
    counted = LIMIT.sub(" ", ORDINAL.sub(" ", simple))
    clauses = [part for part in _CLAUSE.split(LIMIT.sub(" ", simple)) if part.strip()]
    return _Read(
        text=simple,
        words=words_of(simple),
        limited=LIMIT.search(simple) is not None,
        measures=_measures(counted),
        conditions=frozenset(CONDITION.findall(LIMIT.sub(" ", simple))),
        ordinals=ordinals,
        clauses=tuple((words_of(part), denials_in(part) % 2 == 1) for part in clauses),
        sides=frozenset(_sides(clauses)),
    )


def _sides(clauses: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Which side of which opposites each clause names, and whether it denies it."""
    for clause in clauses:
        for place, pair in enumerate(OPPOSITES):
            for side, pattern in enumerate(pair):
                if pattern.search(clause):
                    yield f"{place}.{side}", denials_in(clause) % 2 == 1


def _measures(text: str) -> Counter[tuple[float | str, str]]:
    """Numbers with their unit; spans of time in minutes, so that 一周 and 7天 are one."""
    found: Counter[tuple[float | str, str]] = Counter()
    for (number, unit), times in measures_in(text).items():
        minutes = MINUTES.get(unit)
        plain_number = number.replace(".", "", 1).isdigit()
        if minutes is not None and plain_number:
            found[(float(number) * minutes, "span")] += times
        else:
            found[(number, unit)] += times
    return found
