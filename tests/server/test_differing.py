"""Two signed articles that contradict each other: whoever asks hears both, and that they differ."""

from dataclasses import replace
from typing import Any

import pytest
from mcp import Client

from community.distillation import Distillation
from community.people import Role
from community.store import communities, members
from server.commands.ask import as_json, as_text
from server.differences import difference_told, with_differences
from server.jobs.upkeep import upkeep_job
from server.outward import library_server
from server.working import work_off
from tests.server.house import House
from tests.server.shelved import article_of
from tests.server.test_asking import events_in
from tests.server.test_cohorts import inherit, next_cohort
from tests.server.test_knowledge import peers_have_had_their_time, say
from tests.server.test_outside import a_program, a_token
from tests.server.test_outward import told_by

ASKED = "教室要提前几天订？"


async def _two_sides(house: House, question: str = ASKED) -> list[Distillation]:
    """Two articles that contradict each other, the pair found and open."""
    sides = [
        await article_of(house, question, "教室要提前2天在群里订好。"),
        await article_of(house, "订教室和投影的规矩", "教室要提前5天在群里订好。"),
    ]
    await work_off(house.deps)
    async with house.deps.store.write() as tx:
        await house.deps.queue.put(tx, upkeep_job(house.community.id, house.clock.now))
    await work_off(house.deps)
    return sides


async def _pair(house: House) -> dict[str, Any]:
    expert = await house.as_role(Role.EXPERT)
    found = await expert.get(f"/api/communities/{house.community.id}/conflicts")
    (pair,) = found.json()["open"]
    return pair


async def _ask(house: House, text: str = ASKED) -> dict[str, Any]:
    member = await house.as_role(Role.MEMBER)
    path = f"/api/communities/{house.community.id}/questions"
    return (await member.post(path, json={"text": text})).json()


async def _kept(house: House) -> dict[str, Any]:
    member = await house.as_role(Role.MEMBER)
    path = f"/api/communities/{house.community.id}/my-questions"
    return (await member.get(path)).json()["questions"][0]


async def test_who_asks_hears_both_sides_that_they_differ_and_who_looks_after_it(
    house: House,
) -> None:
    await _two_sides(house)
    told = await _ask(house)
    texts = [each["text"] for each in told["sentences"]]
    assert texts == ["教室要提前2天在群里订好。", "教室要提前5天在群里订好。"]
    assert [each["numbers"] for each in told["sentences"]] == [[1], [2]]
    keeper = house.people[Role.EXPERT].name
    assert told["differences"] == [{"numbers": [1, 2], "keepers": [keeper]}]


@pytest.mark.slow
async def test_what_was_settled_is_no_difference_any_more_and_reopened_is_one_again(
    house: House,
) -> None:
    await _two_sides(house)
    await _ask(house)
    pair = await _pair(house)
    expert = await house.as_role(Role.EXPERT)
    both = {"outcome": "keep_both", "note": "平时两天，考试周五天"}
    await expert.post(f"/api/conflicts/{pair['id']}/settle", json=both)
    settled = await _kept(house)
    assert settled["differences"] == []
    assert len(settled["sentences"]) == len(settled["citations"])
    await expert.post(f"/api/conflicts/{pair['id']}/reopen")
    assert (await _kept(house))["differences"][0]["numbers"] == [1, 2]


@pytest.mark.slow
@pytest.mark.parametrize(("outcome", "held"), [("first", 1), ("second", 2)])
async def test_what_was_decided_since_stands_in_the_place_of_what_gave_way(
    house: House, outcome: str, held: int
) -> None:
    await _two_sides(house)
    asked = await _ask(house)
    pair = await _pair(house)
    expert = await house.as_role(Role.EXPERT)
    assert (
        await expert.post(f"/api/conflicts/{pair['id']}/settle", json={"outcome": outcome})
    ).status_code == 200
    decided = await _kept(house)
    assert [each["text"] for each in decided["sentences"]] == [pair["sides"][held - 1]["text"]]
    assert [each["number"] for each in decided["citations"]] == [held]
    assert decided["differences"] == []
    await expert.post(f"/api/conflicts/{pair['id']}/reopen")
    assert (await _kept(house))["sentences"] == asked["sentences"]


@pytest.mark.slow
async def test_who_was_told_only_what_gave_way_reads_what_holds(house: House) -> None:
    first, other = await _two_sides(house)
    thinking = await house.deps.thinking()
    await thinking.library.withdraw(other.id)
    given = await thinking.ask(house.community, ASKED, house.clock.now)
    pair = await _pair(house)
    wins = "second" if pair["sides"][0]["article_id"] == first.id else "first"
    expert = await house.as_role(Role.EXPERT)
    await expert.post(f"/api/conflicts/{pair['id']}/settle", json={"outcome": wins})
    async with house.deps.store.read() as tx:
        shown = await with_differences(tx, house.community, given)
    assert [each.text for each in shown.sentences] == ["教室要提前5天在群里订好。"]
    assert [each.distillation_id for each in shown.citations] == [other.id]


