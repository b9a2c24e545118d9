"""Why nothing was said, for any instant: kept looks, looks worked out afresh, and whole weeks."""

from dataclasses import replace
from datetime import timedelta
from typing import cast

from community.people import Role
from community.store import messages
from community.store.observations import observations_in
from server.working import work_off
from tests.builders import said
from tests.server.house import House

ASKS = "请问大家，家长群里有人半夜发长语音，你们第二天怎么回？"
Row = dict[str, object]


async def _say(
    house: House, text: str, role: Role = Role.MEMBER, reply_to: int | None = None
) -> int:
    client = await house.as_role(role)
    said = await client.post(
        f"/api/zones/{house.zone.id}/messages",
        json={"text": text, "key": f"{role}-{house.clock.now.timestamp()}", "reply_to": reply_to},
    )
    assert said.status_code == 201, said.text
    house.clock.turn(seconds=5)
    await work_off(house.deps)
    return int(said.json()["id"])


async def _look(house: House, language: str = "zh", **back: float) -> Row:
    client = await house.as_role(Role.FACILITATOR)
    at = house.clock.now - timedelta(**back)
    found = await client.get(
        f"/api/communities/{house.community.id}/looks",
        params={"zone": house.zone.id, "at": at.isoformat()},
        headers={"Accept-Language": language},
    )
    assert found.status_code == 200, found.text
    return cast("Row", found.json())


async def _import(house: House, text: str, **back: float) -> None:
    """A message of the past that no look ever heard."""
    author = house.people[Role.MEMBER]
    old = said(0, author, text)
    at = house.clock.now - timedelta(**back)
    new = replace(old, community_id=house.community.id, zone_id=house.zone.id, at=at)
    async with house.deps.store.write() as tx:
        await messages.insert_message(tx, new, f"file:{text}")


async def test_the_look_kept_nearest_before_an_instant_tells_why(house: House) -> None:
    await _say(house, ASKS)
    house.clock.turn(minutes=5)
    found = await _look(house)
    look = cast("Row", found["look"])
    assert (found["reconstructed"], look["move"]) == (False, "stay_silent")
    assert cast("int", look["id"]) > 0
    assert cast("Row", look["why"])["text"]


async def test_a_past_no_look_heard_is_worked_out_without_what_came_later(house: House) -> None:
    await _import(house, ASKS, days=3)
    await _import(house, "第二天早读后回，语音先转成文字", days=2)
    found = await _look(house, days=3, hours=-2)
    look = cast("Row", found["look"])
    assert found["reconstructed"] is True
    assert "question" in cast("list[str]", look["signals"])
    (owed,) = [one for one in cast("list[Row]", look["candidates"]) if one["lane"] == "obligation"]
    assert (look["move"], owed["against"]) == (owed["move"], None)
    async with house.deps.store.read() as tx:
        assert await observations_in(tx, house.community.id) == ()


async def test_each_candidate_tells_what_spoke_against_it(house: House) -> None:
    night = house.clock.now.replace(hour=15, minute=30) - timedelta(days=3)
    back = (house.clock.now - night).total_seconds()
    await _import(house, ASKS, seconds=back + 3 * 3600)
    look = cast("Row", (await _look(house, seconds=back))["look"])
    against = [cast("Row", one["against"]) for one in cast("list[Row]", look["candidates"])]
    assert [each["code"] for each in against] == ["quiet_hours"]
    assert against[0]["text"] == "现在是安静时段，7 点以后再说。"


async def test_an_empty_room_and_a_room_elsewhere(house: House) -> None:
    found = await _look(house, days=900)
    assert cast("Row", cast("Row", found["look"])["why"])["code"] == "empty_room"
    client = await house.as_role(Role.FACILITATOR)
    path = f"/api/communities/{house.community.id}/looks"
    at = house.clock.now.isoformat()
    assert (await client.get(path, params={"zone": 999, "at": at})).status_code == 404
    assert (await client.get(path, params={"zone": 1, "at": "soon"})).status_code == 422
    member = await house.as_role(Role.MEMBER)
    assert (await member.get(path, params={"zone": 1, "at": at})).status_code == 403


async def test_looks_are_found_by_their_reason(house: House) -> None:
    await _say(house, ASKS)
    client = await house.as_role(Role.FACILITATOR)
    path = f"/api/communities/{house.community.id}/observations"
    (look,) = (await client.get(path)).json()["observations"]
    same = await client.get(path, params={"reason": look["why"]["code"]})
    assert len(same.json()["observations"]) == 1
    none = await client.get(path, params={"reason": "budget_spent"})
    assert none.json()["observations"] == []


async def _weeks(house: House, language: str = "zh") -> list[Row]:
    client = await house.as_role(Role.FACILITATOR)
    path = f"/api/communities/{house.community.id}/quiet-weeks"
    found = await client.get(path, headers={"Accept-Language": language})
    return cast("list[Row]", found.json()["weeks"])


async def test_a_week_is_told_once_its_monday_has_opened(house: House) -> None:
    asked = await _say(house, ASKS)
    house.clock.turn(minutes=10)
    await _say(house, "我一般第二天早读后再回家长", Role.ACTIVE_MEMBER, reply_to=asked)
    assert await _weeks(house) == []
    house.clock.turn(days=7)
    (week,) = await _weeks(house)
    assert (week["asked"], week["answered"]) == (1, 1)
    assert cast("int", week["looked"]) >= 2
    assert "1 个是同伴自己" in str(week["line"])


async def test_looks_into_a_history_are_no_week_of_silence(house: House) -> None:
    house.clock.turn(days=-80)
    await _say(house, ASKS)
    house.clock.turn(days=80)
    weeks = await _weeks(house)
    assert [each["looked"] for each in weeks] == [0] * len(weeks)
    assert str(weeks[0]["line"]).startswith("这一周小火一次也没看")


async def test_a_question_in_a_quiet_room_is_drafted_for_as_soon_as_it_is_due(house: House) -> None:
    for number in range(12):
        await _say(house, f"第{number}层打印机修好了", Role.FACILITATOR)
        house.clock.turn(minutes=3)
    await _say(house, ASKS)
    for _ in range(13):
        house.clock.turn(minutes=5)
        await work_off(house.deps)
    async with house.deps.store.read() as tx:
        (look,) = await observations_in(tx, house.community.id, limit=1)
    assert look.observation.move == "no_orphan"
