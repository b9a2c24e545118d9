"""Signed articles that change: a new version, another in their place, archived and brought back."""

from dataclasses import replace
from datetime import datetime

from community.actions.distillations import DRAFT, shelve_job
from community.actions.verifying import OPEN, article_in
from community.distillation import ClaimState, Distillation, DistillationState
from community.errors import Conflict
from community.jobs import JobQueue
from community.people import Member
from community.review import Decision, Review, Subject
from community.store import distillations as rows
from community.store import reviews
from community.store import verifying as dates
from community.store.engine import Tx
from community.verifying import state_at

AWAY = (DistillationState.ARCHIVED, DistillationState.WITHDRAWN)
"""States an article can be brought back from."""


async def revise_article(tx: Tx, *, article_id: int, by: Member, at: datetime) -> Distillation:
    """Begin a new version of a signed article, with every decision made on its claims.

    The old version answers until the new one is signed. A version begun before is given back.
    """
    found = await article_in(tx, by.community_id, article_id)
    if found.state not in OPEN:
        raise Conflict("article_not_shelved", state=found.state.value)
    newest = (await rows.versions_of(tx, found.community_id, found.root_id))[0]
    if newest.state in DRAFT:
        return newest
    claims = tuple(replace(claim, id=0) for claim in found.claims)
    draft = replace(
        found,
        claims=claims,
        created_at=at,
        state=DistillationState.IN_REVIEW,
        version=newest.version + 1,
        signed_by_id=None,
        signed_at=None,
        verified_at=None,
        verify_by=None,
        reminded_at=None,
    )
    return await rows.insert_distillation(tx, draft)


async def supersede_article(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    article_id: int,
    other_id: int,
    by: Member,
    at: datetime,
) -> Distillation:
    """Let another article answer in place of this one, which is archived and points to it."""
    old = await article_in(tx, by.community_id, article_id)
    new = await article_in(tx, by.community_id, other_id)
    if old.id == new.id:
        raise Conflict("supersede_itself")
    if await _leads_to(tx, new, old.id):
        raise Conflict("supersede_circle", title=new.title)
    if new.state not in rows.LIVE:
        raise Conflict("supersede_not_shelved", title=new.title)
    to = DistillationState.ARCHIVED
    if not await dates.set_superseded(tx, old.id, by=new.id, was=OPEN, to=to):
        raise Conflict("article_not_shelved", state=old.state.value)
    await _note(tx, old, by, at, Decision.REJECT, "superseded")
    await queue.put(tx, shelve_job(old, at))
    return replace(old, state=to, superseded_by_id=new.id)


async def _leads_to(tx: Tx, one: Distillation, goal: int) -> bool:
    """Whether an article is, or points by way of others, at `goal`."""
    passed: set[int] = set()
    here: Distillation | None = one
    while here is not None and here.id not in passed:
        if here.superseded_by_id == goal:
            return True
        passed.add(here.id)
        after = here.superseded_by_id
        here = None if after is None else await rows.distillation(tx, after)
    return False


async def archive_article(
    tx: Tx, queue: JobQueue[Tx], *, article_id: int, by: Member, at: datetime
) -> Distillation:
    """Put an article away: it answers nothing, stays readable and can be brought back."""
    found = await article_in(tx, by.community_id, article_id)
    if not await rows.set_state(tx, found.id, was=OPEN, to=DistillationState.ARCHIVED):
        raise Conflict("article_not_shelved", state=found.state.value)
    await _note(tx, found, by, at, Decision.REJECT, "archived")
    await queue.put(tx, shelve_job(found, at))
    return replace(found, state=DistillationState.ARCHIVED)


async def restore_article(
    tx: Tx, queue: JobQueue[Tx], *, article_id: int, by: Member, at: datetime
) -> Distillation:
    """Bring back what was archived, superseded or withdrawn, as old as it is by now.

    It points at no other article any more. Of a thread's versions only one is on the shelf.
    """
    found = await article_in(tx, by.community_id, article_id)
    versions = await rows.versions_of(tx, found.community_id, found.root_id)
    if any(each.id != found.id and each.state in OPEN for each in versions):
        raise Conflict("newer_version_stands", title=found.title)
    if not any(claim.state is ClaimState.APPROVED for claim in found.claims):
        raise Conflict("nothing_approved")
    to = state_at(found.verify_by, at)
    to = DistillationState.STALE if to is DistillationState.ARCHIVED else to
    if not await dates.set_superseded(tx, found.id, by=None, was=AWAY, to=to):
        raise Conflict("article_not_away", state=found.state.value)
    await _note(tx, found, by, at, Decision.REOPEN, None)
    await queue.put(tx, shelve_job(found, at))
    return replace(found, state=to, superseded_by_id=None)


async def _note(
    tx: Tx, one: Distillation, by: Member, at: datetime, decision: Decision, reason: str | None
) -> None:
    review = Review(
        id=0,
        community_id=one.community_id,
        subject=Subject.ARTICLE,
        subject_id=one.id,
        member_id=by.id,
        decision=decision,
        at=at,
        reason=reason,
    )
    await reviews.insert_review(tx, review)
