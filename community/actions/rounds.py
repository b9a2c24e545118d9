"""A round of review: begun once for everybody, settled claim by claim, taken back, ended."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from community.actions.distillations import Check, ClaimDecision, ClaimVerdict, review_claim
from community.agenda import Point
from community.distillation import Claim, ClaimState, Distillation
from community.errors import Conflict, Invalid, NotFound
from community.jobs import JobQueue
from community.people import Member
from community.round import ReviewRound, RoundOutcome, RoundPoint, SettledPoint, TakenBack
from community.store import claims as claim_rows
from community.store import distillations, members
from community.store import rounds as rows
from community.store.engine import Tx

MOST_PRESENT = 60
_MADE = {
    ClaimState.APPROVED: RoundOutcome.AGREED,
    ClaimState.REJECTED: RoundOutcome.DROPPED,
    ClaimState.OPEN: RoundOutcome.PARKED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling:
    """What a group does with the claim in front, as it was shown.

    `text` are other words it agreed on, `own` that they are those of who decides.
    """

    claim_id: int
    outcome: RoundOutcome
    seen: str
    text: str | None = None
    own: bool = False


async def begin_round(
    tx: Tx, *, by: Member, points: Sequence[Point], present: Sequence[str], at: datetime
) -> ReviewRound:
    """Begin a round for everybody who reviews; Conflict while another one goes on."""
    before = await rows.latest_round(tx, by.community_id)
    if before is not None and not before.is_over(at):
        who = await members.member(tx, before.member_id)
        raise Conflict("round_going", by=who.name if who else None)
    if not points:
        raise Invalid("round_nothing_open")
    new = ReviewRound(
        id=0,
        community_id=by.community_id,
        member_id=by.id,
        points=tuple(RoundPoint(claim_id=each.claim.id, because=each.because) for each in points),
        present=tuple(dict.fromkeys(" ".join(name.split()) for name in present))[:MOST_PRESENT],
        began_at=at,
    )
    return await rows.insert_round(tx, new)


def _joined(one: ReviewRound, by: Member) -> ReviewRound:
    """The round with somebody present; who opted out is named nowhere."""
    if by.opted_out or by.name in one.present or len(one.present) >= MOST_PRESENT:
        return one
    return replace(one, present=(*one.present, by.name))


async def join_round(tx: Tx, *, round_id: int, by: Member, at: datetime) -> ReviewRound:
    """Sit down at a round on a screen of one's own: whoever does so is present."""
    found = await _going(tx, round_id, at)
    changed = _joined(found, by)
    if changed != found:
        await rows.save_round(tx, changed)
    return changed


async def _going(tx: Tx, round_id: int, at: datetime) -> ReviewRound:
    found = await rows.round_in_hand(tx, round_id)
    if found is None:
        raise NotFound("not_found")
    if found.is_over(at):
        raise Conflict("round_over")
    return found


async def settle_point(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    round_id: int,
    by: Member,
    settling: Settling,
    at: datetime,
    check: Check,
) -> tuple[ReviewRound, Distillation | None]:
    """Decide on the claim in front, in one's own name, and go on; its article, where it changed.

    Who decides on a claim another screen has left already reads so. A claim that was decided
    beside the round, or is gone, is passed over.
    """
    found = await _going(tx, round_id, at)
    if found.point is None or found.point.claim_id != settling.claim_id:
        raise Conflict("round_moved")
    claim = await claim_rows.claim(tx, settling.claim_id)
    verdict = None if claim is None else _verdict(claim, settling)
    home = None
    if verdict is not None:
        home = await review_claim(
            tx, queue, claim_id=settling.claim_id, by=by.id, verdict=verdict, at=at, check=check
        )
        claim = await claim_rows.claim(tx, settling.claim_id)
    made = SettledPoint(
        claim_id=settling.claim_id,
        outcome=RoundOutcome.PARKED if claim is None else _MADE[claim.state],
        text=claim.text if claim else "",
        decided=verdict is not None,
        by=by.id,
    )
    changed = replace(_joined(found, by), settled=(*found.settled, made))
    changed = replace(changed, ended_at=None if changed.point else at)
    await rows.save_round(tx, changed)
    return changed, home


