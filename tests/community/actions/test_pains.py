from dataclasses import replace
from datetime import timedelta

import pytest

from community.actions.members import set_opt_out
from community.actions.pains import (
    Ruling,
    decide_pain,
    pains_job,
    plan_pains,
    refresh_pains,
    shown_pains,
)
from community.errors import Conflict, Invalid, NotFound
from community.pains import Pain, PainState, Tap
from community.store import pains as rows
from community.store.messages import insert_message
from tests.builders import MONDAY
from tests.builders import said as a_message
from tests.stores import Group, PutJobs


def a_pain(group: Group, *message_ids: int, **changes: object) -> Pain:
    fields: dict[str, object] = {
        "id": 0,
        "community_id": group.community.id,
        "words": f"第{message_ids[0]}件事总是搞不定",
        "message_ids": message_ids,
        "tap_ids": (),
        "people_ids": (group.ann.id,),
        "silent_ids": (),
        "strength": 2.0,
        "first_at": MONDAY,
        "last_at": MONDAY,
    }
    return Pain(**(fields | changes))  # pyright: ignore[reportArgumentType]


async def found(group: Group, *pains: Pain, later: float = 0) -> tuple[Pain, ...]:
    async with group.store.write() as tx:
        now = MONDAY + timedelta(days=later)
        await refresh_pains(tx, group.community.id, pains, now=now)
        return await rows.pains_in(tx, group.community.id)


async def ruled(group: Group, pain_id: int, decision: str, **given: object) -> Pain:
    ruling = Ruling(decision=decision, **given)  # pyright: ignore[reportArgumentType]
    async with group.store.write() as tx:
        return await decide_pain(tx, pain_id=pain_id, by=group.owner, ruling=ruling, at=MONDAY)


async def test_a_problem_keeps_its_id_while_half_of_its_tellings_are_the_same(
    group: Group,
) -> None:
    [first] = await found(group, a_pain(group, 1, 2))
    [grown] = await found(group, a_pain(group, 2, 3, words="还是搞不定", strength=3.0))
    assert grown.id == first.id
    assert (grown.words, grown.message_ids) == ("还是搞不定", (2, 3))
    others = await found(group, a_pain(group, 7, 8, 9))
    assert [one.message_ids for one in others] == [(7, 8, 9)]
    assert others[0].id != first.id


async def test_what_nobody_tells_any_more_goes_but_a_pinned_one_stays(group: Group) -> None:
    pinned, _ = await found(group, a_pain(group, 1, strength=9.0), a_pain(group, 2))
    await ruled(group, pinned.id, "pin")
    assert [one.id for one in await found(group, later=90)] == [pinned.id]


async def test_a_dismissed_one_comes_back_only_when_it_is_told_anew(group: Group) -> None:
    [one] = await found(group, a_pain(group, 1, 2))
    await ruled(group, one.id, "dismiss")
    [same] = await found(group, a_pain(group, 1, 2))
    assert same.state is PainState.DISMISSED
    [once_more] = await found(group, a_pain(group, 1, 2, 3))
    assert once_more.state is PainState.DISMISSED
    [anew] = await found(group, a_pain(group, 1, 2, 3, 4))
    assert (anew.id, anew.state) == (one.id, PainState.OPEN)


async def test_own_words_stay_when_the_problem_is_found_again(group: Group) -> None:
    [one] = await found(group, a_pain(group, 1, 2))
    assert (await ruled(group, one.id, "reword", words="  没人  敢催款 ")).said == "没人 敢催款"
    [again] = await found(group, a_pain(group, 1, 2, words="催不动"))
    assert (again.said, again.words) == ("没人 敢催款", "催不动")
    assert (await ruled(group, one.id, "reword", words="")).said == "催不动"
    with pytest.raises(Invalid, match="pain_words_too_long"):
        await ruled(group, one.id, "reword", words="长" * 301)


async def say(group: Group, *texts: str) -> None:
    async with group.store.write() as tx:
        for number, text in enumerate(texts):
            said = replace(
                a_message(0, group.ann, text),
                community_id=group.community.id,
                zone_id=group.zone.id,
            )
            await insert_message(tx, said, f"said:{number}")


