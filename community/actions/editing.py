"""New words for a claim: its sources say them, others do, or they are the expert's own."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from community.distillation import Citation, Claim, ClaimState
from community.errors import Invalid

LONGEST_CLAIM = 2000
SHORTEST_CLAUSE = 4
"""Characters from which a clause that an edit brought in is checked alone."""
_CLAUSES = re.compile(r"[，,。；;！!？?\n]+|\.(?=\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Words an expert gives a claim.

    `sources` are what they are to rest on, None: what the claim rests on. `own` says that they may
    stand as the expert's own where no source carries them.
    """

    text: str | None
    own: bool = False
    sources: tuple[Citation, ...] | None = None


def edited(claim: Claim, wording: Wording, check: Callable[[Claim], Claim]) -> Claim:
    """The claim in an expert's words, approved.

    What its sources do not say is refused with the reasons until the expert calls it their own;
    then it rests on nobody else's words: its sources are set aside.
    """
    words = _readable(wording.text)
    before = with_sources_back(claim)
    cited = before if wording.sources is None else replace(before, citations=wording.sources)
    original = claim.original_text or claim.text
    found = check(replace(cited, text=words, problems=(), supported=True, original_text=original))
    added = _added(cited, words, check) if found.supported else ()
    problems = tuple(dict.fromkeys((*found.problems, *added)))
    if not problems:
        return replace(found, state=ClaimState.APPROVED)
    if not wording.own:
        raise Invalid("edit_unsupported", claim=claim.id, problems=", ".join(problems))
    return replace(
        found,
        state=ClaimState.APPROVED,
        citations=(),
        set_aside=before.citations,
        problems=problems,
        supported=False,
        own_words=True,
    )


def _readable(text: str | None) -> str:
    words = " ".join((text or "").split())
    if not words:
        raise Invalid("claim_empty")
    if len(words) > LONGEST_CLAIM:
        raise Invalid("claim_too_long", characters=len(words), limit=LONGEST_CLAIM)
    return words


def with_sources_back(claim: Claim) -> Claim:
    """The claim resting again on what an expert's own words took the place of."""
    if not claim.own_words:
        return claim
    cited = claim.citations or claim.set_aside
    return replace(claim, own_words=False, citations=cited, set_aside=())


def taken_back(claim: Claim, check: Callable[[Claim], Claim]) -> Claim:
    """The claim open again; an expert's own words give way to what was drafted, and its sources."""
    if not claim.own_words or not claim.set_aside:
        return replace(claim, state=ClaimState.OPEN)
    drafted = replace(
        with_sources_back(claim),
        text=claim.original_text or claim.text,
        state=ClaimState.OPEN,
        problems=(),
        supported=True,
    )
    return check(drafted)


def _added(claim: Claim, words: str, check: Callable[[Claim], Claim]) -> tuple[str, ...]:
    """What speaks against each clause an edit brought in, read alone.

    In a long sentence that its source carries, one clause of one's own would pass unseen. Where
    the source does not carry what was drafted, no clause of that is taken as known.
    """
    before = {clause.strip() for clause in _CLAUSES.split(claim.text)} if claim.supported else ()
    whole = replace(claim, original_text=claim.original_text or claim.text)
    found: dict[str, None] = {}
    for clause in (each.strip() for each in _CLAUSES.split(words)):
        if len(clause) >= SHORTEST_CLAUSE and clause not in before:
            alone = check(replace(whole, text=clause, problems=(), supported=True))
            found |= dict.fromkeys(alone.problems)
    return tuple(found)
