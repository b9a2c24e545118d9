"""Help to say it: the easiest first, an example of the room's own work, no more than needed."""

from dataclasses import replace
from datetime import timedelta

from community.people import Role
from community.store import messages
from tests.builders import said
from tests.server.house import House

SELLING = (
    "客户又压价了，报价单发过去没回",
    "样品寄到了，客户说下单前再等等",
    "尾款拖了两个月，采购换人了，天天催款",
    "经销商问账期，订单还没定，交期也紧",
)


async def told(house: House, role: Role, texts: tuple[str, ...]) -> None:
    async with house.deps.store.write() as tx:
        for number, text in enumerate(texts):
            message = replace(
                said(0, house.people[role], text),
                community_id=house.community.id,
                zone_id=house.zone.id,
                at=house.clock.now - timedelta(hours=100 - number),
            )
            assert await messages.insert_message(tx, message, f"{role}:{number}") is not None


async def test_the_three_easiest_frames_come_first_under_plain_names(house: House) -> None:
    page = await house.as_role(Role.MEMBER)
    found = (await page.get("/api/scaffolds?language=zh")).json()
    assert [each["id"] for each in found[:3]] == ["starter", "three_points", "yes_and"]
    assert [each["level"] for each in found[:4]] == [1, 1, 1, 2]
    assert len(found) == 15
    star = next(each for each in found if each["id"] == "star")
    assert (star["title"], star["acronym"]) == ("讲一件完整的事", "STAR")


async def test_the_example_is_of_the_rooms_own_work(house: House) -> None:
    way = f"/api/zones/{house.zone.id}/help"
    page = await house.as_role(Role.MEMBER)
    before = (await page.post(way, json={"text": "老客户又来压价"})).json()
    await told(house, Role.ACTIVE_MEMBER, SELLING * 3)
    after = (await page.post(way, json={"text": "老客户又来压价"})).json()
    assert "客户" not in before["example"]
    assert "老客户一到下单就压价" in after["example"]


async def test_who_never_spoke_fills_one_blank_and_who_often_did_sees_all(house: House) -> None:
    way = f"/api/zones/{house.zone.id}/help"
    page = await house.as_role(Role.MEMBER)
    new = (await page.post(way, json={"text": "老客户又来压价"})).json()
    await told(house, Role.MEMBER, SELLING)
    later = (await page.post(way, json={"text": "老客户又来压价"})).json()
    chosen = (await page.post(way, json={"text": "好", "scaffold": "star"})).json()
    assert new["scaffold"] == later["scaffold"] == "starter"
    assert (new["draft"].count("____"), later["draft"].count("____")) == (1, 2)
    assert chosen["draft"].count("____") > 2
