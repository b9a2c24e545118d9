"""Speak or stay silent: lanes, score, budget, hours, flow and back-off. Pure, always with a reason.

safety ▸ mention ▸ obligation ▸ opportunity ▸ calendar; within a lane the best score goes first.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median

from agent.gate_settings import GateSettings
from agent.hours import awake_at
from agent.ledger import Past
from agent.listening.signal import Signal, SignalKind
from agent.moves.moment import Moment, is_human, minutes, speakers
from agent.moves.move import Move
from agent.moves.occasions import comes_round
from agent.moves.ripening import open_questions, ripens
from agent.moves.settling import SLOW
from community.conversation import Message
from community.suggestion import Audience, Candidate, Lane, Why

LANES = tuple(Lane)
"""The order of the lanes is the order of their declaration."""
NEVER_CAPPED = frozenset({Lane.SAFETY, Lane.MENTION})
BUSY = 0.4
"""What it costs to speak into a talk in flow; in a channel that answers within minutes the flow
never ends, and a debt does not wait for its end [D]."""
CALMED = 3
"""After so many τ a quarrel lies far back in the talk, and debts need not wait longer [D]."""
GRAVE = frozenset({"mediate", "escalate"})
"""After these were offered the room is left alone for a while."""
AT_ONCE = timedelta(minutes=1)
"""After harm there is more to see to: the other side, the room, whoever was put down."""
OWED = frozenset({Lane.SAFETY, Lane.MENTION, Lane.OBLIGATION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the gate decided: a candidate, or None and why nothing is said."""

    candidate: Candidate | None
    why: Why
    weighed: tuple[Candidate, ...] = ()


def choose(
    candidates: Iterable[Candidate], moment: Moment, past: Past, moves: Mapping[str, Move]
) -> Choice:
    """The one move to make now, or silence with the reason that weighed most.

    Of a candidate that was turned down the reason is kept; where several were, the reason of
    the one that would have come first is told.
    """
    flow = in_flow(moment)
    endless = moment.patience < SLOW
    weighed = (
        _weigh(each, moves[each.move], past, flow=flow and not (endless and each.lane in OWED))
        for each in candidates
    )
    ranked = sorted(weighed, key=lambda each: (LANES.index(each.lane), -each.score))
    told: list[Candidate] = []
    chosen: Candidate | None = None
    for candidate in ranked:
        against = objection(candidate, moves[candidate.move], moment, past, flow=flow)
        if against is None and chosen is not None:
            against = Why(code="another_first")
        told.append(replace(candidate, against=against))
        chosen = chosen or (candidate if against is None else None)
    if chosen is not None:
        return Choice(candidate=chosen, why=chosen.why, weighed=tuple(told))
    first = next((each.against for each in told), None)
    return Choice(candidate=None, why=first or _quiet_reason(moment), weighed=tuple(told))


def objection(  # noqa: PLR0911  # one return for each rule, in the order they are told
    candidate: Candidate, move: Move, moment: Moment, past: Past, *, flow: bool
) -> Why | None:
    """The first rule that speaks against a candidate, or None."""
    settings = moment.settings
    if move.id in settings.off:
        return Why(code="switched_off", facts={"move": move.id})
    if moment.talk.zone.muted and candidate.lane is not Lane.SAFETY:
        return Why(code="zone_muted")
    if past.rests(candidate, move, moment.thread_of):
        return Why(code="cool_down", facts={"move": move.id})
    if not moment.is_open and not move.wakes:
        return Why(code="quiet_hours", facts={"until": settings.open_from})
    if locked := lock(candidate, move, moment, past):
        return locked
    if past.switched_off(move.id):
        return Why(code="dismissed_often", facts={"move": move.id})
    if candidate.lane not in NEVER_CAPPED and candidate.score < settings.threshold:
        return Why(code="score_low", facts={"move": move.id, "score": round(candidate.score, 2)})
    return _crowding(candidate, move, moment, past, flow=flow)


def _crowding(
    candidate: Candidate, move: Move, moment: Moment, past: Past, *, flow: bool
) -> Why | None:
    """What speaks against one more public message here."""
    settings = moment.settings
    if candidate.lane in NEVER_CAPPED or move.audience is not Audience.PUBLIC:
        return None
    if candidate.lane is Lane.OPPORTUNITY and flow and not move.interrupts:
        return Why(code="in_flow", facts={"speakers": len(speakers(_tail(moment, settings)))})
    if candidate.lane is not Lane.OBLIGATION:
        people = sum(map(is_human, moment.talk.messages))
        if people < settings.warm_up and not move.solicited:
            return Why(code="warm_up", facts={"messages": people, "least": settings.warm_up})
    spent = past.unasked_today
    if candidate.lane is not Lane.OBLIGATION and spent >= settings.posts_per_day:
        return Why(code="budget_spent", facts={"posts": spent, "limit": settings.posts_per_day})
    return None if move.interrupts else _share(candidate, moment, past)


