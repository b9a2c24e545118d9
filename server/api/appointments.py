"""The calendar of topics: planned by who keeps the room; a volunteer is asked the day before."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from fastapi import APIRouter
from pydantic import BaseModel, Field

from agent.appointments import MOST, Appointment, appointment_of, appointments_of, coming, row_of
from community.actions import settings as actions
from community.agreement import ConsentKind
from community.errors import Invalid, NotFound
from community.people import Community, Purpose, Zone
from community.store import Tx, communities, consents
from server.auth import Here, Inside
from server.deps import Given

router = APIRouter(tags=["settings"])
SHOWN = 7
"""Days ahead in which the next hour of a topic is named."""
UNTALKED = frozenset({Purpose.SHELF})


class AppointmentIn(BaseModel):
    """A topic in a zone: on one day, or each week on one weekday (0 is Monday), local time."""

    zone_id: int
    topic: str = Field(max_length=400)
    at: str = Field(max_length=20)
    on: date | None = None
    weekday: int | None = None
    warm: bool = False


class AppointmentOut(AppointmentIn):
    """A planned topic and when it begins next; null where it lies further ahead, or is over."""

    next_at: datetime | None


class AppointmentsIn(BaseModel):
    """The whole calendar, as it is to be."""

    appointments: list[AppointmentIn] = Field(max_length=400)


class AppointmentZoneOut(BaseModel):
    """Where a topic may be planned."""

    id: int
    name: str


class AppointmentsOut(BaseModel):
    """The calendar; `volunteers` is how many agreed to begin a talk now and then."""

    appointments: list[AppointmentOut]
    zones: list[AppointmentZoneOut]
    volunteers: int


@router.get("/communities/{community_id}/appointments")
async def list_appointments(community_id: int, here: Inside, deps: Given) -> AppointmentsOut:
    """The topics planned, in the order in which they were put down."""
    assert community_id == here.community.id
    async with deps.store.read() as tx:
        return await _shown(tx, here, deps.clock())


@router.put("/communities/{community_id}/appointments")
async def set_appointments(
    community_id: int, body: AppointmentsIn, here: Inside, deps: Given
) -> AppointmentsOut:
    """Put the calendar down anew; it counts from the next look on.

    What stands in it already may be over; nothing new is planned on a day that is.
    """
    assert community_id == here.community.id
    now = deps.clock()
    async with deps.store.write() as tx:
        known = {zone.id for zone in await _zones(tx, community_id)}
        found = [_appointment(each, known) for each in body.appointments]
        if len(found) > MOST:
            raise Invalid("appointment_too_many", limit=MOST)
        _refuse_past(found, await communities.community(tx, community_id), now)
        rows = [row_of(each) for each in found]
        await actions.plan_appointments(tx, deps.queue, rows=rows, by=here.me, at=now)
        return await _shown(tx, here, now)


def _appointment(given: AppointmentIn, zones: set[int]) -> Appointment:
    if given.zone_id not in zones:
        raise Invalid("appointment_zone_unknown")
    try:
        return appointment_of(given.model_dump())
    except ValueError as error:
        raise Invalid("appointment_time_unreadable") from error


def _refuse_past(wanted: Sequence[Appointment], home: Community | None, now: datetime) -> None:
    """Invalid where a new topic is put on a day that is over where the community lives."""
    if home is None:
        raise NotFound("not_found")
    kept = appointments_of(home.settings)
    today = now.astimezone(ZoneInfo(home.timezone)).date()
    for each in wanted:
        if each.on is not None and each.on < today and each not in kept:
            raise Invalid("appointment_past", topic=each.topic, day=each.on.isoformat())


async def _zones(tx: Tx, community_id: int) -> list[Zone]:
    found = await communities.zones(tx, community_id)
    return [zone for zone in found if zone.purpose not in UNTALKED]


async def _shown(tx: Tx, here: Here, now: datetime) -> AppointmentsOut:
    home = await communities.community(tx, here.community.id)
    if home is None:
        raise NotFound("not_found")
    zones = await _zones(tx, home.id)
    willing = await consents.active_consents(tx, home.id, ConsentKind.SEED)
    return AppointmentsOut(
        appointments=[
            AppointmentOut(
                zone_id=each.zone_id,
                topic=each.topic,
                at=each.at.isoformat("minutes"),
                on=each.on,
                weekday=each.weekday,
                warm=each.warm,
                next_at=next(
                    (at for _, at in coming([each], now, home.timezone, days=SHOWN)), None
                ),
            )
            for each in appointments_of(home.settings)
        ],
        zones=[AppointmentZoneOut(id=zone.id, name=zone.name) for zone in zones],
        volunteers=len(willing),
    )
