"""A later cohort inherits what the earlier one signed and was stuck on; nobody is named unasked."""

from dataclasses import replace
from datetime import timedelta

import httpx
import pytest

from community.actions.consents import give_consent
from community.agreement import ConsentKind
from community.people import Community, Role
from community.store import communities, members
from server.cohort_relay import offer_relay
from server.weekly_digest import offer_digest
from tests.builders import MONDAY, a_community, a_member, a_zone
from tests.server.house import House
from tests.server.test_knowledge import draft_of, sign

pytestmark = pytest.mark.slow

QUESTION = "家长半夜发微信怎么回？"


async def next_cohort(house: House) -> Community:
    """A second community whose owner is the first one's as well."""
    owner = await house.as_role(Role.OWNER)
    assert (await owner.get("/api/me")).status_code == 200
    async with house.deps.store.write() as tx:
        known = await members.member(tx, house.people[Role.OWNER].id)
        assert known is not None
        home = await communities.insert_community(
            tx, replace(a_community(), slug="next", name="第二期")
        )
        await communities.insert_zone(tx, replace(a_zone(), community_id=home.id))
        await members.insert_member(
            tx,
            replace(
                a_member(0, "周砚秋", Role.OWNER),
                community_id=home.id,
                account_id=known.account_id,
            ),
        )
    return home


async def inherit(house: House, home: Community, parent_id: int) -> httpx.Response:
    owner = await house.as_role(Role.OWNER)
    body = {"parent_id": parent_id, "began_on": MONDAY.date().isoformat()}
    return await owner.put(f"/api/communities/{home.id}/cohort", json=body)


async def test_the_next_cohort_sees_the_earlier_library_without_names(house: House) -> None:
    id_ = await draft_of(house)
    await sign(house, id_)
    home = await next_cohort(house)
    assert (await inherit(house, home, house.community.id)).status_code == 204
    owner = await house.as_role(Role.OWNER)
    (row,) = (await owner.get(f"/api/communities/{home.id}/articles")).json()["articles"]
    assert (row["cohort"], row["signed_by"], row["contributors"]) == ("示例群", "", [])
    path = f"/api/communities/{home.id}/inherited/{id_}"
    article = (await owner.get(path)).json()
    assert article["sentences"][0]["sources"] == []
    author = house.people[Role.ACTIVE_MEMBER]
    async with house.deps.store.write() as tx:
        await give_consent(
            tx, author, ConsentKind.CREDIT, house.clock(), {"shape": "nickname", "nickname": "敏敏"}
        )
    agreed = (await owner.get(path)).json()
    assert agreed["contributors"] == ["敏敏"]
    old = f"/api/communities/{home.id}/library/{id_}"
    assert (await owner.get(old)).json()["article"] == agreed
    assert agreed["sentences"][0]["sources"][0]["author"] == "敏敏"
    assert author.name not in str(agreed)


@pytest.mark.slow
async def test_a_community_inherits_only_from_one_its_owner_keeps_and_never_from_itself(
    house: House,
) -> None:
    home = await next_cohort(house)
    async with house.deps.store.write() as tx:
        strange = await communities.insert_community(tx, replace(a_community(), slug="strange"))
    assert (await inherit(house, home, strange.id)).status_code == 404
    assert (await inherit(house, home, home.id)).status_code == 404
    assert (await inherit(house, home, house.community.id)).status_code == 204
    assert (await inherit(house, house.community, home.id)).status_code == 409
    member = await house.as_role(Role.MEMBER)
    path = f"/api/communities/{house.community.id}/inherited/1"
    assert (await member.get(path)).status_code == 404


@pytest.mark.slow
async def test_what_a_week_was_stuck_on_comes_with_its_signed_answer(house: House) -> None:
    await sign(house, await draft_of(house))
    for role in (Role.MEMBER, Role.LEADER):
        asker = await house.as_role(role)
        path = f"/api/communities/{house.community.id}/questions"
        await asker.post(path, json={"text": QUESTION})
    alone = await house.as_role(Role.ACTIVE_MEMBER)
    path = f"/api/communities/{house.community.id}/questions"
    await alone.post(path, json={"text": "期末评语要写多少字？"})
    for role, words in ((Role.MEMBER, "哪里"), (Role.LEADER, "哪儿")):
        asker = await house.as_role(role)
        text = f"教研组会的记录模板在{words}？"
        await asker.post(f"/api/communities/{house.community.id}/questions", json={"text": text})
    home = await next_cohort(house)
    owner = await house.as_role(Role.OWNER)
    began = {"parent_id": None, "began_on": MONDAY.date().isoformat()}
    await owner.put(f"/api/communities/{house.community.id}/cohort", json=began)
    await inherit(house, home, house.community.id)
    path = f"/api/communities/{home.id}/cohort"
    first = (await owner.get(path, params={"week": 1})).json()
    second = (await owner.get(path, params={"week": 2})).json()
    stuck, template = first["stuck"]
    assert (template["people"], template["article_id"]) == (2, None)
    assert (stuck["words"], stuck["people"]) == (QUESTION, 2)
    assert "第二天早上八点统一回" in stuck["answer"]
    assert second["stuck"] == []
    drafted = (await owner.post(f"{path}/relay")).json()
    again = (await owner.post(f"{path}/relay")).json()
    queue = (await owner.get(f"/api/communities/{home.id}/suggestions")).json()["suggestions"]
    assert [each["id"] for each in queue] == [drafted["suggestion_id"]]
    assert again["suggestion_id"] is None
    assert "第1周" in queue[0]["text"]
    assert house.people[Role.MEMBER].name not in queue[0]["text"]


@pytest.mark.slow
async def test_a_question_the_own_library_cannot_answer_is_answered_from_the_earlier_one(
    house: House,
) -> None:
    await sign(house, await draft_of(house))
    home = await next_cohort(house)
    owner = await house.as_role(Role.OWNER)
    path = f"/api/communities/{home.id}/questions"
    alone = (await owner.post(path, json={"text": QUESTION})).json()
    await inherit(house, home, house.community.id)
    answer = (await owner.post(path, json={"text": QUESTION})).json()
    (citation,) = answer["citations"]
    assert (alone["answered"], answer["answered"]) == (False, True)
    assert citation["title"].startswith("上一期")
    assert citation["signed_by"] == "上一期的专家"
    assert citation["message_ids"] == []
    assert house.people[Role.EXPERT].name not in str(answer)


async def test_the_digest_of_a_week_is_a_draft_once_and_cites_its_sources(house: House) -> None:
    deps, home, monday = house.deps, house.community, MONDAY.date()
    async with deps.store.write() as tx:
        assert await offer_digest(tx, deps.queue, home, monday, house.clock()) is None
    await sign(house, await draft_of(house))
    off = replace(home, settings={"gate": {"off": ["week_digest"]}})
    async with deps.store.write() as tx:
        assert await offer_digest(tx, deps.queue, off, monday, house.clock()) is None
        offered = await offer_digest(tx, deps.queue, home, monday, house.clock())
        again = await offer_digest(tx, deps.queue, home, monday, house.clock())
        before = monday - timedelta(days=7)
        empty = await offer_digest(tx, deps.queue, home, before, house.clock())
        alone = await offer_relay(tx, deps.queue, home, house.clock())
    assert offered is not None
    assert (again, empty, alone) == (None, None, None)
    assert f"[{offered.anchor_ids[0]}]" in offered.text
    assert QUESTION in offered.text
