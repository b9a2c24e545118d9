"""A round is one for everybody: the same claim and time on each screen, and a clean end."""

import asyncio
from typing import Any

import httpx
import pytest

from community.people import Role
from tests.server.drafted import SAID, drafted
from tests.server.house import House


async def _begun(house: House, many: int = 3) -> tuple[httpx.AsyncClient, dict[str, Any]]:
    await drafted(house, many)
    expert = await house.as_role(Role.EXPERT)
    path = f"/api/communities/{house.community.id}/round"
    begun = await expert.post(path, json={"present": ["顾老师", "周砚秋", "顾老师"]})
    assert begun.status_code == 201, begun.text
    return expert, begun.json()


async def _seen(house: House, role: Role = Role.OWNER) -> dict[str, Any]:
    screen = await house.as_role(role)
    found = await screen.get(f"/api/communities/{house.community.id}/round/running")
    return found.json()["round"]


def _settle(one: dict[str, Any], outcome: str = "agreed", **more: object) -> dict[str, object]:
    claim = one["point"]["claim"]
    return {"claim_id": claim["id"], "seen": claim["digest"], "outcome": outcome, **more}


@pytest.mark.slow
async def test_another_screen_shows_the_same_claim_and_time_and_a_reload_goes_on(
    house: House,
) -> None:
    expert, begun = await _begun(house)
    path = f"/api/rounds/{begun['id']}"
    house.clock.turn(minutes=2)
    await expert.post(f"{path}/settle", json=_settle(begun))
    house.clock.turn(minutes=1)
    await expert.put(f"{path}/clock", json={"running": False})
    house.clock.turn(minutes=10)
    other, mine = await _seen(house), await _seen(house, Role.EXPERT)
    assert other["point"]["claim"]["text"] == mine["point"]["claim"]["text"] == SAID[1]
    assert other["seconds_left"] == mine["seconds_left"] == 17 * 60
    assert (other["paused"], other["by"], other["present"]) == (
        True,
        "顾老师",
        ["顾老师", "周砚秋"],
    )
    await expert.put(f"{path}/clock", json={"running": True})
    house.clock.turn(minutes=1)
    assert (await _seen(house))["seconds_left"] == 16 * 60


@pytest.mark.slow
async def test_two_peoples_votes_both_count_and_a_vote_can_be_changed(house: House) -> None:
    expert, begun = await _begun(house)
    owner = await house.as_role(Role.OWNER)
    path, claim = f"/api/rounds/{begun['id']}", begun["point"]["claim_id"]
    yes = {"claim_id": claim, "agrees": True}
    await asyncio.gather(
        expert.put(f"{path}/vote", json=yes),
        owner.put(f"{path}/vote", json={**yes, "agrees": False}),
    )
    seen = await _seen(house)
    assert seen["tally"] == {"agree": ["顾老师"], "against": ["周砚秋"], "mine": False}
    changed = (await owner.put(f"{path}/vote", json=yes)).json()
    assert sorted(changed["tally"]["agree"]) == ["周砚秋", "顾老师"]
    on = (await expert.post(f"{path}/settle", json=_settle(begun))).json()
    assert (on["settled"][0]["agree"], on["settled"][0]["against"]) == (2, 0)
    late = await owner.put(f"{path}/vote", json=yes)
    assert (late.status_code, late.json()["code"]) == (409, "round_moved")
    member = await house.as_role(Role.MEMBER)
    assert (await member.put(f"{path}/vote", json=yes)).status_code == 403


