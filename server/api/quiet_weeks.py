"""Quiet as a feature: what Simmer's silence of a week was made of, and what people did in it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from fastapi import APIRouter
from pydantic import BaseModel

from agent.gate_settings import settings_of
from agent.hours import local
from agent.quiet_week import WEEK, QuietWeek, monday_of, quiet_week, told_at, week_bounds
from community.obligation import DebtState, Obligation
from community.people import Community, Member
from community.store import Tx, communities, members
from community.store.obligations import debts_of, posted_in
from community.store.observations import first_look_at, reasons_between
from server.auth import Inside
from server.deps import Given
from server.locales import sentence
from server.tongue import Tongue

router = APIRouter(tags=["suggestions"])

MOST = 8
"""So many weeks are told, newest first."""
HALF_DAY = timedelta(hours=12)
"""Looks that begin by noon of the Monday began with the week."""


class ReasonOut(BaseModel):
    """A reason of silence and how often it was the one."""

    code: str
    text: str
    times: int


class QuietWeekOut(BaseModel):
    """One week; `line` says it in sentences. Counts as agent.quiet_week tells them.

    `told_at` is when it is told of: as the Monday after it opens. `since` is set where the looks
    began in the middle of the week.
    """

    monday: date
    told_at: datetime
    line: str
    looked: int
    spoke: int
    reasons: list[ReasonOut]
    asked: int
    answered: int
    came: int
    greeted: int
    since: date | None


class QuietWeeksOut(BaseModel):
    """The weeks that are over and can be told of, newest first."""

    weeks: list[QuietWeekOut]


@router.get("/communities/{community_id}/quiet-weeks")
async def list_quiet_weeks(
    community_id: int, here: Inside, deps: Given, language: Tongue
) -> QuietWeeksOut:
    """What silence was made of, week by week; a week is told of once its Monday has opened."""
    assert community_id == here.community.id
    async with deps.store.read() as tx:
        weeks = await _weeks(tx, here.community, deps.clock())
    return QuietWeeksOut(weeks=[_out(each, here.community, language) for each in weeks])


async def _weeks(tx: Tx, home: Community, now: datetime) -> list[QuietWeek]:
    looked = await first_look_at(tx, home.id)
    if looked is None:
        return []
    began = max(looked, home.created_at)
    first = monday_of(began, home.timezone)
    settings = settings_of(home.settings)
    last = monday_of(now, home.timezone) - WEEK
    if told_at(last, home.timezone, settings) > now:
        last -= WEEK
    mondays = [last - WEEK * back for back in range(MOST) if last - WEEK * back >= first]
    if not mondays:
        return []
    known = await _known(tx, home, mondays[-1])
    return [await known.week(tx, monday, began) for monday in mondays]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is read once for all weeks."""

    home: Community
    people: dict[int, Member]
    debts: tuple[Obligation, ...]
    spoken_on: dict[int, datetime]

    async def week(self, tx: Tx, monday: date, began: datetime) -> QuietWeek:
        """One of them; looks into a history from before the community was here are none."""
        monday_begins, end = week_bounds(monday, self.home.timezone)
        start = max(monday_begins, self.home.created_at)
        return quiet_week(
            monday,
            await reasons_between(tx, self.home.id, start, end),
            [debt for debt in self.debts if start <= debt.opened_at < end],
            self.people,
            self.spoken_on,
            since=local(began, self.home.timezone).date()
            if began > monday_begins + HALF_DAY
            else None,
        )


async def _known(tx: Tx, home: Community, monday: date) -> _Known:
    start, _ = week_bounds(monday, home.timezone)
    spoken_on: dict[int, datetime] = {}
    for zone in await communities.zones(tx, home.id):
        for posted in await posted_in(tx, zone.id, since=start):
            for anchor in posted.anchor_ids:
                spoken_on.setdefault(anchor, posted.at)
    return _Known(
        home,
        {member.id: member for member in await members.members(tx, home.id)},
        await debts_of(tx, home.id, tuple(DebtState), since=start),
        spoken_on,
    )


def _out(week: QuietWeek, home: Community, language: str) -> QuietWeekOut:
    reasons = [
        ReasonOut(code=code, text=sentence(language, f"reason.{code}", {}), times=times)
        for code, times in week.reasons
    ]
    return QuietWeekOut(
        monday=week.monday,
        told_at=told_at(week.monday, home.timezone, settings_of(home.settings)),
        line=line_of(week, reasons, language),
        looked=week.looked,
        spoke=week.spoke,
        reasons=reasons,
        asked=week.asked,
        answered=week.answered,
        came=week.came,
        greeted=week.greeted,
        since=week.since,
    )


def line_of(week: QuietWeek, reasons: list[ReasonOut], language: str) -> str:
    """The week in sentences; what nobody can know of it is left out."""

    def say(code: str, **facts: str | int) -> str:
        return sentence(language, f"quiet_week.{code}", facts)

    if week.looked == 0:
        return say("nothing")
    said = [say("looked", looked=f"{week.looked:,}", spoke=week.spoke)]
    if reasons:
        told = [say("reason", reason=each.text, times=f"{each.times:,}") for each in reasons]
        said.append(say("why", reasons=say("and").join(told)))
    if week.asked:
        said.append(say("answered", asked=week.asked, answered=week.answered))
    if week.came:
        said.append(say("greeted", came=week.came, greeted=week.greeted))
    if not week.asked and not week.came:
        said.append(say("nobody"))
    if week.since is not None:
        said.append(say("since", day=week.since.isoformat()))
    return (" " if language == "en" else "").join(said)
