import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from community.actions.distillations import (
    ClaimDecision,
    keep_distillation,
    reopen_claims,
)
from community.actions.members import set_opt_out
from community.actions.messages import edit_message
from community.distillation import ClaimState, DistillationState
from community.errors import Conflict, Invalid, NotFound
from community.store import distillations as rows
from tests.builders import MONDAY
from tests.drafts import BOOK, STEPS, Draft, a_claim, a_distillation, signed_of


async def test_what_is_kept_comes_back_as_it_was(draft: Draft) -> None:
    one = await draft.now()
    assert [claim.text for claim in one.claims] == [STEPS, BOOK]
    assert one.claims[0].citations[0].quote == STEPS
    assert one.state is DistillationState.IN_REVIEW


async def test_an_approval_counts_only_for_what_was_shown(draft: Draft) -> None:
    claim = (await draft.now()).claims[0]
    with pytest.raises(Conflict, match="claim_changed"):
        await draft.decide(claim, seen="something else")
    await draft.decide(claim)
    await draft.decide((await draft.now()).claims[1])
    with pytest.raises(Conflict, match="claim_changed"):
        await draft.sign(seen=[claim.digest])


async def test_the_second_expert_to_decide_sees_that_it_was_decided(draft: Draft) -> None:
    claim = (await draft.now()).claims[0]
    results = await asyncio.gather(
        draft.decide(claim, by=draft.group.owner.id),
        draft.decide(claim, ClaimDecision.REJECT, by=draft.group.bo.id),
        return_exceptions=True,
    )
    failures = [one for one in results if isinstance(one, Conflict)]
    assert [failure.code for failure in failures] == ["claim_already_decided"]
    assert (await draft.now()).claims[0].state is not ClaimState.OPEN


async def test_an_edit_the_source_says_stays_a_quotation(draft: Draft) -> None:
    claim = (await draft.now()).claims[0]
    one = await draft.decide(claim, ClaimDecision.EDIT, text="7:20小测3个词,晚到的大课间补")
    assert one.claims[0].supported
    assert not one.claims[0].own_words
    assert one.claims[0].original_text == STEPS


FIVE = "7:20小测5个词,晚到的大课间补"


async def test_an_edit_the_source_does_not_say_is_refused_with_the_reason(draft: Draft) -> None:
    claim = (await draft.now()).claims[0]
    with pytest.raises(Invalid, match="edit_unsupported") as refused:
        await draft.decide(claim, ClaimDecision.EDIT, text=FIVE)
    assert refused.value.facts["problems"] == "number"
    assert (await draft.now()).claims[0] == claim


async def test_what_an_expert_calls_their_own_rests_on_nobody_elses_words(draft: Draft) -> None:
    claim = (await draft.now()).claims[0]
    one = await draft.decide(claim, ClaimDecision.EDIT, text=FIVE, own=True)
    own = one.claims[0]
    assert (own.own_words, own.problems, own.reviewer_id) == (
        True,
        ("number",),
        draft.group.owner.id,
    )
    assert (own.citations, own.set_aside, own.holders) == ((), claim.citations, 0)
    assert not await draft.reopened_by(draft.said[0])
    assert (await draft.now()).claims[0].state is ClaimState.APPROVED


async def test_own_words_taken_back_leave_what_was_drafted_and_its_sources(draft: Draft) -> None:
    claim = (await draft.now()).claims[0]
    own = (await draft.decide(claim, ClaimDecision.EDIT, text=FIVE, own=True)).claims[0]
    back = (await draft.decide(own, ClaimDecision.REOPEN)).claims[0]
    assert (back.text, back.citations, back.set_aside) == (STEPS, claim.citations, ())
    assert (back.state, back.supported, back.own_words) == (ClaimState.OPEN, True, False)
    assert (await draft.decide(back)).claims[0].state is ClaimState.APPROVED


async def test_own_words_that_come_back_to_the_source_quote_it_again(draft: Draft) -> None:
    claim = (await draft.now()).claims[0]
    own = (await draft.decide(claim, ClaimDecision.EDIT, text=FIVE, own=True)).claims[0]
    closer = "7:20小测3个词,晚到的大课间补"
    one = (await draft.decide(own, ClaimDecision.EDIT, text=closer)).claims[0]
    assert (one.own_words, one.citations, one.set_aside) == (False, claim.citations, ())


