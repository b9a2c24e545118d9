"""The calendar of topics: what is talked about in which zone on which day and hour."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import cast
from zoneinfo import ZoneInfo

from community.errors import Invalid

KEPT = "appointments"
"""The name under which they stand in the settings of a community."""
MOST = 60
LONGEST = 60
"""Characters of a topic."""
WEEK = 7
DAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A topic in a zone: on one day, or each week on one weekday (0 is Monday); `at` is local.

    A `warm` one is about how something felt and not about work.
    """

    zone_id: int
    topic: str
    at: time
    on: date | None = None
    weekday: int | None = None
    warm: bool = False

    def falls_on(self, day: date) -> bool:
        """Whether it is talked about on this day."""
        return self.on == day if self.on is not None else self.weekday == day.weekday()


def appointments_of(kept: Mapping[str, object]) -> tuple[Appointment, ...]:
    """The appointments in the settings of a community; what cannot be read is left out."""
    rows = kept.get(KEPT)
    found: list[Appointment] = []
    for row in cast("list[object]", rows) if isinstance(rows, list) else ():
        with suppress(KeyError, TypeError, ValueError, Invalid):
            found.append(appointment_of(cast("Mapping[str, object]", row)))
    return tuple(found)


def appointment_of(row: Mapping[str, object]) -> Appointment:
    """One as it is kept; Invalid where it has no topic, or neither a day nor a weekday."""
    topic = " ".join(str(row["topic"]).split())
    on, weekday = row.get("on"), row.get("weekday")
    if not topic:
        raise Invalid("appointment_topic_empty")
    if len(topic) > LONGEST:
        raise Invalid("appointment_topic_too_long", limit=LONGEST)
    if (on is None) == (weekday is None):
        raise Invalid("appointment_day_missing")
    if weekday is not None and weekday not in range(WEEK):
        raise Invalid("appointment_day_missing")
    return Appointment(
        zone_id=int(cast("int", row["zone_id"])),
        topic=topic,
        at=time.fromisoformat(str(row["at"])).replace(second=0, microsecond=0),
        on=None if on is None else date.fromisoformat(str(on)),
        weekday=None if weekday is None else cast("int", weekday),
        warm=row.get("warm") is True,
    )


def row_of(appointment: Appointment) -> dict[str, object]:
    """The appointment as it is kept."""
    return {
        "zone_id": appointment.zone_id,
        "topic": appointment.topic,
        "at": appointment.at.isoformat("minutes"),
        "on": appointment.on.isoformat() if appointment.on else None,
        "weekday": appointment.weekday,
        "warm": appointment.warm,
    }


def coming(
    appointments: Iterable[Appointment], now: datetime, timezone: str, *, days: int = 1
) -> Iterator[tuple[Appointment, datetime]]:
    """Each appointment that begins after `now`, today or within so many days, and when (aware)."""
    here = now.astimezone(ZoneInfo(timezone))
    for appointment in appointments:
        for ahead in range(days + 1):
            day = here.date() + timedelta(days=ahead)
            begins = datetime.combine(day, appointment.at, tzinfo=here.tzinfo)
            if appointment.falls_on(day) and begins > here:
                yield appointment, begins


def spoken(begins: datetime, language: str) -> str:
    """The hour of a topic as people say it: 周四20点, Thursday 20:30."""
    if language != "zh":
        return f"{ENGLISH[begins.weekday()]} {begins:%H:%M}"
    minutes = "" if begins.minute == 0 else f"{begins.minute}分"
    return f"{DAYS[begins.weekday()]}{begins.hour}点{minutes}"
