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

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from math import prod

from agent.listening.acts import WINDOW, Act, Traces, merged
from agent.listening.scene import Scene
from agent.listening.segments import Segment, segment_in
from agent.listening.traces import Backdrop, backdrop_of, traces_of
from community.errors import Fact

SURE = 0.5
"""From this confidence on a reading may be used."""
AHEAD = 0.2
"""By so much the first barrier leads; less is mixed evidence."""
MORE, MOST = 0.1, 0.2
"""What an act above the least adds, and how much all of them may add."""
WATCHED = timedelta(days=14)
"""So long somebody must have been seen before anything is said about them."""
MESSAGES, DAYS = 3, 2
SHOWN = 5
"""Messages of a piece of evidence that are shown, the newest."""
HEDGED_SHARE = 0.3
"""Below this share hedges are manners."""
PASSED_SHARE = 0.75
QUIET_FOR, AT_ONCE = timedelta(days=10), timedelta(days=1)
SPOKE_BEFORE, OTHERS_AFTER = 3, 20
REACTED, REACTED_DAYS, HARDLY_SAID = 5, 3, 2
NAMED_ONLY_SHARE = 0.8
THINNED_FROM, THINNED_TO, ROOM_HOLDS = 6, 0.3, 0.6
LATE = timedelta(days=14)


class Barrier(StrEnum):
    """Why a member does not speak; UNKNOWN wherever too little or too mixed a thing was seen."""

    NOT_WANTING = "not_wanting"
    NOT_DARING = "not_daring"
    NOT_KNOWING_HOW = "not_knowing_how"
    UNKNOWN = "unknown"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sign:
    """A hint at one barrier: how many acts it takes, and what it weighs."""

    barrier: Barrier
    least: int
    weight: float


SIGNS: Mapping[str, _Sign] = {
    "passed_by": _Sign(barrier=Barrier.NOT_WANTING, least=4, weight=0.29),
    "named_passed": _Sign(barrier=Barrier.NOT_WANTING, least=2, weight=0.29),
    "nodded": _Sign(barrier=Barrier.NOT_WANTING, least=3, weight=0.29),
    "thinned": _Sign(barrier=Barrier.NOT_WANTING, least=1, weight=0.29),
    "hedged": _Sign(barrier=Barrier.NOT_DARING, least=2, weight=0.35),
    "put_down": _Sign(barrier=Barrier.NOT_DARING, least=1, weight=0.3),
    "took_back": _Sign(barrier=Barrier.NOT_DARING, least=2, weight=0.35),
    "left_alone": _Sign(barrier=Barrier.NOT_DARING, least=2, weight=0.3),
    "quiet_after": _Sign(barrier=Barrier.NOT_DARING, least=1, weight=0.3),
    "only_when_named": _Sign(barrier=Barrier.NOT_DARING, least=3, weight=0.25),
    "reads_along": _Sign(barrier=Barrier.NOT_DARING, least=5, weight=0.25),
    "late_first_word": _Sign(barrier=Barrier.NOT_DARING, least=1, weight=0.15),
    "wordless": _Sign(barrier=Barrier.NOT_KNOWING_HOW, least=2, weight=0.45),
    "asked_back": _Sign(barrier=Barrier.NOT_KNOWING_HOW, least=2, weight=0.4),
    "asked_again": _Sign(barrier=Barrier.NOT_KNOWING_HOW, least=1, weight=0.25),
    "reworked": _Sign(barrier=Barrier.NOT_KNOWING_HOW, least=3, weight=0.3),
    "only_ready_made": _Sign(barrier=Barrier.NOT_KNOWING_HOW, least=2, weight=0.3),
}
ABSENCE = frozenset({"passed_by", "named_passed", "thinned", "quiet_after"})
"""Silences: they say nothing of somebody who told why they are away."""
DIFFICULT = ("hedged", "wordless", "asked_back", "asked_again", "put_down", "left_alone")
WILLING = 2
"""Open calls answered in words, from which wanting and knowing how are there."""


def barrier_of(scene: Scene, member_id: int) -> Reading:
    """What one room shows of one member; nothing is read of who opted out."""
    return reading_of(member_id, [backdrop_of(scene)])


def reading_of(member_id: int, found: Iterable[Backdrop]) -> Reading:
    """What the rooms of a community show of one member together."""
    rooms = tuple(found)
    known = [room.scene.talk.members.get(member_id) for room in rooms]
    if not rooms or any(member is not None and member.opted_out for member in known):
        return Reading(member_id=member_id)
    now = max(room.scene.now for room in rooms)
    return read_traces(merged(member_id, (traces_of(room, member_id) for room in rooms)), now)


def read_traces(traces: Traces, now: datetime) -> Reading:
    """The barrier and the segment that the acts of one member carry."""
    segment, acts = segment_in(traces, now)
    grounds = tuple(_evidence(code, found) for code, found in acts.items())
    read = Reading(member_id=traces.member_id, segment=segment, segment_evidence=grounds)
    too_early = traces.since is None or now - traces.since < WATCHED
    if too_early or segment_in(_at_ease(traces), now)[0] is Segment.SELF_DRIVEN:
        return read
    found = dict(_signs(traces, now))
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


