"""New words for a claim: whether its source says them, or they are the expert's own."""

import re
from collections.abc import Callable
from dataclasses import replace

from community.distillation import Claim, ClaimState
from community.errors import Invalid

LONGEST_CLAIM = 2000
SHORTEST_CLAUSE = 4
"""Characters from which a clause that an edit brought in is checked alone."""
_CLAUSES = re.compile(r"[，,。；;！!？?\n]+|\.(?=\s|$)")


def edited(claim: Claim, text: str | None, check: Callable[[Claim], Claim]) -> Claim:
    """The claim in an expert's words, approved; their own where its source does not say them."""
    words = " ".join((text or "").split())
    if not words:
        raise Invalid("claim_empty")
    if len(words) > LONGEST_CLAIM:
        raise Invalid("claim_too_long", characters=len(words), limit=LONGEST_CLAIM)
    original = claim.original_text or claim.text
    found = check(replace(claim, text=words, problems=(), supported=True, original_text=original))
    added = _added(claim, words, check) if found.supported else ()
    problems = tuple(dict.fromkeys((*found.problems, *added)))
    return replace(
        found,
        state=ClaimState.APPROVED,
        problems=problems,
        supported=not problems,
        own_words=bool(problems),
    )


def _added(claim: Claim, words: str, check: Callable[[Claim], Claim]) -> tuple[str, ...]:
    """What speaks against each clause an edit brought in, read alone.

    In a long sentence that its source carries, one clause of one's own would pass unseen.
    """
    before = {clause.strip() for clause in _CLAUSES.split(claim.text)}
    found: dict[str, None] = {}
    for clause in (each.strip() for each in _CLAUSES.split(words)):
        if len(clause) >= SHORTEST_CLAUSE and clause not in before:
            alone = check(replace(claim, text=clause, problems=(), supported=True))
            found |= dict.fromkeys(alone.problems)
    return tuple(found)
