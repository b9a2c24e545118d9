"""The life of a signed article at the door: due, verified, changed, put away and brought back."""

from dataclasses import replace

import httpx
import pytest

from community.actions.articles import age_articles
from community.actions.questions import ask_question
from community.distillation import (
    Distillation,
)
from community.people import Role
from community.proven import UseKind
from community.question import Answer
from community.store import members, messages
from community.store.uses import record_uses
from server.jobs.upkeep import upkeep_job
from server.working import work_off
from tests.server.house import House
from tests.server.shelved import RULE, article_of
from tests.server.test_knowledge import draft_of, sign


async def _signed(house: House) -> int:
    id_ = await draft_of(house)
    await sign(house, id_)
    return id_


async def _age(house: House, **span: float) -> None:
    house.clock.turn(**span)
    async with house.deps.store.write() as tx:
        await age_articles(
            tx, house.deps.queue, community_id=house.community.id, now=house.clock.now
        )


async def _due(house: House, client: httpx.AsyncClient) -> list[dict[str, object]]:
    found = await client.get(f"/api/communities/{house.community.id}/due-articles")
    return found.json()["articles"]


@pytest.mark.slow
async def test_a_due_article_is_listed_verified_and_taken_back(house: House) -> None:
    id_, expert = await _signed(house), await house.as_role(Role.EXPERT)
    home = f"/api/communities/{house.community.id}"
    assert await _due(house, expert) == []
    await _age(house, days=95)
    expert = await house.as_member(house.people[Role.EXPERT])
    (shown,) = await _due(house, expert)
    assert (shown["id"], shown["state"], shown["mine"]) == (id_, "due", True)
    done = await expert.post(f"{home}/verifications", json={"seen": {id_: shown["seal"], 999: "x"}})
    assert done.json()["verified"] == [id_]
    assert [each["code"] for each in done.json()["refused"]] == ["article_not_found"]
    assert await _due(house, expert) == []
    late = await expert.post(f"{home}/verifications", json={"seen": {id_: shown["seal"]}})
    (refused,) = late.json()["refused"]
    assert refused["text"] == "顾老师 刚刚已经复核过这篇了。"
    back = await expert.post(f"{home}/verifications/taken-back", json={"article_ids": [id_]})
    assert back.status_code == 204
    assert [each["state"] for each in await _due(house, expert)] == ["due"]


@pytest.mark.slow
async def test_an_article_of_an_expert_who_left_says_to_whom_it_fell(house: House) -> None:
    id_ = await _signed(house)
    gone = replace(house.people[Role.EXPERT], left_at=house.clock.now)
    async with house.deps.store.write() as tx:
        await members.update_member(tx, gone)
    await _age(house, days=80)
    owner = await house.as_member(house.people[Role.OWNER])
    (shown,) = await _due(house, owner)
    assert (shown["verifier"], shown["instead_of"]) == ("周砚秋", "顾老师")
    life = (await owner.get(f"/api/articles/{id_}/life")).json()
    assert life["instead_of"]["name"] == "顾老师"
    assert [each["name"] for each in life["verifiers"]] == ["周砚秋"]


