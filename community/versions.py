"""Two versions of an article side by side: what stands, what changed, what came and went. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

ALIKE = 0.45
"""Share of two sentences that stands in both, from which one is a change of the other."""
_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]+|\d+(?:[.:]\d+)*|\s+|.", re.DOTALL)


class Change(StrEnum):
    """What became of a sentence."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of a sentence; `changed` where the other side has something else."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One sentence before and after; the side it does not stand on is empty."""

    change: Change
    before: tuple[Stretch, ...]
    after: tuple[Stretch, ...]


def side_by_side(before: Sequence[str], after: Sequence[str]) -> tuple[Pair, ...]:
    """Pair the sentences of two versions, in the order of the new one.

    What went stands where it stood: behind the last sentence before it that is still there.
    """
    origin = _origins(before, after)
    waiting = {place for place in range(len(before)) if place not in set(origin.values())}
    pairs: list[Pair] = []

    def went(until: int) -> None:
        for place in sorted(one for one in waiting if one < until):
            waiting.discard(place)
            pairs.append(_alone(Change.REMOVED, before[place]))

    for place, text in enumerate(after):
        old = origin.get(place)
        if old is None:
            pairs.append(_alone(Change.ADDED, text))
        else:
            went(old)
            pairs.append(_pair(before[old], text))
    went(len(before))
    return tuple(pairs)


def worded_anew(before: str, after: str) -> Pair:
    """One sentence before and after, whatever they have in common."""
    return _pair(before, after)


def _origins(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """From a place in the new version to its place in the old: the same words, then the nearest."""
    found: dict[int, int] = {}
    free = set(range(len(before)))
    for place, text in enumerate(after):
        same = next((old for old in sorted(free) if before[old] == text), None)
        if same is not None:
            found[place] = same
            free.discard(same)
    near = sorted(
        (-_ratio(before[old], after[place]), place, old)
        for place in range(len(after))
        if place not in found
        for old in free
    )
    for likeness, place, old in near:
        if -likeness >= ALIKE and place not in found and old in free:
            found[place] = old
            free.discard(old)
    return found


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, _WORD.findall(one), _WORD.findall(other), autojunk=False).ratio()


def _alone(change: Change, text: str) -> Pair:
    whole = (Stretch(text=text, changed=True),)
    before, after = (whole, ()) if change is Change.REMOVED else ((), whole)
    return Pair(change=change, before=before, after=after)


def _pair(one: str, other: str) -> Pair:
    if one == other:
        same = (Stretch(text=one, changed=False),)
        return Pair(change=Change.SAME, before=same, after=same)
    left, right = _WORD.findall(one), _WORD.findall(other)
    before: list[Stretch] = []
    after: list[Stretch] = []
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for kind, start, end, start_after, end_after in matcher.get_opcodes():
        changed = kind != "equal"
        for side, words in ((before, left[start:end]), (after, right[start_after:end_after])):
            if words:
                side.append(Stretch(text="".join(words), changed=changed))
    return Pair(change=Change.CHANGED, before=tuple(before), after=tuple(after))