async def test_an_edit_may_rest_on_other_words_of_the_talk(draft: Draft) -> None:
    claim, other = (await draft.now()).claims
    with pytest.raises(Invalid, match="edit_unsupported"):
        await draft.decide(claim, ClaimDecision.EDIT, text=BOOK)
    one = await draft.decide(claim, ClaimDecision.EDIT, text=BOOK, sources=other.citations)
    moved = one.claims[0]
    assert (moved.own_words, moved.citations) == (False, other.citations)


async def test_sources_are_verbatim_quotable_and_of_this_talk(draft: Draft) -> None:
    claim, other = (await draft.now()).claims
    (quote,) = other.citations
    wrong = {
        "source_not_here": replace(quote, message_id=9_999),
        "edit_unsupported": replace(quote, quote="扣分有用"),
    }
    for code, cited in wrong.items():
        with pytest.raises(Invalid, match=code):
            await draft.decide(claim, ClaimDecision.EDIT, text=BOOK, sources=(cited,))
    author = draft.said[1].author_id
    assert author is not None
    async with draft.group.store.write() as tx:
        await set_opt_out(tx, member_id=author, opted_out=True)
    with pytest.raises(Invalid, match="source_withheld"):
        await draft.decide(claim, ClaimDecision.EDIT, text=BOOK, sources=(quote,))


async def test_an_empty_edit_is_refused(draft: Draft) -> None:
    with pytest.raises(Invalid, match="claim_empty"):
        await draft.decide((await draft.now()).claims[0], ClaimDecision.EDIT, text="  ")


async def test_what_the_source_does_not_carry_cannot_be_approved(draft: Draft) -> None:
    wrong = replace(a_claim(draft.said[0]), text="7:20小测9个词")
    new = replace(
        a_distillation(draft.group, draft.said), root_id=draft.said[1].id, claims=(wrong,)
    )
    async with draft.group.store.write() as tx:
        kept = await keep_distillation(tx, new)
    with pytest.raises(Invalid, match="claim_unsupported"):
        await draft.decide(kept.claims[0])


async def test_a_decided_claim_is_changed_by_reopening_it(draft: Draft) -> None:
    claim = (await draft.now()).claims[0]
    await draft.decide(claim)
    with pytest.raises(Conflict, match="claim_already_decided"):
        await draft.decide(claim, ClaimDecision.REJECT, by=draft.group.bo.id)
    one = await draft.decide(claim, ClaimDecision.REOPEN, by=draft.group.bo.id)
    assert one.claims[0].state is ClaimState.OPEN
    with pytest.raises(Conflict, match="claim_already_open"):
        await draft.decide(claim, ClaimDecision.REOPEN)


async def test_an_edited_message_takes_its_claim_out_of_answers_at_once(draft: Draft) -> None:
    signed = await signed_of(draft)
    group, said = draft.group, draft.said[0]
    async with group.store.write() as tx:
        await edit_message(
            tx,
            draft.queue,
            zone=group.zone,
            message_id=said.id,
            editor=group.ann,
            text=STEPS.replace("3个", "5个"),
            at=MONDAY + timedelta(hours=1),
        )
        touched = await reopen_claims(tx, draft.queue, message_id=said.id, at=MONDAY)
    assert touched == (signed.claims[0].id,)
    assert f"shelve:{signed.id}" in draft.queue.jobs
    assert await draft.live() == [BOOK]
    claim = (await draft.now()).claims[0]
    assert (claim.state, claim.problems) == (ClaimState.OPEN, ("not_verbatim",))
    async with group.store.read() as tx:
        ids = [one.id for one in signed.claims]
        assert set(await rows.live_claims(tx, group.community.id, ids)) == {signed.claims[1].id}


async def test_an_unknown_claim_is_not_found(draft: Draft) -> None:
    claim = replace(draft.kept.claims[0], id=999)
    with pytest.raises(NotFound, match="claim_not_found"):
        await draft.decide(claim)
