from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from community.actions.pains import refresh_pains
from community.actions.taps import Choice, TapAnswer, answer_tap, ask_tap, due_tap
from community.errors import Invalid, NotFound
from community.pains import Pain, Tap
from community.people import Account, Member, Role
from community.store import members
from community.store import pains as rows
from tests.builders import MONDAY
from tests.community.actions.test_pains import a_pain
from tests.stores import Group


async def reachable(group: Group, **changes: object) -> Member:
    async with group.store.write() as tx:
        opened = await members.insert_account(tx, Account(id=0, name=group.ann.name), MONDAY)
        ann = replace(group.ann, account_id=opened.id, **changes)  # pyright: ignore[reportArgumentType]
        await members.update_member(tx, ann)
    return ann


async def asked(group: Group, member: Member, at: datetime = MONDAY) -> Tap | None:
    async with group.store.write() as tx:
        due = await due_tap(tx, member, now=at)
        return None if due is None else await ask_tap(tx, due)


async def answered(group: Group, tap: Tap, choice: Choice, **given: object) -> Tap:
    answer = TapAnswer(choice=choice, **given)  # pyright: ignore[reportArgumentType]
    async with group.store.write() as tx:
        return await answer_tap(tx, tap_id=tap.id, by=group.ann, answer=answer, at=MONDAY)


async def a_known_pain(group: Group) -> Pain:
    async with group.store.write() as tx:
        known = a_pain(group, 1, people_ids=(group.bo.id,))
        await refresh_pains(tx, group.community.id, [known], now=MONDAY)
        return (await rows.pains_in(tx, group.community.id))[0]


async def test_a_member_is_asked_at_joining_and_once_a_month(group: Group) -> None:
    ann = await reachable(group)
    first = await asked(group, ann)
    assert first is not None
    assert await asked(group, ann, MONDAY + timedelta(days=3)) == first
    await answered(group, first, "not_now")
    assert await asked(group, ann, MONDAY + timedelta(days=29)) is None
    second = await asked(group, ann, MONDAY + timedelta(days=30))
    assert second is not None
    assert second.id != first.id


async def test_nobody_of_an_imported_list_is_asked_nor_who_opted_out_or_keeps_the_room(
    group: Group,
) -> None:
    assert await asked(group, group.ann) is None
    for changes in ({"opted_out": True}, {"role": Role.FACILITATOR}, {"left_at": MONDAY}):
        assert await asked(group, await reachable(group, **changes)) is None


async def test_dont_ask_again_holds_for_good_until_it_is_taken_back(group: Group) -> None:
    ann = await reachable(group)
    first = await asked(group, ann)
    assert first is not None
    await answered(group, first, "never")
    assert await asked(group, ann, MONDAY + timedelta(days=400)) is None
    await answered(group, first, "reopen")
    assert await asked(group, ann, MONDAY + timedelta(days=1)) == first


async def test_naming_a_problem_counts_once_and_can_be_taken_back(group: Group) -> None:
    first = await asked(group, await reachable(group))
    known = await a_known_pain(group)
    assert first is not None
    for _ in range(2):
        await answered(group, first, "answer", pain_id=known.id)
    async with group.store.read() as tx:
        named = await rows.pain(tx, known.id)
    assert named is not None
    assert (named.tap_ids, named.people_ids) == ((first.id,), (group.bo.id, group.ann.id))
    await answered(group, first, "reopen")
    async with group.store.read() as tx:
        assert await rows.pain(tx, known.id) == known


async def test_own_words_may_be_quoted_only_where_the_member_says_so(group: Group) -> None:
    first = await asked(group, await reachable(group))
    assert first is not None
    kept = await answered(group, first, "answer", text=" 备课 来不及 ")
    assert (kept.text, kept.may_quote) == ("备课 来不及", False)
    assert (await answered(group, first, "answer", text="备课来不及", may_quote=True)).may_quote


async def test_an_answer_says_something_and_is_the_members_own(group: Group) -> None:
    first = await asked(group, await reachable(group))
    assert first is not None
    with pytest.raises(Invalid, match="tap_needs_answer"):
        await answered(group, first, "answer", text="  ")
    with pytest.raises(Invalid, match="tap_too_long"):
        await answered(group, first, "answer", text="长" * 301)
    with pytest.raises(Invalid, match="tap_names_nothing"):
        await answered(group, first, "answer", pain_id=999)
    async with group.store.write() as tx:
        with pytest.raises(NotFound):
            await answer_tap(
                tx, tap_id=first.id, by=group.bo, answer=TapAnswer(choice="never"), at=MONDAY
            )
