"""Several threads of a period, or of one topic in it, become one draft."""

from datetime import timedelta

import pytest

from community.people import Role
from community.store import distillations
from server.working import work_off
from tests.server.house import House

SAID = (
    (Role.MEMBER, "请问晚上九点以后家长在群里发消息，你们第二天怎么回？", None),
    (Role.ACTIVE_MEMBER, "家长九点以后的消息我们班第二天早上八点统一回，孩子发烧的除外。", 0),
    (Role.MEMBER, "请问家长要看监控录像，学校给看吗？", None),
    (Role.ACTIVE_MEMBER, "家长看监控要先填申请，校长签字以后 2 天内在校内看，不能拷贝。", 2),
)

pytestmark = pytest.mark.slow


async def _talked(house: House) -> None:
    ids: list[int] = []
    for at, (role, text, parent) in enumerate(SAID):
        client = await house.as_role(role)
        reply_to = None if parent is None else ids[parent]
        body = {"text": text, "key": f"said-{at:04}", "reply_to": reply_to}
        posted = await client.post(f"/api/zones/{house.zone.id}/messages", json=body)
        ids.append(posted.json()["id"])
        house.clock.turn(hours=14 if parent is not None else 0, minutes=5)


async def _asked(house: House, **body: object) -> tuple[int, dict[str, object]]:
    owner = await house.as_role(Role.OWNER)
    now = house.clock.now
    sent = {"since": (now - timedelta(days=2)).isoformat(), "until": now.isoformat()}
    path = f"/api/communities/{house.community.id}/distillations/period"
    answer = await owner.post(path, json={"zone_id": house.zone.id, **sent, **body})
    return answer.status_code, answer.json()


@pytest.mark.slow
async def test_a_period_becomes_one_draft_beside_those_of_its_threads(house: House) -> None:
    await _talked(house)
    assert await _asked(house, about="家长") == (200, {"threads": 2})
    await work_off(house.deps)
    async with house.deps.store.read() as tx:
        kept = await distillations.distillations_of(tx, house.community.id)
    (whole,) = [one for one in kept if one.title == "家长"]
    assert len(whole.claims) == 2
    assert {one.citations[-1].message_id for one in whole.claims} <= set(whole.message_ids)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"about": "食堂菜价"}, "period_empty"),
        ({"since": "2020-01-01T00:00:00Z"}, "period_bounds"),
        ({"since": "2020-01-01T00:00:00", "until": "2020-01-02T00:00:00"}, "period_bounds"),
        ({"zone_id": 99_999}, "zone_not_found"),
    ],
)
async def test_a_period_with_nothing_in_it_says_so(
    house: House, body: dict[str, object], code: str
) -> None:
    status, told = await _asked(house, **body)
    assert status in {404, 422}
    assert told["code"] == code
