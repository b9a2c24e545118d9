"""How long a signature holds, and who is asked when it ends. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from community.distillation import ArticleKind, ClaimKind, Distillation, DistillationState
from community.people import Member, Role

NORMAL = timedelta(days=90)
POLICY = timedelta(days=180)
FAST = timedelta(days=30)
"""How long a signature holds before the verifier is asked again (thresholds.md §4)."""
GRACE = timedelta(days=30)
"""How long an article that is due still answers, marked, before it is stale."""
FORGOTTEN = timedelta(days=90)
"""How long an article may be stale before it is archived."""
SHORTEST, LONGEST = 7, 730
"""Days a period of its own may have."""
_FAST_KINDS = frozenset({ArticleKind.RESOURCES, ArticleKind.TOOL})
MAY_VERIFY = (Role.EXPERT, Role.OWNER)
"""Who may verify, in the order in which an article falls to somebody else."""


def holds_for(one: Distillation) -> timedelta:
    """Its own period; else rules hold half a year, tools and links a month, the rest a quarter."""
    if one.hold_days is not None:
        return timedelta(days=one.hold_days)
    if one.kind in _FAST_KINDS:
        return FAST
    decided = sum(1 for claim in one.approved if claim.kind is ClaimKind.DECISION)
    return POLICY if one.approved and decided * 2 > len(one.approved) else NORMAL


def state_at(verify_by: datetime | None, now: datetime) -> DistillationState:
    """Shelved in time, then due, stale once the grace is over, archived when forgotten."""
    if verify_by is None or now < verify_by:
        return DistillationState.SHELVED
    if now >= verify_by + GRACE + FORGOTTEN:
        return DistillationState.ARCHIVED
    return DistillationState.STALE if now >= verify_by + GRACE else DistillationState.DUE


@dataclass(frozen=True, slots=True, kw_only=True)
class Verifier:
    """Who is asked; `instead_of` is whose article it was where that person can no longer."""

    member: Member
    instead_of: Member | None = None


def verifier_of(one: Distillation, people: Sequence[Member]) -> Verifier | None:
    """Who verifies an article: its verifier, or whoever may, experts before the owner.

    Falling back, an expert who decided on claims of it comes first. None where nobody may.
    """
    known = {each.id: each for each in people}
    own = known.get(one.verifier_id or one.signed_by_id or 0)
    if own is not None and can_verify(own):
        return Verifier(member=own)
    decided = {claim.reviewer_id for claim in one.claims}
    able = [each for each in people if can_verify(each)]
    able.sort(key=lambda each: (MAY_VERIFY.index(each.role), each.id not in decided, each.id))
    return Verifier(member=able[0], instead_of=own) if able else None


def can_verify(member: Member) -> bool:
    """Whether somebody may be asked: here, not opted out, an expert or the owner."""
    return member.left_at is None and not member.opted_out and member.role in MAY_VERIFY
