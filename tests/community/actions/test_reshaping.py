from dataclasses import replace

import pytest

from community.actions.articles import reject_draft, restore_draft
from community.actions.distillations import ClaimDecision
from community.actions.reshaping import (
    approve_supported,
    attributed,
    merge_claims,
    split_claim,
    unmerged,
)
from community.distillation import ClaimState, Distillation, DistillationState
from community.errors import Conflict, Invalid
from tests.builders import MONDAY
from tests.drafts import BOOK, STEPS, Draft, check


async def merged(draft: Draft) -> Distillation:
    first, second = (await draft.now()).claims
    async with draft.group.store.write() as tx:
        return await merge_claims(
            tx,
            claim_id=first.id,
            other_id=second.id,
            by=draft.group.owner.id,
            seen=[first.digest, second.digest],
            check=check,
        )


async def split(draft: Draft, *parts: str, seen: str | None = None) -> Distillation:
    claim = (await draft.now()).claims[0]
    async with draft.group.store.write() as tx:
        return await split_claim(
            tx, claim_id=claim.id, parts=parts, seen=seen or claim.digest, check=check
        )


async def test_two_claims_become_one_with_both_sources_and_nothing_is_lost(draft: Draft) -> None:
    one, other = (await merged(draft)).claims
    assert one.text == f"{STEPS}；{BOOK}"
    assert [each.quote for each in one.citations] == [STEPS, BOOK]
    assert (one.state, one.supported, one.original_text) == (ClaimState.OPEN, True, STEPS)
    assert (other.state, other.reason, other.text) == (ClaimState.REJECTED, "merged", BOOK)


async def test_in_a_merge_each_speaker_stands_before_their_words(draft: Draft) -> None:
    first, second = (await draft.now()).claims
    names = ["老陆", "七4许冉"]
    one = attributed(replace(first, holder_ids=(1,)), {1: names[0]})
    other = attributed(
        replace(second, text=f"怎么办？ → {second.text}", holder_ids=(2,)), {2: names[1]}
    )
    assert one == f"{names[0]}：{STEPS}"
    assert other == f"{names[1]}：{BOOK}"


async def test_what_was_set_aside_by_a_merge_can_be_brought_back(draft: Draft) -> None:
    before = (await draft.now()).claims
    other = (await merged(draft)).claims[1]
    found = await draft.decide(other, ClaimDecision.REOPEN)
    assert found.claims[1].state is ClaimState.OPEN
    async with draft.group.store.write() as tx:
        again = await unmerged(tx, found, other.id, check)
    assert [one.text for one in again.claims] == [one.text for one in before]
    assert [one.citations for one in again.claims] == [one.citations for one in before]


async def test_a_claim_is_split_and_each_part_keeps_the_source_that_carries_it(
    draft: Draft,
) -> None:
    await merged(draft)
    parts = (await split(draft, STEPS, BOOK)).claims
    assert [claim.text for claim in parts] == [STEPS, BOOK, BOOK]
    assert [[each.quote for each in claim.citations] for claim in parts[:2]] == [[STEPS], [BOOK]]
    assert all(claim.supported and claim.state is ClaimState.OPEN for claim in parts[:2])


async def test_a_part_its_source_does_not_say_is_shown_as_unsupported(draft: Draft) -> None:
    first, second, _ = (await split(draft, "7:15领读", "7:20小测9个词")).claims
    assert first.supported
    assert not second.supported


@pytest.mark.parametrize("parts", [("只有一句",), ("",), tuple("一二三四五六七八九")])
async def test_a_split_needs_two_to_eight_sentences(draft: Draft, parts: tuple[str, ...]) -> None:
    with pytest.raises(Invalid, match="claim_parts"):
        await split(draft, *parts)


async def test_only_an_open_claim_as_it_was_shown_is_reshaped(draft: Draft) -> None:
    with pytest.raises(Conflict, match="claim_changed"):
        await split(draft, "一", "二", seen="something else")
    await draft.decide((await draft.now()).claims[0])
    with pytest.raises(Conflict, match="claim_already_decided"):
        await merged(draft)


async def test_all_green_claims_that_were_shown_are_approved_at_once(draft: Draft) -> None:
    await split(draft, "7:15领读", "7:20小测9个词")
    shown = await draft.now()
    seen = [claim.digest for claim in shown.claims]
    async with draft.group.store.write() as tx:
        found = await approve_supported(
            tx,
            distillation_id=shown.id,
            by=draft.group.owner.id,
            at=MONDAY,
            seen=seen[:2],
            check=check,
        )
    states = [claim.state for claim in found.claims]
    assert states == [ClaimState.APPROVED, ClaimState.OPEN, ClaimState.OPEN]


async def test_a_draft_turned_down_can_be_taken_up_again_with_its_decisions(draft: Draft) -> None:
    await draft.decide((await draft.now()).claims[0])
    owner = draft.group.owner.id
    async with draft.group.store.write() as tx:
        await reject_draft(
            tx, distillation_id=draft.kept.id, by=owner, at=MONDAY, reason="只是闲聊"
        )
    assert (await draft.now()).state is DistillationState.REJECTED
    with pytest.raises(Conflict, match="article_closed"):
        await draft.decide((await draft.now()).claims[1])
    async with draft.group.store.write() as tx:
        await restore_draft(tx, distillation_id=draft.kept.id, by=owner, at=MONDAY)
    found = await draft.now()
    assert found.state is DistillationState.IN_REVIEW
    assert found.claims[0].state is ClaimState.APPROVED
