"""Times of day and working days, always meant in a community's own timezone."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

SATURDAY = 5
"""date.weekday() of the first day of the weekend."""


def local(at: datetime, timezone: str) -> datetime:
    """The wall clock of the community at an instant."""
    return at.astimezone(ZoneInfo(timezone))


def is_open(at: datetime, timezone: str, *, first: int, last: int) -> bool:
    """Whether the hour of day lies in [first, last): outside are the quiet hours."""
    return first <= local(at, timezone).hour < last


def opens_at(at: datetime, timezone: str, *, first: int, last: int) -> datetime:
    """The instant itself within open hours, else the next opening."""
    here = local(at, timezone)
    if first <= here.hour < last:
        return at
    day = here.date() if here.hour < first else here.date() + timedelta(days=1)
    opening = datetime.combine(day, time(first), tzinfo=here.tzinfo)
    return opening.astimezone(at.tzinfo)


def open_minutes(  # two instants, a place and its hours
    since: datetime, until: datetime, timezone: str, *, first: int, last: int, longest: int = 7
) -> float:
    """Minutes of [since, until] inside open hours; beyond `longest` days the days are whole."""
    if until <= since:
        return 0.0
    if until - since > timedelta(days=longest):
        whole = (until - since).days - longest
        rest = open_minutes(since, until - timedelta(days=whole), timezone, first=first, last=last)
        return whole * (last - first) * 60 + rest
    start, end = local(since, timezone), local(until, timezone)
    minutes = 0.0
    day = start.date()
    while day <= end.date():
        opening = datetime.combine(day, time(first), tzinfo=start.tzinfo)
        closing = opening + timedelta(hours=last - first)
        minutes += max(0.0, (min(end, closing) - max(start, opening)).total_seconds() / 60)
        day += timedelta(days=1)
    return minutes


def is_working_day(day: date, holidays: Collection[date]) -> bool:
    """Monday to Friday without the community's holidays."""
    return day.weekday() < SATURDAY and day not in holidays


def working_days_between(
    since: datetime, until: datetime, timezone: str, holidays: Collection[date] = ()
) -> int:
    """Whole working days that lie between two instants; the days of both ends do not count."""
    day = local(since, timezone).date() + timedelta(days=1)
    end = local(until, timezone).date()
    count = 0
    while day < end:
        count += is_working_day(day, holidays)
        day += timedelta(days=1)
    return count
