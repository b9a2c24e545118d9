"""What keeps a member from speaking, read from their acts alone; unknown is the honest default.

    not_wanting      不想讲   calls are passed by or answered with next to nothing, they grow quiet
                              although nothing was done to them
    not_daring       不敢讲   own words are hedged or taken back, a share was put down or left alone
                              and they fell silent, they react but do not speak
    not_knowing_how  不会讲   words are missing by their own account, others cannot tell what is
                              meant, the same is asked again, only ready-made answers are used

Each sign has a least number of acts and a weight; every act above the least adds .1, at most .2.
The weights of one barrier are joined as independent hints: 1 − Π(1 − w). A barrier is named at
.5 and more, .2 ahead of the next, on at least three messages of two days, after two weeks here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from math import prod

from agent.listening.acts import Act, Traces, merged, with_frames
from agent.listening.barrier_signs import SIGNS, Barrier, signs_of
from agent.listening.segments import Segment, segment_in
from agent.listening.traces import Backdrop, traces_of
from community.errors import Fact

SURE = 0.5
"""From this confidence on a reading may be used."""
AHEAD = 0.2
"""By so much the first barrier leads; less is mixed evidence."""
MORE, MOST = 0.1, 0.2
"""What an act above the least adds, and how much all of them may add."""
WATCHED = timedelta(days=14)
"""So long somebody must have been seen before anything is said about them."""
DIFFICULT = ("hedged", "wordless", "asked_back", "asked_again", "put_down", "left_alone")
WILLING = 2
"""Open calls answered in words, from which wanting and knowing how are there."""
MESSAGES, DAYS = 3, 2
SHOWN = 5
"""Messages of a piece of evidence that are shown, the newest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a reading rests on: a code for the locales, its numbers, and messages to open."""

    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict[str, Fact])
    message_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What may be said of one member now. It is never kept: it is read again when asked for."""

    member_id: int
    barrier: Barrier = Barrier.UNKNOWN
    confidence: float = 0.0
    evidence: tuple[Evidence, ...] = ()
    segment: Segment = Segment.UNKNOWN
    segment_evidence: tuple[Evidence, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether help may be chosen by it."""
        return self.barrier is not Barrier.UNKNOWN and self.confidence >= SURE


def reading_of(
    member_id: int, found: Iterable[Backdrop], framed: Iterable[datetime] = ()
) -> Reading:
    """What the rooms show of one member together; `framed` is when they were given blanks."""
    rooms = tuple(found)
    known = [room.scene.talk.members.get(member_id) for room in rooms]
    if not rooms or any(member is not None and member.opted_out for member in known):
        return Reading(member_id=member_id)
    now = max(room.scene.now for room in rooms)
    traces = merged(member_id, (traces_of(room, member_id) for room in rooms))
    return read_traces(with_frames(traces, framed), now)


def read_traces(traces: Traces, now: datetime) -> Reading:
    """The barrier and the segment that the acts of one member carry."""
    segment, acts = segment_in(traces, now)
    grounds = tuple(_evidence(code, found) for code, found in acts.items())
    read = Reading(member_id=traces.member_id, segment=segment, segment_evidence=grounds)
    too_early = traces.since is None or now - traces.since < WATCHED
    if too_early or segment_in(_at_ease(traces), now)[0] is Segment.SELF_DRIVEN:
        return read
    found = dict(signs_of(traces, now))
    scores = _scores(found, traces)
    best, second = sorted(scores.values(), reverse=True)[:2]
    barrier = max(scores, key=lambda each: scores[each])
    counting = {code: acts for code, acts in found.items() if SIGNS[code].barrier is barrier}
    if best < SURE or best - second < AHEAD or not _enough(counting):
        return read
    evidence = tuple(_evidence(code, acts) for code, acts in counting.items())
    return Reading(
        member_id=traces.member_id,
        barrier=barrier,
        confidence=round(best, 2),
        evidence=tuple(sorted(evidence, key=lambda each: -SIGNS[each.code].weight)),
        segment=segment,
        segment_evidence=grounds,
    )


def _at_ease(traces: Traces) -> Traces:
    """What they did without any difficulty showing; who speaks so by themselves has no barrier."""
    hard = {id_ for code in DIFFICULT for act in traces.of(code) for id_ in act.message_ids}
    return replace(
        traces, acts=tuple(act for act in traces.acts if not hard & set(act.message_ids))
    )


def _scores(found: Mapping[str, tuple[Act, ...]], traces: Traces) -> dict[Barrier, float]:
    """How strongly each barrier is hinted at, 0–1."""
    scores: dict[Barrier, float] = {}
    for barrier in (Barrier.NOT_WANTING, Barrier.NOT_DARING, Barrier.NOT_KNOWING_HOW):
        doubts = (1 - _weight(code, acts) for code, acts in found.items() if _for(code, barrier))
        scores[barrier] = 1 - prod(doubts)
    if len(traces.of("took_up")) >= WILLING:
        scores[Barrier.NOT_WANTING] /= 2
        scores[Barrier.NOT_KNOWING_HOW] /= 2
    if "reads_along" in found:
        scores[Barrier.NOT_WANTING] /= 2
    return scores


def _for(code: str, barrier: Barrier) -> bool:
    return SIGNS[code].barrier is barrier


def _weight(code: str, acts: tuple[Act, ...]) -> float:
    sign = SIGNS[code]
    return sign.weight + min(MOST, MORE * max(0, len(acts) - sign.least))


def _enough(found: Mapping[str, tuple[Act, ...]]) -> bool:
    """Never from one message, and never from one day."""
    acts = [act for acts in found.values() for act in acts]
    messages = {act.message_ids[0] for act in acts if act.message_ids}
    return len(messages) >= MESSAGES and len({act.at.date() for act in acts}) >= DAYS


def _evidence(code: str, acts: tuple[Act, ...]) -> Evidence:
    """A sign as people are shown it: how often, on how many days, and the newest messages."""
    ids = [message for act in reversed(acts) for message in act.message_ids]
    return Evidence(
        code=code,
        facts={"times": len(acts), "dates": len({act.at.date() for act in acts})},
        message_ids=tuple(dict.fromkeys(ids))[:SHOWN],
    )
