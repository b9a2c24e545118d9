"""The ledger by week: what was owed, what became of it, how long people waited."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from community.obligation import BEFORE_US, DebtKind, DebtState, Obligation

PUSHES = frozenset({DebtKind.PUSH_FOLLOW_UP, DebtKind.PUSH_NEXT_DAY, DebtKind.PROMISE})
"""Kinds that nobody waits for an answer to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DebtWeek:
    """One week by the community's calendar; `starts` is its Monday.

    Debts count in the week they opened in: opened = in_time + late + excused + missed + waiting.
    `median_minutes` is from asking to being answered over what was met, None where nothing was.
    """

    starts: date
    opened: int
    in_time: int
    late: int
    excused: int
    missed: int
    waiting: int
    median_minutes: float | None


def weeks_of(debts: Iterable[Obligation], timezone: str) -> tuple[DebtWeek, ...]:
    """The weeks in which anything opened, oldest first; what was owed before us is left out."""
    found: defaultdict[date, list[Obligation]] = defaultdict(list)
    for each in debts:
        if each.reason != BEFORE_US:
            found[monday_of(each.opened_at, timezone)].append(each)
    return tuple(_week(starts, found[starts]) for starts in sorted(found))


def monday_of(at: datetime, timezone: str) -> date:
    """The Monday of the week a moment lies in, there."""
    day = at.astimezone(ZoneInfo(timezone)).date()
    return day - timedelta(days=day.weekday())


def _week(starts: date, debts: list[Obligation]) -> DebtWeek:
    met = [each for each in debts if each.state is DebtState.MET]
    in_time = sum(each.closed_at is not None and each.closed_at <= each.due_at for each in met)
    waits = [
        (each.closed_at - each.opened_at).total_seconds() / 60
        for each in met
        if each.closed_at is not None and each.kind not in PUSHES
    ]
    counts = {state: sum(each.state is state for each in debts) for state in DebtState}
    return DebtWeek(
        starts=starts,
        opened=len(debts),
        in_time=in_time,
        late=len(met) - in_time,
        excused=counts[DebtState.EXCUSED],
        missed=counts[DebtState.MISSED],
        waiting=counts[DebtState.OPEN],
        median_minutes=median(waits) if waits else None,
    )
