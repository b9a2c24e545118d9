import asyncio
from dataclasses import replace

import pytest

from community.actions.conflicts import Settlement, Sides, reopen_conflict, settle_conflict
from community.actions.distillations import ClaimDecision, keep_distillation
from community.conflict import ClaimConflict, ConflictKind, Outcome, words_digest
from community.distillation import Claim, ClaimState
from community.errors import Conflict, Invalid
from community.store import claims as claim_rows
from community.store import conflicts as rows
from tests.builders import MONDAY
from tests.drafts import BOOK, STEPS, Draft, a_distillation, signed_of


def _found(draft: Draft, one: Claim, other: Claim, kind: ConflictKind) -> ClaimConflict:
    return ClaimConflict(
        id=0,
        community_id=draft.group.community.id,
        claim_id=one.id,
        other_id=other.id,
        kind=kind,
        score=0.9,
        digest=words_digest(one.text, other.text),
        found_at=MONDAY,
    )


async def _conflict(draft: Draft, kind: ConflictKind) -> ClaimConflict:
    """A conflict between the first claims of two signed articles."""
    first = await signed_of(draft)
    new = replace(a_distillation(draft.group, draft.said), root_id=draft.said[1].id)
    async with draft.group.store.write() as tx:
        kept = await keep_distillation(tx, new)
    second = await signed_of(replace(draft, kept=kept))
    found = _found(draft, first.claims[0], second.claims[1], kind)
    async with draft.group.store.write() as tx:
        assert len(await rows.keep_conflicts(tx, first.community_id, [found])) == 2
        (kept_one,) = await rows.conflicts_of(tx, first.community_id)
    return kept_one


async def _settle(draft: Draft, id_: int, outcome: Outcome, note: str | None = None) -> Sides:
    async with draft.group.store.write() as tx:
        return await settle_conflict(
            tx,
            draft.queue,
            conflict_id=id_,
            by=draft.group.owner,
            settlement=Settlement(outcome=outcome, note=note),
            at=MONDAY,
        )


async def _back(draft: Draft, id_: int) -> Sides:
    async with draft.group.store.write() as tx:
        return await reopen_conflict(
            tx, draft.queue, conflict_id=id_, by=draft.group.owner, at=MONDAY
        )


async def test_the_claim_that_is_wrong_leaves_answers_at_once_and_comes_back_when_undone(
    draft: Draft,
) -> None:
    found = await _conflict(draft, ConflictKind.CONTRADICTION)
    sides = await _settle(draft, found.id, Outcome.FIRST)
    assert [each.state for each in sides.claims] == [ClaimState.APPROVED, ClaimState.OPEN]
    assert await draft.live() == [STEPS, BOOK, STEPS]
    back = await _back(draft, found.id)
    assert [each.state for each in back.claims] == [ClaimState.APPROVED] * 2
    assert len(await draft.live()) == 4


@pytest.mark.slow
async def test_merged_duplicates_leave_one_claim_with_the_sources_of_both(draft: Draft) -> None:
    found = await _conflict(draft, ConflictKind.DUPLICATE)
    sides = await _settle(draft, found.id, Outcome.MERGED)
    kept, gone = sides.claims
    assert [each.quote for each in kept.citations] == [STEPS, BOOK]
    assert (gone.state, gone.reason) == (ClaimState.REJECTED, "merged")
    back = await _back(draft, found.id)
    assert [[one.quote for one in each.citations] for each in back.claims] == [[STEPS], [BOOK]]


@pytest.mark.slow
async def test_keeping_both_needs_the_condition_and_contradictions_are_never_merged(
    draft: Draft,
) -> None:
    found = await _conflict(draft, ConflictKind.CONTRADICTION)
    with pytest.raises(Invalid, match="conflict_needs_condition"):
        await _settle(draft, found.id, Outcome.KEEP_BOTH, "  ")
    with pytest.raises(Invalid, match="conflict_not_mergeable"):
        await _settle(draft, found.id, Outcome.MERGED)
    sides = await _settle(draft, found.id, Outcome.KEEP_BOTH, "大班和小班不一样")
    assert sides.conflict.note == "大班和小班不一样"
    assert len(await draft.live()) == 4


@pytest.mark.slow
async def test_one_settles_and_the_other_sees_it_was_settled(draft: Draft) -> None:
    found = await _conflict(draft, ConflictKind.CONTRADICTION)
    results = await asyncio.gather(
        _settle(draft, found.id, Outcome.FIRST),
        _settle(draft, found.id, Outcome.SECOND),
        return_exceptions=True,
    )
    (lost,) = [each for each in results if isinstance(each, Conflict)]
    assert (lost.code, lost.facts["by"]) == ("conflict_already_settled", "周砚秋")


@pytest.mark.slow
async def test_a_claim_that_gave_way_and_is_approved_again_brings_the_conflict_back(
    draft: Draft,
) -> None:
    found = await _conflict(draft, ConflictKind.CONTRADICTION)
    sides = await _settle(draft, found.id, Outcome.SECOND)
    await draft.decide(sides.claims[0])
    async with draft.group.store.write() as tx:
        new = await rows.keep_conflicts(tx, found.community_id, [replace(found, id=0)])
        (again,) = await rows.conflicts_of(tx, found.community_id, settled=False)
    assert set(new) == {found.claim_id, found.other_id}
    assert (again.id, again.outcome) == (found.id, None)


async def test_a_settled_conflict_comes_back_only_with_other_words(draft: Draft) -> None:
    found = await _conflict(draft, ConflictKind.CONTRADICTION)
    await _settle(draft, found.id, Outcome.KEEP_BOTH, "条件不同")
    home = found.community_id
    again = replace(found, id=0)
    async with draft.group.store.write() as tx:
        assert await rows.keep_conflicts(tx, home, [again]) == ()
        assert await rows.keep_conflicts(tx, home, []) == ()
        assert len(await rows.conflicts_of(tx, home, settled=True)) == 1
        await rows.keep_conflicts(tx, home, [replace(again, digest="other words")])
        (one,) = await rows.conflicts_of(tx, home, settled=False)
        assert one.outcome is None
        await rows.keep_conflicts(tx, home, [])
        assert await rows.conflicts_of(tx, home) == ()


@pytest.mark.slow
async def test_what_changed_since_it_was_found_is_not_settled(draft: Draft) -> None:
    found = await _conflict(draft, ConflictKind.CONTRADICTION)
    async with draft.group.store.read() as tx:
        claim = await claim_rows.claim(tx, found.claim_id)
    assert claim is not None
    await draft.decide(claim, ClaimDecision.REOPEN)
    with pytest.raises(Conflict, match="claim_changed"):
        await _settle(draft, found.id, Outcome.FIRST)