def _signs(traces: Traces, now: datetime) -> Iterator[tuple[str, tuple[Act, ...]]]:
    """The signs that have their least number of acts."""
    plain = ("named_passed", "nodded", "put_down", "took_back", "left_alone")
    found = {code: traces.of(code) for code in (*plain, "wordless", "asked_back", "asked_again")}
    found |= {
        "reworked": traces.of("reworked"),
        "passed_by": _passed_by(traces),
        "hedged": _hedged(traces),
        "thinned": _thinned(traces, now),
        "quiet_after": _quiet_after(traces, now),
        "only_when_named": _only_when_named(traces),
        "reads_along": _reads_along(traces),
        "late_first_word": _late_first_word(traces, now),
        "only_ready_made": _only_ready_made(traces),
    }
    away = bool(traces.of("away"))
    for code, acts in found.items():
        if len(acts) >= SIGNS[code].least and not (away and code in ABSENCE):
            yield code, acts


def _passed_by(traces: Traces) -> tuple[Act, ...]:
    """Most calls to everybody were let pass."""
    passed = traces.of("passed_by")
    met = len(passed) + sum(len(traces.of(code)) for code in ("took_up", "nodded", "ticked"))
    return passed if passed and len(passed) >= PASSED_SHARE * met else ()


def _hedged(traces: Traces) -> tuple[Act, ...]:
    """A good part of what they say they take back while saying it."""
    hedged, said = traces.of("hedged"), traces.of("spoke")
    return hedged if said and len(hedged) >= HEDGED_SHARE * len(said) else ()


def _thinned(traces: Traces, now: datetime) -> tuple[Act, ...]:
    """They spoke and hardly do now, while the room goes on and nothing was done to them."""
    if traces.of("put_down") or len(traces.of("left_alone")) >= SIGNS["left_alone"].least:
        return ()
    half = now - WINDOW / 2
    nods = {act.message_ids[0] for act in traces.of("nodded")}
    said = [act for act in traces.of("spoke") if act.message_ids[0] not in nods]
    before = [act for act in said if act.at < half]
    after = len(said) - len(before)
    holds = traces.others[0] > 0 and traces.others[1] >= ROOM_HOLDS * traces.others[0]
    few = len(before) >= THINNED_FROM and after <= THINNED_TO * len(before)
    return tuple(before[-1:]) if few and holds else ()


def _quiet_after(traces: Traces, now: datetime) -> tuple[Act, ...]:
    """Silent since a share was put down or left alone, longer than they ever were before."""
    hurts = [*traces.of("put_down"), *traces.of("left_alone")]
    said = [act.at for act in traces.of("spoke")]
    if not hurts or len(said) < SPOKE_BEFORE or traces.others[1] < OTHERS_AFTER:
        return ()
    last = max(hurts, key=lambda act: act.at)
    silent = now - max(last.at, said[-1])
    went_on = said[-1] > last.at + AT_ONCE
    longest = max(later - sooner for sooner, later in pairwise(said))
    return (last,) if silent >= max(QUIET_FOR, longest) and not went_on else ()


def _only_when_named(traces: Traces) -> tuple[Act, ...]:
    """Nearly all they say is asked for by name or by a call."""
    stirred, said = traces.of("stirred"), traces.of("spoke")
    return stirred if said and len(stirred) >= NAMED_ONLY_SHARE * len(said) else ()


def _reads_along(traces: Traces) -> tuple[Act, ...]:
    """They react on several days and hardly say a word."""
    given = traces.of("reacted")
    days = {act.at.date() for act in given}
    hardly = len(traces.of("spoke")) <= HARDLY_SAID
    return given if len(given) >= REACTED and len(days) >= REACTED_DAYS and hardly else ()


def _late_first_word(traces: Traces, now: datetime) -> tuple[Act, ...]:
    """Two weeks and more passed between the first day here and the first word."""
    said = traces.of("spoke")
    joined_in_window = traces.since is not None and now - traces.since < WINDOW - timedelta(days=1)
    late = said and traces.since is not None and said[0].at - traces.since >= LATE
    return said[:1] if joined_in_window and late else ()


def _only_ready_made(traces: Traces) -> tuple[Act, ...]:
    """Questions that bring their answers along are answered, open ones never."""
    open_ones = len(traces.of("passed_by"))
    never = not traces.of("took_up") and open_ones >= SIGNS["only_ready_made"].least
    return traces.of("ticked") if never else ()


def _evidence(code: str, acts: tuple[Act, ...]) -> Evidence:
    """A sign as people are shown it: how often, on how many days, and the newest messages."""
    ids = [message for act in reversed(acts) for message in act.message_ids]
    return Evidence(
        code=code,
        facts={"times": len(acts), "dates": len({act.at.date() for act in acts})},
        message_ids=tuple(dict.fromkeys(ids))[:SHOWN],
    )
