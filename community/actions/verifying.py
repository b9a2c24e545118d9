"""Signed articles looked at again: still true, one by one or many at once, and taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from community.actions.distillations import shelve_job
from community.distillation import Distillation, DistillationState
from community.errors import Conflict, Invalid, NotFound, SimmerError
from community.jobs import JobQueue
from community.people import Member
from community.review import Decision, Review, Subject
from community.store import distillations as rows
from community.store import members, reviews
from community.store import verifying as dates
from community.store.engine import Tx
from community.verifying import LONGEST, SHORTEST, can_verify, holds_for, state_at, verifier_of

OPEN = (*rows.LIVE, DistillationState.STALE)
"""States in which an article can be verified."""
TAKEN_BACK = timedelta(days=1)
"""So long a verification can be taken back."""
AT_ONCE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What became of several articles: verified ones, and why the others were not, by id."""

    done: tuple[Distillation, ...]
    refused: Mapping[int, SimmerError]


def seal_of(one: Distillation) -> str:
    """What was looked at: the words that answer, and when they were last verified."""
    when = int(one.verified_at.timestamp() * 1000) if one.verified_at else 0
    return f"{one.digest}.{when}"


async def article_in(tx: Tx, community_id: int, article_id: int) -> Distillation:
    """An article of this community; NotFound for any other."""
    found = await rows.distillation(tx, article_id)
    if found is None or found.community_id != community_id:
        raise NotFound("article_not_found", article=article_id)
    return found


async def verify_articles(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    seen: Mapping[int, str],
    by: Member,
    at: datetime,
) -> Verified:
    """Say of articles that they are still true, each as it was shown (`seen`: seal by id).

    One that changed, was verified by somebody else meanwhile or left the shelf is refused with
    the reason; the others are verified all the same.
    """
    if not seen or len(seen) > AT_ONCE:
        raise Invalid("verify_how_many", most=AT_ONCE)
    people = await members.members(tx, by.community_id)
    done: list[Distillation] = []
    refused: dict[int, SimmerError] = {}
    for article_id, seal in seen.items():
        try:
            found = await article_in(tx, by.community_id, article_id)
            await _check(tx, found, seal)
            done.append(await _verify(tx, queue, found, by, people, at))
        except SimmerError as error:
            refused[article_id] = error
    return Verified(done=tuple(done), refused=refused)


async def _check(tx: Tx, one: Distillation, seal: str) -> None:
    if one.state not in OPEN:
        raise Conflict("article_not_shelved", state=one.state.value)
    if not one.approved:
        raise Conflict("nothing_approved")
    if seal == seal_of(one):
        return
    if seal.partition(".")[0] == one.digest and one.verified_at is not None:
        raise await _verified_first(tx, one)
    raise Conflict("claim_changed", article=one.id)


async def _verified_first(tx: Tx, one: Distillation) -> Conflict:
    """Who was first, and when, for the one who comes second."""
    last = await reviews.last_review(tx, Subject.ARTICLE, one.id)
    who = await members.member(tx, last.member_id) if last else None
    when = one.verified_at.isoformat() if one.verified_at else None
    return Conflict("article_already_verified", by=who.name if who else None, at=when)


async def _verify(
    tx: Tx,
    queue: JobQueue[Tx],
    one: Distillation,
    by: Member,
    people: Sequence[Member],
    at: datetime,
) -> Distillation:
    asked = verifier_of(one, people)
    own = asked is not None and asked.instead_of is None
    keeper = one.verifier_id if own else by.id
    if not await dates.set_verified(
        tx,
        one.id,
        was=one.verified_at,
        state=DistillationState.SHELVED,
        at=at,
        verify_by=at + holds_for(one),
        verifier_id=keeper,
    ):
        now = await rows.distillation(tx, one.id)
        if now is not None and now.verified_at != one.verified_at:
            raise await _verified_first(tx, now)
        raise Conflict("claim_changed", article=one.id)
    await reviews.insert_review(tx, _review(one, by, at))
    return await _shelved(tx, queue, one.id, at)


def _review(one: Distillation, by: Member, at: datetime) -> Review:
    return Review(
        id=0,
        community_id=one.community_id,
        subject=Subject.ARTICLE,
        subject_id=one.id,
        member_id=by.id,
        decision=Decision.APPROVE,
        at=at,
    )


async def _shelved(tx: Tx, queue: JobQueue[Tx], id_: int, at: datetime) -> Distillation:
    kept = await rows.distillation(tx, id_)
    assert kept is not None
    await queue.put(tx, shelve_job(kept, at))
    return kept


async def take_verification_back(
    tx: Tx, queue: JobQueue[Tx], *, article_id: int, by: Member, at: datetime
) -> Distillation:
    """Undo one's own verification within a day; the signature itself stays."""
    found = await article_in(tx, by.community_id, article_id)
    last = await reviews.last_review(tx, Subject.ARTICLE, found.id)
    mine = last is not None and last.member_id == by.id and last.decision is Decision.APPROVE
    if last is None or not mine or last.at == found.signed_at or last.at + TAKEN_BACK < at:
        raise Conflict("verification_stays", article=article_id)
    await reviews.set_undone(tx, last.id, at)
    before = await dates.last_approval(tx, found.id) or found.signed_at
    until = None if before is None else before + holds_for(found)
    if not await dates.set_verified(
        tx,
        found.id,
        was=last.at,
        state=state_at(until, at),
        at=before,
        verify_by=until,
        verifier_id=found.verifier_id,
    ):
        raise Conflict("article_not_shelved", state=found.state.value)
    return await _shelved(tx, queue, found.id, at)


async def set_period(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    article_id: int,
    days: int | None,
    by: Member,
    at: datetime,
) -> Distillation:
    """Let an article hold for so many days from when it was verified; None: as its kind does."""
    found = await article_in(tx, by.community_id, article_id)
    if found.state not in OPEN:
        raise Conflict("article_not_shelved", state=found.state.value)
    if days is not None and not SHORTEST <= days <= LONGEST:
        raise Invalid("period_out_of_range", least=SHORTEST, most=LONGEST)
    since = found.verified_at or found.signed_at or at
    until = since + holds_for(replace(found, hold_days=days))
    await dates.set_hold(tx, found.id, days=days, verify_by=until, state=state_at(until, at))
    return await _shelved(tx, queue, found.id, at)


async def set_verifier(tx: Tx, *, article_id: int, member_id: int, by: Member) -> Distillation:
    """Ask somebody else from now on; only who may verify can be asked."""
    found = await article_in(tx, by.community_id, article_id)
    person = await members.member(tx, member_id)
    if person is None or person.community_id != by.community_id or not can_verify(person):
        raise Invalid("not_a_verifier")
    await dates.set_verifier(tx, found.id, member_id)
    return replace(found, verifier_id=member_id)
