"""Where a signed article stands in its life: dates, verifier, versions, field results."""

from collections.abc import Sequence
from datetime import datetime

from pydantic import BaseModel

from community.actions import verifying
from community.actions.distillations import DRAFT
from community.distillation import ArticleKind, ClaimState, Distillation, DistillationState
from community.people import Member
from community.store import Tx, members
from community.store import distillations as rows
from community.store.trials import trials_by_claim
from community.trials import FieldResult, TrialOutcome, field_result
from community.verifying import can_verify, holds_for, verifier_of
from server.access import ACCESS
from server.auth import Here

READABLE = (*verifying.OPEN, DistillationState.ARCHIVED)
"""States every member may read an article in; what does not answer any more is marked."""


class VersionRow(BaseModel):
    """One version of an article."""

    id: int
    version: int
    state: DistillationState
    title: str
    signed_by: str | None
    signed_at: datetime | None


class KeeperOut(BaseModel):
    """Somebody of the community."""

    id: int
    name: str


class HeldOut(BaseModel):
    """Under which condition it went so, and for how many."""

    outcome: TrialOutcome
    condition: str
    members: int


class FieldResultOut(BaseModel):
    """How many tried a sentence and how it went; shares are null while fewer than three did."""

    claim_id: int
    tried: int
    worked: int | None
    partly: int | None
    not_worked: int | None
    conditions: list[HeldOut]


class ArticleLifeOut(BaseModel):
    """Where an article stands in its life.

    `seal` is what a verification is bound to; `instead_of` is whose article it was where that
    person can no longer verify; `current` is the article to read instead of this one. For those
    who sign: `draft_id` is the new version that is being reviewed, `reopened` how many claims of
    this one wait for a decision again.
    """

    id: int
    title: str
    kind: ArticleKind
    state: DistillationState
    version: int
    signed_by: str | None
    signed_at: datetime | None
    verified_at: datetime | None
    verify_by: datetime | None
    period_days: int
    own_period: bool
    verifier: KeeperOut | None
    instead_of: KeeperOut | None
    seal: str
    current: VersionRow | None
    superseded: bool
    versions: list[VersionRow]
    may_keep: bool
    draft_id: int | None
    reopened: int
    verifiers: list[KeeperOut]
    field_results: list[FieldResultOut]


async def life_of(tx: Tx, one: Distillation, here: Here) -> ArticleLifeOut:
    """Where an article stands, for one who asks."""
    people = await members.members(tx, one.community_id)
    every = await rows.versions_of(tx, one.community_id, one.root_id)
    signed = [each for each in every if each.signed_at and each.state in READABLE]
    asked = verifier_of(one, people)
    current = await _current(tx, one, signed)
    tried = await trials_by_claim(tx, [claim.id for claim in one.approved])
    keeps = here.me.role in ACCESS["archive_article"].roles
    drafts = [each.id for each in every if each.state in DRAFT] if keeps else []
    opened = [claim for claim in one.claims if claim.state is ClaimState.OPEN]
    return ArticleLifeOut(
        id=one.id,
        title=one.title,
        kind=one.kind,
        state=one.state,
        version=one.version,
        signed_by=_name(people, one.signed_by_id),
        signed_at=one.signed_at,
        verified_at=one.verified_at or one.signed_at,
        verify_by=one.verify_by,
        period_days=holds_for(one).days,
        own_period=one.hold_days is not None,
        verifier=None if asked is None else _person(asked.member),
        instead_of=_person(asked.instead_of) if asked and asked.instead_of else None,
        seal=verifying.seal_of(one),
        current=None if current is None else version_row(current, people),
        superseded=one.superseded_by_id is not None,
        versions=[version_row(each, people) for each in signed],
        may_keep=keeps,
        draft_id=drafts[0] if drafts else None,
        reopened=len(opened) if keeps and one.state in rows.LIVE else 0,
        verifiers=[_person(each) for each in people if can_verify(each)],
        field_results=[
            result
            for claim_id, each in tried.items()
            if (result := _tried(claim_id, field_result(each))).tried
        ],
    )


def _tried(claim_id: int, result: FieldResult) -> FieldResultOut:
    shown = result.shown
    return FieldResultOut(
        claim_id=claim_id,
        tried=result.tried,
        worked=result.worked if shown else None,
        partly=result.partly if shown else None,
        not_worked=result.not_worked if shown else None,
        conditions=[
            HeldOut(outcome=each.outcome, condition=each.condition, members=each.members)
            for each in result.conditions
        ],
    )


async def _current(
    tx: Tx, one: Distillation, signed: Sequence[Distillation]
) -> Distillation | None:
    """What answers in place of an article: what superseded it, else a newer version on the shelf.

    Followed on, as long as what it points at gave way too.
    """
    here, passed = one, {one.id}
    while here.state not in verifying.OPEN:
        after = None
        if here.superseded_by_id is not None:
            after = await rows.distillation(tx, here.superseded_by_id)
        elif here.id == one.id:
            after = next((each for each in signed if each.state in verifying.OPEN), None)
        if after is None or after.id in passed:
            return None
        passed.add(after.id)
        here = after
    return None if here.id == one.id else here


def version_row(one: Distillation, people: Sequence[Member]) -> VersionRow:
    """A version in a list."""
    return VersionRow(
        id=one.id,
        version=one.version,
        state=one.state,
        title=one.title,
        signed_by=_name(people, one.signed_by_id),
        signed_at=one.signed_at,
    )


def _name(people: Sequence[Member], member_id: int | None) -> str | None:
    return next((each.name for each in people if each.id == member_id), None)


def _person(member: Member) -> KeeperOut:
    return KeeperOut(id=member.id, name=member.name)