@pytest.mark.slow
async def test_a_new_version_stands_beside_the_old_one_that_stays_readable(house: House) -> None:
    id_, expert = await _signed(house), await house.as_role(Role.EXPERT)
    member = await house.as_role(Role.MEMBER)
    begun = (await expert.post(f"/api/articles/{id_}/revise")).json()["id"]
    (claim,) = (await expert.get(f"/api/distillations/{begun}")).json()["claims"]
    reopened = await expert.post(
        f"/api/claims/{claim['id']}/review", json={"decision": "reopen", "seen": claim["digest"]}
    )
    assert reopened.status_code == 200, reopened.text
    words = "孩子发烧的除外，晚上九点以后的消息第二天早上八点统一回。"
    edited = await expert.post(
        f"/api/claims/{claim['id']}/review",
        json={"decision": "edit", "seen": claim["digest"], "text": words},
    )
    (fresh,) = edited.json()["claims"]
    signed = await expert.post(f"/api/distillations/{begun}/sign", json={"seen": [fresh["digest"]]})
    assert signed.status_code == 200, signed.text
    address = f"/api/communities/{house.community.id}/library"
    assert (await member.get(f"{address}/{id_}")).json() == {"article": None}
    assert (await member.get(f"{address}/{begun}")).json()["article"]["version"] == 2
    assert (await member.get(f"{address}/{begun + 1}")).status_code == 404
    old = (await member.get(f"/api/articles/{id_}/version")).json()
    assert (old["answers"], old["life"]["state"], old["life"]["current"]["id"]) == (
        False,
        "archived",
        begun,
    )
    assert [each["version"] for each in old["life"]["versions"]] == [2, 1]
    shown = await member.get(f"/api/articles/{begun}/comparison", params={"against": id_})
    (pair,) = shown.json()["pairs"]
    assert pair["change"] == "changed"
    assert "".join(each["text"] for each in pair["after"]) == words
    assert (await expert.post(f"/api/articles/{id_}/restore")).status_code == 409


@pytest.mark.slow
@pytest.mark.parametrize("role", [Role.MEMBER, Role.LEADER, Role.FACILITATOR])
async def test_only_who_signs_changes_the_life_of_an_article(house: House, role: Role) -> None:
    id_ = await _signed(house)
    client = await house.as_role(role)
    for path in ("archive", "restore", "revise"):
        assert (await client.post(f"/api/articles/{id_}/{path}")).status_code == 403
    life = (await client.get(f"/api/articles/{id_}/life")).json()
    assert life["may_keep"] is False


async def _answered(house: House, article: Distillation) -> None:
    """A member asked and was answered with the article."""
    async with house.deps.store.write() as tx:
        asked = await ask_question(
            tx,
            community_id=house.community.id,
            member_id=house.people[Role.MEMBER].id,
            text="几点回？",
            answer=Answer(answered=True),
            at=house.clock.now,
        )
        ids, now = [claim.id for claim in article.approved], house.clock.now
        await record_uses(tx, house.community.id, ids, UseKind.ANSWER, now, asked.id)


async def _keep_up(house: House) -> None:
    await work_off(house.deps)
    async with house.deps.store.write() as tx:
        await house.deps.queue.put(tx, upkeep_job(house.community.id, house.clock.now))
    await work_off(house.deps)


@pytest.mark.slow
async def test_a_contradiction_is_found_settled_and_costs_trust_until_then(house: House) -> None:
    await article_of(house, "家长群几点回？", RULE)
    other = await article_of(house, "家长消息多晚算晚？", RULE.replace("九点", "十点"))
    await _keep_up(house)
    home, expert = f"/api/communities/{house.community.id}", await house.as_role(Role.EXPERT)
    (found,) = (await expert.get(f"{home}/conflicts")).json()["open"]
    assert (found["kind"], found["reason"]) == ("contradiction", "number")
    assert [each["mine"] for each in found["sides"]] == [True, True]
    owner = await house.as_role(Role.OWNER)
    (theirs,) = (await owner.get(f"{home}/conflicts")).json()["open"]
    assert [each["mine"] for each in theirs["sides"]] == [False, False]
    assert [each["sources"][0]["author"] for each in found["sides"]] == ["阿敏", "阿敏"]
    leader = await house.as_role(Role.LEADER)
    before = (await leader.get(f"{home}/trust")).json()
    lost = {each["drag"]: (each["lost"], each["count"]) for each in before["parts"]}
    assert lost["conflict"] == (20, 2)
    path = f"/api/conflicts/{found['id']}/settle"
    bare = await expert.post(path, json={"outcome": "keep_both"})
    assert (bare.status_code, bare.json()["code"]) == (422, "conflict_needs_condition")
    settled = await expert.post(path, json={"outcome": "first"})
    assert settled.json()["settled_by"] == "顾老师"
    assert settled.json()["sides"][1]["state"] == "open"
    after = (await leader.get(f"{home}/trust")).json()
    assert after["score"] > before["score"]
    assert (await expert.post(path, json={"outcome": "second"})).status_code == 409
    back = await expert.post(f"/api/conflicts/{found['id']}/reopen")
    assert (back.json()["settled_at"], back.json()["sides"][1]["state"]) == (None, "approved")
    assert back.json()["sides"][1]["article_id"] == other.id
    assert (await leader.get(f"{home}/conflicts")).status_code == 403


