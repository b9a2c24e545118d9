"""The roster: rows are added, handed over, copied from the week before, and taken away."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from community.actions.obligations import heir
from community.duty import WEEK, Duty, DutyKind, a_week_later
from community.errors import Invalid, NotFound
from community.people import Community
from community.store import duties as rows
from community.store.engine import Tx

LONGEST = timedelta(days=62)
LONGEST_NOTE = 300


async def add_duty(tx: Tx, new: Duty) -> Duty:
    """Put somebody with a task here on duty, or on leave, for a stretch of at most two months."""
    if new.ends_at <= new.starts_at:
        raise Invalid("duty_ends_before_it_starts")
    if new.ends_at - new.starts_at > LONGEST:
        raise Invalid("duty_too_long", days=LONGEST.days)
    if new.note is not None and len(new.note) > LONGEST_NOTE:
        raise Invalid("reason_too_long", limit=LONGEST_NOTE)
    await heir(tx, new.community_id, new.member_id, new.created_at)
    same = await rows.duties_in(tx, new.community_id, since=new.starts_at, until=new.ends_at)
    for each in same:
        if _alike(each, new):
            return each
    return await rows.insert_duty(tx, new)


def _alike(one: Duty, other: Duty) -> bool:
    """Whether two rows say the same of the same person and time."""
    return (one.member_id, one.kind, one.starts_at, one.ends_at) == (
        other.member_id,
        other.kind,
        other.starts_at,
        other.ends_at,
    )


async def hand_over_duty(tx: Tx, *, duty_id: int, to_id: int, at: datetime) -> Duty:
    """Give a stretch of duty to somebody else; who had it stays on record."""
    found = await rows.duty(tx, duty_id)
    if found is None:
        raise NotFound("not_found")
    if found.kind is not DutyKind.DUTY:
        raise Invalid("leave_is_ones_own")
    await heir(tx, found.community_id, to_id, at)
    back = to_id == found.handed_by_id
    given = replace(found, member_id=to_id, handed_by_id=None if back else found.member_id)
    await rows.update_duty(tx, given)
    return given


async def remove_duty(tx: Tx, *, duty_id: int) -> Duty:
    """Take a row away; the result is what it was, so that it can be put back."""
    found = await rows.duty(tx, duty_id)
    if found is None:
        raise NotFound("not_found")
    await rows.delete_duty(tx, duty_id)
    return found


def week_in(timezone: str, monday: date) -> tuple[datetime, datetime]:
    """The first and the last moment of a week there; Invalid where the day is no Monday."""
    if monday.weekday() != 0:
        raise Invalid("week_begins_on_monday")
    place = ZoneInfo(timezone)
    starts = datetime.combine(monday, time(0), tzinfo=place)
    return starts, datetime.combine(monday + WEEK, time(0), tzinfo=place)


async def copy_week(tx: Tx, home: Community, *, monday: date, at: datetime) -> tuple[Duty, ...]:
    """Put down for a week who was on duty in the one before; leave is not copied, nor repeated."""
    starts, _ = week_in(home.timezone, monday)
    before, _ = week_in(home.timezone, monday - WEEK)
    known = await rows.duties_in(tx, home.id, since=before, until=starts + WEEK)
    copied: list[Duty] = []
    for each in known:
        if each.kind is not DutyKind.DUTY or not before <= each.starts_at < starts:
            continue
        new = a_week_later(each, home.timezone, at)
        if not any(_alike(new, other) for other in known):
            copied.append(await rows.insert_duty(tx, new))
    return tuple(copied)
