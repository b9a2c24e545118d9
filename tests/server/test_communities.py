"""A second group is begun on a page: by an owner, under a name of its own, and filled by hand."""

from typing import Any

import pytest

from community.people import Role
from tests.connectors.exports import files
from tests.server.house import House
from tests.server.test_imports import finished

NEW = {"name": " 秋季  读书会 ", "language": "zh", "timezone": "Asia/Shanghai"}


async def _make(house: House, role: Role = Role.OWNER, **changes: str) -> tuple[int, Any]:
    client = await house.as_role(role)
    answer = await client.post("/api/communities", json=NEW | changes)
    return answer.status_code, answer.json()


async def test_an_owner_begins_a_community_and_owns_it(house: House) -> None:
    status, made = await _make(house)
    assert (status, made["name"], made["role"]) == (201, "秋季 读书会", "owner")
    client = await house.as_role(Role.OWNER)
    mine = (await client.get("/api/me")).json()["communities"]
    assert [home["name"] for home in mine] == [house.community.name, "秋季 读书会"]
    zones = (await client.get(f"/api/communities/{made['id']}/zones")).json()["zones"]
    assert [zone["name"] for zone in zones] == ["主群"]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.OWNER])
async def test_nobody_else_begins_one(house: House, role: Role) -> None:
    status, told = await _make(house, role)
    assert (status, told["code"]) == (403, "role_may_not")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "community_name_empty"),
        (" \u200b\x00\n", "community_name_empty"),
        ("读" * 61, "community_name_too_long"),
        ("《秋季读书会》", None),
        ("🪴", None),
    ],
)
async def test_a_name_is_seen_and_short(house: House, name: str, code: str | None) -> None:
    status, told = await _make(house, name=name)
    assert (status, told.get("code")) == ((201, None) if code is None else (422, code))


@pytest.mark.parametrize("again", ["秋季读书会", "秋季\u200b 读书会", " 秋季 读书会\n"])
async def test_the_same_name_twice_is_refused_with_the_name(house: House, again: str) -> None:
    assert (await _make(house))[0] == 201
    status, told = await _make(house, name=again)
    assert (status, told["code"]) == (409, "community_name_taken")
    assert "“秋季 读书会”" in told["message"]


async def test_a_time_zone_nobody_knows_is_named(house: House) -> None:
    status, told = await _make(house, timezone="Mars/Base")
    assert (status, told["code"]) == (422, "timezone_unknown")


async def test_a_new_community_is_closed_to_those_of_the_old(house: House) -> None:
    _, made = await _make(house)
    keeper = await house.as_role(Role.FACILITATOR)
    assert (await keeper.get(f"/api/communities/{made['id']}/members")).status_code == 404


async def test_who_is_invited_into_it_comes_in_by_a_link_that_works_once(house: House) -> None:
    _, made = await _make(house)
    owner = await house.as_role(Role.OWNER)
    path = f"/api/communities/{made['id']}/members"
    new = (await owner.post(path, json={"name": " 阿敏 ", "role": "expert"})).json()
    assert (new["name"], new["role"], new["has_account"]) == ("阿敏", "expert", False)
    link = (await owner.post(f"/api/members/{new['id']}/link")).json()["url"]
    token = {"token": link.rpartition("/")[2]}
    async with house.stranger() as guest, house.stranger() as late:
        assert (await guest.post("/api/session", json=token)).status_code == 204
        mine = (await guest.get("/api/me")).json()["communities"]
        assert [(home["id"], home["role"]) for home in mine] == [(made["id"], "expert")]
        assert (await late.post("/api/session", json=token)).status_code == 422
    again = await owner.post(path, json={"name": "阿敏"})
    assert (again.status_code, again.json()["code"]) == (409, "member_name_taken")


async def test_a_facilitator_invites_but_not_to_a_role_above(house: House) -> None:
    keeper = await house.as_role(Role.FACILITATOR)
    path = f"/api/communities/{house.community.id}/members"
    codes = {
        role: (await keeper.post(path, json={"name": f"新{role.value}", "role": role})).status_code
        for role in (Role.MEMBER, Role.EXPERT, Role.FACILITATOR, Role.OWNER)
    }
    assert list(codes.values()) == [201, 201, 403, 403]
    member = await house.as_role(Role.MEMBER)
    assert (await member.post(path, json={"name": "谁"})).status_code == 403


async def test_who_was_invited_by_name_is_met_again_in_an_import(house: House) -> None:
    _, made = await _make(house)
    owner = await house.as_role(Role.OWNER)
    people = f"/api/communities/{made['id']}/members"
    invited = (await owner.post(people, json={"name": "许冉", "role": "expert"})).json()
    export = files.as_json(files.chatlab([files.message(1, "大家好")]))
    path = f"/api/communities/{made['id']}/imports"
    begun = await owner.post(path, files={"file": ("chat.json", export)})
    assert (await finished(house, begun.json()["id"]))["report"]["members"] == 0
    listed = (await owner.get(people)).json()["members"]
    assert [one["id"] for one in listed if one["name"] == "许冉"] == [invited["id"]]
