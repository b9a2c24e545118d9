"""From talk to a signed article to a cited answer, each by who may."""

from typing import Any

import pytest

from community.actions.distillations import keep_distillation
from community.distillation import ArticleKind, Citation, Claim, ClaimKind, Distillation
from community.people import Role
from server.working import work_off
from tests.server.house import House

SAID = "我们班家长群定了规矩：晚上九点以后的消息第二天早上八点统一回，孩子发烧的除外。"


async def say(house: House, role: Role, text: str, key: str) -> int:
    client = await house.as_role(role)
    answer = await client.post(
        f"/api/zones/{house.zone.id}/messages", json={"text": text, "key": key}
    )
    return answer.json()["id"]


async def draft_of(house: House, text: str = "") -> int:
    """A draft article with one claim that stands on a message, word for word unless said."""
    message_id = await say(house, Role.ACTIVE_MEMBER, SAID, "the-rule-1")
    quote = "晚上九点以后的消息第二天早上八点统一回，孩子发烧的除外"
    start = SAID.index(quote)
    cited = Citation(message_id=message_id, start=start, end=start + len(quote), quote=quote)
    claim = Claim(id=0, text=text or quote + "。", kind=ClaimKind.EXPERIENCE, citations=(cited,))
    new = Distillation(
        id=0,
        community_id=house.community.id,
        zone_id=house.zone.id,
        root_id=message_id,
        title="家长半夜发微信怎么回？",
        kind=ArticleKind.FAQ,
        language="zh",
        claims=(claim,),
        message_ids=(message_id,),
        created_at=house.clock.now,
    )
    async with house.deps.store.write() as tx:
        return (await keep_distillation(tx, new)).id


async def _read(house: House, id_: int) -> dict[str, Any]:
    expert = await house.as_role(Role.EXPERT)
    return (await expert.get(f"/api/distillations/{id_}")).json()


async def sign(house: House, id_: int) -> None:
    expert = await house.as_role(Role.EXPERT)
    (claim,) = (await _read(house, id_))["claims"]
    decided = await expert.post(
        f"/api/claims/{claim['id']}/review",
        json={"decision": "approve", "seen": claim["digest"]},
    )
    assert decided.status_code == 200, decided.text
    signed = await expert.post(f"/api/distillations/{id_}/sign", json={"seen": [claim["digest"]]})
    assert signed.status_code == 200, signed.text
    await work_off(house.deps)


async def ask(house: House, text: str) -> dict[str, Any]:
    member = await house.as_role(Role.MEMBER)
    path = f"/api/communities/{house.community.id}/questions"
    return (await member.post(path, json={"text": text})).json()


async def test_only_what_is_signed_answers_and_a_withdrawal_acts_at_once(house: House) -> None:
    id_ = await draft_of(house)
    before = await ask(house, "家长半夜发微信怎么回？")
    await sign(house, id_)
    after = await ask(house, "家长半夜发微信怎么回？")
    expert = await house.as_role(Role.EXPERT)
    withdrawn = await expert.post(f"/api/articles/{id_}/withdraw")
    gone = await ask(house, "家长半夜发微信怎么回？")
    assert (before["answered"], after["answered"], gone["answered"]) == (False, True, False)
    assert withdrawn.status_code == 204
    assert after["citations"][0]["article_id"] == id_
    assert after["citations"][0]["signed_by"] == house.people[Role.EXPERT].name


async def test_a_changed_source_takes_its_claim_out_of_every_answer(house: House) -> None:
    id_ = await draft_of(house)
    await sign(house, id_)
    author = await house.as_role(Role.ACTIVE_MEMBER)
    (source,) = (await _read(house, id_))["thread"]
    edited = await author.put(f"/api/messages/{source['id']}", json={"text": "我收回，没定规矩。"})
    assert edited.status_code == 200
    assert (await ask(house, "家长半夜发微信怎么回？"))["answered"] is False
    assert (await _read(house, id_))["claims"][0]["state"] == "open"


async def test_members_do_not_read_drafts_even_by_their_id(house: House) -> None:
    id_ = await draft_of(house)
    member = await house.as_role(Role.MEMBER)
    answers = [
        await member.get(f"/api/distillations/{id_}"),
        await member.get(f"/api/articles/{id_}"),
    ]
    assert [answer.status_code for answer in answers] == [403, 404]


async def test_a_question_in_the_room_is_answered_from_simmers_own_account(house: House) -> None:
    await sign(house, await draft_of(house))
    asked = await say(house, Role.MEMBER, "@Simmer 家长半夜发微信怎么回？", "asked-first")
    await peers_have_had_their_time(house)
    member = await house.as_role(Role.MEMBER)
    said = (await member.get(f"/api/zones/{house.zone.id}/messages")).json()["messages"][-1]
    assert said["by_simmer"]
    assert said["reply_to"]["id"] == asked
    assert "[1]" in said["text"]
    assert house.people[Role.EXPERT].name in said["text"]


