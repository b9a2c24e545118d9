"""What waited and was signed later; and who reads what was asked."""

from typing import Any

import pytest

from community.people import Role
from server.working import work_off
from tests.server.house import House
from tests.server.test_knowledge import ask, draft_of, sign

ALLOWANCE = "班主任津贴什么时候发？"
HOURS = "家长半夜发微信怎么回？"


async def _told(house: House, role: Role) -> list[str]:
    client = await house.as_role(role)
    said = (await client.get(f"/api/zones/{house.zone.id}/messages")).json()["messages"]
    return [one["text"] for one in said if one["by_simmer"] and one["private"]]


async def _groups(house: House, role: Role = Role.EXPERT) -> list[dict[str, Any]]:
    client = await house.as_role(role)
    path = f"/api/communities/{house.community.id}/questions"
    return (await client.get(path)).json()["groups"]


async def _pass_on(house: House, asked: int, **more: object) -> dict[str, Any]:
    member = await house.as_role(Role.MEMBER)
    body = {"to": "group", **more}
    return (await member.post(f"/api/questions/{asked}/pass-on", json=body)).json()


async def test_an_unrelated_article_answers_no_question_that_waits(house: House) -> None:
    asked = await ask(house, ALLOWANCE)
    await _pass_on(house, asked["id"])
    await sign(house, await draft_of(house))
    assert await _told(house, Role.MEMBER) == []
    (group,) = await _groups(house)
    assert (group["waits"], group["proposed"]) == (True, None)


@pytest.mark.slow
async def test_asked_twice_it_is_told_once_and_what_would_still_ask_leaves_the_queue(
    house: House,
) -> None:
    first = await ask(house, HOURS)
    passed = await _pass_on(house, first["id"])
    assert passed["waiting"]["named"]
    again = await ask(house, HOURS)
    assert again["waiting"]["at"] == passed["waiting"]["at"], "it waits already"
    await sign(house, await draft_of(house))
    (told,) = await _told(house, Role.MEMBER)
    assert "没答到" in told
    host = await house.as_role(Role.FACILITATOR)
    home = f"/api/communities/{house.community.id}"
    assert (await host.get(f"{home}/suggestions")).json()["suggestions"] == []
    member = await house.as_role(Role.MEMBER)
    mine = (await member.get(f"{home}/my-questions")).json()["questions"]
    assert [one["late"] for one in mine] == [True, True]
    waits = await member.post(f"/api/questions/{first['id']}/wait-again")
    assert (waits.json()["answered"], waits.json()["state"]) == (False, "passed_on")


@pytest.mark.slow
async def test_what_nobody_passed_on_is_read_without_a_name_and_greetings_not_at_all(
    house: House,
) -> None:
    for text in (ALLOWANCE, "在嘛", "顾老师离婚了吗"):
        await ask(house, text)
    (group,) = await _groups(house)
    (row,) = group["questions"]
    assert (row["text"], group["askers"], group["passed_on"]) == (ALLOWANCE, 1, False)
    assert (row["asked_by"], row["at"]) == (None, None)
    await _pass_on(house, row["id"], unnamed=True)
    (group,) = await _groups(house)
    assert (group["passed_on"], group["questions"][0]["asked_by"]) == (True, None)


@pytest.mark.slow
async def test_what_may_answer_is_told_only_after_a_yes(house: House) -> None:
    asked = await ask(house, "家长十一点多发来一条消息，是当晚回还是等天亮？")
    await _pass_on(house, asked["id"])
    await sign(house, await draft_of(house))
    (group,) = await _groups(house)
    assert group["proposed"] is not None
    assert await _told(house, Role.MEMBER) == []
    expert = await house.as_role(Role.EXPERT)
    path = f"/api/communities/{house.community.id}/questions"
    ids = {"ids": [one["id"] for one in group["questions"]]}
    assert (await expert.post(f"{path}/tell", json=ids)).status_code == 204
    await work_off(house.deps)
    assert len(await _told(house, Role.MEMBER)) == 1
    assert (await expert.post(f"{path}/decline", json=ids)).status_code == 409


@pytest.mark.slow
async def test_the_old_address_of_a_withdrawn_article_says_who_when_and_why(house: House) -> None:
    id_ = await draft_of(house)
    await sign(house, id_)
    expert, member = await house.as_role(Role.EXPERT), await house.as_role(Role.MEMBER)
    await expert.post(f"/api/articles/{id_}/withdraw", json={"reason": " 这学期 改了 "})
    old = (await member.get(f"/api/articles/{id_}/version")).json()
    assert (old["code"], old["facts"]["reason"]) == ("article_withdrawn_why", "这学期 改了")
    assert house.people[Role.EXPERT].name in old["message"]
    kept = (await expert.get(f"/api/articles/{id_}/version")).json()
    assert "这学期 改了" in kept["withdrawn"]