@pytest.mark.slow
async def test_an_article_put_away_contradicts_nothing(house: House) -> None:
    _, other = await _two_sides(house)
    await _ask(house)
    expert = await house.as_role(Role.EXPERT)
    assert (await expert.post(f"/api/articles/{other.id}/archive")).status_code == 200
    assert (await _kept(house))["differences"] == []


@pytest.mark.slow
async def test_the_other_side_is_told_where_only_one_was_found(house: House) -> None:
    first, other = await _two_sides(house)
    thinking = await house.deps.thinking()
    await thinking.library.withdraw(other.id)
    given = await thinking.ask(house.community, ASKED, house.clock.now)
    assert {each.distillation_id for each in given.citations} == {first.id}
    async with house.deps.store.read() as tx:
        shown = await with_differences(tx, house.community, given)
    assert [each.distillation_id for each in shown.citations] == [first.id, other.id]
    assert [each.numbers for each in shown.sentences] == [(1,), (2,)]
    assert as_json(shown, {})["differences"] == [
        {"numbers": [1, 2], "keepers": [house.people[Role.EXPERT].name]}
    ]
    assert any("[1]" in line and "[2]" in line for line in as_text(shown))


@pytest.mark.slow
async def test_every_door_says_that_the_articles_differ(house: House) -> None:
    await _two_sides(house)
    keeper = house.people[Role.EXPERT].name
    line = "签发过的条目里，[1]和[2]在这一点上说法不一。"
    made = await a_token(house, "ask", "read")
    async with a_program(house, made["words"]) as program:
        told = (await program.post("/api/ask", json={"question": ASKED})).json()
    assert told["differences"][0]["numbers"] == [1, 2]
    assert line in told["text"]
    async with Client(library_server(house.deps, house.community)) as client:
        assert line in await told_by(client, "ask_library", question=ASKED)
    member = await house.as_role(Role.MEMBER)
    stream = f"/api/communities/{house.community.id}/questions/stream"
    heard = events_in((await member.post(stream, json={"text": ASKED})).text)
    assert heard[-1][1]["differences"][0]["keepers"] == [keeper]
    await say(house, Role.MEMBER, f"@Simmer {ASKED}", "asked-differing")
    await peers_have_had_their_time(house)
    said = (await member.get(f"/api/zones/{house.zone.id}/messages")).json()["messages"]
    (reply,) = [one["text"] for one in said if one["by_simmer"] and line in one["text"]]
    assert f"由{keeper}核对" in reply


@pytest.mark.slow
async def test_of_a_side_that_may_not_be_shown_only_its_being_there_is_told(house: House) -> None:
    first, other = await _two_sides(house)
    thinking = await house.deps.thinking()
    await thinking.library.withdraw(other.id)
    given = await thinking.ask(house.community, ASKED, house.clock.now)
    silent = replace(house.people[Role.ACTIVE_MEMBER], opted_out=True)
    async with house.deps.store.write() as tx:
        await members.update_member(tx, silent)
        shown = await with_differences(tx, house.community, given)
    assert [each.distillation_id for each in shown.citations] == [first.id]
    assert shown.sentences == given.sentences
    (one,) = shown.differences
    assert one.numbers == (1,)
    assert "另有一篇签发过的条目和[1]说法不一" in difference_told(one, "zh")


@pytest.mark.slow
async def test_an_inherited_contradiction_names_nobody_who_did_not_agree(house: House) -> None:
    await _two_sides(house)
    home = await next_cohort(house)
    await inherit(house, home, house.community.id)
    async with house.deps.store.read() as tx:
        home = await communities.community(tx, home.id)
    assert home is not None
    thinking = await house.deps.thinking()
    given = await thinking.ask(home, ASKED, house.clock.now)
    async with house.deps.store.read() as tx:
        shown = await with_differences(tx, home, given)
        alone = replace(given, citations=given.citations[:1], sentences=given.sentences[:1])
        both = await with_differences(tx, home, alone)
    for each in (shown, both):
        assert [one.numbers for one in each.differences] == [(1, 2)]
        assert [one.signed_by for one in each.citations] == ["上一期的专家"] * 2
        assert each.differences[0].keepers == ()
        assert house.people[Role.EXPERT].name not in str(each)
    assert "还没有人来定" in difference_told(shown.differences[0], "zh")
    assert "Nobody has settled it yet" in difference_told(shown.differences[0], "en")
