"""The resource shelf: who may put what on it, who sees it, and that a slip can be undone."""

from typing import Any

import httpx
import pytest

from community.people import Role
from tests.server.house import House

pytestmark = pytest.mark.slow

LINK = {
    "title": " 家长会  流程 ",
    "url": "https://example.org/a",
    "week": 2,
    "rights": "周老师自己写的",
}


async def _shelf(house: House, role: Role) -> list[dict[str, Any]]:
    client = await house.as_role(role)
    found = await client.get(f"/api/communities/{house.community.id}/resources")
    return found.json()["resources"]


async def _add(house: House, role: Role, **changes: object) -> httpx.Response:
    client = await house.as_role(role)
    path = f"/api/communities/{house.community.id}/resources"
    return await client.post(path, json=LINK | changes)


async def test_a_resource_is_put_on_the_shelf_changed_taken_off_and_put_back(house: House) -> None:
    kept = (await _add(house, Role.EXPERT)).json()
    expert = await house.as_role(Role.EXPERT)
    changed = await expert.put(f"/api/resources/{kept['id']}", json=LINK | {"note": "先看第三段"})
    assert (kept["title"], changed.json()["note"]) == ("家长会 流程", "先看第三段")
    assert (await expert.delete(f"/api/resources/{kept['id']}")).status_code == 204
    assert await _shelf(house, Role.MEMBER) == []
    await expert.post(f"/api/resources/{kept['id']}/restore")
    assert [each["week"] for each in await _shelf(house, Role.MEMBER)] == [2]


async def test_what_is_for_hosts_is_seen_by_hosts_alone(house: House) -> None:
    await _add(house, Role.FACILITATOR, audience="hosts")
    assert await _shelf(house, Role.MEMBER) == []
    assert len(await _shelf(house, Role.ASSISTANT)) == 1
    assert (await _add(house, Role.MEMBER)).status_code == 403


WRONG: tuple[dict[str, object], ...] = (
    {"url": "javascript:alert(1)"},
    {"url": "https://"},
    {"url": None},
    {"title": "   "},
    {"week": 0},
)


async def test_a_resource_needs_a_name_and_something_safe_to_open(house: House) -> None:
    refused = [await _add(house, Role.OWNER, **wrong) for wrong in WRONG]
    assert [answer.status_code for answer in refused] == [422] * len(WRONG)
    assert all(answer.json()["message"] for answer in refused)