@pytest.mark.slow
async def test_two_screens_cannot_settle_one_claim_twice_and_each_decides_in_its_own_name(
    house: House,
) -> None:
    expert, begun = await _begun(house)
    owner, path = await house.as_role(Role.OWNER), f"/api/rounds/{begun['id']}"
    first = await expert.post(f"{path}/settle", json=_settle(begun))
    second = await owner.post(f"{path}/settle", json=_settle(begun, "dropped"))
    assert (first.status_code, second.json()["code"]) == (200, "round_moved")
    step = {"claim_id": begun["point"]["claim_id"]}
    asked = await owner.post(f"{path}/back", json=step)
    assert (asked.status_code, asked.json()["code"]) == (409, "round_anothers")
    assert "顾老师" in asked.json()["message"]
    back = (await owner.post(f"{path}/back", json={**step, "anothers": True})).json()
    assert back["point"]["claim"]["state"] == "open"
    told = {"by": "周砚秋", "whose": "顾老师", "own": False}
    assert back["point"]["back"] == (await _seen(house, Role.EXPERT))["point"]["back"] == told
    beyond = await owner.post(f"{path}/settle", json=_settle(back, text="海豹睡在海王星上。"))
    assert beyond.json()["code"] == "edit_unsupported"
    own = _settle(back, text="海豹睡在海王星上。", own=True)
    settled = (await owner.post(f"{path}/settle", json=own)).json()
    assert settled["settled"][0]["text"] == "海豹睡在海王星上。"
    assert (settled["settled"][0]["by"], settled["settled"][0]["mine"]) == ("周砚秋", True)
    own_back = (await owner.post(f"{path}/back", json=step)).json()
    assert own_back["point"]["back"]["own"] is True


@pytest.mark.slow
async def test_who_opens_the_round_votes_or_decides_is_present_in_its_minutes(
    house: House,
) -> None:
    await drafted(house, 2)
    expert = await house.as_role(Role.EXPERT)
    home = f"/api/communities/{house.community.id}/round"
    begun = (await expert.post(home, json={"present": ["顾老师"]})).json()
    assert begun["present"] == ["顾老师"]
    owner, path = await house.as_role(Role.OWNER), f"/api/rounds/{begun['id']}"
    joined = (await owner.post(f"{path}/join")).json()
    assert joined["present"] == ["顾老师", "周砚秋"]
    assert (await owner.post(f"{path}/join")).json()["present"] == joined["present"]
    await expert.post(f"{path}/end")
    assert (await _seen(house))["present"] == ["顾老师", "周砚秋"]
    assert (await owner.post(f"{path}/join")).json()["code"] == "round_over"


@pytest.mark.slow
async def test_a_claim_decided_beside_the_round_is_passed_over_as_it_was_decided(
    house: House,
) -> None:
    draft = await drafted(house, 2)
    expert = await house.as_role(Role.EXPERT)
    home = f"/api/communities/{house.community.id}/round"
    begun = (await expert.post(home, json={"present": []})).json()
    await draft.decide((await draft.now())["claims"][0], "reject")
    now = await _seen(house)
    assert now["point"]["claim"]["state"] == "rejected"
    path = f"/api/rounds/{begun['id']}"
    on = (await expert.post(f"{path}/settle", json=_settle(now))).json()
    assert on["settled"][0]["outcome"] == "dropped"
    back = (await expert.post(f"{path}/back", json={"claim_id": now["point"]["claim_id"]})).json()
    assert back["point"]["claim"]["state"] == "rejected"


@pytest.mark.slow
async def test_a_round_ends_with_its_last_claim_by_hand_or_by_itself(house: House) -> None:
    expert, begun = await _begun(house, 2)
    home, path = f"/api/communities/{house.community.id}/round", f"/api/rounds/{begun['id']}"
    twice = await expert.post(home, json={"present": []})
    assert (twice.status_code, twice.json()["message"]) == (
        409,
        "顾老师已经开了一场提炼会，正在进行。",
    )
    on = (await expert.post(f"{path}/settle", json=_settle(begun))).json()
    done = (await expert.post(f"{path}/settle", json=_settle(on, "parked"))).json()
    assert (done["over"], done["point"], len(done["settled"])) == (True, None, 2)
    assert (await expert.post(f"{path}/back", json={"claim_id": 1})).json()["code"] == "round_over"
    again = (await expert.post(home, json={"present": []})).json()
    ended = (await expert.post(f"/api/rounds/{again['id']}/end")).json()
    assert (ended["over"], (await _seen(house))["over"]) == (True, True)
    left = (await expert.post(home, json={"present": []})).json()
    house.clock.turn(hours=4)
    assert (await _seen(house))["over"] is True
    assert (await expert.post(home, json={"present": []})).status_code == 201
    assert left["over"] is False
    house.clock.turn(hours=13)
    assert await _seen(house) is None
