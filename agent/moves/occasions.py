"""Occasions: a day that somebody agreed to have marked, the evening before days off."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from agent.appointments import appointments_of
from agent.hours import local, workdays
from agent.listening.signal import SignalKind
from agent.moves.moment import Moment, speakers
from agent.moves.move import Chance, Move
from agent.moves.people import DESK, FRIDAY
from community.people import Member, Purpose
from community.suggestion import Lane

DAYTIME = range(9, 21)
"""Local hours in which somebody is asked, and a day is marked."""
EVENING = range(17, 21)
"""Local hours for a word that is not about work."""
VOICES = 3
"""So many people spoke in a week where there is a group to be warm with."""
LEAP_DAY = (2, 29)
TOUCHY = (
    *(SignalKind.GRIEF, SignalKind.DISTRESS, SignalKind.CONFLICT, SignalKind.PUT_DOWN),
    *(SignalKind.OFFENCE, SignalKind.ILLNESS),
)
"""What makes a light word out of place."""
INCIDENT = re.compile(
    r"事故|宕机|挂了|出事|抢修|抢救|救火|告警|投诉升级|停服|回滚|丢数据|紧急(情况|处理|会)"
    r"|\b(incident|outage|sev-?[0-9]|site is down|is down|rollback|rolled? back|paged|postmortem"
    r"|on fire|data loss|emergency)\b",
    re.IGNORECASE,
)
"""People are busy with something that went wrong."""


def when_a_day_is_to_be_marked(moment: Moment) -> Iterator[Chance]:
    """A birthday, a first month or a year of somebody who agreed to have it marked; not in grief.

    Whose birthday it is, it is not their month or year as well.
    """
    if not is_warm_place(moment) or is_touchy(moment) or moment.here.hour not in DAYTIME:
        return
    today = moment.here.date()
    for member_id, birthday in moment.talk.agreed.birthdays.items():
        member = moment.talk.members.get(member_id)
        if member is None or not may_be_named(moment, member):
            continue
        facts = _marked(member, birthday, today, moment.talk.community.timezone)
        if facts:
            yield Chance(
                confidence=0.9,
                facts={"names": member.name, **facts, "on": today.isoformat()},
                to_id=member.id,
                why=f"milestone_{facts['occasion']}",
            )


def _marked(
    member: Member, birthday: str | None, today: date, timezone: str
) -> dict[str, str | int]:
    """What day it is for a member; {} where it is none."""
    if birthday is not None and _day_in(today.year, birthday) == today:
        return {"occasion": "birthday"}
    if member.joined_at is None:
        return {}
    joined = local(member.joined_at, timezone).date()
    years = today.year - joined.year
    if years > 0 and _day_in(today.year, f"{joined:%m-%d}") == today:
        return {"occasion": "year", "years": years}
    return {"occasion": "month"} if _month_after(joined) == today else {}


def _day_in(year: int, day: str) -> date:
    """A month and day in a year; who was born on 29 February has the day before in most."""
    month, number = (int(part) for part in day.split("-"))
    if (month, number) == LEAP_DAY:
        return date(year, 3, 1) - timedelta(days=1)
    return date(year, month, number)


def _month_after(day: date) -> date:
    """The same day of the next month, or its last where it has no such day."""
    first = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))


def when_work_is_over(moment: Moment) -> Iterator[Chance]:
    """The evening before a weekend or a holiday, after a week of talk, and nothing went wrong.

    Only where people meet to be together: in a room for work the evening is theirs.
    """
    social = moment.talk.zone.purpose is Purpose.SOCIAL and is_warm_place(moment)
    if not social or is_touchy(moment) or not _is_eve(moment):
        return
    if moment.still_minutes < moment.settings.quiet_minutes:
        return
    busy = any(INCIDENT.search(moment.heard.text(each)) for each in moment.within(hours=24))
    week = moment.within(days=7)
    if not busy and len(speakers(week)) >= VOICES:
        yield Chance(confidence=0.8, facts={"on": moment.here.date().isoformat()})


def _is_eve(moment: Moment) -> bool:
    """Whether it is evening and days off begin tomorrow."""
    return moment.here.hour in EVENING and _ends_work(moment, moment.here.date())


def _ends_work(moment: Moment, day: date) -> bool:
    """Whether a day is worked and the next is not."""
    days = workdays(moment.settings, moment.talk.community.timezone)
    return days.works(day) and not days.works(day + timedelta(days=1))


def is_warm_place(moment: Moment) -> bool:
    """Whether warm words go into this zone."""
    warm = moment.talk.agreed.warm_zone_id
    return warm is None or warm == moment.talk.zone.id


def is_touchy(moment: Moment) -> bool:
    """Whether something was heard that makes a light word out of place."""
    return moment.hears(*TOUCHY)


def may_be_named(moment: Moment, member: Member) -> bool:
    """Whether somebody may be asked or named: here, not on leave, and not against their will."""
    away = member.id in moment.talk.agreed.away_ids
    return not member.opted_out and member.left_at is None and not away


def comes_round(moment: Moment) -> Iterator[datetime]:
    """The next hours at which one of these may fall due, were nothing said until then."""
    agreed, talk = moment.talk.agreed, moment.talk
    marked = bool(appointments_of(talk.community.settings) or agreed.birthdays)
    for ahead in range(2):
        day = moment.here + timedelta(days=ahead)
        eve = _ends_work(moment, day.date())
        wanted = {
            DAYTIME.start: marked,
            DESK.start: bool(agreed.volunteer_ids) and day.weekday() == FRIDAY,
            EVENING.start: eve and talk.zone.purpose is Purpose.SOCIAL,
        }
        for hour in (each for each, due in wanted.items() if due):
            at = day.replace(hour=hour, minute=0, second=0, microsecond=0)
            if at > moment.here:
                yield at.astimezone(moment.now.tzinfo)


MOVES = (
    Move(
        id="milestone",
        lane=Lane.CALENDAR,
        value=4.0,
        when=when_a_day_is_to_be_marked,
        length=60,
        scope="member",
        rest_hours=20,
        due_hours=12,
        checks=("Q≤1",),
        social=True,
        solicited=True,
    ),
    Move(
        id="bonding",
        lane=Lane.CALENDAR,
        value=2.6,
        when=when_work_is_over,
        length=120,
        checks=("LOW", "RISK", "PLEDGE", "Q≤1"),
        scope="room",
        rest_hours=160,
        due_hours=5,
        social=True,
    ),
)
