"""Five claims on a phone: a link decides in one expert's name, is used up, and says what to do."""

from typing import Any

import httpx
import pytest

from community.people import Role
from tests.server.drafted import Drafted, drafted, live_texts
from tests.server.house import House


async def _link(house: House, role: Role = Role.EXPERT, **asked: object) -> httpx.Response:
    maker = await house.as_role(role)
    return await maker.post(f"/api/communities/{house.community.id}/review-passes", json=asked)


async def _token(house: House, role: Role = Role.EXPERT, **asked: object) -> str:
    made = await _link(house, role, **asked)
    assert made.status_code == 201, made.text
    return made.json()["url"].rsplit("/", 1)[1]


async def _decide_all(phone: httpx.AsyncClient, token: str) -> dict[str, Any]:
    out = (await phone.post("/api/passes/open", json={"token": token})).json()
    for each in list(out["claims"]):
        claim = each["claim"]
        body = {"token": token, "claim_id": claim["id"], "seen": claim["digest"]}
        told = await phone.post("/api/passes/decide", json={**body, "decision": "approve"})
        assert told.status_code == 200, told.text
        out = told.json()
    return out


async def test_eight_claims_take_two_passes_and_a_signature(house: House) -> None:
    draft = await drafted(house, 8)
    token = await _token(house)
    async with house.stranger() as phone:
        first = await _decide_all(phone, token)
        (article,) = first["articles"]
        assert (len(first["claims"]), article["left"], article["bar"]) == (
            5,
            3,
            "claims_undecided",
        )
        ended = (
            await phone.post("/api/passes/finish", json={"token": token, "go_on": True})
        ).json()
        used = await phone.post("/api/passes/open", json={"token": token})
        assert (used.json()["code"], ended["left"]) == ("pass_finished", 3)
        last = await _decide_all(phone, ended["token"])
        (article,) = last["articles"]
        assert (article["left"], article["bar"]) == (0, None)
        seen = [claim["digest"] for claim in article["approved"]]
        body = {"token": ended["token"], "distillation_id": draft.id, "seen": seen}
        signed = (await phone.post("/api/passes/sign", json=body)).json()
    assert signed["articles"][0]["signed"] is True
    assert len(await live_texts(house)) == 8
    assert (await draft.now())["signed_by"] == "顾老师"


@pytest.mark.slow
async def test_a_pass_opens_its_own_claims_only_and_an_old_one_says_what_to_do(
    house: House,
) -> None:
    draft = await drafted(house, 6)
    token = await _token(house)
    sixth = (await draft.now())["claims"][5]
    async with house.stranger() as phone:
        body = {"token": token, "claim_id": sixth["id"], "seen": sixth["digest"]}
        other = await phone.post("/api/passes/decide", json={**body, "decision": "approve"})
        assert other.status_code == 404
        unknown = await phone.post("/api/passes/open", json={"token": "x" * 40})
        house.clock.turn(days=3)
        late = await phone.post("/api/passes/open", json={"token": token})
    assert [unknown.json()["code"], late.json()["code"]] == ["pass_unknown", "pass_expired"]
    assert "再发一条" in late.json()["message"]


@pytest.mark.slow
async def test_who_may_make_a_pass_for_whom(house: House) -> None:
    expert, owner = house.people[Role.EXPERT], house.people[Role.OWNER]
    assert (await _link(house)).json()["code"] == "pass_nothing_open"
    await drafted(house, 2)
    made = await _link(house, Role.FACILITATOR, member_id=expert.id)
    refused = [
        await _link(house, Role.EXPERT, member_id=owner.id),
        await _link(house, Role.FACILITATOR, member_id=owner.id),
        await _link(house, Role.FACILITATOR),
        await _link(house, Role.MEMBER),
    ]
    assert made.json()["qr"].startswith("data:image/svg+xml")
    assert [each.json()["code"] for each in refused] == [
        "pass_for_yourself",
        "role_not_yours_to_give",
        "pass_not_a_signer",
        "role_may_not",
    ]


@pytest.mark.slow
async def test_nobody_signs_alone_by_thumb_what_they_alone_said(house: House) -> None:
    draft: Drafted = await drafted(house, 2, roles=(Role.EXPERT,))
    token = await _token(house)
    async with house.stranger() as phone:
        (article,) = (await _decide_all(phone, token))["articles"]
        seen = [claim["digest"] for claim in article["approved"]]
        body = {"token": token, "distillation_id": draft.id, "seen": seen}
        refused = await phone.post("/api/passes/sign", json=body)
    assert (article["bar"], refused.json()["code"]) == ("sole_contributor", "sole_contributor")
    settings = await (await house.as_role(Role.OWNER)).put(
        f"/api/communities/{house.community.id}/settings", json={"two_person_rule": False}
    )
    assert settings.status_code in {200, 204}, settings.text
    async with house.stranger() as phone:
        assert (await phone.post("/api/passes/sign", json=body)).status_code == 200


@pytest.mark.slow
async def test_a_round_walks_through_conflicts_first_and_its_minutes_become_a_draft(
    house: House,
) -> None:
    draft = await drafted(house, 3)
    expert = await draft.expert()
    found = (await expert.get(f"/api/communities/{house.community.id}/round")).json()
    assert [point["because"] for point in found["points"]] == ["open"] * 3
    assert (found["minutes"], found["people"][0]["name"]) == (20, "顾老师")
    path = f"/api/communities/{house.community.id}/round/minutes"
    kept = await expert.post(path, json={"text": "今天定了三句。"})
    assert kept.status_code == 201
    member = await house.as_role(Role.MEMBER)
    assert (await member.post(path, json={"text": "我也记一份。"})).status_code == 403
