import csv
import io
from dataclasses import replace

import pytest

from community.actions.messages import edit_message, react, recall_message, unreact
from community.conversation import Link, LinkSource
from community.people import Role
from community.store import Tx, links, messages, tallies
from community.store.jobs import payloads_of
from community.store.members import update_member
from server import counting
from server.counting import count, view
from server.working import work_off
from tests.builders import said
from tests.server.house import House

TALK = (
    (Role.MEMBER, "请问月考范围是哪几章?", None),
    (Role.ACTIVE_MEMBER, "第三章到第五章,老师群里发过", 0),
    (Role.MEMBER, "谢谢,找到了", 1),
    (Role.EXPERT, "有人带过新班的第一次家长会吗?想听听怎么开场", None),
    (Role.LEADER, "我们组上周开过,先讲孩子的一件小事", 3),
)
DAY = 24 * 60


async def post(house: House, tx: Tx, key: str, role: Role, text: str, minutes: float) -> int:
    new = replace(
        said(0, house.people[role], text, minutes=minutes),
        community_id=house.community.id,
        zone_id=house.zone.id,
    )
    kept = await messages.insert_message(tx, new, key)
    assert kept is not None
    return kept.id


async def talked(house: House, days: int = 3) -> list[int]:
    """The same talk on each of the last days, linked; the ids of its messages."""
    ids: list[int] = []
    async with house.deps.store.write() as tx:
        for day in range(days, 0, -1):
            begun = len(ids)
            for place, (role, text, parent) in enumerate(TALK):
                minutes = 9 * place - day * DAY
                ids.append(await post(house, tx, f"{day}:{place}", role, text, minutes))
                above = None if parent is None else ids[begun + parent]
                found = Link(
                    message_id=ids[-1], parent_id=above, confidence=0.9, by=LinkSource.MODEL
                )
                await links.keep_links(tx, [found], {ids[-1]: above or ids[-1]})
    return ids


async def test_a_facilitator_sees_figures_plots_and_what_to_do_next(house: House) -> None:
    await talked(house)
    client = await house.as_role(Role.FACILITATOR)
    shown = (await client.get(f"/api/communities/{house.community.id}/health")).json()
    figures = {one["code"]: one for one in shown["figures"]}
    assert shown["state"] == "ready"
    assert figures["messages"]["value"] == 15
    assert figures["reply_rate"]["value"] == 1
    assert figures["help_edges"]["value"] == 1
    assert figures["join_to_first_message"]["value"] is None
    assert figures["join_to_first_message"]["unseen"]["text"] == "不知道谁是什么时候进群的。"
    assert all(one["next"]["text"] and one["meaning"] for one in shown["figures"])
    assert [one["code"] for one in shown["trends"]][:2] == ["messages", "speakers"]
    assert shown["network"]["edges"]
    assert all(shown[plot]["says"] for plot in ("cohorts", "talkers", "network", "waiting"))


async def test_a_leader_may_look_and_a_member_may_not(house: House) -> None:
    address = f"/api/communities/{house.community.id}/health"
    leader, member = await house.as_role(Role.LEADER), await house.as_role(Role.MEMBER)
    assert (await leader.get(address)).json()["state"] == "empty"
    assert (await member.get(address)).status_code == 403
    assert (await member.get(f"{address}.csv")).status_code == 403


async def test_who_opted_out_is_counted_and_not_named(house: House) -> None:
    await talked(house)
    async with house.deps.store.write() as tx:
        await update_member(tx, replace(house.people[Role.MEMBER], opted_out=True))
    client = await house.as_role(Role.OWNER)
    answer = await client.get(f"/api/communities/{house.community.id}/health")
    assert house.people[Role.MEMBER].name not in answer.text
    assert None in [one["name"] for one in answer.json()["talkers"]["top"]]


async def test_the_table_holds_figures_and_series(house: House) -> None:
    await talked(house)
    client = await house.as_role(Role.LEADER)
    answer = await client.get(f"/api/communities/{house.community.id}/health.csv")
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert next(row["value"] for row in rows if row["code"] == "messages") == "15"
    assert next(row["note"] for row in rows if row["code"] == "join_to_first_message")
    assert {row["kind"] for row in rows} >= {"figure", "day"}


