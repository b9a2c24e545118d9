"""The day's tokens: a limit the owner sets, a meter, and what waits for tomorrow."""

from pathlib import Path
from typing import Any

import pytest

from community.people import Role
from community.store.jobs import payloads_of
from community.store.spends import add_spend
from community.suggestion import Usage
from server.jobs.distil import distil_job
from server.working import work_off
from tests.agent.models.endpoint import said
from tests.server.house import House, a_house
from tests.server.test_endpoint import GOOD, a_worded_house, drafted

DAY = "2026-03-02"


async def spend(house: House, tokens_in: int, tokens_out: int, day: str = DAY) -> None:
    async with house.deps.store.write() as tx:
        usage = Usage(tokens_in=tokens_in, tokens_out=tokens_out)
        await add_spend(tx, house.community.id, day, usage)


async def budget(house: House, role: Role = Role.OWNER) -> dict[str, Any]:
    reader = await house.as_role(role)
    answer = await reader.get(f"/api/communities/{house.community.id}/budget")
    assert answer.status_code == 200
    return answer.json()


async def put(house: House, limit: int | None, role: Role = Role.OWNER) -> tuple[int, Any]:
    writer = await house.as_role(role)
    home = f"/api/communities/{house.community.id}"
    answer = await writer.put(f"{home}/budget", json={"limit": limit})
    return answer.status_code, answer.json()


async def test_without_a_model_nothing_costs_anything(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        shown = await budget(house)
    assert (shown["model"], shown["state"]) == (None, "none")
    assert len(shown["days"]) == 14


async def test_the_meter_goes_from_open_to_the_reserve_to_spent(tmp_path: Path) -> None:
    async with a_worded_house(tmp_path, said(GOOD), daily_tokens=1000) as (house, _):
        states: list[str] = []
        for tokens in (600, 100, 300):
            await spend(house, tokens, 0)
            states.append((await budget(house, Role.FACILITATOR))["state"])
        shown = await budget(house)
    assert states == ["open", "reserved", "spent"]
    assert shown["days"][-1] == {"day": DAY, "tokens_in": 1000, "tokens_out": 0, "money": None}
    assert shown["reserved_from"] == 700
    assert shown["may_change"]


@pytest.mark.slow
async def test_the_owner_may_ask_for_less_than_the_server_allows_and_go_back(
    tmp_path: Path,
) -> None:
    async with a_worded_house(tmp_path, said(GOOD), daily_tokens=1000) as (house, _):
        assert (await put(house, 1001))[0] == 422
        assert (await put(house, -1))[0] == 422
        assert (await put(house, 100, Role.FACILITATOR))[0] == 403
        status, less = await put(house, 100)
        assert (status, less["limit"], less["own"]) == (200, 100, True)
        _, back = await put(house, None)
        assert (back["limit"], back["own"]) == (1000, False)


@pytest.mark.slow
async def test_a_member_does_not_see_what_drafts_cost(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        member = await house.as_role(Role.MEMBER)
        answer = await member.get(f"/api/communities/{house.community.id}/budget")
    assert answer.status_code == 403


@pytest.mark.slow
async def test_money_is_shown_where_the_server_has_prices(tmp_path: Path) -> None:
    async with a_house(
        tmp_path,
        llm_base_url="http://127.0.0.1:9/v1",
        llm_price_in=2.0,
        llm_price_out=10.0,
        llm_currency="EUR",
    ) as house:
        await spend(house, 500_000, 100_000)
        shown = await budget(house)
    assert (shown["days"][-1]["money"], shown["currency"]) == (2.0, "EUR")


@pytest.mark.slow
async def test_what_nobody_waits_for_goes_on_tomorrow(tmp_path: Path) -> None:
    async with a_worded_house(tmp_path, said(GOOD), daily_tokens=1000) as (house, spoken):
        await spend(house, 800, 0)
        async with house.deps.store.write() as tx:
            now = house.clock()
            job = distil_job(house.zone.id, 1, now, "thread:1:9")
            await house.deps.queue.put(tx, job)
        await work_off(house.deps)
        async with house.deps.store.read() as tx:
            waiting = [one for one in await payloads_of(tx, "distil") if one.get("subject")]
        assert spoken.asked == []
        assert waiting
        await (await house.deps.thinking()).engines.close()


@pytest.mark.slow
async def test_drafts_are_worded_several_times_only_early_in_the_budget(tmp_path: Path) -> None:
    async with a_worded_house(tmp_path, said(GOOD)) as (house, _):
        engines = (await house.deps.thinking()).engines
        assert await engines.roomy(house.community)
        await spend(house, 150_000, 0)
        assert not await engines.roomy(house.community)


@pytest.mark.slow
async def test_a_community_that_wants_no_model_is_told_of_no_failure(tmp_path: Path) -> None:
    async with a_worded_house(tmp_path, said(GOOD)) as (house, spoken):
        await put(house, 0)
        draft, look, _ = await drafted(house)
    assert (spoken.asked, draft["engine"], look["failure"]) == ([], "offline", None)
    assert draft["cost"] is None
