"""What the model costs a community: today, the last two weeks, and the limit its owner sets."""

from datetime import date, datetime, timedelta
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from agent.models.reserve import unreserved
from community.actions import settings as actions
from community.errors import Invalid, NotFound
from community.people import Community, Role
from community.store import communities
from community.store.spends import spends_since
from community.suggestion import Usage
from server.auth import Inside
from server.budget import LIMIT, day_of, limit_of
from server.deps import Deps, Given
from server.pricing import prices_of

router = APIRouter(tags=["settings"])
DAYS = 14

State = Literal["none", "open", "reserved", "spent"]


class SpentOut(BaseModel):
    """The tokens of one day; `money` only where the server has prices."""

    day: date
    tokens_in: int
    tokens_out: int
    money: float | None


class BudgetOut(BaseModel):
    """A day's limit and what was spent, in tokens read and written.

    `model` is None where none is configured: then nothing costs anything. `state`: open, then
    reserved (from `reserved_from` on only what somebody waits for), then spent (offline wording
    until midnight of the community). `most` is the server's own limit, `own` whether the owner
    chose a lower one. `days` are the last fourteen, oldest first, today's last.
    """

    model: str | None
    state: State
    limit: int
    most: int
    own: bool
    reserved_from: int
    days: list[SpentOut]
    currency: str
    may_change: bool


class BudgetIn(BaseModel):
    """The most tokens a day; None goes back to the server's limit."""

    limit: int | None = Field(default=None, ge=0)


@router.get("/communities/{community_id}/budget")
async def read_budget(community_id: int, here: Inside, deps: Given) -> BudgetOut:
    """What was spent and what may be."""
    return await _shown(deps, community_id, may_change=here.me.role is Role.OWNER)


@router.put("/communities/{community_id}/budget")
async def change_budget(community_id: int, body: BudgetIn, here: Inside, deps: Given) -> BudgetOut:
    """Set the day's limit; it counts from the next request to the model on."""
    most = deps.settings.llm_daily_tokens
    if body.limit is not None and body.limit > most:
        raise Invalid("setting_out_of_bounds", name=LIMIT, value=body.limit, least=0, most=most)
    async with deps.store.write() as tx:
        found = await communities.community(tx, community_id)
        if found is None:
            raise NotFound("not_found")
        rest = {name: value for name, value in found.settings.items() if name != LIMIT}
        await actions.change_settings(
            tx,
            deps.queue,
            settings=rest if body.limit is None else {**rest, LIMIT: body.limit},
            names=(LIMIT,),
            by=here.me,
            at=deps.clock(),
        )
    return await _shown(deps, community_id, may_change=True)


async def _shown(deps: Deps, community_id: int, *, may_change: bool) -> BudgetOut:
    async with deps.store.read() as tx:
        home = await communities.community(tx, community_id)
        if home is None:
            raise NotFound("not_found")
        days = _fortnight(home, deps.clock())
        kept = await spends_since(tx, community_id, days[0])
    limit = limit_of(home, deps.settings.llm_daily_tokens)
    reserved = unreserved(limit)
    today = kept.get(days[-1], Usage())
    prices = prices_of(deps.settings)
    return BudgetOut(
        model=_model(deps),
        state=_state(deps, today.tokens_in + today.tokens_out, limit, reserved),
        limit=limit,
        most=deps.settings.llm_daily_tokens,
        own=LIMIT in home.settings,
        reserved_from=reserved,
        days=[
            SpentOut(
                day=date.fromisoformat(day),
                tokens_in=usage.tokens_in,
                tokens_out=usage.tokens_out,
                money=round(prices.of(usage), 4) if prices else None,
            )
            for day in days
            for usage in (kept.get(day, Usage()),)
        ],
        currency=prices.currency if prices else "",
        may_change=may_change,
    )


def _fortnight(home: Community, now: datetime) -> list[str]:
    return [day_of(home, now - timedelta(days=back)) for back in reversed(range(DAYS))]


def _model(deps: Deps) -> str | None:
    if not deps.settings.llm_base_url:
        return None
    return deps.settings.llm_model or deps.settings.llm_base_url


def _state(deps: Deps, spent: int, limit: int, reserved: int) -> State:
    if not deps.settings.llm_base_url:
        return "none"
    if spent >= limit:
        return "spent"
    return "reserved" if spent >= reserved else "open"
