"""Conflicts between signed claims: settled by who may sign, and taken back."""

from dataclasses import dataclass, replace
from datetime import datetime

from community.actions.distillations import shelve_job
from community.conflict import ClaimConflict, ConflictKind, Outcome, words_digest
from community.distillation import Citation, Claim, ClaimState, Distillation
from community.errors import Conflict, Invalid, NotFound
from community.jobs import JobQueue
from community.people import Member
from community.review import Decision, Review, Subject
from community.store import claims as claim_rows
from community.store import conflicts as rows
from community.store import distillations, members, reviews
from community.store.engine import Tx

LONGEST_NOTE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The two claims of a conflict and the articles they stand in."""

    conflict: ClaimConflict
    claims: tuple[Claim, Claim]
    homes: tuple[Distillation, Distillation]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What a person decides; `note` says under which conditions each holds."""

    outcome: Outcome
    note: str | None = None


async def sides_of(tx: Tx, found: ClaimConflict) -> Sides | None:
    """Both claims with their articles; None where one of them is gone."""
    homes = [
        await distillations.distillation_of_claim(tx, each)
        for each in (found.claim_id, found.other_id)
    ]
    claims = [await claim_rows.claim(tx, each) for each in (found.claim_id, found.other_id)]
    (one, other), (first, second) = claims, homes
    if one is None or other is None or first is None or second is None:
        return None
    return Sides(conflict=found, claims=(one, other), homes=(first, second))


async def _sides(tx: Tx, conflict_id: int, by: Member) -> Sides:
    found = await rows.conflict(tx, conflict_id)
    sides = None if found is None else await sides_of(tx, found)
    if sides is None or sides.conflict.community_id != by.community_id:
        raise NotFound("conflict_not_found", conflict=conflict_id)
    return sides


async def settle_conflict(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    conflict_id: int,
    by: Member,
    settlement: Settlement,
    at: datetime,
) -> Sides:
    """Settle what was shown; Conflict where its words changed or somebody was first.

    The claim that does not hold leaves answers at once: open again where it was wrong, rejected
    as merged where the other one takes its sources.
    """
    sides = await _sides(tx, conflict_id, by)
    note = " ".join((settlement.note or "").split())[:LONGEST_NOTE] or None
    _allow(sides, settlement.outcome, note)
    if not await rows.set_settled(
        tx, conflict_id, outcome=settlement.outcome, by=by.id, at=at, note=note
    ):
        raise await _settled_first(tx, sides.conflict)
    first, second = sides.claims
    if settlement.outcome is Outcome.FIRST:
        await _set(tx, second, ClaimState.OPEN, sides.homes[1], by, at)
    elif settlement.outcome is Outcome.SECOND:
        await _set(tx, first, ClaimState.OPEN, sides.homes[0], by, at)
    elif settlement.outcome is Outcome.MERGED:
        added = () if first.own_words else _missing(second, first)
        await claim_rows.set_citations(tx, first.id, (*first.citations, *added), first.set_aside)
        await _join_holders(tx, first, second)
        await _set(tx, second, ClaimState.REJECTED, sides.homes[1], by, at)
    for home in sides.homes:
        await queue.put(tx, shelve_job(home, at))
    return await _sides(tx, conflict_id, by)


def _allow(sides: Sides, outcome: Outcome, note: str | None) -> None:
    if outcome is Outcome.KEEP_BOTH and note is None:
        raise Invalid("conflict_needs_condition")
    if outcome is Outcome.MERGED and sides.conflict.kind is ConflictKind.CONTRADICTION:
        raise Invalid("conflict_not_mergeable")
    stand = all(claim.state is ClaimState.APPROVED for claim in sides.claims)
    words = words_digest(*(claim.text for claim in sides.claims))
    if sides.conflict.settled_at is None and (not stand or words != sides.conflict.digest):
        raise Conflict("claim_changed", conflict=sides.conflict.id)


async def _settled_first(tx: Tx, found: ClaimConflict) -> Conflict:
    who = await members.member(tx, found.settled_by_id) if found.settled_by_id else None
    return Conflict("conflict_already_settled", by=who.name if who else None)


def _missing(claim: Claim, there: Claim) -> tuple[Citation, ...]:
    known = {each.digest for each in there.citations}
    return tuple(each for each in claim.citations if each.digest not in known)


async def _join_holders(tx: Tx, first: Claim, second: Claim) -> None:
    holders = tuple(dict.fromkeys((*first.holder_ids, *second.holder_ids)))
    await claim_rows.save_claim(tx, replace(first, holder_ids=holders), was=first)


async def _set(
    tx: Tx, claim: Claim, state: ClaimState, home: Distillation, by: Member, at: datetime
) -> None:
    reason = "merged" if state is ClaimState.REJECTED else "conflict"
    changed = replace(claim, state=state, reviewer_id=by.id, reason=reason)
    if state is ClaimState.APPROVED:
        changed = replace(changed, reason=None)
    if not await claim_rows.save_claim(tx, changed, was=claim):
        raise Conflict("claim_changed", claim=claim.id)
    decision = {
        ClaimState.OPEN: Decision.REOPEN,
        ClaimState.REJECTED: Decision.REJECT,
        ClaimState.APPROVED: Decision.APPROVE,
    }[state]
    review = Review(
        id=0,
        community_id=home.community_id,
        subject=Subject.CLAIM,
        subject_id=claim.id,
        member_id=by.id,
        decision=decision,
        at=at,
        reason=reason,
    )
    await reviews.insert_review(tx, review)


async def reopen_conflict(
    tx: Tx, queue: JobQueue[Tx], *, conflict_id: int, by: Member, at: datetime
) -> Sides:
    """Take a settlement back: both claims stand again as they did.

    Conflict where the claim that gave way was decided anew or has other words by now.
    """
    sides = await _sides(tx, conflict_id, by)
    outcome = sides.conflict.outcome
    if outcome is None or not await rows.set_open(tx, conflict_id):
        raise Conflict("conflict_open")
    if words_digest(*(claim.text for claim in sides.claims)) != sides.conflict.digest:
        raise Conflict("claim_changed", conflict=conflict_id)
    first, second = sides.claims
    gave_way = {Outcome.FIRST: 1, Outcome.SECOND: 0, Outcome.MERGED: 1}.get(outcome)
    if gave_way is not None:
        loser = sides.claims[gave_way]
        away = ClaimState.REJECTED if outcome is Outcome.MERGED else ClaimState.OPEN
        doubtful = bool(loser.problems) and not loser.own_words
        if loser.state is not away or loser.reason not in {"merged", "conflict"} or doubtful:
            raise Conflict("claim_changed", claim=loser.id)
        await _set(tx, loser, ClaimState.APPROVED, sides.homes[gave_way], by, at)
    if outcome is Outcome.MERGED:
        left = _missing(first, second)
        await claim_rows.set_citations(tx, first.id, left, first.set_aside)
    for home in sides.homes:
        await queue.put(tx, shelve_job(home, at))
    return await _sides(tx, conflict_id, by)
