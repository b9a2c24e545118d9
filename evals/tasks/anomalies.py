"""Anomalies: `simmer eval anomalies --json` on 200 made histories with planted changes.

Recall: planted changes (drop of speakers, slow decline, loss of newcomers) with an alert within 7
days; a slow decline is due when 30 % of the talk is gone, an alert before that counts as well.
False alarms: alerts outside a planted change, by community and quarter (91 days) watched.
The detectors were adjusted on seeds 0-199 (`tuned` scores 100 of them); the figures at the top
are of seeds from 1000 on, scored after that and never adjusted to. The floor is a plain |z| > 3
on daily messages over 28 days.
"""

import statistics
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from agent.figures.anomalies import LEAST_WEEKS, anomalies
from evals.histories import DAYS, KINDS, START, History, Kind, history
from evals.task import Figures, Options

HISTORIES = 200
HELD_OUT = 1000
"""The first seed that nothing was adjusted to."""
WITHIN = timedelta(days=7)
QUARTER = 91
WATCHED_FROM = START + timedelta(weeks=LEAST_WEEKS)
END = START + timedelta(days=DAYS)
CAUSE: dict[Kind, str] = {
    "drop": "fewer_speak",
    "decline": "fewer_speak",
    "newcomer_loss": "newcomers_leave",
}
Alert = tuple[date, str]
Watcher = Callable[[History], Iterable[Alert]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One history: found in time (None where nothing was planted), its cause, false alarms."""

    kind: Kind
    found: bool | None
    right_cause: bool
    false: int
    days: int


def measure(options: Options) -> Figures:
    """Recall and false alarms on the held-out seeds, by kind, beside tuning seeds and floor."""
    count = options.size or HISTORIES
    fresh = _made(HELD_OUT, count)
    return {
        **_figures([judged(one, watched) for one in fresh]),
        "histories": count,
        "floor": _figures([judged(one, floor) for one in fresh]),
        "tuned": _figures([judged(one, watched) for one in _made(0, count // 2)]),
    }


def _made(seed: int, count: int) -> list[History]:
    return [history(at, KINDS[at // 2 % len(KINDS)]) for at in range(seed, seed + count)]


def watched(one: History) -> Iterable[Alert]:
    """The product's alerts."""
    return [(each.day, each.cause) for each in anomalies(one.tallies, END, one.holidays)]


def floor(one: History) -> Iterable[Alert]:
    """|z| > 3 of a day's messages over the 28 days before."""
    by_day = {tally.day: tally.messages for tally in one.tallies}
    said = [by_day.get(START + timedelta(days=at), 0) for at in range(DAYS)]
    for at in range(28, DAYS):
        before = said[at - 28 : at]
        spread = statistics.pstdev(before)
        if spread and abs(said[at] - statistics.fmean(before)) > 3 * spread:
            yield START + timedelta(days=at), ""


def judged(one: History, watcher: Watcher) -> Judged:
    """What the alerts on a history were worth."""
    alerts = [alert for alert in watcher(one) if alert[0] >= WATCHED_FROM]
    since, due = one.since, one.due
    if since is None or due is None:
        days = (END - WATCHED_FROM).days
        return Judged(kind=one.kind, found=None, right_cause=False, false=len(alerts), days=days)
    true = [alert for alert in alerts if since <= alert[0] < due + WITHIN]
    return Judged(
        kind=one.kind,
        found=bool(true),
        right_cause=bool(true) and true[0][1] == CAUSE[one.kind],
        false=sum(day < since for day, _ in alerts),
        days=(since - WATCHED_FROM).days,
    )


def _figures(judgements: list[Judged]) -> Figures:
    planted = [one for one in judgements if one.found is not None]
    found = [one for one in planted if one.found]
    days = sum(one.days for one in judgements)
    return {
        "recall": _share(len(found), len(planted)),
        "cause_right": _share(sum(one.right_cause for one in found), len(found)),
        "false_per_quarter": round(sum(one.false for one in judgements) * QUARTER / days, 3),
        "worst_kind": round(max(_false(judgements, kind) for kind in KINDS), 3),
        "planted": len(planted),
        "by_kind": {
            kind: _share(
                sum(one.kind == kind for one in found), sum(one.kind == kind for one in planted)
            )
            for kind in CAUSE
        },
        "false_by_kind": {kind: round(_false(judgements, kind), 3) for kind in KINDS},
    }


def _false(judgements: list[Judged], kind: Kind) -> float:
    own = [one for one in judgements if one.kind == kind]
    return sum(one.false for one in own) * QUARTER / max(1, sum(one.days for one in own))


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
