"""A person's word on who answers whom, and on what was heard, wins and can be taken back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from community.actions import corrections as actions
from community.actions.corrections import Judgement
from community.conversation import Link, LinkSource
from community.errors import Conflict, Invalid, NotAllowed, NotFound
from community.heard import Correction, Mark, MarkVerdict
from community.people import Member, Role
from community.store import corrections, links, marks, messages
from tests.builders import MONDAY, said
from tests.stores import Group, PutJobs

LATER = MONDAY + timedelta(hours=1)
WRONG = Judgement(verdict=MarkVerdict.WRONG)


def _tie(message_id: int, parent_id: int | None, confidence: float = 0.7) -> Link:
    by = LinkSource.MODEL
    return Link(message_id=message_id, parent_id=parent_id, confidence=confidence, by=by)


async def _talk(group: Group, parents: Sequence[int | None]) -> list[int]:
    """Messages of Ann and Bo by turns, tied as told: `parents` are places in the talk."""
    ids: list[int] = []
    async with group.store.write() as tx:
        for place, parent in enumerate(parents):
            new = replace(
                said(0, (group.ann, group.bo)[place % 2], f"第{place}句", minutes=place),
                community_id=group.community.id,
                zone_id=group.zone.id,
            )
            kept = await messages.insert_message(tx, new, f"m{place}")
            assert kept is not None
            ids.append(kept.id)
            above = None if parent is None else ids[parent]
            known = await links.roots_of(tx, [] if above is None else [above])
            root = kept.id if above is None else known[above]
            await links.keep_links(tx, [_tie(kept.id, above)], {kept.id: root})
    return ids


async def _roots(group: Group, ids: Sequence[int]) -> list[int]:
    async with group.store.read() as tx:
        found = await links.roots_of(tx, ids)
    return [ids.index(found[each]) for each in ids]


async def _move(
    group: Group, queue: PutJobs, message_id: int, to: int | None, by: Member | None = None
) -> Correction:
    async with group.store.write() as tx:
        return await actions.move_message(
            tx,
            queue,
            message_id=message_id,
            parent_id=to,
            member=by or group.owner,
            at=LATER,
        )


async def _undo(group: Group, queue: PutJobs, correction_id: int, by: Member) -> Correction:
    async with group.store.write() as tx:
        return await actions.undo_correction(
            tx, queue, correction_id=correction_id, member=by, at=LATER
        )


async def test_a_moved_message_takes_along_what_answers_it(group: Group, queue: PutJobs) -> None:
    """0 ← 2 ← 3 ← 4 and 1: moving 2 to 1 moves 3 and 4, and nothing else."""
    ids = await _talk(group, [None, None, 0, 2, 3, 0])
    kept = await _move(group, queue, ids[2], ids[1])
    assert await _roots(group, ids) == [0, 1, 1, 1, 1, 0]
    assert kept.before == {"parent": ids[0], "confidence": 0.7, "by": "model"}
    assert kept.after == {"parent": ids[1], "confidence": 1.0, "by": "person"}
    assert [job.name for job in queue.jobs.values()] == ["facilitate"]


async def test_a_message_that_starts_a_topic_is_the_root_of_its_answers(
    group: Group, queue: PutJobs
) -> None:
    ids = await _talk(group, [None, 0, 1, 2])
    await _move(group, queue, ids[2], None)
    assert await _roots(group, ids) == [0, 0, 2, 2]


async def test_an_undone_move_leaves_everything_as_it_was(group: Group, queue: PutJobs) -> None:
    ids = await _talk(group, [None, None, 0, 2])
    async with group.store.read() as tx:
        before = await links.links_of(tx, ids)
    kept = await _move(group, queue, ids[2], ids[1])
    await _undo(group, queue, kept.id, group.owner)
    again = await _undo(group, queue, kept.id, group.owner)
    assert again.undone_at == LATER
    async with group.store.read() as tx:
        assert await links.links_of(tx, ids) == before
    assert await _roots(group, ids) == [0, 1, 0, 0]


async def test_a_move_that_was_moved_on_is_not_undone(group: Group, queue: PutJobs) -> None:
    ids = await _talk(group, [None, None, 0])
    first = await _move(group, queue, ids[2], ids[1])
    second = await _move(group, queue, ids[2], None)
    with pytest.raises(Conflict, match="moved_on_since"):
        await _undo(group, queue, first.id, group.owner)
    await _undo(group, queue, second.id, group.owner)
    await _undo(group, queue, first.id, group.owner)
    assert await _roots(group, ids) == [0, 1, 0]


async def test_a_later_judgement_of_the_linker_changes_no_word_of_a_person(
    group: Group, queue: PutJobs
) -> None:
    ids = await _talk(group, [None, None, 0])
    await _move(group, queue, ids[2], ids[1])
    async with group.store.write() as tx:
        await links.keep_links(tx, [_tie(ids[2], ids[0], 0.99)], {ids[2]: ids[0]})
    async with group.store.read() as tx:
        kept = (await links.links_of(tx, ids))[ids[2]]
    assert (kept.parent_id, kept.by) == (ids[1], LinkSource.PERSON)


async def test_what_was_tied_to_an_unjudged_message_follows_it(
    group: Group, queue: PutJobs
) -> None:
    """2 is moved under 1 before 1 is judged; once 1 turns out to answer 0, both are in 0."""
    ids = await _talk(group, [None, None, 0])
    async with group.store.write() as tx:
        await links.put_link(tx, ids[1], None, ids[1])
    await _move(group, queue, ids[2], ids[1])
    async with group.store.write() as tx:
        await links.keep_links(tx, [_tie(ids[1], ids[0])], {ids[1]: ids[0]})
        await links.follow_roots(tx, {ids[1]: ids[0]})
    assert await _roots(group, ids) == [0, 0, 0]


async def test_members_move_their_own_messages_only(group: Group, queue: PutJobs) -> None:
    ids = await _talk(group, [None, None, 0])
    own = await _move(group, queue, ids[2], ids[1], by=group.ann)
    with pytest.raises(NotAllowed, match="not_your_message"):
        await _move(group, queue, ids[1], ids[0], by=group.ann)
    with pytest.raises(NotFound):
        await _undo(group, queue, own.id, group.bo)
    await _undo(group, queue, own.id, group.ann)


async def test_a_message_answers_only_what_was_said_before_it(group: Group, queue: PutJobs) -> None:
    ids = await _talk(group, [None, 0])
    for place, to in ((0, 1), (0, 0)):
        with pytest.raises(Invalid, match="answers_what_came_later"):
            await _move(group, queue, ids[place], ids[to])
    with pytest.raises(NotFound):
        await _move(group, queue, ids[1], 999_999)


def _mark(group: Group, message_id: int, kind: str, confidence: float = 0.6) -> Mark:
    return Mark(
        id=0,
        community_id=group.community.id,
        zone_id=group.zone.id,
        message_id=message_id,
        kind=kind,
        member_ids=(group.ann.id,),
        confidence=confidence,
        noticed_at=MONDAY,
        facts={"waited_minutes": 90},
    )


async def _hear(group: Group, *heard: Mark, hours: float = 0) -> bool:
    at = MONDAY + timedelta(hours=hours)
    async with group.store.write() as tx:
        no = await corrections.refused(tx, group.zone.id, LATER)
        timed = [replace(each, noticed_at=at) for each in heard]
        return await marks.keep_marks(tx, group.zone.id, timed, at, no)


async def _standing(group: Group, ids: Sequence[int]) -> tuple[Mark, ...]:
    async with group.store.read() as tx:
        return await marks.marks_of(tx, ids)


async def test_a_mark_stands_until_a_look_hears_it_no_more(group: Group) -> None:
    ids = await _talk(group, [None])
    assert await _hear(group, _mark(group, ids[0], "question"))
    assert not await _hear(group, _mark(group, ids[0], "question", 0.9), hours=1)
    (one,) = await _standing(group, ids)
    assert (one.noticed_at, one.confidence) == (MONDAY, 0.9)
    assert (one.member_ids, one.facts) == ((group.ann.id,), {"waited_minutes": 90})
    assert await _hear(group, hours=2)
    assert await _standing(group, ids) == ()
    await _hear(group, _mark(group, ids[0], "question"), hours=3)
    (back,) = await _standing(group, ids)
    assert (back.id, back.noticed_at) == (one.id, MONDAY + timedelta(hours=3))


async def _judge(
    group: Group, queue: PutJobs, mark_id: int, judgement: Judgement, by: Member | None = None
) -> Correction:
    async with group.store.write() as tx:
        return await actions.judge_mark(
            tx, queue, mark_id=mark_id, judgement=judgement, member=by or group.owner, at=LATER
        )


async def test_a_refused_signal_is_known_to_every_later_talk_until_it_is_undone(
    group: Group, queue: PutJobs
) -> None:
    ids = await _talk(group, [None])
    await _hear(group, _mark(group, ids[0], "advert"), _mark(group, ids[0], "share"))
    advert = next(each for each in await _standing(group, ids) if each.kind == "advert")
    kept = await _judge(group, queue, advert.id, replace(WRONG, kind="share"))
    assert (kept.before, kept.after) == ({"confidence": 0.6}, {"verdict": "wrong", "kind": "share"})
    async with group.store.read() as tx:
        told = await messages.talk(tx, group.zone.id, now=LATER)
        earlier = await messages.talk(tx, group.zone.id, now=MONDAY)
    assert told.refused == {(ids[0], "advert")}
    assert earlier.refused == frozenset()
    await _hear(group, _mark(group, ids[0], "share"), hours=2)
    await _undo(group, queue, kept.id, group.owner)
    async with group.store.read() as tx:
        assert (await messages.talk(tx, group.zone.id, now=LATER)).refused == frozenset()
    assert {each.kind for each in await _standing(group, ids)} == {"advert", "share"}


async def test_the_last_word_on_a_mark_counts(group: Group, queue: PutJobs) -> None:
    ids = await _talk(group, [None])
    await _hear(group, _mark(group, ids[0], "advert"))
    (one,) = await _standing(group, ids)
    await _judge(group, queue, one.id, WRONG)
    await _judge(group, queue, one.id, Judgement(verdict=MarkVerdict.RIGHT))
    async with group.store.read() as tx:
        assert await corrections.refused(tx, group.zone.id, LATER) == frozenset()
    with pytest.raises(Invalid):
        await _judge(group, queue, one.id, replace(WRONG, kind="advert"))


async def test_trouble_is_judged_by_those_alone_who_run_the_community(
    group: Group, queue: PutJobs
) -> None:
    ids = await _talk(group, [None])
    await _hear(group, _mark(group, ids[0], "grief"))
    (one,) = await _standing(group, ids)
    for role in (Role.ASSISTANT, Role.EXPERT, Role.MEMBER):
        with pytest.raises(NotFound):
            await _judge(group, queue, one.id, WRONG, by=replace(group.bo, role=role))
    await _judge(group, queue, one.id, WRONG, by=replace(group.bo, role=Role.FACILITATOR))
