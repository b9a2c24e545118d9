"""From talk to a signed article to a cited answer, each by who may."""

import json
from datetime import timedelta
from typing import Any

import pytest

from community.actions.articles import age_articles
from community.actions.distillations import keep_distillation
from community.distillation import ArticleKind, Citation, Claim, ClaimKind, Distillation
from community.people import Role
from community.proven import UseKind
from community.store.uses import uses_of
from server.working import work_off
from tests.server.house import House

SAID = "我们班家长群定了规矩：晚上九点以后的消息第二天早上八点统一回，孩子发烧的除外。"


async def _say(house: House, role: Role, text: str, key: str) -> int:
    client = await house.as_role(role)
    answer = await client.post(
        f"/api/zones/{house.zone.id}/messages", json={"text": text, "key": key}
    )
    return answer.json()["id"]


async def draft_of(house: House) -> int:
    """A draft article with one claim that stands on a message word for word."""
    message_id = await _say(house, Role.ACTIVE_MEMBER, SAID, "the-rule-1")
    quote = "晚上九点以后的消息第二天早上八点统一回，孩子发烧的除外"
    start = SAID.index(quote)
    cited = Citation(message_id=message_id, start=start, end=start + len(quote), quote=quote)
    claim = Claim(id=0, text=quote + "。", kind=ClaimKind.EXPERIENCE, citations=(cited,))
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


async def _ask(house: House, text: str) -> dict[str, Any]:
    member = await house.as_role(Role.MEMBER)
    path = f"/api/communities/{house.community.id}/questions"
    return (await member.post(path, json={"text": text})).json()


async def test_only_what_is_signed_answers_and_a_withdrawal_acts_at_once(house: House) -> None:
    id_ = await draft_of(house)
    before = await _ask(house, "家长半夜发微信怎么回？")
    await sign(house, id_)
    after = await _ask(house, "家长半夜发微信怎么回？")
    expert = await house.as_role(Role.EXPERT)
    withdrawn = await expert.post(f"/api/articles/{id_}/withdraw")
    gone = await _ask(house, "家长半夜发微信怎么回？")
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
    assert (await _ask(house, "家长半夜发微信怎么回？"))["answered"] is False
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
    asked = await _say(house, Role.MEMBER, "@Simmer 家长半夜发微信怎么回？", "asked-first")
    await _peers_have_had_their_time(house)
    member = await house.as_role(Role.MEMBER)
    said = (await member.get(f"/api/zones/{house.zone.id}/messages")).json()["messages"][-1]
    assert said["by_simmer"]
    assert said["reply_to"]["id"] == asked
    assert "[1]" in said["text"]
    assert house.people[Role.EXPERT].name in said["text"]


async def _peers_have_had_their_time(house: House) -> None:
    await work_off(house.deps)
    house.clock.turn(hours=2)
    await work_off(house.deps)


async def test_peers_go_first_and_only_the_asker_is_told_until_when(house: House) -> None:
    await sign(house, await draft_of(house))
    await _say(house, Role.MEMBER, "问知识库 家长半夜发微信怎么回？", "asked-second")
    await work_off(house.deps)
    path = f"/api/zones/{house.zone.id}/messages"

    async def from_simmer(role: Role) -> list[Any]:
        said = (await (await house.as_role(role)).get(path)).json()["messages"]
        return [one["text"] for one in said if one["by_simmer"]]

    (waits,) = await from_simmer(Role.MEMBER)
    assert "先留给群里的人" in waits
    assert await from_simmer(Role.ACTIVE_MEMBER) == []
    house.clock.turn(hours=2)
    await work_off(house.deps)
    assert "[1]" in (await from_simmer(Role.ACTIVE_MEMBER))[0]


@pytest.mark.slow
async def test_where_a_peer_answered_the_machine_keeps_quiet(house: House) -> None:
    await sign(house, await draft_of(house))
    asked = await _say(house, Role.MEMBER, "@Simmer 家长半夜发微信怎么回？", "asked-third")
    await work_off(house.deps)
    peer = await house.as_role(Role.ACTIVE_MEMBER)
    path = f"/api/zones/{house.zone.id}/messages"
    await peer.post(path, json={"text": "我一般早上回", "key": "peer-answers", "reply_to": asked})
    house.clock.turn(hours=2)
    await work_off(house.deps)
    assert not [one for one in (await peer.get(path)).json()["messages"] if one["by_simmer"]]