@pytest.mark.slow
async def test_a_verifier_is_reminded_in_private_once_a_week(house: House) -> None:
    await article_of(house, "家长群几点回？", RULE)
    house.clock.turn(days=95)
    for _ in range(3):
        await _keep_up(house)
        house.clock.turn(days=3)
    async with house.deps.store.read() as tx:
        told = await messages.messages_in(
            tx, house.zone.id, reader_id=house.people[Role.EXPERT].id, limit=50
        )
        public = await messages.messages_in(tx, house.zone.id, limit=50)
    private = [each for each in told if each.by_simmer]
    assert len(private) == 1
    assert "《家长群几点回？》" in private[0].text
    assert not any(each.by_simmer for each in public)


@pytest.mark.slow
async def test_who_said_it_hears_an_echo_in_numbers_alone_and_can_switch_it_off(
    house: House,
) -> None:
    await _answered(house, await article_of(house, "家长群几点回？", RULE))
    house.clock.turn(days=7)
    author = await house.as_role(Role.ACTIVE_MEMBER)
    path = f"/api/communities/{house.community.id}/me/echo"
    echo = (await author.get(path)).json()
    assert (echo["people"], echo["seen"], echo["on"]) == (1, False, True)
    assert set(echo) == {"monday", "people", "uses", "on", "seen"}
    assert (await author.put(path, json={"seen": True})).status_code == 204
    assert (await author.get(path)).json()["seen"] is True
    await author.put(path, json={"on": False})
    assert (await author.get(path)).json()["people"] == 0


@pytest.mark.slow
async def test_who_was_answered_says_if_it_worked_and_the_quarter_counts_it(house: House) -> None:
    article = await article_of(house, "家长群几点回？", RULE)
    await _answered(house, article)
    home, member = f"/api/communities/{house.community.id}", await house.as_role(Role.MEMBER)
    assert (await member.get(f"{home}/trial")).json() == {"trial": None}
    house.clock.turn(days=7)
    due = (await member.get(f"{home}/trial")).json()["trial"]
    assert due["text"] == article.approved[0].text
    answer = {"outcome": "not", "condition": "毕业班不行"}
    author = await house.as_role(Role.ACTIVE_MEMBER)
    assert (await author.put(f"/api/trials/{due['id']}", json=answer)).status_code == 404
    said = await member.put(f"/api/trials/{due['id']}", json=answer)
    assert said.json()["condition"] == "毕业班不行"
    assert len((await member.get(f"{home}/me/trials")).json()["trials"]) == 1
    assert (await author.get(f"{home}/me/trials")).json()["trials"] == []
    life = (await author.get(f"/api/articles/{article.id}/life")).json()
    assert [(each["tried"], each["worked"]) for each in life["field_results"]] == [(1, None)]
    leader = await house.as_role(Role.LEADER)
    sheet = (await leader.get(f"{home}/assets")).json()
    (row,) = sheet["assets"]
    assert (row["answers"], row["people"], row["tried"], row["worked"]) == (1, 1, 1, None)
    assert (row["signed_by"], row["contributors"], row["unnamed"]) == ("", [], 1)
    assert (sheet["asked"], sheet["answered_at_once"]) == (1, 1)
    table = await leader.get(f"{home}/assets.csv", params={"quarter": sheet["quarter"]})
    assert "家长群几点回？" in table.text


@pytest.mark.slow
async def test_a_sheet_is_for_who_leads_and_of_a_real_quarter(house: House) -> None:
    home = f"/api/communities/{house.community.id}/assets"
    leader, member = await house.as_role(Role.LEADER), await house.as_role(Role.MEMBER)
    wrong = await leader.get(home, params={"quarter": "2026-Q9"})
    assert wrong.json()["code"] == "quarter_unknown"
    assert (await member.get(home)).status_code == 403
