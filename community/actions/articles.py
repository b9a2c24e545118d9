"""Articles: signed once by a person, withdrawn at once, verified again in time."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from community.actions.distillations import DRAFT, require_second_person, shelve_job
from community.actions.past import carry_field_results
from community.actions.quoting import ask_quoted
from community.distillation import ClaimState, Distillation, DistillationState
from community.errors import Conflict, Invalid, NotFound
from community.jobs import JobQueue
from community.review import Decision, Review, Subject
from community.store import beside, members, reviews
from community.store import distillations as rows
from community.store.engine import Tx
from community.verifying import holds_for, state_at

LONGEST_TITLE = 200


async def _found(tx: Tx, distillation_id: int) -> Distillation:
    found = await rows.distillation(tx, distillation_id)
    if found is None:
        raise NotFound("article_not_found", article=distillation_id)
    return found


async def _signed_first(tx: Tx, one: Distillation) -> Conflict:
    """Who was first, and when, for the one who comes second."""
    signer = await members.member(tx, one.signed_by_id) if one.signed_by_id else None
    when = one.signed_at.isoformat() if one.signed_at else None
    return Conflict("article_already_signed", by=signer.name if signer else None, at=when)


async def _signable(tx: Tx, one: Distillation, seen: Collection[str]) -> None:
    if one.state not in DRAFT:
        if one.signed_at is not None and one.state in rows.LIVE:
            raise await _signed_first(tx, one)
        raise Conflict("article_closed", state=one.state.value)
    still_open = sum(1 for claim in one.claims if claim.state is ClaimState.OPEN)
    if still_open:
        raise Invalid("claims_undecided", count=still_open)
    if not one.approved:
        raise Invalid("nothing_approved")
    if {claim.digest for claim in one.approved} != set(seen):
        raise Conflict("claim_changed", article=one.id)


async def sign_article(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    distillation_id: int,
    by: int,
    at: datetime,
    seen: Collection[str],
    title: str | None = None,
) -> Distillation:
    """Sign what was shown: every claim decided, one approved, not alone on one's own words.

    The article is shelved in the same transaction; an earlier version of it is archived.
    """
    found = await _found(tx, distillation_id)
    await _signable(tx, found, seen)
    await require_second_person(tx, found, by)
    name = " ".join((title or found.title).split())[:LONGEST_TITLE]
    if not await rows.set_signed(
        tx, found.id, title=name, by=by, at=at, verify_by=at + holds_for(found)
    ):
        raise await _signed_first(tx, await _found(tx, distillation_id))
    await reviews.insert_review(tx, _review(found, by, at, Decision.APPROVE))
    for older in await rows.versions_of(tx, found.community_id, found.root_id):
        was = (*rows.LIVE, DistillationState.STALE)
        if older.id != found.id and await rows.set_state(
            tx, older.id, was=was, to=DistillationState.ARCHIVED
        ):
            await carry_field_results(tx, found, older)
            await queue.put(tx, shelve_job(older, at))
    await queue.put(tx, shelve_job(found, at))
    await beside.end_hand_overs(tx, found.id, at)
    await ask_quoted(tx, found, at)
    return await _found(tx, found.id)


def _review(
    one: Distillation, by: int, at: datetime, decision: Decision, reason: str | None = None
) -> Review:
    return Review(
        id=0,
        community_id=one.community_id,
        subject=Subject.ARTICLE,
        subject_id=one.id,
        member_id=by,
        decision=decision,
        at=at,
        reason=reason,
    )


async def reject_draft(
    tx: Tx, *, distillation_id: int, by: int, at: datetime, reason: str | None = None
) -> Distillation:
    """Turn a whole draft down, with a reason; it can be taken up again."""
    found = await _found(tx, distillation_id)
    if not await rows.set_state(tx, found.id, was=DRAFT, to=DistillationState.REJECTED):
        raise Conflict("article_closed", state=found.state.value)
    await reviews.insert_review(tx, _review(found, by, at, Decision.REJECT, reason))
    return replace(found, state=DistillationState.REJECTED)


async def restore_draft(tx: Tx, *, distillation_id: int, by: int, at: datetime) -> Distillation:
    """Take up a draft again that was turned down, with every decision made on its claims."""
    found = await _found(tx, distillation_id)
    was = (DistillationState.REJECTED,)
    if not await rows.set_state(tx, found.id, was=was, to=DistillationState.IN_REVIEW):
        raise Conflict("article_not_rejected", state=found.state.value)
    await reviews.insert_review(tx, _review(found, by, at, Decision.REOPEN))
    return replace(found, state=DistillationState.IN_REVIEW)


async def withdraw_article(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    distillation_id: int,
    by: int,
    at: datetime,
    reason: str | None = None,
) -> Distillation:
    """Take a signed article out of every answer, at once."""
    found = await _found(tx, distillation_id)
    was = (*rows.LIVE, DistillationState.STALE)
    if not await rows.set_state(tx, found.id, was=was, to=DistillationState.WITHDRAWN):
        raise Conflict("article_not_shelved", state=found.state.value)
    await reviews.insert_review(tx, _review(found, by, at, Decision.REJECT, reason))
    await queue.put(tx, shelve_job(found, at))
    return replace(found, state=DistillationState.WITHDRAWN)


async def age_articles(
    tx: Tx, queue: JobQueue[Tx], *, community_id: int, now: datetime
) -> tuple[int, ...]:
    """Move what was not verified in time: due articles still answer, stale ones do not.

    What nobody verified for FORGOTTEN longer is archived; it can be brought back.
    """
    moved: list[int] = []
    ageing = (*rows.LIVE, DistillationState.STALE)
    for one in await rows.distillations_of(tx, community_id, states=ageing, limit=10_000):
        to = state_at(one.verify_by, now)
        if one.state is not to and await rows.set_state(tx, one.id, was=(one.state,), to=to):
            moved.append(one.id)
            await queue.put(tx, shelve_job(one, now))
    return tuple(moved)