async def test_counting_what_changed_equals_counting_anew(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An edit, a recall, reactions, a late import and a moved link touch only their days."""
    ids = await talked(house, days=6)
    home, deps = house.community, house.deps
    member, zone, queue = house.people[Role.MEMBER], house.zone, deps.queue
    at = house.clock.now
    async with deps.store.write() as tx:
        await react(tx, queue, zone=zone, message_id=ids[8], member=member, emoji="👍", at=at)
    await count(deps, home)
    house.clock.turn(hours=1)
    at = house.clock.now
    async with deps.store.write() as tx:
        text = "第三章到第五章"
        await edit_message(tx, queue, zone=zone, message_id=ids[0], editor=member, text=text, at=at)
        await recall_message(tx, queue, zone=zone, message_id=ids[2], member=member, at=at)
        for liked in (ids[3], ids[28]):
            await react(tx, queue, zone=zone, message_id=liked, member=member, emoji="👍", at=at)
        for taken in (ids[8], ids[28]):
            await unreact(tx, queue, zone=zone, message_id=taken, member=member, emoji="👍", at=at)
        late = await post(house, tx, "late", Role.OWNER, "我补一句", -5.5 * DAY)
        moved = Link(message_id=late, parent_id=ids[3], confidence=1, by=LinkSource.PERSON)
        await links.keep_links(tx, [moved], {late: ids[3]})
        await post(house, tx, "future", Role.OWNER, "明年见", 300 * DAY)
    await count(deps, home)
    async with deps.store.read() as tx:
        step_by_step = (await view(tx, home, house.clock.now)).tallies
    monkeypatch.setattr(tallies, "SHAPE", 99)
    await count(deps, home)
    async with deps.store.read() as tx:
        anew = (await view(tx, home, house.clock.now)).tallies
    assert step_by_step == anew
    assert sum(day.messages for day in anew) == 6 * len(TALK)
    assert sum(day.reactions for day in anew) == 1


async def test_what_was_kept_in_another_shape_is_counted_anew(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await talked(house)
    client = await house.as_role(Role.OWNER)
    address = f"/api/communities/{house.community.id}/health"
    before = (await client.get(address)).json()
    monkeypatch.setattr(tallies, "SHAPE", 99)
    async with house.deps.store.read() as tx:
        assert (await tallies.kept_counts(tx, house.community.id)).through is None
    assert (await client.get(address)).json() == before


async def test_a_long_history_is_counted_as_a_job(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await talked(house)
    monkeypatch.setattr(counting, "AT_ONCE", 10)
    client = await house.as_role(Role.OWNER)
    address = f"/api/communities/{house.community.id}/health"
    assert (await client.get(address)).json()["state"] == "counting"
    house.clock.turn(minutes=1)
    await work_off(house.deps)
    assert (await client.get(address)).json()["state"] == "ready"
    async with house.deps.store.read() as tx:
        assert await payloads_of(tx, "tally") == ({"community": house.community.id},)


async def test_praise_counts_for_who_said_it_once_it_is_accepted_and_not_undone(
    house: House,
) -> None:
    await talked(house)
    host = await house.as_role(Role.FACILITATOR)
    async with house.deps.store.read() as tx:
        said = await messages.messages_in(tx, house.zone.id)
    authors = [each for each in said if each.author_id == house.people[Role.MEMBER].id]
    for number in range(6):
        draft = await house.offer(
            move=("praise", "be_seen")[number % 2],
            text=f"第 {number} 次",
            anchor_ids=(authors[0].id,),
        )
        path = f"/api/suggestions/{draft.id}"
        assert (await host.post(f"{path}/review", json={"decision": "accept"})).is_success
        if number == 5:
            assert (await host.post(f"{path}/undo")).is_success
    health = (await host.get(f"/api/communities/{house.community.id}/health")).json()
    (found,) = [each for each in health["figures"] if each["code"] == "praise_share"]
    assert (found["value"], found["of"], found["next"]["code"]) == (1.0, 5, "share_the_praise")
