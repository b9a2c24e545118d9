"""Times of day and working days, always meant in a community's own timezone."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from agent.calendars import BY_PLACE, NOWHERE, country_of, is_feast, is_worked
from agent.gate_settings import GateSettings, settings_of
from community.people import Community

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


def awake_at(settings: GateSettings, at: datetime, timezone: str) -> datetime:
    """The instant itself within the open hours of a community, else when they begin next."""
    return opens_at(at, timezone, first=settings.open_from, last=settings.open_until)


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


@dataclass(frozen=True, slots=True)
class Workdays:
    """Which days a community works: its own days off, then the calendar of its country.

    Every day that is none of its own days off nor of the calendar's is worked from Monday to
    Friday; a make-up weekend of the calendar is worked too. A holiday
    is a day off that is no mere weekend.
    """

    own: frozenset[date]
    country: str

    def works(self, day: date) -> bool:
        """Whether people are at work on this day."""
        if day in self.own:
            return False
        return is_worked(self.country, day) if self.country else day.weekday() < SATURDAY

    def is_off(self, day: date) -> bool:
        """Whether it is a holiday: of its own, or of its country with the weekend in between."""
        return day in self.own or bool(self.country and is_feast(self.country, day))

    def off_between(self, first: date, last: date) -> frozenset[date]:
        """The holidays from the first day to the last, both included."""
        count = (last - first).days + 1
        days = (first + timedelta(days=at) for at in range(count))
        return frozenset(day for day in days if self.is_off(day))


def workdays(settings: GateSettings, timezone: str) -> Workdays:
    """The working days of a community in this timezone: decided here and nowhere else."""
    country = country_of(timezone) if settings.calendar == BY_PLACE else settings.calendar
    return Workdays(settings.holidays, "" if country == NOWHERE else country)


def workdays_of(community: Community) -> Workdays:
    """The working days by what a community has set."""
    return workdays(settings_of(community.settings), community.timezone)