@pytest.mark.slow
async def test_in_the_room_a_third_language_gets_a_clear_sentence(house: House) -> None:
    await _say(house, Role.MEMBER, "@Simmer ¿Dónde puedo comprar para el concierto?", "asked-es-1")
    await _peers_have_had_their_time(house)
    member = await house.as_role(Role.ACTIVE_MEMBER)
    said = (await member.get(f"/api/zones/{house.zone.id}/messages")).json()["messages"][-1]
    assert said["by_simmer"]
    assert "中文和英文" in said["text"]


@pytest.mark.slow
async def test_the_same_question_of_two_members_is_one_and_both_get_the_answer(
    house: House,
) -> None:
    path = f"/api/communities/{house.community.id}/questions"
    texts = {Role.MEMBER: "家长半夜发微信怎么回？", Role.ACTIVE_MEMBER: "半夜家长发微信要怎么回"}
    for role, text in texts.items():
        await (await house.as_role(role)).post(path, json={"text": text})
    carer = await house.as_role(Role.FACILITATOR)
    (group,) = (await carer.get(path)).json()["groups"]
    assert (group["askers"], group["waits"]) == (2, True)
    assert group["expert"] == house.people[Role.EXPERT].name
    ids = [one["id"] for one in group["questions"]]
    handed = await carer.post(f"{path}/hand-on", json={"ids": ids, "to": "group"})
    assert handed.status_code == 204
    queue = (await carer.get(f"/api/communities/{house.community.id}/suggestions")).json()
    assert len(queue["suggestions"]) == 1
    await sign(house, await draft_of(house))
    for role in texts:
        mine = f"/api/communities/{house.community.id}/my-questions"
        (asked,) = (await (await house.as_role(role)).get(mine)).json()["questions"]
        assert asked["answered"]


@pytest.mark.slow
async def test_a_written_answer_is_signed_by_another_and_reaches_who_asked(house: House) -> None:
    path = f"/api/communities/{house.community.id}/questions"
    member = await house.as_role(Role.MEMBER)
    asked = (await member.post(path, json={"text": "春游那天要不要带水杯？"})).json()
    carer = await house.as_role(Role.ASSISTANT)
    empty = await carer.post(f"{path}/write", json={"ids": [asked["id"]], "text": "  "})
    assert empty.status_code == 422
    words = {"ids": [asked["id"]], "text": "春游那天每人自带水杯，学校只在门口备两桶水。"}
    written = (await carer.post(f"{path}/write", json=words)).json()
    await sign(house, written["draft_id"])
    (mine,) = (await member.get(f"/api/communities/{house.community.id}/my-questions")).json()[
        "questions"
    ]
    assert "自带水杯" in mine["sentences"][0]["text"]


async def test_an_objection_goes_to_who_signed_and_the_reply_comes_back(house: House) -> None:
    await sign(house, await draft_of(house))
    asked = await _ask(house, "家长半夜发微信怎么回？")
    member, expert = await house.as_role(Role.MEMBER), await house.as_role(Role.EXPERT)
    said = {"feedback": "outdated", "note": "这学期改成十点了"}
    await member.post(f"/api/questions/{asked['id']}/feedback", json=said)
    path = f"/api/communities/{house.community.id}/feedback"
    (row,) = (await expert.get(path)).json()["feedbacks"]
    assert (row["mine"], row["waits"], row["note"]) == (True, True, "这学期改成十点了")
    reply = await expert.post(f"/api/feedback/{row['id']}/reply", json={"text": "我去改"})
    assert reply.status_code == 204
    mine_path = f"/api/communities/{house.community.id}/my-questions"
    (mine,) = (await member.get(mine_path)).json()["questions"]
    assert (mine["feedback"]["reply"], mine["feedback"]["unseen"]) == ("我去改", True)
    await member.post(f"/api/feedback/{row['id']}/seen")
    (mine,) = (await member.get(mine_path)).json()["questions"]
    assert mine["feedback"]["unseen"] is False


