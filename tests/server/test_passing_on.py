"""A question nobody signed an answer to: brought on, answered, signed, told to its asker."""

from typing import Any

import pytest

from community.people import Role
from server.working import work_off
from tests.server.house import House
from tests.server.test_knowledge import ask, say

pytestmark = pytest.mark.slow

ASKED = "期中质量分析会要交哪些材料？"
TOLD = "交三样：各科均分对比表、典型错题十道、下一步措施一页纸，周五前发给教务处。"


async def _brought(house: House, asked: int, to: str) -> dict[str, Any]:
    """A question brought on as a host lets it through; the message it became."""
    host = await house.as_role(Role.FACILITATOR)
    home = f"/api/communities/{house.community.id}"
    handed = await host.post(f"{home}/questions/hand-on", json={"ids": [asked], "to": to})
    assert handed.status_code == 204, handed.text
    (draft,) = (await host.get(f"{home}/suggestions")).json()["suggestions"]
    await host.post(f"/api/suggestions/{draft['id']}/review", json={"decision": "accept"})
    house.clock.turn(seconds=11)
    await work_off(house.deps)
    expert = await house.as_role(Role.EXPERT)
    found = (await expert.get(f"/api/zones/{house.zone.id}/messages")).json()["messages"]
    return found[-1]


async def _drafts(house: House) -> list[dict[str, Any]]:
    expert = await house.as_role(Role.EXPERT)
    found = await expert.get(f"/api/communities/{house.community.id}/distillations")
    return found.json()["distillations"]


async def _reply(house: House, role: Role, text: str, to: int, key: str) -> None:
    client = await house.as_role(role)
    body = {"text": text, "reply_to": to, "key": key}
    said = await client.post(f"/api/zones/{house.zone.id}/messages", json=body)
    assert said.status_code == 201, said.text


async def _sign(house: House, id_: int, role: Role) -> int:
    signer = await house.as_role(role)
    shown = (await signer.get(f"/api/distillations/{id_}")).json()
    for claim in (each for each in shown["claims"] if each["state"] == "open"):
        body = {"decision": "approve", "seen": claim["digest"]}
        shown = (await signer.post(f"/api/claims/{claim['id']}/review", json=body)).json()
    seen = [each["digest"] for each in shown["claims"]]
    signed = await signer.post(f"/api/distillations/{id_}/sign", json={"seen": seen})
    await work_off(house.deps)
    return signed.status_code


async def test_what_an_expert_replies_is_signed_by_another_and_told_to_the_asker(
    house: House,
) -> None:
    asked = await ask(house, ASKED)
    line = await _brought(house, asked["id"], "expert")
    assert line["private"]
    await _reply(house, Role.EXPERT, "好，晚点说。", line["id"], "not-yet-1")
    assert await _drafts(house) == []
    for _ in range(2):
        await _reply(house, Role.EXPERT, TOLD, line["id"], "the-answer")
    (draft,) = await _drafts(house)
    assert (draft["title"], draft["state"]) == (ASKED, "in_review")
    assert await _sign(house, draft["id"], Role.EXPERT) >= 400
    assert await _sign(house, draft["id"], Role.OWNER) == 200
    asker = await house.as_role(Role.MEMBER)
    heard = (await asker.get(f"/api/zones/{house.zone.id}/messages")).json()["messages"]
    (told,) = [each["text"] for each in heard if each["private"]]
    assert "典型错题十道" in told
    await _reply(house, Role.EXPERT, TOLD + "晚了也收。", line["id"], "too-late-1")
    assert await _drafts(house) == [], "nobody waits any more"


async def test_what_the_group_answers_is_drafted_under_the_question_itself(house: House) -> None:
    asked = await ask(house, ASKED)
    line = await _brought(house, asked["id"], "group")
    assert (line["private"], line["text"].splitlines()[-1]) == (False, ASKED)
    await _reply(house, Role.ACTIVE_MEMBER, TOLD, line["id"], "the-answer")
    await say(house, Role.LEADER, "对，我们组上次也是交这三样，措施写满一页就行。", "me-too-01")
    expert = await house.as_role(Role.EXPERT)
    path = f"/api/communities/{house.community.id}/distillations"
    assert (await expert.post(path, json={"root_id": line["id"]})).status_code == 202
    await work_off(house.deps)
    (draft,) = await _drafts(house)
    assert draft["title"] == ASKED
