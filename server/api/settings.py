"""What a community chose for itself: read by those who look after it, changed by its owner."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Annotated, cast

from fastapi import APIRouter
from pydantic import BaseModel, Field, StringConstraints

from agent.calendars import COUNTRIES, name_of
from agent.community_settings import BOUNDS, Chosen, chosen_of, with_changes
from agent.gate_settings import settings_of
from agent.hours import SATURDAY, Workdays, local, workdays
from community.actions import settings as actions
from community.errors import NotFound
from community.people import Role
from community.store import communities
from community.suggestion import Lane
from server.auth import Here, Inside
from server.deps import Deps, Given
from server.tongue import Tongue

router = APIRouter(tags=["settings"])

NEXT = 3
AHEAD = 400
"""Days ahead in which a day off is looked for."""

Word = Annotated[str, StringConstraints(min_length=1, max_length=80)]


Rule = Annotated[str, StringConstraints(min_length=1, max_length=400)]


class ChosenOut(BaseModel):
    """All settings of a community; hours of its day, scores 0–5, chances 0–1."""

    open_from: int
    open_until: int
    posts_per_day: int
    threshold: float
    holidays: list[date]
    calendar: str
    untouchable: list[str]
    off: list[str]
    house_rules: list[str]
    offence_threshold: float
    advert_threshold: float
    two_person_rule: bool
    remove_adverts: bool


class MoveOut(BaseModel):
    """A move that can be switched off."""

    id: str
    lane: Lane


class BoundOut(BaseModel):
    """The least and the most a number may be."""

    least: float
    most: float


class DayOffOut(BaseModel):
    """A day without work; `name` is empty where it has none of its own."""

    day: date
    name: str


class DaysOffOut(BaseModel):
    """What a calendar comes to: whose it is ("" for none), the next days off and worked weekends.

    `makeup` is the next weekend day that is worked in their stead.
    """

    country: str
    next: list[DayOffOut]
    makeup: date | None


class SettingsOut(BaseModel):
    """What is chosen, what it is without a choice, and whether the reader may change it.

    `calendars` are the countries a community may follow.
    """

    chosen: ChosenOut
    defaults: ChosenOut
    bounds: dict[str, BoundOut]
    moves: list[MoveOut]
    calendars: list[str]
    may_change: bool


class SettingsIn(BaseModel):
    """Settings to change; what is left out stays. The default of a setting resets it."""

    open_from: int | None = None
    open_until: int | None = None
    posts_per_day: int | None = None
    threshold: float | None = None
    holidays: list[date] | None = Field(default=None, max_length=400)
    calendar: Word | None = None
    untouchable: list[Word] | None = Field(default=None, max_length=100)
    off: list[Word] | None = Field(default=None, max_length=200)
    house_rules: list[Rule] | None = Field(default=None, max_length=100)
    offence_threshold: float | None = None
    advert_threshold: float | None = None
    two_person_rule: bool | None = None
    remove_adverts: bool | None = None


@router.get("/communities/{community_id}/settings")
async def read_settings(community_id: int, here: Inside, deps: Given) -> SettingsOut:
    """The settings of a community."""
    assert community_id == here.community.id
    return await _shown(deps, here)


@router.put("/communities/{community_id}/settings")
async def change_settings(
    community_id: int, body: SettingsIn, here: Inside, deps: Given
) -> SettingsOut:
    """Change some settings; they count from the next look on."""
    given = {name: getattr(body, name) for name in SettingsIn.model_fields}
    changes = {name: value for name, value in given.items() if value is not None}
    moves = (await deps.thinking()).moves
    async with deps.store.write() as tx:
        found = await communities.community(tx, community_id)
        if found is None:
            raise NotFound("not_found")
        if changes:
            await actions.change_settings(
                tx,
                deps.queue,
                settings=with_changes(found.settings, changes, moves),
                names=tuple(changes),
                by=here.me,
                at=deps.clock(),
            )
    return await _shown(deps, here)


@router.get("/communities/{community_id}/days-off")
async def list_days_off(
    community_id: int, calendar: Word, here: Inside, deps: Given, language: Tongue
) -> DaysOffOut:
    """The next three days off, were this calendar chosen; the community's own days count too."""
    assert community_id == here.community.id
    home = here.community
    chosen = replace(settings_of(home.settings), calendar=calendar)
    days = workdays(chosen, home.timezone)
    today = local(deps.clock(), home.timezone).date()
    ahead = [today + timedelta(days=at) for at in range(AHEAD)]
    off = [day for day in ahead if days.is_off(day)][:NEXT]
    return DaysOffOut(
        country=days.country,
        next=[DayOffOut(day=day, name=_name(days, day, language)) for day in off],
        makeup=next((day for day in ahead if day.weekday() >= SATURDAY and days.works(day)), None),
    )


def _name(days: Workdays, day: date, language: str) -> str:
    return name_of(days.country, day, language) if days.country else ""


async def _shown(deps: Deps, here: Here) -> SettingsOut:
    moves = (await deps.thinking()).moves
    async with deps.store.read() as tx:
        found = await communities.community(tx, here.community.id)
    assert found is not None
    return SettingsOut(
        chosen=_out(chosen_of(found.settings)),
        defaults=_out(chosen_of({})),
        bounds={name: BoundOut(least=low, most=high) for name, (low, high) in BOUNDS.items()},
        moves=[MoveOut(id=name, lane=lane) for name, lane in moves.items()],
        calendars=list(COUNTRIES),
        may_change=here.me.role is Role.OWNER,
    )


def _out(chosen: Chosen) -> ChosenOut:
    names = ChosenOut.model_fields
    values = {name: cast("object", getattr(chosen, name)) for name in names}
    return ChosenOut.model_validate(values)
