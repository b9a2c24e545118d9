"""The roster of a week: who is on duty, who is away; added, handed over, copied, taken away."""

from datetime import date, datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter
from pydantic import BaseModel, Field

from community.actions import duties as actions
from community.actions.obligations import MAY_OWN
from community.debt_weeks import monday_of
from community.duty import Duty, DutyKind, away, on_duty
from community.people import Community, Member, Role
from community.store import duties as rows
from community.store import members
from server.api.owed import HolderOut, person
from server.auth import Here, Inside
from server.deps import Given

router = APIRouter(tags=["duties"])
Hour = Annotated[int, Field(ge=0, le=24)]


class DutyOut(BaseModel):
    """A stretch of duty or of leave; days and hours are the community's own."""

    id: int
    member: HolderOut
    kind: DutyKind
    starts_at: datetime
    ends_at: datetime
    first_day: date
    last_day: date
    from_hour: int
    until_hour: int
    handed_by: str | None
    note: str | None


class StaffOut(BaseModel):
    """Somebody who may be on duty."""

    id: int
    name: str
    role: Role
    away: bool


class DutiesOut(BaseModel):
    """A week of the roster; `on_duty` is who is on duty this moment, empty where nobody is."""

    week: date
    duties: list[DutyOut]
    staff: list[StaffOut]
    on_duty: list[HolderOut]


class DutyIn(BaseModel):
    """Who, as what, from the first hour of one day to the last of another, there."""

    member_id: int
    kind: DutyKind
    first_day: date
    last_day: date
    from_hour: Hour = 0
    until_hour: Hour = 24
    note: str | None = Field(default=None, max_length=300)


class DutyWeekIn(BaseModel):
    """A week by its Monday."""

    week: date


class DutyHandOverIn(BaseModel):
    """To whom."""

    to_id: int


@router.get("/communities/{community_id}/duties")
async def list_duties(
    community_id: int, here: Inside, deps: Given, week: date | None = None
) -> DutiesOut:
    """The roster of a week, this one by default."""
    now, timezone = deps.clock(), here.community.timezone
    monday = week or monday_of(now, timezone)
    since, until = actions.week_in(timezone, monday)
    async with deps.store.read() as tx:
        found = await rows.duties_in(tx, community_id, since=since, until=until)
        current = await rows.duties_in(tx, community_id, since=now, until=now + timedelta(hours=1))
        people = {each.id: each for each in await members.members(tx, community_id)}
    gone = away(current, now)
    serving = [person(people.get(each)) for each in on_duty(current, now)]
    return DutiesOut(
        week=monday,
        duties=[_out(each, people, here.community) for each in found if each.member_id in people],
        staff=[
            StaffOut(id=each.id, name=each.name, role=each.role, away=each.id in gone)
            for each in people.values()
            if each.role in MAY_OWN and (each.left_at is None or each.left_at > now)
        ],
        on_duty=[each for each in serving if each is not None],
    )


def _out(each: Duty, people: dict[int, Member], home: Community) -> DutyOut:
    place = ZoneInfo(home.timezone)
    starts, ends = each.starts_at.astimezone(place), each.ends_at.astimezone(place)
    midnight = ends.time() == time(0)
    handed_by = people.get(each.handed_by_id or 0)
    member = people[each.member_id]
    return DutyOut(
        id=each.id,
        member=HolderOut(id=member.id, name=member.name),
        kind=each.kind,
        starts_at=each.starts_at,
        ends_at=each.ends_at,
        first_day=starts.date(),
        last_day=ends.date() - timedelta(days=1) if midnight else ends.date(),
        from_hour=starts.hour,
        until_hour=24 if midnight else ends.hour,
        handed_by=handed_by.name if handed_by else None,
        note=each.note,
    )


def _moment(day: date, hour: int, timezone: str) -> datetime:
    """An hour of a day there; 24 is the midnight after."""
    if hour == 24:  # noqa: PLR2004
        return datetime.combine(day + timedelta(days=1), time(0), tzinfo=ZoneInfo(timezone))
    return datetime.combine(day, time(hour), tzinfo=ZoneInfo(timezone))


async def _week_of(here: Here, deps: Given, day: date) -> DutiesOut:
    monday = day - timedelta(days=day.weekday())
    return await list_duties(here.community.id, here, deps, monday)


@router.post("/communities/{community_id}/duties", status_code=201)
async def add_duty(community_id: int, body: DutyIn, here: Inside, deps: Given) -> DutyOut:
    """Put somebody on duty or on leave."""
    timezone = here.community.timezone
    async with deps.changing() as change:
        kept = await actions.add_duty(
            change.tx,
            Duty(
                community_id=community_id,
                member_id=body.member_id,
                kind=body.kind,
                starts_at=_moment(body.first_day, body.from_hour, timezone),
                ends_at=_moment(body.last_day, body.until_hour, timezone),
                created_at=deps.clock(),
                note=(body.note or "").strip() or None,
            ),
        )
        change.tell("obligation", community_id, kept.id)
        people = {each.id: each for each in await members.members(change.tx, community_id)}
    return _out(kept, people, here.community)


@router.post("/communities/{community_id}/duties/copy")
async def copy_duties(community_id: int, body: DutyWeekIn, here: Inside, deps: Given) -> DutiesOut:
    """Fill a week with the duty of the one before."""
    async with deps.changing() as change:
        await actions.copy_week(change.tx, here.community, monday=body.week, at=deps.clock())
        change.tell("obligation", community_id, 0)
    return await _week_of(here, deps, body.week)


@router.post("/duties/{duty_id}/hand-over")
async def hand_over_duty(duty_id: int, body: DutyHandOverIn, here: Inside, deps: Given) -> DutyOut:
    """Give a stretch of duty to somebody else."""
    async with deps.changing() as change:
        given = await actions.hand_over_duty(
            change.tx, duty_id=duty_id, to_id=body.to_id, at=deps.clock()
        )
        change.tell("obligation", here.community.id, given.id)
        people = {each.id: each for each in await members.members(change.tx, here.community.id)}
    return _out(given, people, here.community)


@router.delete("/duties/{duty_id}", status_code=204)
async def remove_duty(duty_id: int, here: Inside, deps: Given) -> None:
    """Take a stretch off the roster."""
    async with deps.changing() as change:
        await actions.remove_duty(change.tx, duty_id=duty_id)
        change.tell("obligation", here.community.id, duty_id)
