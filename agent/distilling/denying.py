"""Yes and no: whether a clause denies what its source says, or says what its source denies."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from agent.distilling.figures import denials_in, denied_in
from agent.distilling.sentences import is_chinese
from agent.listening.words import plain, words

SAME = 0.4
WHOLE = 0.6
NEARLY = 0.85
"""Share of its words that a clause has in common with one that says the same thing or its
opposite; two clauses read as one with two, and with one."""
_ASKED = re.compile(r"(?:么|吗|\bno|\bright)$")
"""A question that expects a yes or a no denies nothing for sure."""
_Heard = Sequence[tuple[frozenset[str], int | None]]


def denies_otherwise(own: Sequence[str], lines: Sequence[Sequence[str]]) -> bool:
    """Whether a clause says no where its nearest source says yes, or the other way round.

    `lines` are the sources by line and clause. Writers join and part clauses: one is at odds only
    where neither it nor it with a neighbour agrees with two clauses of a line read as one.
    """
    clauses = [clause for line in lines for clause in line]
    single = _heard(clauses)
    double = _heard(f"{a} {b}" for line in lines for a, b in pairwise(line))
    return any(
        _agrees(clause, single) is False
        and not _agrees(clause, double, more_than=_nearest(clause, single))
        and not _same_denials(own[max(0, at - 1) : at + 2], clauses)
        and not any(
            _agrees(pair, double, share=WHOLE) or _agrees(pair, single, share=NEARLY)
            for pair in (f"{a} {b}" for a, b in pairwise(own[max(0, at - 1) : at + 2]))
        )
        for at, clause in enumerate(own)
    )


def _same_denials(around: Sequence[str], clauses: Sequence[str]) -> bool:
    """Whether the clauses deny in all just what those nearest to them in the source deny in all.

    A writer moves a denial into the clause before: 改不动的圈三道 is told as 改不动的,圈三道.
    """
    heard = [words(plain(clause)) for clause in clauses]
    near: set[int] = set()
    for clause in around:
        own = words(plain(clause))
        shared = [len(own & theirs) for theirs in heard]
        if max(shared, default=0):
            near.add(shared.index(max(shared)))
    told = sum((denied_in(clause) for clause in around), Counter[str]())
    return bool(told) and told == sum((denied_in(clauses[at]) for at in near), Counter[str]())


def _heard(texts: Iterable[str]) -> _Heard:
    return [
        (words(plain(text)), None if _ASKED.search(text) else denials_in(text)) for text in texts
    ]


def _nearest(text: str, heard: _Heard) -> int:
    own = words(plain(text))
    return max((len(own & theirs) for theirs, _ in heard), default=0)


def _agrees(text: str, heard: _Heard, *, more_than: int = 0, share: float = SAME) -> bool | None:
    """Whether it denies as often as its nearest source, odd or even; None where none is near."""
    own, near = words(plain(text)), _nearest(text, heard)
    courtesy = len(own) == 1 and not is_chinese(text)
    if not own or courtesy or near <= more_than or near < share * len(own):
        return None
    best = [denials for theirs, denials in heard if len(own & theirs) == near]
    return any(denials is None or denials_in(text) % 2 == denials % 2 for denials in best)
