"""What is owed: open debts with their clocks, the ledger by week, and what people do with it."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from community.actions import obligations as actions
from community.actions.obligations import owe_job, staff_of
from community.debt_weeks import DebtWeek, weeks_of
from community.duty import on_duty
from community.obligation import DebtState, Obligation
from community.store import obligations as rows
from server.api.owed import HolderOut, ObligationOut, person, shown_debts
from server.auth import Here, Inside
from server.broadcast import Change
from server.deps import Deps, Given
from server.queue_changes import drafts_back, drafts_gone
from server.tongue import Tongue

router = APIRouter(tags=["obligations"])
MOST_WEEKS = 26


class ObligationsOut(BaseModel):
    """Debts, the soonest due first, one for each message; how many there are in each state.

    `on_duty` is empty where nobody is.
    """

    obligations: list[ObligationOut]
    counts: dict[str, int]
    on_duty: list[HolderOut]


class OwedWeekOut(BaseModel):
    """One week of the ledger; `median_minutes` is from asking to an answer, None without any."""

    starts: date
    opened: int
    in_time: int
    late: int
    excused: int
    missed: int
    waiting: int
    median_minutes: float | None


class OwedWeeksOut(BaseModel):
    """The ledger by week, the newest first."""

    weeks: list[OwedWeekOut]


class ExcuseIn(BaseModel):
    """Why a debt is let go; it stays on record."""

    reason: str = Field(min_length=1, max_length=300)


class HandOverIn(BaseModel):
    """To whom."""

    to_id: int


class HandOverAllIn(BaseModel):
    """Whose open debts go to whom; with `ids` only these, which is how it is undone."""

    from_id: int | None
    to_id: int
    ids: list[int] | None = Field(default=None, max_length=2000)


class HandedOverOut(BaseModel):
    """The debts that went over."""

    ids: list[int]


@router.get("/communities/{community_id}/obligations")
async def list_obligations(
    community_id: int,
    here: Inside,
    deps: Given,
    language: Tongue,
    state: DebtState = DebtState.OPEN,
    *,
    mine: bool = False,
    limit: Annotated[int, Query(ge=1, le=500)] = 200,
) -> ObligationsOut:
    """The debts of a community in one state; `mine` asks for one's own."""
    now = deps.clock()
    async with deps.store.read() as tx:
        owner = here.me.id if mine else None
        found = await rows.debts_of(tx, community_id, (state,), owner_id=owner)
        begun = [each for each in found if each.opened_at <= now]
        wanted = one_each(begun) if state is DebtState.OPEN else begun[::-1]
        staff = await staff_of(tx, community_id, now)
        people = {each.id: each for each in staff.people}
        serving = [person(people.get(each)) for each in on_duty(staff.roster, now)]
        return ObligationsOut(
            obligations=await shown_debts(tx, community_id, wanted[:limit], language),
            counts={**await rows.counts_of(tx, community_id), "open": len(one_each(begun))}
            if state is DebtState.OPEN and not mine
            else await rows.counts_of(tx, community_id),
            on_duty=[each for each in serving if each is not None],
        )


def one_each(debts: Iterable[Obligation]) -> list[Obligation]:
    """The debt of each message that is due first: nobody is asked twice for the same words."""
    found: dict[int, Obligation] = {}
    for each in debts:
        found.setdefault(each.message_id, each)
    return list(found.values())


@router.get("/communities/{community_id}/obligations/weeks")
async def list_obligation_weeks(
    community_id: int,
    here: Inside,
    deps: Given,
    weeks: Annotated[int, Query(ge=1, le=MOST_WEEKS)] = 8,
) -> OwedWeeksOut:
    """The ledger by week: what was owed, met in time, met late, excused, missed."""
    now = deps.clock()
    since = now - timedelta(weeks=weeks)
    async with deps.store.read() as tx:
        found = await rows.debts_of(tx, community_id, tuple(DebtState), since=since)
    begun = (each for each in found if each.opened_at <= now)
    ledger = weeks_of(begun, here.community.timezone)
    return OwedWeeksOut(weeks=[_week(each) for each in reversed(ledger)])


def _week(each: DebtWeek) -> OwedWeekOut:
    return OwedWeekOut(**{name: getattr(each, name) for name in DebtWeek.__dataclass_fields__})


async def _one(change: Change, debt: Obligation, here: Here, language: str) -> ObligationOut:
    change.tell("obligation", debt.community_id, debt.id, debt.zone_id)
    return (await shown_debts(change.tx, here.community.id, [debt], language))[0]


async def _read_again(change: Change, deps: Deps, debt: Obligation) -> None:
    await deps.queue.put(change.tx, owe_job(debt.zone_id, deps.clock()))


@router.post("/obligations/{obligation_id}/excuse")
async def excuse_obligation(
    obligation_id: int, body: ExcuseIn, here: Inside, deps: Given, language: Tongue
) -> ObligationOut:
    """Let a debt go, with a reason."""
    async with deps.changing() as change:
        debt = await actions.excuse_obligation(
            change.tx,
            obligation_id=obligation_id,
            by=here.me,
            reason=body.reason,
            at=deps.clock(),
        )
        await drafts_gone(change, debt.community_id, debt.message_id)
        return await _one(change, debt, here, language)


@router.post("/obligations/{obligation_id}/reopen")
async def reopen_obligation(
    obligation_id: int, here: Inside, deps: Given, language: Tongue
) -> ObligationOut:
    """Open a closed debt again; one's own excuse is undone by it."""
    async with deps.changing() as change:
        debt = await actions.reopen_obligation(
            change.tx, obligation_id=obligation_id, by=here.me, at=deps.clock()
        )
        await drafts_back(change, debt.community_id, debt.message_id, deps.clock())
        await _read_again(change, deps, debt)
        return await _one(change, debt, here, language)


@router.post("/obligations/{obligation_id}/hand-over")
async def hand_over_obligation(
    obligation_id: int, body: HandOverIn, here: Inside, deps: Given, language: Tongue
) -> ObligationOut:
    """Give one debt to somebody else."""
    async with deps.changing() as change:
        debt = await actions.hand_over_obligation(
            change.tx, obligation_id=obligation_id, to_id=body.to_id, at=deps.clock()
        )
        return await _one(change, debt, here, language)


@router.post("/communities/{community_id}/obligations/hand-over")
async def hand_over_obligations(
    community_id: int, body: HandOverAllIn, _: Inside, deps: Given
) -> HandedOverOut:
    """Give all open debts of one person to another in one step."""
    async with deps.changing() as change:
        given = await actions.hand_over_obligations(
            change.tx,
            community_id=community_id,
            from_id=body.from_id,
            to_id=body.to_id,
            at=deps.clock(),
            only=None if body.ids is None else frozenset(body.ids),
        )
        for each in given[:1]:
            change.tell("obligation", community_id, each)
    return HandedOverOut(ids=list(given))
