"""What members agree to, and the talks they are asked to begin: given, asked, declined, ended."""

from datetime import date, timedelta
from typing import Any

import pytest

from agent.appointments import KEPT
from community.people import Member, Role
from community.store import communities, seeds
from community.store.audits import audits_of
from community.store.suggestions import suggestions_in
from community.suggestion import Suggestion, SuggestionState
from server.working import work_off
from tests.server.house import House


async def _agree(house: House, role: Role, kind: str = "seed", **value: str) -> dict[str, Any]:
    client = await house.as_role(role)
    path = f"/api/communities/{house.community.id}/me/consents/{kind}"
    answer = await client.put(path, json=value)
    assert answer.status_code == 200, answer.text
    return {each["kind"]: each for each in answer.json()["consents"]}


async def _plan(house: House, **changes: object) -> dict[str, Any]:
    client = await house.as_role(Role.FACILITATOR)
    on = (house.clock.now + timedelta(days=1)).date().isoformat()
    wanted = {
        "zone_id": house.zone.id,
        "topic": "老客户压价",
        "at": "20:00",
        "on": on,
        **changes,
    }
    path = f"/api/communities/{house.community.id}/appointments"
    answer = await client.put(path, json={"appointments": [wanted]})
    assert answer.status_code == 200, answer.text
    return answer.json()


async def _say(house: House, member: Member, text: str, key: str) -> None:
    client = await house.as_role(member.role)
    body = {"text": text, "key": key}
    answer = await client.post(f"/api/zones/{house.zone.id}/messages", json=body)
    assert answer.status_code in (200, 201), answer.text


async def _drafts(house: House) -> list[Suggestion]:
    async with house.deps.store.read() as tx:
        found = await suggestions_in(tx, house.community.id, SuggestionState.OFFERED)
    return [each for each in found if each.move.startswith("seed")]


async def _look(house: House) -> list[Suggestion]:
    """What is drafted once what was accepted is posted and the room was looked at after it."""
    for _ in range(2):
        house.clock.turn(seconds=15)
        await work_off(house.deps)
    return await _drafts(house)


async def _tasks(house: House, role: Role) -> list[dict[str, Any]]:
    client = await house.as_role(role)
    answer = await client.get(f"/api/communities/{house.community.id}/me/seeds")
    assert answer.status_code == 200, answer.text
    return answer.json()["seeds"]


async def _accept(house: House, draft: Suggestion) -> None:
    client = await house.as_role(Role.FACILITATOR)
    answer = await client.post(f"/api/suggestions/{draft.id}/review", json={"decision": "accept"})
    assert answer.status_code == 200, answer.text


async def _answer(house: House, role: Role, task: int, answer: str) -> int:
    client = await house.as_role(role)
    found = await client.put(f"/api/seeds/{task}", json={"answer": answer})
    return found.status_code


@pytest.fixture
async def planned(house: House) -> House:
    """Two who agreed, a topic tomorrow at eight in the evening, and a room that talks."""
    await _say(house, house.people[Role.LEADER], "门卡到了", "a-line-of-talk")
    house.clock.turn(minutes=9)
    await _agree(house, Role.MEMBER)
    await _agree(house, Role.ACTIVE_MEMBER)
    await _plan(house)
    return house


async def test_a_topic_of_tomorrow_ends_begun_by_somebody_who_agreed(planned: House) -> None:
    house, her = planned, planned.people[Role.ACTIVE_MEMBER]
    (draft,) = await _look(house)
    assert (draft.move, draft.to_id) == ("seed_post", her.id)
    assert "老客户压价" in draft.text
    assert await _tasks(house, Role.ACTIVE_MEMBER) == []
    await _accept(house, draft)
    (task,) = await _tasks(house, Role.ACTIVE_MEMBER)
    assert (task["topic"], task["state"], task["brief"]) == ("老客户压价", "asked", draft.text)
    assert await _tasks(house, Role.MEMBER) == []
    assert await _answer(house, Role.ACTIVE_MEMBER, task["id"], "take") == 200
    house.clock.turn(hours=34)
    await _say(house, her, "我先说一个：上个月那单没谈成", "seed-message")
    await _look(house)
    assert await _tasks(house, Role.ACTIVE_MEMBER) == []
    async with house.deps.store.read() as tx:
        (kept,) = await seeds.seeds_of(tx, her.id)
    assert (kept.state, kept.message_id is not None) == ("done", True)


