from datetime import timedelta

import pytest

from community.actions import messages as actions
from community.errors import Invalid, NotAllowed, NotFound
from community.store import messages, reactions
from tests.builders import MONDAY
from tests.stores import Group, PutJobs

LATER = MONDAY + timedelta(minutes=5)
MUCH_LATER = MONDAY + timedelta(minutes=10)


async def _say(group: Group, queue: PutJobs, text: str, key: str = "k1") -> int:
    async with group.store.write() as tx:
        said = await actions.record_message(
            tx, queue, zone=group.zone, author=group.ann, text=text, at=MONDAY, key=key
        )
    return said.id


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "班会怎么开：三分钟说完 🙂👨‍👩‍👧", id="chinese with a full-width colon and emoji"
        ),
        pytest.param("שלום עולם \u200f مرحبا", id="right to left"),
        pytest.param("  two\nlines\t ", id="white space as typed"),
    ],
)
async def test_words_are_kept_as_they_were_said(group: Group, queue: PutJobs, text: str) -> None:
    said_id = await _say(group, queue, text)
    async with group.store.read() as tx:
        kept = await messages.message(tx, said_id)
    assert kept is not None
    assert (kept.text, kept.at, kept.author_id) == (text, MONDAY, group.ann.id)


async def test_saying_the_same_thing_again_adds_nothing(group: Group, queue: PutJobs) -> None:
    first = await _say(group, queue, "大家好")
    assert await _say(group, queue, "大家好") == first
    async with group.store.read() as tx:
        assert len(await messages.messages_in(tx, group.zone.id)) == 1


async def test_a_message_asks_for_one_look_after_a_rest(group: Group, queue: PutJobs) -> None:
    await _say(group, queue, "一")
    await _say(group, queue, "二", key="k2")
    (job,) = queue.jobs.values()
    assert (job.name, job.key) == ("facilitate", f"facilitate:{group.zone.id}")
    assert job.room == f"zone:{group.zone.id}"
    assert job.due == MONDAY + actions.DEBOUNCE


async def test_the_words_of_a_moment_stay_readable_after_edits_and_a_recall(
    group: Group, queue: PutJobs
) -> None:
    said_id = await _say(group, queue, "八点")
    async with group.store.write() as tx:
        await actions.edit_message(
            tx, queue, zone=group.zone, message_id=said_id, editor=group.ann, text="九点", at=LATER
        )
    async with group.store.write() as tx:
        await actions.recall_message(
            tx, queue, zone=group.zone, message_id=said_id, member=group.ann, at=MUCH_LATER
        )
    async with group.store.read() as tx:
        texts = [
            (await messages.talk(tx, group.zone.id, now=now)).messages[0]
            for now in (MONDAY, LATER, MUCH_LATER)
        ]
    assert [said.text for said in texts] == ["八点", "九点", ""]
    assert [said.revision for said in texts] == [0, 1, 2]
    assert [said.edited_at for said in texts] == [None, LATER, LATER]
    assert [said.recalled_at for said in texts] == [None, None, MUCH_LATER]


async def test_a_talk_knows_nothing_of_the_future(group: Group, queue: PutJobs) -> None:
    said_id = await _say(group, queue, "现在")
    async with group.store.write() as tx:
        await actions.record_message(
            tx, queue, zone=group.zone, author=group.bo, text="later", at=MUCH_LATER, key="x"
        )
        await actions.react(
            tx, queue, zone=group.zone, message_id=said_id, member=group.bo, emoji="👍", at=LATER
        )
    async with group.store.read() as tx:
        now = await messages.talk(tx, group.zone.id, now=MONDAY)
        then = await messages.talk(tx, group.zone.id, now=MUCH_LATER)
    assert ([said.text for said in now.messages], now.reactions) == (["现在"], ())
    assert [said.text for said in then.messages] == ["现在", "later"]
    assert [reaction.emoji for reaction in then.reactions] == ["👍"]


async def test_only_the_author_edits_and_only_once_taken_back_is_gone(
    group: Group, queue: PutJobs
) -> None:
    said_id = await _say(group, queue, "我的话")
    async with group.store.write() as tx:
        with pytest.raises(NotAllowed):
            await actions.edit_message(
                tx, queue, zone=group.zone, message_id=said_id, editor=group.bo, text="x", at=LATER
            )
        with pytest.raises(NotAllowed):
            await actions.recall_message(
                tx, queue, zone=group.zone, message_id=said_id, member=group.bo, at=LATER
            )
        await actions.recall_message(
            tx, queue, zone=group.zone, message_id=said_id, member=group.owner, at=LATER
        )
        with pytest.raises(Invalid):
            await actions.edit_message(
                tx, queue, zone=group.zone, message_id=said_id, editor=group.ann, text="x", at=LATER
            )


async def test_an_empty_message_is_not_said(group: Group, queue: PutJobs) -> None:
    async with group.store.write() as tx:
        with pytest.raises(Invalid) as caught:
            await actions.record_message(
                tx, queue, zone=group.zone, author=group.ann, text=" \x00\n", at=MONDAY, key="e"
            )
    assert caught.value.code == "message_empty"
    assert queue.jobs == {}


async def test_nobody_answers_what_they_cannot_see(group: Group, queue: PutJobs) -> None:
    async with group.store.write() as tx:
        with pytest.raises(NotFound):
            await actions.record_message(
                tx,
                queue,
                zone=group.zone,
                author=group.ann,
                text="re",
                at=MONDAY,
                key="r",
                reply_to=999,
            )


async def test_a_reaction_is_given_once_and_can_be_taken_back(group: Group, queue: PutJobs) -> None:
    said_id = await _say(group, queue, "好主意")
    async with group.store.write() as tx:
        given = [
            await actions.react(
                tx, queue, zone=group.zone, message_id=said_id, member=group.bo, emoji="👍", at=at
            )
            for at in (LATER, MUCH_LATER)
        ]
        assert given == [True, False]
        assert len(await reactions.reactions_of(tx, [said_id])) == 1
        gone = await actions.unreact(
            tx, queue, zone=group.zone, message_id=said_id, member=group.bo, emoji="👍", at=LATER
        )
        assert gone
        assert await reactions.reactions_of(tx, [said_id]) == ()