def _verdict(claim: Claim, settling: Settling) -> ClaimVerdict | None:
    """The decision there is to make; None where the claim is parked or decided already."""
    if settling.outcome is RoundOutcome.PARKED or claim.state is not ClaimState.OPEN:
        return None
    decision = ClaimDecision.APPROVE
    if settling.outcome is RoundOutcome.DROPPED:
        decision = ClaimDecision.REJECT
    elif settling.text is not None:
        decision = ClaimDecision.EDIT
    return ClaimVerdict(decision=decision, seen=settling.seen, text=settling.text, own=settling.own)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undoing:
    """The step to take back: the last one, by its claim; `anothers`: knowing it is another's."""

    claim_id: int
    anothers: bool = False


async def step_back(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    round_id: int,
    by: Member,
    undoing: Undoing,
    at: datetime,
    check: Check,
) -> tuple[ReviewRound, Distillation | None]:
    """Take the last step back, and say on every screen who did and whose it was.

    Another's step is taken back only by who knows that it is (Conflict with the name).
    """
    found = await _going(tx, round_id, at)
    if not found.settled or found.settled[-1].claim_id != undoing.claim_id:
        raise Conflict("round_moved")
    last = found.settled[-1]
    if last.by not in (None, by.id) and not undoing.anothers:
        whose = await members.member(tx, last.by or 0)
        raise Conflict("round_anothers", by=whose.name if whose else None)
    claim = await claim_rows.claim(tx, undoing.claim_id)
    home = None
    if last.decided and claim is not None and claim.state is not ClaimState.OPEN:
        verdict = ClaimVerdict(decision=ClaimDecision.REOPEN, seen=claim.digest)
        home = await review_claim(
            tx, queue, claim_id=claim.id, by=by.id, verdict=verdict, at=at, check=check
        )
    place = len(found.settled) - 1
    back = replace(found.points[place], back=TakenBack(by=by.id, whose=last.by))
    points = (*found.points[:place], back, *found.points[place + 1 :])
    changed = replace(_joined(found, by), points=points, settled=found.settled[:-1])
    await rows.save_round(tx, changed)
    return changed, home


async def vote_in_round(
    tx: Tx, *, round_id: int, by: Member, claim_id: int, agrees: bool | None, at: datetime
) -> ReviewRound:
    """Say what one thinks of the claim in front, change it, or take it back (None)."""
    found = await _going(tx, round_id, at)
    if found.point is None or found.point.claim_id != claim_id:
        raise Conflict("round_moved")
    said = {who: vote for who, vote in found.votes.get(claim_id, {}).items() if who != by.id}
    if agrees is not None:
        said[by.id] = agrees
    changed = replace(_joined(found, by), votes={**found.votes, claim_id: said})
    await rows.save_round(tx, changed)
    return changed


async def set_round_clock(tx: Tx, *, round_id: int, running: bool, at: datetime) -> ReviewRound:
    """Stop the clock or let it go on; what it does already it goes on doing."""
    found = await _going(tx, round_id, at)
    changed = found
    if running and found.paused_at is not None:
        changed = replace(found, stood=found.stood + (at - found.paused_at), paused_at=None)
    elif not running and found.paused_at is None:
        changed = replace(found, paused_at=at)
    await rows.save_round(tx, changed)
    return changed


async def end_round(tx: Tx, *, round_id: int, at: datetime) -> ReviewRound:
    """End a round; what was decided in it stands. A round that is over stays so."""
    found = await rows.round_in_hand(tx, round_id)
    if found is None:
        raise NotFound("not_found")
    changed = found if found.ended_at else replace(found, ended_at=at)
    await rows.save_round(tx, changed)
    return changed


async def articles_in(tx: Tx, one: ReviewRound) -> dict[int, Distillation]:
    """The articles of what a round goes through, by claim; claims that are gone are missing."""
    homes: dict[int, Distillation] = {}
    for point in one.points:
        if point.claim_id not in homes:
            home = await distillations.distillation_of_claim(tx, point.claim_id)
            homes |= {claim.id: home for claim in home.claims} if home else {}
    return homes