def _events(text: str) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for block in text.replace("\r\n", "\n").split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.split("\n") if ": " in line)
        if "event" in fields:
            found.append((fields["event"], json.loads(fields["data"])))
    return found


async def test_a_streamed_answer_brings_sources_sentences_and_what_was_kept(house: House) -> None:
    await sign(house, await draft_of(house))
    member = await house.as_role(Role.MEMBER)
    path = f"/api/communities/{house.community.id}/questions/stream"
    heard = _events((await member.post(path, json={"text": "家长半夜发微信怎么回？"})).text)
    assert [name for name, _ in heard] == ["sources", "sentence", "done"]
    first = heard[-1][1]
    assert heard[1][1] == first["sentences"][0]
    more = {"text": "那孩子发烧呢？", "follows": first["id"]}
    (*_, (_, follow_up)) = _events((await member.post(path, json=more)).text)
    assert follow_up["understood"] == "孩子发烧，家长半夜发微信怎么回？"
    assert (follow_up["follows_id"], follow_up["answered"]) == (first["id"], True)
    other = await house.as_role(Role.ACTIVE_MEMBER)
    ((_, refused),) = _events((await other.post(path, json=more)).text)
    assert refused["code"] == "not_your_question"
    unread = _events((await member.post(path, json={"text": "問" * 10_000})).text)
    assert [(name, data["code"]) for name, data in unread] == [("failed", "question_too_long")]


@pytest.mark.slow
async def test_an_answer_counts_as_a_use_of_its_claims(house: House) -> None:
    await sign(house, await draft_of(house))
    asked = await _ask(house, "家长半夜发微信怎么回？")
    async with house.deps.store.read() as tx:
        (use,) = await uses_of(
            tx,
            house.community.id,
            since=house.clock.now - timedelta(days=1),
            until=house.clock.now + timedelta(days=1),
        )
    assert (use.question_id, use.kind) == (asked["id"], UseKind.ANSWER)


@pytest.mark.slow
async def test_an_answer_marks_what_is_due_to_be_looked_at_again(house: House) -> None:
    await sign(house, await draft_of(house))
    house.clock.turn(days=100)
    async with house.deps.store.write() as tx:
        moved = await age_articles(
            tx, house.deps.queue, community_id=house.community.id, now=house.clock.now
        )
    assert moved
    member = await house.as_member(house.people[Role.MEMBER])
    path = f"/api/communities/{house.community.id}/questions"
    answer = (await member.post(path, json={"text": "家长半夜发微信怎么回？"})).json()
    assert [one["due"] for one in answer["citations"]] == [True]


async def test_a_refused_question_is_seen_by_those_who_look_after_it(house: House) -> None:
    refused = await _ask(house, "学校食堂周几有糖醋排骨？")
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
    refused = await _ask(house, "学校食堂周几有糖醋排骨？")
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
    asked = await _ask(house, "家长半夜发微信怎么回？")
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
    asked = await _ask(house, "家长半夜发微信怎么回？")
    member = await house.as_role(Role.MEMBER)
    await member.post(f"/api/questions/{asked['id']}/pass-on", json={"to": "expert"})
    host = await house.as_role(Role.FACILITATOR)
    queue = (await host.get(f"/api/communities/{house.community.id}/suggestions")).json()
    (draft,) = queue["suggestions"]
    assert draft["audience"] == "private"
    assert draft["to_name"] == house.people[Role.EXPERT].name


async def test_who_asked_first_gets_the_answer_once_it_is_signed(house: House) -> None:
    asked = await _ask(house, "家长半夜发微信怎么回？")
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
    asked = await _ask(house, "家长半夜发微信怎么回？")
    carer = await house.as_role(Role.FACILITATOR)
    path = f"/api/communities/{house.community.id}/questions/resolve"
    done = [await carer.post(path, json={"ids": [asked["id"]]}) for _ in range(2)]
    assert [one.status_code for one in done] == [204, 409]


async def test_the_late_answer_waits_for_the_open_hours(house: House) -> None:
    await _ask(house, "家长半夜发微信怎么回？")
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