async def test_next_time_is_one_tap_and_the_next_is_drafted_until_nobody_is_left(
    planned: House,
) -> None:
    house = planned
    for role in (Role.ACTIVE_MEMBER, Role.MEMBER):
        (draft,) = await _look(house)
        assert draft.to_id == house.people[role].id
        await _accept(house, draft)
        (task,) = await _tasks(house, role)
        assert await _answer(house, role, task["id"], "next_time") == 200
        assert await _tasks(house, role) == []
    (told,) = await _look(house)
    assert (told.move, told.audience, told.to_id) == ("seed_nobody", "facilitator", None)


async def test_a_draft_turned_down_goes_to_the_next_in_turn_and_the_host_hears_who_is_left(
    planned: House,
) -> None:
    house = planned
    (draft,) = await _look(house)
    client = await house.as_role(Role.FACILITATOR)
    path = f"/api/suggestions/{draft.id}"
    for turn in ("review", "undo", "review"):
        body = {"decision": "dismiss", "reason": "other"} if turn == "review" else None
        assert (await client.post(f"{path}/{turn}", json=body)).status_code == 200
        if turn == "undo":
            assert [each.id for each in await _look(house)] == [draft.id]
    (following,) = await _look(house)
    assert (following.move, following.to_id) == ("seed_post", house.people[Role.MEMBER].id)
    assert following.why.code == "seed_post_last"


async def test_a_topic_is_left_alone_where_the_host_says_it_is_too_much(planned: House) -> None:
    (draft,) = await _look(planned)
    client = await planned.as_role(Role.FACILITATOR)
    body = {"decision": "dismiss", "reason": "too_many"}
    await client.post(f"/api/suggestions/{draft.id}/review", json=body)
    assert await _look(planned) == []


@pytest.mark.slow
async def test_next_time_can_be_taken_back_for_a_moment_and_not_later(planned: House) -> None:
    house = planned
    (draft,) = await _look(house)
    await _accept(house, draft)
    (task,) = await _tasks(house, Role.ACTIVE_MEMBER)
    await _answer(house, Role.ACTIVE_MEMBER, task["id"], "next_time")
    assert await _answer(house, Role.ACTIVE_MEMBER, task["id"], "reopen") == 200
    assert len(await _tasks(house, Role.ACTIVE_MEMBER)) == 1
    await _answer(house, Role.ACTIVE_MEMBER, task["id"], "next_time")
    house.clock.turn(minutes=1)
    assert await _answer(house, Role.ACTIVE_MEMBER, task["id"], "reopen") == 409


@pytest.mark.slow
async def test_next_time_said_in_the_room_counts_as_well(planned: House) -> None:
    house = planned
    (draft,) = await _look(house)
    await _accept(house, draft)
    house.clock.turn(minutes=5)
    await _say(house, house.people[Role.ACTIVE_MEMBER], "下次吧", "not-now-message")
    await _look(house)
    assert await _tasks(house, Role.ACTIVE_MEMBER) == []
    found = await _look(house)
    assert [each.to_id for each in found] == [house.people[Role.MEMBER].id]


@pytest.mark.slow
async def test_taking_consent_back_ends_the_task_and_the_draft_at_once(planned: House) -> None:
    house = planned
    (draft,) = await _look(house)
    client = await house.as_role(Role.ACTIVE_MEMBER)
    path = f"/api/communities/{house.community.id}/me/consents/seed"
    assert (await client.delete(path)).status_code == 200
    assert draft.id not in {each.id for each in await _drafts(house)}
    found = await _look(house)
    assert [each.to_id for each in found] == [house.people[Role.MEMBER].id]
    assert (await client.delete(path)).status_code == 409
    async with house.deps.store.read() as tx:
        (noted,) = await audits_of(tx, house.community.id, "consent_revoked")
    assert noted.facts == {"kind": "seed"}


