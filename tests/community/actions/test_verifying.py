import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from community.actions.articles import age_articles, withdraw_article
from community.actions.verifying import (
    Verified,
    seal_of,
    set_period,
    set_verifier,
    take_verification_back,
    verify_articles,
)
from community.distillation import ArticleKind, ClaimKind, Distillation, DistillationState
from community.errors import Conflict, Invalid, NotFound
from community.people import Member, Role
from community.store import members
from community.verifying import holds_for, verifier_of
from tests.builders import MONDAY, a_member
from tests.drafts import Draft, signed_of

QUARTER = MONDAY + timedelta(days=90)


async def _verify(
    draft: Draft, one: Distillation, at: datetime, by: Member | None = None
) -> Verified:
    async with draft.group.store.write() as tx:
        return await verify_articles(
            tx, draft.queue, seen={one.id: seal_of(one)}, by=by or draft.group.owner, at=at
        )


async def _aged(draft: Draft, now: datetime) -> DistillationState:
    async with draft.group.store.write() as tx:
        await age_articles(tx, draft.queue, community_id=draft.group.community.id, now=now)
    return (await draft.now()).state


@pytest.mark.slow
async def test_a_due_article_that_is_still_true_holds_for_its_period_again(draft: Draft) -> None:
    await signed_of(draft)
    assert await _aged(draft, QUARTER) is DistillationState.DUE
    done = await _verify(draft, await draft.now(), QUARTER)
    (kept,) = done.done
    assert (kept.state, kept.verified_at) == (DistillationState.SHELVED, QUARTER)
    assert kept.verify_by == QUARTER + timedelta(days=90)
    assert list(draft.queue.jobs) == [f"shelve:{kept.id}"]


async def test_what_nobody_verifies_is_due_then_stale_then_put_away(draft: Draft) -> None:
    await signed_of(draft)
    days = (89, 90, 120, 210)
    states = [await _aged(draft, MONDAY + timedelta(days=each)) for each in days]
    assert [each.value for each in states] == ["shelved", "due", "stale", "archived"]
    assert await draft.live() == []


async def test_of_two_who_verify_at_once_one_is_told_who_was_first(draft: Draft) -> None:
    shown = await signed_of(draft)
    results = await asyncio.gather(
        _verify(draft, shown, QUARTER), _verify(draft, shown, QUARTER, draft.group.bo)
    )
    assert sorted(len(each.done) for each in results) == [0, 1]
    (lost,) = [error for each in results for error in each.refused.values()]
    won = next(draft.group.owner if each.done else draft.group.bo for each in results[:1])
    assert (lost.code, lost.facts["by"]) == ("article_already_verified", won.name)


async def test_a_withdrawn_article_cannot_be_verified_and_the_others_are_all_the_same(
    draft: Draft,
) -> None:
    shown = await signed_of(draft)
    async with draft.group.store.write() as tx:
        await withdraw_article(
            tx, draft.queue, distillation_id=shown.id, by=draft.group.owner.id, at=MONDAY
        )
        done = await verify_articles(
            tx,
            draft.queue,
            seen={shown.id: seal_of(shown), 999: "x"},
            by=draft.group.owner,
            at=MONDAY,
        )
    assert {id_: type(error) for id_, error in done.refused.items()} == {
        shown.id: Conflict,
        999: NotFound,
    }
    assert done.refused[shown.id].facts == {"state": "withdrawn"}


@pytest.mark.slow
async def test_a_verification_is_taken_back_within_a_day_by_who_gave_it(draft: Draft) -> None:
    await signed_of(draft)
    await _verify(draft, await draft.now(), QUARTER)
    soon = QUARTER + timedelta(minutes=1)

    async def back(by: Member, at: datetime) -> Distillation:
        async with draft.group.store.write() as tx:
            return await take_verification_back(
                tx, draft.queue, article_id=draft.kept.id, by=by, at=at
            )

    for by, at in ((draft.group.bo, soon), (draft.group.owner, soon + timedelta(days=1))):
        with pytest.raises(Conflict, match="verification_stays"):
            await back(by, at)
    undone = await back(draft.group.owner, soon)
    assert (undone.state, undone.verified_at) == (DistillationState.DUE, MONDAY)
    with pytest.raises(Conflict, match="verification_stays"):
        await back(draft.group.owner, soon)


@pytest.mark.slow
async def test_an_article_may_have_a_period_of_its_own(draft: Draft) -> None:
    shown = await signed_of(draft)

    async def period(days: int | None) -> Distillation:
        async with draft.group.store.write() as tx:
            return await set_period(
                tx,
                draft.queue,
                article_id=shown.id,
                days=days,
                by=draft.group.owner,
                at=MONDAY + timedelta(days=20),
            )

    assert (await period(14)).state is DistillationState.DUE
    assert (await period(None)).verify_by == QUARTER
    for wrong in (0, 6, 731):
        with pytest.raises(Invalid, match="period_out_of_range"):
            await period(wrong)


def test_rules_hold_longest_and_tools_shortest(draft: Draft) -> None:
    claim = replace(draft.kept.claims[0], state=draft.kept.claims[0].state.APPROVED)
    normal = replace(draft.kept, claims=(claim,))
    policy = replace(normal, claims=(replace(claim, kind=ClaimKind.DECISION),))
    tool = replace(normal, kind=ArticleKind.TOOL)
    own = replace(policy, hold_days=45)
    assert [holds_for(each).days for each in (normal, policy, tool, own)] == [90, 180, 30, 45]


def test_an_article_falls_to_another_expert_when_its_verifier_is_gone(draft: Draft) -> None:
    signer = a_member(1, "老陆", Role.EXPERT)
    owner, expert = a_member(2, "周砚秋", Role.OWNER), a_member(3, "顾老师", Role.EXPERT)
    signed = replace(draft.kept, signed_by_id=1)
    here = verifier_of(signed, [signer, owner, expert])
    assert here is not None
    assert (here.member, here.instead_of) == (signer, None)
    for gone in (replace(signer, left_at=MONDAY), replace(signer, role=Role.MEMBER)):
        asked = verifier_of(signed, [gone, owner, expert])
        assert asked is not None
        assert (asked.member, asked.instead_of) == (expert, gone)
    alone = verifier_of(signed, [replace(signer, opted_out=True), owner])
    assert alone is not None
    assert alone.member == owner
    assert verifier_of(signed, [replace(signer, left_at=MONDAY)]) is None


@pytest.mark.slow
async def test_only_who_may_verify_can_be_asked_to(draft: Draft) -> None:
    shown = await signed_of(draft)
    group = draft.group
    async with group.store.write() as tx:
        with pytest.raises(Invalid, match="not_a_verifier"):
            await set_verifier(tx, article_id=shown.id, member_id=group.ann.id, by=group.owner)
        await members.set_role(tx, group.bo.id, Role.EXPERT)
        asked = await set_verifier(tx, article_id=shown.id, member_id=group.bo.id, by=group.owner)
    assert asked.verifier_id == group.bo.id == (await draft.now()).verifier_id
