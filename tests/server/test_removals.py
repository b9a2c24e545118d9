"""Adverts are taken back only where the owner wants it, only from .98, and one touch restores."""

from dataclasses import replace

import pytest

from community.actions.messages import record_message
from community.actions.removals import Advertised, remove_advert
from community.conversation import Message
from community.people import Role
from community.store import communities, messages
from community.store.audits import audits_of
from server.working import work_off
from tests.server.house import House

ADVERT = "限时特价!押题班原价1999现在199,加V:kaoyan_999,前50名送全套资料,先到先得"


async def _say(house: House, text: str, role: Role = Role.MEMBER, key: str = "k") -> Message:
    async with house.deps.store.write() as tx:
        return await record_message(
            tx,
            house.deps.queue,
            zone=house.zone,
            author=house.people[role],
            text=text,
            at=house.clock.now,
            key=key,
        )


async def _switch(house: House, *, on: bool = True) -> None:
    async with house.deps.store.write() as tx:
        await communities.set_settings(tx, house.community.id, {"remove_adverts": on})


async def _remove(house: House, said: Message, score: float) -> Message | None:
    judged = Advertised(message_id=said.id, text=said.text, score=score, words="加V")
    async with house.deps.store.write() as tx:
        return await remove_advert(
            tx, house.deps.queue, zone=house.zone, judged=judged, notice="规则", at=house.clock.now
        )


@pytest.mark.parametrize(
    ("on", "score", "goes"),
    [
        (True, 0.98, True),
        (True, 0.97, False),
        (False, 0.99, False),
    ],
)
async def test_only_switched_on_and_only_from_98(
    house: House, *, on: bool, score: float, goes: bool
) -> None:
    await _switch(house, on=on)
    said = await _say(house, ADVERT)
    assert (await _remove(house, said, score) is not None) is goes


@pytest.mark.parametrize("on", [True, False])
async def test_a_look_removes_or_only_proposes(house: House, *, on: bool) -> None:
    await _switch(house, on=on)
    member, keeper = await house.as_role(Role.MEMBER), await house.as_role(Role.FACILITATOR)
    room = f"/api/zones/{house.zone.id}/messages"
    await member.post(room, json={"text": ADVERT, "key": "an-advert"})
    house.clock.turn(minutes=5)
    await work_off(house.deps)
    queue = (await keeper.get(f"/api/communities/{house.community.id}/suggestions")).json()
    assert [each["move"] for each in queue["suggestions"]] == ([] if on else ["ad_removal"])
    seen = (await keeper.get(room)).json()["messages"]
    assert [each["removed"] for each in seen] == [on]


async def test_staff_private_edited_imported_and_foreign_messages_stay(house: House) -> None:
    await _switch(house)
    staff = await _say(house, ADVERT, Role.ASSISTANT)
    assert await _remove(house, staff, 0.99) is None
    said = await _say(house, ADVERT)
    assert await _remove(house, replace(said, text="别的话"), 0.99) is None
    for place, change in (
        ("room:private", {"to_id": house.people[Role.OWNER].id}),
        ("room:old", {"from_history": True}),
        ("slack:1", {"external_id": "1"}),
        ("pasted:1", {}),
    ):
        async with house.deps.store.write() as tx:
            one = await messages.insert_message(tx, replace(said, **change), place)
        assert one is not None
        assert await _remove(house, one, 0.99) is None


async def test_the_author_is_told_and_the_facilitator_puts_it_back_once(house: House) -> None:
    await _switch(house)
    said = await _say(house, ADVERT)
    assert await _remove(house, said, 0.985) is not None
    member, keeper = await house.as_role(Role.MEMBER), await house.as_role(Role.FACILITATOR)
    room = f"/api/zones/{house.zone.id}/messages"
    seen = (await member.get(room)).json()["messages"]
    assert [(each["removed"], each["private"]) for each in seen] == [(True, False), (False, True)]
    assert seen[0]["text"] == ""
    listed = (await keeper.get(f"/api/communities/{house.community.id}/removals")).json()
    assert listed["removals"][0]["text"] == ADVERT
    assert listed["removals"][0]["score"] == 0.985

    restore = f"/api/messages/{said.id}/restore"
    assert (await member.post(restore)).status_code == 403
    back = (await keeper.post(restore)).json()
    assert (back["text"], back["removed"], back["edited"]) == (ADVERT, False, False)
    assert (await keeper.post(restore)).status_code == 409
    assert await _remove(house, said, 0.99) is None
    listed = (await keeper.get(f"/api/communities/{house.community.id}/removals")).json()
    assert [each["restored"] for each in listed["removals"]] == [True]
    async with house.deps.store.read() as tx:
        done = await audits_of(tx, house.community.id, "advert_restored")
    assert [each.subject for each in done] == [f"message:{said.id}"]