@pytest.mark.slow
async def test_a_task_nobody_did_lapses_when_its_hour_is_over(planned: House) -> None:
    house = planned
    (draft,) = await _look(house)
    await _accept(house, draft)
    house.clock.turn(days=2)
    assert await _tasks(house, Role.ACTIVE_MEMBER) == []
    await _look(house)
    async with house.deps.store.read() as tx:
        (kept,) = await seeds.seeds_of(tx, house.people[Role.ACTIVE_MEMBER].id)
    assert kept.state == "lapsed"


@pytest.mark.slow
async def test_nobody_answers_or_agrees_for_somebody_else(planned: House) -> None:
    house = planned
    (draft,) = await _look(house)
    await _accept(house, draft)
    (task,) = await _tasks(house, Role.ACTIVE_MEMBER)
    assert await _answer(house, Role.FACILITATOR, task["id"], "take") == 404
    mine = await (await house.as_role(Role.FACILITATOR)).get(
        f"/api/communities/{house.community.id}/me/consents"
    )
    assert {each["given_at"] for each in mine.json()["consents"]} == {None}


@pytest.mark.slow
async def test_what_was_agreed_is_shown_back_and_is_in_the_download(house: House) -> None:
    given = await _agree(house, Role.MEMBER, "milestone", birthday="05-03")
    assert given["milestone"]["birthday"] == "05-03"
    given = await _agree(house, Role.MEMBER, "credit", shape="nickname", nickname="阿冉")
    assert (given["credit"]["shape"], given["credit"]["nickname"]) == ("nickname", "阿冉")
    assert given["seed"]["given_at"] is None
    client = await house.as_role(Role.MEMBER)
    kept = (await client.get(f"/api/communities/{house.community.id}/me/download")).json()
    assert [each["kind"] for each in kept["consents"]] == ["milestone", "credit"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"at": "25:00"}, "appointment_time_unreadable"),
        ({"zone_id": 999}, "appointment_zone_unknown"),
        ({"on": "2020-03-05"}, "appointment_past"),
    ],
)
@pytest.mark.slow
async def test_a_topic_that_cannot_be_planned_is_refused_and_nothing_is_kept(
    house: House, changes: dict[str, object], code: str
) -> None:
    client = await house.as_role(Role.OWNER)
    wanted = {
        "zone_id": house.zone.id,
        "topic": "压价",
        "at": "20:00",
        "on": str(date(2026, 3, 5)),
    }
    path = f"/api/communities/{house.community.id}/appointments"
    answer = await client.put(path, json={"appointments": [{**wanted, **changes}]})
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    async with house.deps.store.read() as tx:
        home = await communities.community(tx, house.community.id)
    assert home is not None
    assert KEPT not in home.settings


@pytest.mark.slow
async def test_a_topic_whose_day_is_over_stays_in_the_calendar_until_it_is_taken_out(
    house: House,
) -> None:
    planned = (await _plan(house))["appointments"]
    house.clock.turn(days=3)
    client = await house.as_role(Role.FACILITATOR)
    path = f"/api/communities/{house.community.id}/appointments"
    weekly = {"zone_id": house.zone.id, "topic": "复盘", "at": "20:00", "weekday": 3}
    answer = await client.put(path, json={"appointments": [*planned, weekly]})
    assert [each["topic"] for each in answer.json()["appointments"]] == ["老客户压价", "复盘"]


@pytest.mark.slow
async def test_members_do_not_plan_topics(house: House) -> None:
    client = await house.as_role(Role.ACTIVE_MEMBER)
    path = f"/api/communities/{house.community.id}/appointments"
    assert (await client.put(path, json={"appointments": []})).status_code == 403


@pytest.mark.slow
async def test_a_line_of_the_hosts_own_is_not_posted_with_a_blank_in_it(house: House) -> None:
    draft = await house.offer(move="bonding", text="今晚吃什么？我先来：____。一句就行。")
    client = await house.as_role(Role.FACILITATOR)
    path = f"/api/suggestions/{draft.id}/review"
    refused = await client.post(path, json={"decision": "accept"})
    assert (refused.status_code, refused.json()["code"]) == (422, "blanks_left")
    filled = {"decision": "edit", "text": "今晚吃什么？我先来：面。一句就行。"}
    assert (await client.post(path, json=filled)).status_code == 200
