"""An endpoint by SIMMER_LLM_*: its words arrive, its failure is seen, its tokens are counted."""

import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from community.people import Role
from community.store.spends import spent_on
from server.working import work_off
from tests.agent.models.endpoint import Endpoint, Reply, endpoint, refused, said
from tests.server.house import House, a_house

ASKED = "请问大家，家长群里有人半夜发长语音，你们第二天怎么回？"
WORDS = "“半夜发长语音”，第二天先回哪一句，你自己现在是怎么处理的？"
GOOD = json.dumps({"text": WORDS, "options": [], "quoted": ["半夜发长语音"]}, ensure_ascii=False)
DAY = "2026-03-02"


@asynccontextmanager
async def a_worded_house(
    folder: Path, *replies: Reply, daily_tokens: int = 200_000
) -> AsyncGenerator[tuple[House, Endpoint]]:
    async with endpoint(*replies) as spoken:
        settings = {"llm_base_url": spoken.url, "llm_api_key": "k", "llm_model": "small"}
        async with a_house(folder, **settings, llm_daily_tokens=daily_tokens) as house:
            yield house, spoken
            await (await house.deps.thinking()).engines.close()


async def drafted(house: House) -> tuple[dict[str, Any], dict[str, Any], int]:
    """The draft in the queue, the look that made it, and what the day cost."""
    member, host = await house.as_role(Role.MEMBER), await house.as_role(Role.FACILITATOR)
    body = {"text": ASKED, "key": "first-one"}
    await member.post(f"/api/zones/{house.zone.id}/messages", json=body)
    house.clock.turn(hours=5)
    await work_off(house.deps)
    home = f"/api/communities/{house.community.id}"
    (draft,) = (await host.get(f"{home}/suggestions")).json()["suggestions"]
    looks = (await host.get(f"{home}/observations")).json()["observations"]
    async with house.deps.store.read() as tx:
        cost = await spent_on(tx, house.community.id, DAY)
    return draft, next(each for each in looks if each["move"] == draft["move"]), cost


async def test_a_draft_worded_by_the_endpoint_arrives_and_is_paid_for(tmp_path: Path) -> None:
    async with a_worded_house(tmp_path, said(GOOD)) as (house, spoken):
        draft, look, cost = await drafted(house)
    assert draft["text"] == WORDS
    assert (draft["engine"], look["engine"]) == ("openai:small", "openai:small")
    assert "small" in draft["disclosure"]
    assert look["failure"] is None
    assert cost == 740 * len(spoken.asked) > 0


async def test_a_failure_shows_on_the_look_and_the_offline_words_stand_in(tmp_path: Path) -> None:
    async with a_worded_house(tmp_path, refused(401, "no such key")) as (house, spoken):
        draft, look, cost = await drafted(house)
    assert spoken.asked
    assert draft["engine"] == "offline"
    assert "怎么回" in draft["text"]
    assert look["failure"]["code"].startswith("model_")
    assert "model_" not in look["failure"]["text"]
    assert cost == 0


async def test_a_spent_day_asks_nobody_and_says_so(tmp_path: Path) -> None:
    async with a_worded_house(tmp_path, said(GOOD), daily_tokens=10) as (house, spoken):
        draft, look, cost = await drafted(house)
    assert (spoken.asked, cost) == ([], 0)
    assert draft["engine"] == "offline"
    assert look["failure"] is not None


OTHER = "“第二天怎么回”，你自己最近一次是怎么回的？"
WAYS = json.dumps(
    {
        "text": WORDS,
        "options": [],
        "quoted": [],
        "others": [
            {"text": OTHER, "options": []},
            {"text": "感谢您的宝贵分享！", "options": []},
        ],
    },
    ensure_ascii=False,
)


async def test_another_wording_can_be_taken_and_one_that_was_not_shown_cannot(
    tmp_path: Path,
) -> None:
    async with a_worded_house(tmp_path, said(WAYS)) as (house, _):
        draft, _, _ = await drafted(house)
        host = await house.as_role(Role.FACILITATOR)
        both = [draft["text"], *(each["text"] for each in draft["alternatives"])]
        assert sorted(both) == sorted([WORDS, OTHER])
        home = f"/api/suggestions/{draft['id']}"
        foreign = {"decision": "accept", "text": "感谢您的宝贵分享！"}
        assert (await host.post(f"{home}/review", json=foreign)).status_code == 422
        taken = {"decision": "accept", "text": both[1]}
        reviewed = (await host.post(f"{home}/review", json=taken)).json()["suggestion"]
    assert (reviewed["state"], reviewed["text"]) == ("accepted", both[1])


async def test_a_draft_says_what_it_cost_with_all_its_attempts(tmp_path: Path) -> None:
    async with a_worded_house(tmp_path, said(GOOD)) as (house, spoken):
        draft, _, _ = await drafted(house)
    cost = draft["cost"]
    assert cost["tokens_in"] + cost["tokens_out"] == 740 * len(spoken.asked)
    assert cost["money"] is None


async def test_a_reply_nobody_could_read_is_paid_for_too(tmp_path: Path) -> None:
    async with a_worded_house(tmp_path, said("我不会写")) as (house, spoken):
        draft, look, cost = await drafted(house)
    assert (draft["engine"], look["failure"]["code"]) == ("offline", "model_bad_reply")
    assert cost == 740 * len(spoken.asked) > 0
    assert draft["cost"]["tokens_in"] > 0
