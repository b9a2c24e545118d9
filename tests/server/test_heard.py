"""Threads and marks in the room: who sees what, moves what, and takes it back."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx

from community.conversation import Link, LinkSource, Talk
from community.heard import Mark
from community.people import Role
from community.store import links, marks, messages
from server.jobs.looks import keep_new_links
from server.working import work_off
from tests.server.house import House

ASKED = "请问大家，家长群里有人半夜发长语音，你们第二天怎么回？"


async def _say(house: House, text: str, role: Role = Role.MEMBER) -> int:
    client = await house.as_role(role)
    house.clock.turn(minutes=1)
    body = {"text": text, "key": f"key-{house.clock.now.timestamp()}"}
    posted = await client.post(f"/api/zones/{house.zone.id}/messages", json=body)
    assert posted.status_code == 201
    return int(posted.json()["id"])


async def _tie(house: House, message_id: int, parent_id: int | None, confidence: float) -> None:
    link = Link(
        message_id=message_id, parent_id=parent_id, confidence=confidence, by=LinkSource.MODEL
    )
    async with house.deps.store.write() as tx:
        await links.keep_links(tx, [link], {message_id: parent_id or message_id})


async def _mark(house: House, message_id: int, *kinds: str) -> None:
    heard = [
        Mark(
            id=0,
            community_id=house.community.id,
            zone_id=house.zone.id,
            message_id=message_id,
            kind=kind,
            member_ids=(),
            confidence=0.45,
            noticed_at=house.clock.now,
            facts={"words": "只在库里"},
        )
        for kind in kinds
    ]
    async with house.deps.store.write() as tx:
        await marks.keep_marks(tx, house.zone.id, heard, house.clock.now)


async def _seen(house: House, role: Role, message_id: int) -> dict[str, Any]:
    client = await house.as_role(role)
    said = (await client.get(f"/api/zones/{house.zone.id}/messages")).json()["messages"]
    return next(each for each in said if each["id"] == message_id)


async def _move(client: httpx.AsyncClient, message_id: int, parent: int | None) -> httpx.Response:
    return await client.put(f"/api/messages/{message_id}/link", json={"parent_id": parent})


async def test_a_guessed_link_comes_with_its_doubt_and_the_words_it_answers(house: House) -> None:
    first, second = await _say(house, ASKED), await _say(house, "第二天早上统一回", Role.LEADER)
    await _tie(house, first, None, 0.9)
    await _tie(house, second, first, 0.41)
    seen = await _seen(house, Role.MEMBER, second)
    assert seen["thread"] == first
    answers = {"id": first, "author": "许冉", "text": ASKED}
    assert seen["link"] == {"parent_id": first, "confidence": 0.41, "by": "model"} | {
        "answers": answers
    }


async def test_a_message_is_moved_by_a_host_or_its_author_and_back(house: House) -> None:
    first, second = await _say(house, ASKED), await _say(house, "换个话题：周五谁在？")
    await _tie(house, first, None, 0.9)
    await _tie(house, second, first, 0.6)
    expert = await house.as_role(Role.EXPERT)
    assert (await _move(expert, second, None)).status_code == 403
    for role in (Role.MEMBER, Role.ASSISTANT):
        client = await house.as_role(role)
        moved = await _move(client, second, None)
        assert moved.status_code == 200, moved.text
        seen = await _seen(house, Role.EXPERT, second)
        assert (seen["thread"], seen["link"]["by"]) == (second, "person")
        undone = await client.post(f"/api/corrections/{moved.json()['id']}/undo")
        assert undone.json()["undone"] is True
        assert (await _seen(house, Role.EXPERT, second))["link"]["confidence"] == 0.6
    assert (await _move(await house.as_role(Role.OWNER), first, second)).status_code == 422


async def test_a_thread_can_be_read_alone(house: House) -> None:
    first, other = await _say(house, ASKED), await _say(house, "早")
    reply = await _say(house, "第二天统一回", Role.LEADER)
    for message_id, parent in ((first, None), (other, None), (reply, first)):
        await _tie(house, message_id, parent, 0.8)
    client = await house.as_role(Role.MEMBER)
    for asked in (first, reply):
        found = (await client.get(f"/api/messages/{asked}/thread")).json()
        assert [each["id"] for each in found["messages"]] == [first, reply]
        assert found["more"] is False


async def test_marks_are_for_hosts_and_trouble_for_those_who_run_it(house: House) -> None:
    said = await _say(house, "家里老人走了，这周我不在。")
    await _mark(house, said, "leaving", "grief")
    kinds = {
        role: sorted(mark["kind"] for mark in (await _seen(house, role, said))["marks"])
        for role in Role
    }
    assert kinds == {
        Role.OWNER: ["grief", "leaving"],
        Role.FACILITATOR: ["grief", "leaving"],
        Role.ASSISTANT: ["leaving"],
        Role.EXPERT: [],
        Role.LEADER: [],
        Role.ACTIVE_MEMBER: [],
        Role.MEMBER: [],
    }
    seen = await _seen(house, Role.OWNER, said)
    grief = next(mark for mark in seen["marks"] if mark["kind"] == "grief")
    assert "只在库里" not in str(seen)
    for role, status in ((Role.ASSISTANT, 404), (Role.EXPERT, 403), (Role.FACILITATOR, 200)):
        client = await house.as_role(role)
        judged = await client.post(f"/api/marks/{grief['id']}/judge", json={"verdict": "right"})
        assert judged.status_code == status


async def test_a_refused_mark_is_gone_and_comes_back_when_undone(house: House) -> None:
    said = await _say(house, ASKED)
    await _mark(house, said, "advert")
    host = await house.as_role(Role.ASSISTANT)
    (mark,) = (await _seen(house, Role.ASSISTANT, said))["marks"]
    body = {"verdict": "wrong", "kind": "question"}
    kept = (await host.post(f"/api/marks/{mark['id']}/judge", json=body)).json()
    assert (await _seen(house, Role.OWNER, said))["marks"] == []
    await host.post(f"/api/corrections/{kept['id']}/undo")
    assert [each["kind"] for each in (await _seen(house, Role.OWNER, said))["marks"]] == ["advert"]
    right = (await host.post(f"/api/marks/{mark['id']}/judge", json={"verdict": "right"})).json()
    (again,) = (await _seen(house, Role.OWNER, said))["marks"]
    assert (again["verdict"], again["correction_id"]) == ("right", right["id"])
    unknown = await host.post(
        f"/api/marks/{mark['id']}/judge", json={"verdict": "wrong", "kind": "lazy"}
    )
    assert unknown.status_code == 422
    assert "advert" in (await host.get("/api/signal-kinds")).json()


async def _talk_of(house: House) -> Talk:
    async with house.deps.store.read() as tx:
        return await messages.talk(tx, house.zone.id, now=house.clock.now)


async def _threads(house: House, ids: list[int]) -> list[int]:
    async with house.deps.store.read() as tx:
        found = await links.roots_of(tx, ids)
    return [ids.index(found[each]) for each in ids]


def _guess(message_id: int, parent_id: int | None) -> Link:
    return Link(message_id=message_id, parent_id=parent_id, confidence=0.7, by=LinkSource.MODEL)


async def test_a_message_judged_otherwise_takes_its_thread_along(house: House) -> None:
    """0 ← 2 ← 3 is kept; a later look hears 2 answer 1 and, new, 4 answer 3: all go to 1."""
    ids = [await _say(house, f"第{place}句话") for place in range(5)]
    for place, parent in ((0, None), (1, None), (2, 0), (3, 2)):
        await _tie(house, ids[place], None if parent is None else ids[parent], 0.45)
    async with house.deps.store.write() as tx:
        await links.set_roots(tx, [ids[3]], ids[0])
    heard = await _talk_of(house)
    new = (_guess(ids[2], ids[1]), _guess(ids[4], ids[3]))
    whole = replace(heard, links={**heard.links, **{each.message_id: each for each in new}})
    async with house.deps.changing() as change:
        assert await keep_new_links(change, heard, whole)
        assert not await keep_new_links(change, whole, whole)
    assert await _threads(house, ids) == [0, 1, 1, 1, 1]


async def test_a_look_that_was_thinking_leaves_a_person_s_word(house: House) -> None:
    """Between the reading and the keeping of a look a host moves 2 and nobody has judged it."""
    ids = [await _say(house, f"第{place}句话") for place in range(4)]
    await _tie(house, ids[0], None, 0.9)
    await _tie(house, ids[1], None, 0.9)
    heard = await _talk_of(house)
    await _move(await house.as_role(Role.ASSISTANT), ids[2], ids[1])
    new = (_guess(ids[2], ids[0]), _guess(ids[3], ids[2]))
    whole = replace(heard, links={**heard.links, **{each.message_id: each for each in new}})
    async with house.deps.changing() as change:
        await keep_new_links(change, heard, whole)
    assert await _threads(house, ids) == [0, 1, 1, 1]


async def test_a_look_marks_the_room_and_hears_no_refused_signal_again(house: House) -> None:
    said = await _say(house, ASKED)
    house.clock.turn(hours=5)
    await work_off(house.deps)
    seen = await _seen(house, Role.FACILITATOR, said)
    mark = next(each for each in seen["marks"] if each["kind"] == "question")
    assert (mark["since"], seen["thread"]) == (house.clock.now.isoformat()[:19] + "Z", said)
    host = await house.as_role(Role.FACILITATOR)
    await host.post(f"/api/marks/{mark['id']}/judge", json={"verdict": "wrong"})
    house.clock.now += timedelta(minutes=10)
    await work_off(house.deps)
    path = f"/api/communities/{house.community.id}/observations"
    looks = (await host.get(path)).json()["observations"]
    assert [("question" in look["signals"]) for look in looks[:2]] == [False, True]
    assert "question" not in str((await _seen(house, Role.FACILITATOR, said))["marks"])
