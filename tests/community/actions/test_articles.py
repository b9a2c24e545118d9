import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from community.actions.articles import age_articles, withdraw_article
from community.actions.distillations import (
    ClaimDecision,
    keep_distillation,
    reopen_claims,
)
from community.actions.messages import recall_message
from community.distillation import Distillation, DistillationState
from community.errors import Conflict, Invalid, NotAllowed
from community.store import communities
from tests.builders import MONDAY
from tests.drafts import BOOK, STEPS, Draft, a_distillation, signed_of


async def test_an_article_is_signed_once_everything_is_decided(draft: Draft) -> None:
    first, second = (await draft.now()).claims
    with pytest.raises(Invalid, match="claims_undecided"):
        await draft.sign()
    await draft.decide(first)
    await draft.decide(second, ClaimDecision.REJECT)
    signed = await draft.sign()
    assert signed.state is DistillationState.SHELVED
    assert signed.verify_by == MONDAY + timedelta(days=90)
    assert list(draft.queue.jobs) == [f"shelve:{signed.id}"]
    assert await draft.live() == [STEPS]


async def test_nothing_approved_is_nothing_to_sign(draft: Draft) -> None:
    for claim in (await draft.now()).claims:
        await draft.decide(claim, ClaimDecision.REJECT)
    with pytest.raises(Invalid, match="nothing_approved"):
        await draft.sign()


async def test_of_two_experts_signing_at_once_one_wins_and_the_other_sees_who(draft: Draft) -> None:
    for claim in (await draft.now()).claims:
        await draft.decide(claim)
    results = await asyncio.gather(
        draft.sign(by=draft.group.owner.id),
        draft.sign(by=draft.group.bo.id),
        return_exceptions=True,
    )
    won = [one for one in results if isinstance(one, Distillation)]
    lost = [one for one in results if isinstance(one, Conflict)]
    assert (len(won), len(lost)) == (1, 1)
    signer = {draft.group.owner.id: draft.group.owner, draft.group.bo.id: draft.group.bo}
    assert lost[0].code == "article_already_signed"
    assert lost[0].facts["by"] == signer[won[0].signed_by_id or 0].name


async def test_nobody_signs_alone_what_they_alone_said(draft: Draft) -> None:
    first, second = (await draft.now()).claims
    await draft.decide(first)
    await draft.decide(second, ClaimDecision.REJECT)
    with pytest.raises(NotAllowed, match="sole_contributor"):
        await draft.sign(by=draft.group.ann.id)
    async with draft.group.store.write() as tx:
        settings = {**draft.group.community.settings, "two_person_rule": False}
        await communities.set_settings(tx, draft.group.community.id, settings)
    assert (await draft.sign(by=draft.group.ann.id)).signed_by_id == draft.group.ann.id


async def test_an_article_whose_sources_are_all_gone_answers_nothing(draft: Draft) -> None:
    await signed_of(draft)
    group = draft.group
    async with group.store.write() as tx:
        for said, author in zip(draft.said, (group.ann, group.bo), strict=True):
            await recall_message(
                tx, draft.queue, zone=group.zone, message_id=said.id, member=author, at=MONDAY
            )
            await reopen_claims(tx, draft.queue, message_id=said.id, at=MONDAY)
    assert await draft.live() == []
    assert [claim.problems for claim in (await draft.now()).claims] == [("source_missing",)] * 2
    with pytest.raises(Invalid, match="claim_unsupported"):
        await draft.decide((await draft.now()).claims[0])


async def test_withdrawing_takes_effect_at_once_and_once(draft: Draft) -> None:
    signed = await signed_of(draft)
    async with draft.group.store.write() as tx:
        await withdraw_article(
            tx, draft.queue, distillation_id=signed.id, by=draft.group.owner.id, at=MONDAY
        )
    assert await draft.live() == []
    assert list(draft.queue.jobs) == [f"shelve:{signed.id}"]
    with pytest.raises(Conflict, match="article_not_shelved"):
        async with draft.group.store.write() as tx:
            await withdraw_article(
                tx, draft.queue, distillation_id=signed.id, by=draft.group.owner.id, at=MONDAY
            )


async def test_an_unverified_article_is_marked_first_and_stale_later(draft: Draft) -> None:
    signed = await signed_of(draft)
    for days, state, answers in ((91, DistillationState.DUE, 2), (121, DistillationState.STALE, 0)):
        async with draft.group.store.write() as tx:
            moved = await age_articles(
                tx,
                draft.queue,
                community_id=draft.group.community.id,
                now=MONDAY + timedelta(days=days),
            )
        assert moved == (signed.id,)
        assert (await draft.now()).state is state
        assert len(await draft.live()) == answers


async def test_a_thread_distilled_again_never_replaces_begun_work(draft: Draft) -> None:
    new = a_distillation(draft.group, draft.said)
    shorter = replace(new, claims=new.claims[:1])
    async with draft.group.store.write() as tx:
        assert (await keep_distillation(tx, new)).id == draft.kept.id
        anew = await keep_distillation(tx, shorter)
    assert len(anew.claims) == 1
    again = Draft(draft.group, draft.queue, draft.said, anew)
    await again.decide(anew.claims[0])
    async with draft.group.store.write() as tx:
        assert (await keep_distillation(tx, new)).id == anew.id
    await again.sign()
    async with draft.group.store.write() as tx:
        second = await keep_distillation(tx, new)
    assert (second.version, second.state) == (2, DistillationState.IN_REVIEW)
    assert await draft.live() == [STEPS]


async def test_a_new_version_replaces_the_old_one_when_it_is_signed(draft: Draft) -> None:
    old = await signed_of(draft)
    new = a_distillation(draft.group, draft.said)
    async with draft.group.store.write() as tx:
        second = await keep_distillation(tx, replace(new, claims=new.claims[1:]))
    again = Draft(draft.group, draft.queue, draft.said, second)
    await again.decide(second.claims[0])
    await again.sign()
    assert (await draft.now()).state is DistillationState.ARCHIVED
    assert await draft.live() == [BOOK]
    assert set(draft.queue.jobs) == {f"shelve:{old.id}", f"shelve:{second.id}"}
