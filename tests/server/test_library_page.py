"""The library as a page: topics, search with marks, badges, neighbours, who contributed."""

from typing import Any

import pytest

from community.people import Role
from server.working import work_off
from tests.server.house import House
from tests.server.shelved import article_of
from tests.server.test_knowledge import draft_of, sign


async def _articles(house: House, role: Role = Role.MEMBER, **wanted: str) -> dict[str, Any]:
    client = await house.as_role(role)
    path = f"/api/communities/{house.community.id}/articles"
    return (await client.get(path, params=wanted)).json()


@pytest.mark.slow
async def test_a_signed_article_is_listed_with_its_badges(house: House) -> None:
    await sign(house, await draft_of(house))
    (row,) = (await _articles(house))["articles"]
    assert row["signed_by"] == house.people[Role.EXPERT].name
    assert row["contributors"] == [house.people[Role.ACTIVE_MEMBER].name]
    assert (row["due"], row["own_words"], row["brought"], row["answered"]) == (
        False,
        False,
        False,
        0,
    )
    assert row["verify_by"] is not None


async def test_an_article_on_the_words_of_one_who_opted_out_is_off_the_shelf(house: House) -> None:
    id_ = await draft_of(house)
    await sign(house, id_)
    author = await house.as_role(Role.ACTIVE_MEMBER)
    path = f"/api/communities/{house.community.id}/me"
    left = await author.put(f"{path}/opt-out", json={"opted_out": True})
    assert left.status_code < 300, left.text
    member = await house.as_role(Role.MEMBER)
    assert (await member.get(f"/api/articles/{id_}")).status_code == 404
    assert (await _articles(house))["articles"] == []


@pytest.mark.slow
async def test_a_search_marks_what_it_found(house: House) -> None:
    await sign(house, await draft_of(house))
    (row,) = (await _articles(house, query="半夜发微信"))["articles"]
    marked = [row["title"][each["start"] : each["end"]] for each in row["title_marks"]]
    assert marked == ["半夜发微信"]


@pytest.mark.slow
async def test_a_search_finds_every_article_that_has_the_word(house: House) -> None:
    titles = {f"家长会第{number}项怎么准备？" for number in range(1, 15)}
    for number, title in enumerate(sorted(titles)):
        await article_of(
            house, title, f"家长会前一天把第{number}张座位表贴在门口，签到放在讲台上。"
        )
    await work_off(house.deps)
    rows = (await _articles(house, query="家长会"))["articles"]
    assert {row["title"] for row in rows} == titles
    for nonsense in ("qqqq", "zuoye", "hjkl xx"):
        assert (await _articles(house, query=nonsense))["articles"] == []


async def test_a_signer_names_a_topic_and_takes_it_back(house: House) -> None:
    id_ = await draft_of(house)
    await sign(house, id_)
    expert = await house.as_role(Role.EXPERT)
    path = f"/api/communities/{house.community.id}/topics"
    body = {"topics": [{"article_id": id_, "topic": " 家校  沟通 "}]}
    before = (await expert.put(path, json=body)).json()["before"]
    named = await _articles(house, topic="家校 沟通")
    assert [each["id"] for each in named["articles"]] == [id_]
    assert named["topics"] == [{"topic": "家校 沟通", "count": 1, "kept": True}]
    await expert.put(path, json={"topics": before})
    assert (await _articles(house))["topics"] == [{"topic": None, "count": 1, "kept": False}]


@pytest.mark.slow
async def test_members_do_not_sort_and_no_topic_is_longer_than_a_label(house: House) -> None:
    id_ = await draft_of(house)
    path = f"/api/communities/{house.community.id}/topics"
    body = {"topics": [{"article_id": id_, "topic": "长" * 41}]}
    member, expert = await house.as_role(Role.MEMBER), await house.as_role(Role.EXPERT)
    assert (await member.put(path, json=body)).status_code == 403
    assert (await expert.put(path, json=body)).status_code == 422
    strange = {"topics": [{"article_id": 99_999, "topic": "话题"}]}
    assert (await expert.put(path, json=strange)).status_code == 404
    assert (await _articles(house, Role.EXPERT))["may_sort"]
    assert not (await _articles(house))["may_sort"]
