"""The claims of several windows as one article: what says the same, what was corrected, the title.

The model that reduces gives places only: no word of a claim is changed by it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from agent.distilling.corrections import CORRECTED_LATER
from agent.distilling.support import GREEN, recall
from community.distillation import Citation, Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class ReduceBrief:
    """The variables of the prompt `distil_reduce`."""

    titles: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reduced:
    """What a model says of numbered claims, from 1; `outdated` are pairs of old and new."""

    title: str = ""
    kind: str = ""
    same: tuple[tuple[int, ...], ...] = ()
    outdated: tuple[tuple[int, ...], ...] = ()
    sides: tuple[tuple[int, ...], ...] = ()


def reduce_brief(titles: Iterable[str], claims: Sequence[Claim]) -> ReduceBrief:
    """The claims as numbered lines."""
    return ReduceBrief(
        titles=tuple(title for title in titles if title),
        claims=tuple(f"{at}. {claim.text}" for at, claim in enumerate(claims, 1)),
    )


def reduced(claims: Sequence[Claim], said: Reduced) -> tuple[Claim, ...]:
    """The claims with sides marked, outdated ones beside what corrects them, doubles as one.

    Two claims are one only where code finds the words of one in the other, and only a claim that
    was said later can outdate another.
    """
    found = dict(enumerate(sided(claims, said.sides), 1))
    for old, new in (pair for pair in said.outdated if len(pair) == 2):  # noqa: PLR2004
        if old in found and new in found and _last(found[old]) < _last(found[new]):
            found[old] = _outdated(found[old], found[new])
    for group in said.same:
        known = [place for place in dict.fromkeys(group) if place in found]
        for place in known[1:]:
            if _one(found[known[0]], found[place]):
                found[known[0]] = _with(found[known[0]], found.pop(place))
    return tuple(found.values())


def sided(claims: Sequence[Claim], groups: Iterable[Sequence[int]]) -> tuple[Claim, ...]:
    """The claims with the number of the disagreement they are a side of; counted from 1."""
    side: dict[int, int] = {}
    for number, group in enumerate(groups, 1):
        places = {place for place in group if 1 <= place <= len(claims)} - side.keys()
        if len(places) > 1:
            side |= dict.fromkeys(places, number)
    return tuple(
        replace(claim, side=side.get(at, claim.side)) for at, claim in enumerate(claims, 1)
    )


def _last(claim: Claim) -> int:
    return max((citation.message_id for citation in claim.citations), default=0)


def _one(claim: Claim, other: Claim) -> bool:
    return recall(other.text, claim.text) > GREEN


def _with(claim: Claim, other: Claim) -> Claim:
    """One claim with the sources and holders of both."""
    cited: dict[Citation, None] = dict.fromkeys((*claim.citations, *other.citations))
    holders = dict.fromkeys((*claim.holder_ids, *other.holder_ids))
    return replace(claim, citations=tuple(cited), holder_ids=tuple(holders))


def _outdated(claim: Claim, by: Claim) -> Claim:
    beside = tuple(one for one in by.citations if one not in claim.citations)
    problems = tuple(dict.fromkeys((*claim.problems, CORRECTED_LATER)))
    return replace(claim, citations=(*claim.citations, *beside), problems=problems, supported=False)
