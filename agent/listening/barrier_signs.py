"""What hints at each barrier: which acts, how many it takes, what they weigh (docs/people.md)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from agent.listening.acts import WINDOW, Act, Traces

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
class Sign:
    """A hint at one barrier: how many acts it takes, and what it weighs."""

    barrier: Barrier
    least: int
    weight: float


SIGNS: Mapping[str, Sign] = {
    "passed_by": Sign(barrier=Barrier.NOT_WANTING, least=4, weight=0.29),
    "named_passed": Sign(barrier=Barrier.NOT_WANTING, least=2, weight=0.29),
    "nodded": Sign(barrier=Barrier.NOT_WANTING, least=3, weight=0.29),
    "thinned": Sign(barrier=Barrier.NOT_WANTING, least=1, weight=0.29),
    "hedged": Sign(barrier=Barrier.NOT_DARING, least=2, weight=0.35),
    "put_down": Sign(barrier=Barrier.NOT_DARING, least=1, weight=0.3),
    "took_back": Sign(barrier=Barrier.NOT_DARING, least=2, weight=0.35),
    "left_alone": Sign(barrier=Barrier.NOT_DARING, least=2, weight=0.3),
    "quiet_after": Sign(barrier=Barrier.NOT_DARING, least=1, weight=0.3),
    "only_when_named": Sign(barrier=Barrier.NOT_DARING, least=3, weight=0.25),
    "reads_along": Sign(barrier=Barrier.NOT_DARING, least=5, weight=0.25),
    "late_first_word": Sign(barrier=Barrier.NOT_DARING, least=1, weight=0.15),
    "wordless": Sign(barrier=Barrier.NOT_KNOWING_HOW, least=2, weight=0.45),
    "asked_back": Sign(barrier=Barrier.NOT_KNOWING_HOW, least=2, weight=0.4),
    "asked_again": Sign(barrier=Barrier.NOT_KNOWING_HOW, least=1, weight=0.25),
    "used_frame": Sign(barrier=Barrier.NOT_KNOWING_HOW, least=2, weight=0.35),
    "reworked": Sign(barrier=Barrier.NOT_KNOWING_HOW, least=3, weight=0.3),
    "only_ready_made": Sign(barrier=Barrier.NOT_KNOWING_HOW, least=2, weight=0.3),
}
UNWORDED = ("wordless", "asked_back", "asked_again", "reworked", "used_frame")
ABSENCE = frozenset({"passed_by", "named_passed", "thinned", "quiet_after"})
"""Silences: they say nothing of somebody who told why they are away."""


def signs_of(traces: Traces, now: datetime) -> Iterator[tuple[str, tuple[Act, ...]]]:
    """The signs that have their least number of acts."""
    plain = ("named_passed", "nodded", "put_down", "took_back", "left_alone")
    found = {code: traces.of(code) for code in (*plain, *UNWORDED)}
    found |= {
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
