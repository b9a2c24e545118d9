"""回响: what a member's sentences were good for last week; told to them alone, in counts."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from community.people import Community, Member
from community.store import members
from community.store.engine import Tx
from community.store.uses import Echo, echo_of

OFF = "echo_off"
SEEN = "echo_seen"
"""Where a member's profile keeps that they want no echo, and the last week they saw one of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekEcho:
    """The echo of the week that began on `monday`; `is_on` False: nothing was counted."""

    monday: date
    echo: Echo
    is_on: bool
    seen: bool


def last_week(now: datetime, timezone: str) -> tuple[date, datetime, datetime]:
    """The last whole week of a place: its Monday, its first instant and the first one after it."""
    zone = ZoneInfo(timezone)
    today = now.astimezone(zone).date()
    this = today - timedelta(days=today.weekday())
    monday = this - timedelta(days=7)
    start, end = (datetime.combine(each, time(), zone) for each in (monday, this))
    return monday, start, end


async def week_echo(tx: Tx, me: Member, home: Community, now: datetime) -> WeekEcho:
    """What last week's answers and sheets used of a member's words; nothing of who opted out."""
    monday, since, until = last_week(now, home.timezone)
    is_on = not me.opted_out and not me.profile.get(OFF)
    echo = Echo(people=0, uses=0)
    if is_on:
        echo = await echo_of(tx, me.id, since=since, until=until)
    seen = me.profile.get(SEEN) == monday.isoformat()
    return WeekEcho(monday=monday, echo=echo, is_on=is_on, seen=seen)


async def switch_echo(tx: Tx, me: Member, *, is_on: bool) -> None:
    """Want an echo once a week, or none."""
    kept = {name: value for name, value in me.profile.items() if name != OFF}
    await members.set_profile(tx, me.id, kept if is_on else kept | {OFF: True})


async def see_echo(tx: Tx, me: Member, home: Community, now: datetime) -> None:
    """Note that last week's echo was seen: its card does not come again."""
    monday, _, _ = last_week(now, home.timezone)
    await members.set_profile(tx, me.id, {**me.profile, SEEN: monday.isoformat()})