async def test_words_taken_back_or_of_who_opted_out_are_shown_no_more(group: Group) -> None:
    await say(group, "催款总是催不动", "排课又撞了")
    await found(
        group, a_pain(group, 1, words="催款总是催不动"), a_pain(group, 2, words="这句没人说过")
    )
    async with group.store.write() as tx:
        assert [one.words for one in await shown_pains(tx, group.community.id)] == [
            "催款总是催不动"
        ]
        await set_opt_out(tx, member_id=group.ann.id, opted_out=True)
        assert await shown_pains(tx, group.community.id) == ()


async def test_merged_ones_are_counted_together_and_can_be_parted(group: Group) -> None:
    await say(group, "第1件事总是搞不定", "第2件事总是搞不定")
    one, two = await found(
        group,
        a_pain(group, 1, strength=5.0),
        a_pain(group, 2, people_ids=(group.bo.id,), silent_ids=(group.bo.id,)),
    )
    await ruled(group, two.id, "merge", into=one.id)
    async with group.store.read() as tx:
        [whole] = await shown_pains(tx, group.community.id)
    assert (whole.message_ids, len(whole.people_ids), whole.silent_ids) == (
        (1, 2),
        2,
        (group.bo.id,),
    )
    await ruled(group, two.id, "reopen")
    async with group.store.read() as tx:
        assert [each.id for each in await shown_pains(tx, group.community.id)] == [one.id, two.id]


async def test_a_merge_takes_along_what_was_merged_before(group: Group) -> None:
    await say(group, "第1件事总是搞不定")
    one, two, three = await found(
        group, *(a_pain(group, each, strength=9 - each) for each in (1, 2, 3))
    )
    await ruled(group, three.id, "merge", into=two.id)
    await ruled(group, two.id, "merge", into=one.id)
    async with group.store.read() as tx:
        [whole] = await shown_pains(tx, group.community.id)
    assert whole.message_ids == (1, 2, 3)


async def test_a_problem_is_not_merged_into_itself_or_into_what_is_away(group: Group) -> None:
    one, two = await found(group, a_pain(group, 1, strength=5.0), a_pain(group, 2))
    await ruled(group, two.id, "dismiss")
    for into in (one.id, two.id, 999, None):
        with pytest.raises(Invalid, match="pain_merge_needs_another"):
            await ruled(group, one.id, "merge", into=into)


async def test_a_decision_fits_the_state(group: Group) -> None:
    [one] = await found(group, a_pain(group, 1))
    for wrong in ("unpin", "reopen"):
        with pytest.raises(Conflict, match="pain_already_decided"):
            await ruled(group, one.id, wrong)
    await ruled(group, one.id, "pin")
    assert (await ruled(group, one.id, "unpin")).state is PainState.OPEN
    with pytest.raises(NotFound):
        await ruled(group, 999, "pin")


async def test_who_named_a_problem_in_a_tap_counts_each_time_it_is_found(group: Group) -> None:
    [one] = await found(group, a_pain(group, 1))
    async with group.store.write() as tx:
        asked = Tap(
            id=0,
            community_id=group.community.id,
            member_id=group.bo.id,
            asked_at=MONDAY,
            answered_at=MONDAY,
            pain_id=one.id,
        )
        tap = await rows.insert_tap(tx, asked)
        await refresh_pains(
            tx,
            group.community.id,
            [a_pain(group, 1)],
            now=MONDAY,
            silent=frozenset({group.bo.id}),
        )
        [named] = await rows.pains_in(tx, group.community.id)
        assert named.tap_ids == (tap.id,)
        assert named.people_ids == (group.ann.id, group.bo.id)
        assert named.silent_ids == (group.bo.id,)
        await refresh_pains(tx, group.community.id, [], now=MONDAY)
        assert await rows.pain(tx, one.id) is not None


async def test_a_planned_reading_is_not_put_off(group: Group, queue: PutJobs) -> None:
    async with group.store.write() as tx:
        await plan_pains(tx, queue, group.community.id, MONDAY)
    [job] = queue.jobs.values()
    assert job == replace(pains_job(group.community.id, MONDAY), due=MONDAY + timedelta(hours=1))