def _share(candidate: Candidate, moment: Moment, past: Past) -> Why | None:
    """The gap between own posts and their share of the talk."""
    settings = moment.settings
    said = len(moment.within(hours=24))
    if candidate.lane is Lane.OPPORTUNITY and past.last_public is not None:
        since = moment.since(past.last_public)
        waited = minutes(past.last_public, moment.now)
        if waited < settings.gap_minutes or len(since) < settings.gap_messages:
            return Why(code="too_soon", facts={"minutes": round(waited), "messages": len(since)})
    if said < settings.share_from:
        return None
    share = (past.public_today + 1) / (said + past.public_today + 1)
    limit = settings.share_limit if candidate.lane is Lane.OBLIGATION else settings.share_target
    if share > limit:
        return Why(code="share", facts={"share": round(100 * share), "limit": round(100 * limit)})
    return None


def _weigh(candidate: Candidate, move: Move, past: Past, *, flow: bool) -> Candidate:
    """The candidate with its interruption cost, slowed down after dismissals."""
    base = {Audience.PUBLIC: 0.1, Audience.PRIVATE: 0.05, Audience.FACILITATOR: 0.0}[move.audience]
    busy = BUSY if flow and move.audience is Audience.PUBLIC and not move.interrupts else 0.0
    factor = 0.5 if past.slowed(move.id) else 1.0
    return replace(
        candidate,
        cost=min(1.0, max(candidate.cost, base) + busy),
        confidence=candidate.confidence * factor,
    )


def in_flow(moment: Moment) -> bool:
    """Whether people are talking right now: enough speakers, short gaps, and not over yet."""
    settings = moment.settings
    tail = _tail(moment, settings)
    if len(tail) < settings.flow_window // 2 or len(speakers(tail)) < settings.flow_speakers:
        return False
    gaps = [minutes(a.at, b.at) for a, b in pairwise(tail)]
    recent = moment.still_minutes <= max(5.0, 2 * settings.flow_minutes)
    return recent and median(gaps) < settings.flow_minutes


def _tail(moment: Moment, settings: GateSettings) -> tuple[Message, ...]:
    found: list[Message] = []
    for message in reversed(moment.talk.messages):
        if is_human(message):
            found.append(message)
        if len(found) == settings.flow_window:
            break
    return tuple(reversed(found))


def lock(candidate: Candidate, move: Move, moment: Moment, past: Past) -> Why | None:
    """Grief, distress or a quarrel of the last hours: the room belongs to its people.

    What is owed waits for the first two hours only, in a channel that answers within minutes for
    three of its τ; the rest for a day.
    """
    if move.settling or candidate.lane is Lane.SAFETY:
        return None
    settings = moment.settings
    owed = candidate.lane in OWED or move.audience is Audience.FACILITATOR
    endless = moment.patience < SLOW
    hush = CALMED * moment.patience / 60 if endless else settings.hush_hours
    hours = hush if owed else settings.lock_hours
    for kind in (SignalKind.GRIEF, SignalKind.DISTRESS, SignalKind.CONFLICT):
        for signal in moment.of(kind):
            at = _newest(signal, moment)
            if at is not None and minutes(at, moment.now) <= 60 * hours:
                return Why(code=f"locked_{kind}", facts={"hours": round(hours, 1)})
    if past.lately(GRAVE, hours):
        return Why(code="locked_after", facts={"hours": round(hours, 1)})
    return None


def _newest(signal: Signal, moment: Moment) -> datetime | None:
    times = [moment.by_id[each].at for each in signal.message_ids if each in moment.by_id]
    return max(times, default=None)


def _quiet_reason(moment: Moment) -> Why:
    """Why there was nothing to weigh at all."""
    if moment.last is None:
        return Why(code="empty_room")
    if any(True for _ in open_questions(moment)):
        return Why(code="leave_room", facts={"patience": round(moment.patience)})
    if in_flow(moment):
        return Why(
            code="in_flow", facts={"speakers": len(speakers(_tail(moment, moment.settings)))}
        )
    return Why(code="nothing_due")


def next_look_at(moment: Moment, choice: Choice) -> datetime | None:
    """The next moment at which something may have ripened; None in an empty room with no plan.

    The next τ of what nobody took up, the quiet after a talk, a follow-up 2 h and a day after a
    push, the end of the quiet hours, a day later at the latest.
    """
    settings = moment.settings
    ripe = list(comes_round(moment))
    if moment.last is not None:
        ripe += [moment.last.at + timedelta(minutes=settings.quiet_minutes), *ripens(moment)]
    ahead = [each + timedelta(seconds=1) for each in ripe if each > moment.now]
    if moment.last is None and not ahead:
        return None
    at = min(ahead, default=moment.now + timedelta(hours=24))
    if choice.candidate is not None:
        safety = choice.candidate.lane is Lane.SAFETY
        at = min(
            at, moment.now + (AT_ONCE if safety else timedelta(minutes=settings.quiet_minutes))
        )
    zone = moment.talk.community.timezone
    return awake_at(settings, at, zone)
