from dataclasses import replace
from datetime import timedelta

import pytest

from community.conversation import Link, LinkSource, Message
from community.errors import Conflict, NotFound
from community.people import Account, Role
from community.store import communities, links, members, messages, reads
from tests.builders import MONDAY
from tests.stores import Group


def _said(group: Group, text: str, minutes: int, **changes: object) -> Message:
    said = Message(
        id=0,
        community_id=group.community.id,
        zone_id=group.zone.id,
        author_id=group.ann.id,
        at=MONDAY + timedelta(minutes=minutes),
        text=text,
    )
    return replace(said, **changes)  # pyright: ignore[reportArgumentType]


async def _keep(group: Group, *new: Message) -> list[Message]:
    async with group.store.write() as tx:
        kept = [await messages.insert_message(tx, one, one.text) for one in new]
    return [one for one in kept if one is not None]


async def test_pages_go_back_through_messages_of_the_same_moment(group: Group) -> None:
    kept = await _keep(group, *(_said(group, f"m{n}", 0 if n < 5 else n) for n in range(8)))
    async with group.store.read() as tx:
        newest = await messages.messages_in(tx, group.zone.id, limit=3)
        before = await messages.messages_in(tx, group.zone.id, limit=3, before_id=newest[0].id)
        first = await messages.messages_in(tx, group.zone.id, limit=3, before_id=before[0].id)
    assert [one.id for one in (*first, *before, *newest)] == [one.id for one in kept]


async def test_a_private_message_is_seen_by_its_two_people_alone(group: Group) -> None:
    await _keep(group, _said(group, "悄悄话", 0, to_id=group.bo.id), _said(group, "大家", 1))
    async with group.store.read() as tx:
        seen = [
            [one.text for one in await messages.messages_in(tx, group.zone.id, reader_id=reader)]
            for reader in (None, group.owner.id, group.bo.id, group.ann.id)
        ]
        talk = await messages.talk(tx, group.zone.id, now=MONDAY + timedelta(days=1))
    assert seen == [["大家"], ["大家"], ["悄悄话", "大家"], ["悄悄话", "大家"]]
    assert [one.text for one in talk.messages] == ["大家"]


async def test_a_link_gives_way_only_to_one_that_ranks_as_high(group: Group) -> None:
    one, two = await _keep(group, _said(group, "问", 0), _said(group, "答", 1))

    async def now(by: LinkSource, parent: int | None) -> Link:
        link = Link(message_id=two.id, parent_id=parent, confidence=0.5, by=by)
        async with group.store.write() as tx:
            await links.keep_links(tx, [link], {two.id: parent or two.id})
            return (await messages.links_of(tx, [two.id]))[two.id]

    assert (await now(LinkSource.MODEL, None)).parent_id is None
    assert (await now(LinkSource.PERSON, one.id)).parent_id == one.id
    assert (await now(LinkSource.PLATFORM, None)).parent_id == one.id
    async with group.store.read() as tx:
        thread = await messages.thread_messages(tx, one.id)
    assert [said.text for said in thread] == ["问", "答"]


async def test_unread_counts_what_others_said_since(group: Group) -> None:
    kept = await _keep(
        group,
        _said(group, "a", 0),
        _said(group, "b", 1),
        _said(group, "old", 2, from_history=True),
        _said(group, "mine", 3, author_id=group.bo.id),
        _said(group, "for ann", 4, author_id=group.owner.id, to_id=group.ann.id),
    )
    async with group.store.write() as tx:
        before = await reads.unread_counts(tx, group.bo.id, group.community.id)
        await reads.set_read(tx, group.bo.id, group.zone.id, kept[0].id)
        await reads.set_read(tx, group.bo.id, group.zone.id, kept[0].id - 1)
        after = await reads.unread_counts(tx, group.bo.id, group.community.id)
    assert (before, after) == ({group.zone.id: 2}, {group.zone.id: 1})


async def test_a_sign_in_link_opens_once_and_in_time(group: Group) -> None:
    async with group.store.write() as tx:
        kept = await members.insert_account(tx, Account(id=0, name="周砚秋"), MONDAY)
        end = MONDAY + timedelta(hours=1)
        await members.insert_signin_link(tx, "a" * 64, kept.id, MONDAY, end)
        await members.insert_signin_link(tx, "b" * 64, kept.id, MONDAY, end)
        assert await members.use_signin_link(tx, "a" * 64, MONDAY) == kept.id
        assert await members.use_signin_link(tx, "a" * 64, MONDAY) is None
        assert await members.use_signin_link(tx, "b" * 64, end) is None
        assert await members.use_signin_link(tx, "c" * 64, MONDAY) is None


async def test_an_account_is_one_member_per_community(group: Group) -> None:
    async with group.store.write() as tx:
        kept = await members.insert_account(tx, Account(id=0, name="x", language="en"), MONDAY)
        await members.set_account(tx, group.owner.id, kept.id)
        found = await members.member_of_account(tx, group.community.id, kept.id)
        assert found == replace(group.owner, account_id=kept.id)
        assert await members.member_of_account(tx, group.community.id + 1, kept.id) is None
        assert await members.members_of_account(tx, kept.id) == (found,)
        assert await members.account(tx, kept.id) == kept


async def test_what_is_kept_comes_back_as_it_was(group: Group) -> None:
    async with group.store.write() as tx:
        await communities.set_settings(tx, group.community.id, {"slots": [{"weekday": 3}]})
        await members.set_role(tx, group.ann.id, Role.EXPERT)
        found = await communities.community_by_slug(tx, "group")
        assert found is not None
        assert found.settings == {"slots": [{"weekday": 3}]}
        assert replace(found, settings={}) == group.community
        assert await communities.zones(tx, found.id) == (group.zone,)
        assert await members.member(tx, group.ann.id) == replace(group.ann, role=Role.EXPERT)


async def test_a_name_for_addresses_is_used_once(group: Group) -> None:
    async with group.store.write() as tx:
        with pytest.raises(Conflict):
            await communities.insert_community(tx, group.community)
        with pytest.raises(Conflict):
            await communities.insert_zone(tx, group.zone)


async def test_there_is_no_talk_in_a_zone_nobody_made(group: Group) -> None:
    async with group.store.read() as tx:
        with pytest.raises(NotFound):
            await messages.talk(tx, 99, now=MONDAY)
