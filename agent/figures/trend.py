"""Weeks beside what is normal for this community."""

import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from agent.figures.replying import DAY, LEAST, waits
from agent.figures.tally import Tally
from agent.figures.view import View
from agent.figures.waits import quantile

BEFORE = 8
"""Weeks before a week that say what is normal for it (§5: same weekday of 8 weeks)."""
ENOUGH = 4
SATURDAY = 5
SPREAD = 1.4826
"""MAD times this is the standard deviation of a normal distribution (Hampel 1974)."""
WIDTH = 2.5
"""Standard deviations a normal week may lie from the median [D]."""
LEAST_SPREAD = 0.1
"""What eight weeks alone cannot tell: no series here is steadier than a tenth [D]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A week from its Monday, or a day: its value, None where it cannot be seen; its normal band.

    The band is the median of the 8 weeks before (for a day: of the working days or the days of
    weekends in them) ± 2.5 robust standard deviations, None where fewer than 4 are known.
    """

    start: date
    value: float | None
    low: float | None
    high: float | None


def banded(values: Sequence[float | None], starts: Sequence[date]) -> tuple[Point, ...]:
    """Weeks with their band."""
    return tuple(
        _point(start, value, values[max(0, at - BEFORE) : at])
        for at, (start, value) in enumerate(zip(starts, values, strict=True))
    )


def _point(start: date, value: float | None, before: Sequence[float | None]) -> Point:
    """A point beside those before it; the spread is at least chance (√median) and a tenth."""
    known = [each for each in before if each is not None]
    if len(known) < ENOUGH:
        return Point(start=start, value=value, low=None, high=None)
    middle = statistics.median(known)
    spread = SPREAD * statistics.median(abs(each - middle) for each in known)
    reach = WIDTH * max(spread, middle**0.5, LEAST_SPREAD * middle)
    return Point(start=start, value=value, low=max(0.0, middle - reach), high=middle + reach)


def _messages(_: View, days: Sequence[Tally]) -> float:
    return sum(day.messages for day in days)


def _speakers(_: View, days: Sequence[Tally]) -> float:
    return len(frozenset[int]().union(*(day.said for day in days)))


def _reply_rate(view: View, days: Sequence[Tally]) -> float | None:
    """Percent answered by another person within 24 h."""
    if _mostly_unlinked(days):
        return None
    old = [one for one in view.owed(days) if view.age(one.at) >= DAY]
    if len(old) < LEAST:
        return None
    return 100 * sum(one.wait is not None and one.wait <= DAY for one in old) / len(old)


def _first_reply(view: View, days: Sequence[Tally]) -> float | None:
    """Median minutes to the first answer."""
    owed = view.owed(days)
    if _mostly_unlinked(days) or len(owed) < LEAST:
        return None
    found = quantile(waits(view, owed), 0.5)
    return None if found is None else found / 60


def _mostly_unlinked(days: Iterable[Tally]) -> bool:
    messages = sum(day.messages for day in days)
    return sum(day.unlinked for day in days) * 5 > messages


SERIES: Mapping[str, Callable[[View, Sequence[Tally]], float | None]] = {
    "messages": _messages,
    "speakers": _speakers,
    "reply_rate": _reply_rate,
    "first_reply": _first_reply,
}


def trend(view: View, code: str, weeks: int = 53) -> tuple[Point, ...]:
    """The full weeks of a year at most, none before the community began to speak."""
    if not view.tallies:
        return ()
    this = view.today - timedelta(days=view.today.weekday())
    begun = view.tallies[0].day
    start = max(this - timedelta(weeks=weeks), begun + timedelta(days=-begun.weekday() % 7))
    count = max(0, (this - start).days // 7)
    mondays = [start + timedelta(weeks=at) for at in range(count)]
    by_week: dict[date, list[Tally]] = {monday: [] for monday in mondays}
    for day in view.tallies:
        monday = day.day - timedelta(days=day.day.weekday())
        if monday in by_week:
            by_week[monday].append(day)
    return banded([SERIES[code](view, by_week[monday]) for monday in mondays], mondays)


def by_day(view: View, code: str, days: int = 42) -> tuple[Point, ...]:
    """The full days of the last six weeks, none before the community began to speak."""
    if not view.tallies:
        return ()
    start = max(view.today - timedelta(days=days), view.tallies[0].day)
    tallies = {tally.day: tally for tally in view.tallies}
    found: list[tuple[date, float | None]] = []
    points: list[Point] = []
    for at in range((view.today - start).days):
        day = start + timedelta(days=at)
        value = SERIES[code](view, [tallies[day]] if day in tallies else [])
        alike = [each for when, each in found if _rests(when) == _rests(day)]
        points.append(_point(day, value, alike))
        found.append((day, value))
    return tuple(points)


def _rests(day: date) -> bool:
    return day.weekday() >= SATURDAY