async def peers_have_had_their_time(house: House) -> None:
    await work_off(house.deps)
    house.clock.turn(hours=2)
    await work_off(house.deps)


async def test_a_refused_question_is_seen_by_those_who_look_after_it(house: House) -> None:
    refused = await ask(house, "学校食堂周几有糖醋排骨？")
    member = await house.as_role(Role.MEMBER)
    passed = await member.post(f"/api/questions/{refused['id']}/pass-on", json={"to": "expert"})
    assert (refused["answered"], passed.json()["state"]) == (False, "passed_on")
    expert = await house.as_role(Role.EXPERT)
    path = f"/api/communities/{house.community.id}/questions"
    (group,) = (await expert.get(path)).json()["groups"]
    (row,) = group["questions"]
    assert (row["state"], group["waits"]) == ("passed_on", True)
    assert row["asked_by"] == house.people[Role.MEMBER].name


async def test_only_who_asked_passes_a_question_on(house: House) -> None:
    refused = await ask(house, "学校食堂周几有糖醋排骨？")
    other = await house.as_role(Role.ACTIVE_MEMBER)
    answer = await other.post(f"/api/questions/{refused['id']}/pass-on", json={"to": "group"})
    assert answer.status_code == 403


@pytest.mark.parametrize("text", ["", "   ", "？？？", "问" * 2001])
async def test_what_is_no_question_is_said_so(house: House, text: str) -> None:
    member = await house.as_role(Role.MEMBER)
    path = f"/api/communities/{house.community.id}/questions"
    answer = await member.post(path, json={"text": text})
    assert answer.status_code == 422
    assert answer.json()["message"]


async def test_a_question_passed_to_the_group_becomes_a_draft_that_names_nobody(
    house: House,
) -> None:
    asked = await ask(house, "家长半夜发微信怎么回？")
    member = await house.as_role(Role.MEMBER)
    passed = await member.post(f"/api/questions/{asked['id']}/pass-on", json={"to": "group"})
    assert passed.json()["state"] == "passed_on"
    host = await house.as_role(Role.FACILITATOR)
    queue = (await host.get(f"/api/communities/{house.community.id}/suggestions")).json()
    (draft,) = queue["suggestions"]
    assert "家长半夜发微信怎么回？" in draft["text"]
    assert house.people[Role.MEMBER].name not in draft["text"]
    assert (draft["move"], draft["audience"]) == ("open_question", "public")


async def test_a_question_passed_to_the_expert_is_a_private_draft_for_them(house: House) -> None:
    asked = await ask(house, "家长半夜发微信怎么回？")
    member = await house.as_role(Role.MEMBER)
    await member.post(f"/api/questions/{asked['id']}/pass-on", json={"to": "expert"})
    host = await house.as_role(Role.FACILITATOR)
    queue = (await host.get(f"/api/communities/{house.community.id}/suggestions")).json()
    (draft,) = queue["suggestions"]
    assert draft["audience"] == "private"
    assert draft["to_name"] == house.people[Role.EXPERT].name


async def test_who_asked_first_gets_the_answer_once_it_is_signed(house: House) -> None:
    asked = await ask(house, "家长半夜发微信怎么回？")
    assert not asked["answered"]
    await sign(house, await draft_of(house))
    asker, other = await house.as_role(Role.MEMBER), await house.as_role(Role.ACTIVE_MEMBER)
    path = f"/api/zones/{house.zone.id}/messages"
    told = [one for one in (await asker.get(path)).json()["messages"] if one["by_simmer"]]
    assert [one["private"] for one in told] == [True]
    assert "第二天早上八点统一回" in told[0]["text"]
    seen = (await other.get(path)).json()["messages"]
    assert not any(one["by_simmer"] for one in seen)
    carer = await house.as_role(Role.EXPERT)
    rows = (await carer.get(f"/api/communities/{house.community.id}/questions")).json()
    assert [one["questions"][0]["state"] for one in rows["groups"]] == ["answered"]


async def test_a_question_somebody_took_care_of_no_longer_waits(house: House) -> None:
    asked = await ask(house, "家长半夜发微信怎么回？")
    carer = await house.as_role(Role.FACILITATOR)
    path = f"/api/communities/{house.community.id}/questions/resolve"
    done = [await carer.post(path, json={"ids": [asked["id"]]}) for _ in range(2)]
    assert [one.status_code for one in done] == [204, 409]


async def test_the_late_answer_waits_for_the_open_hours(house: House) -> None:
    await ask(house, "家长半夜发微信怎么回？")
    house.clock.turn(hours=18)
    await sign(house, await draft_of(house))
    asker = await house.as_role(Role.MEMBER)
    path = f"/api/zones/{house.zone.id}/messages"

    async def told() -> list[Any]:
        said = (await asker.get(path)).json()["messages"]
        return [one for one in said if one["by_simmer"]]

    assert await told() == []
    house.clock.turn(hours=7)
    await work_off(house.deps)
    assert len(await told()) == 1
