from dataclasses import replace

import pytest

from community.actions.distillations import ClaimDecision, keep_distillation
from community.actions.verifying import seal_of, verify_articles
from community.actions.versions import (
    archive_article,
    restore_article,
    revise_article,
    supersede_article,
)
from community.distillation import Distillation, DistillationState
from community.errors import Conflict
from community.store import distillations as rows
from tests.builders import MONDAY
from tests.drafts import BOOK, STEPS, Draft, a_distillation, signed_of


async def _another(draft: Draft) -> Distillation:
    """A second signed article, of another thread."""
    new = replace(a_distillation(draft.group, draft.said), root_id=draft.said[1].id)
    async with draft.group.store.write() as tx:
        kept = await keep_distillation(tx, new)
    return await signed_of(replace(draft, kept=kept))


async def _supersede(draft: Draft, old: int, new: int) -> Distillation:
    async with draft.group.store.write() as tx:
        return await supersede_article(
            tx, draft.queue, article_id=old, other_id=new, by=draft.group.owner, at=MONDAY
        )


async def _restore(draft: Draft, id_: int) -> Distillation:
    async with draft.group.store.write() as tx:
        return await restore_article(
            tx, draft.queue, article_id=id_, by=draft.group.owner, at=MONDAY
        )


@pytest.mark.slow
async def test_a_superseded_article_points_on_answers_no_more_and_can_come_back(
    draft: Draft,
) -> None:
    old, new = await signed_of(draft), await _another(draft)
    gone = await _supersede(draft, old.id, new.id)
    assert (gone.state, gone.superseded_by_id) == (DistillationState.ARCHIVED, new.id)
    assert len(await draft.live()) == 2
    back = await _restore(draft, old.id)
    assert (back.state, back.superseded_by_id) == (DistillationState.SHELVED, None)
    assert (await draft.now()).superseded_by_id is None
    assert len(await draft.live()) == 4


@pytest.mark.slow
async def test_nothing_supersedes_itself_goes_in_a_circle_or_gives_way_to_what_is_gone(
    draft: Draft,
) -> None:
    old, new = await signed_of(draft), await _another(draft)
    with pytest.raises(Conflict, match="supersede_itself"):
        await _supersede(draft, old.id, old.id)
    await _supersede(draft, old.id, new.id)
    with pytest.raises(Conflict, match="supersede_circle"):
        await _supersede(draft, new.id, old.id)
    await _restore(draft, old.id)
    async with draft.group.store.write() as tx:
        await archive_article(tx, draft.queue, article_id=new.id, by=draft.group.owner, at=MONDAY)
    with pytest.raises(Conflict, match="supersede_not_shelved"):
        await _supersede(draft, old.id, new.id)


async def test_a_new_version_begins_with_every_decision_and_replaces_the_old_when_signed(
    draft: Draft,
) -> None:
    old = await signed_of(draft)
    group = draft.group
    async with group.store.write() as tx:
        begun = await revise_article(tx, article_id=old.id, by=group.owner, at=MONDAY)
        again = await revise_article(tx, article_id=old.id, by=group.owner, at=MONDAY)
    assert (begun.version, begun.state, again.id) == (2, DistillationState.IN_REVIEW, begun.id)
    assert [claim.digest for claim in begun.approved] == [claim.digest for claim in old.approved]
    assert await draft.live() == [STEPS, BOOK]
    newer = replace(draft, kept=begun)
    await newer.decide(begun.claims[1], ClaimDecision.REOPEN)
    await newer.decide((await newer.now()).claims[1], ClaimDecision.REJECT)
    await newer.sign()
    assert await draft.live() == [STEPS]
    assert (await draft.now()).state is DistillationState.ARCHIVED
    with pytest.raises(Conflict, match="newer_version_stands"):
        await _restore(draft, old.id)


async def test_other_words_in_a_signed_article_keep_the_old_ones_readable(draft: Draft) -> None:
    signed = await signed_of(draft)
    reopened = await draft.decide(signed.claims[0], ClaimDecision.REOPEN, by=draft.group.bo.id)
    changed = await draft.decide(
        reopened.claims[0], ClaimDecision.EDIT, text="7:15领读,7:20小测3个词"
    )
    assert (changed.id, changed.version, changed.state) == (signed.id, 2, signed.state)
    async with draft.group.store.read() as tx:
        new, old = await rows.versions_of(tx, signed.community_id, signed.root_id)
    assert (new.id, old.version, old.state) == (signed.id, 1, DistillationState.ARCHIVED)
    assert [claim.text for claim in old.approved] == [STEPS, BOOK]
    assert [claim.text for claim in new.approved] == ["7:15领读,7:20小测3个词", BOOK]


@pytest.mark.slow
async def test_what_was_looked_at_before_it_changed_is_not_verified(draft: Draft) -> None:
    signed = await signed_of(draft)
    await draft.decide(signed.claims[0], ClaimDecision.EDIT, text="7:15领读,7:20小测3个词")
    async with draft.group.store.write() as tx:
        done = await verify_articles(
            tx, draft.queue, seen={signed.id: seal_of(signed)}, by=draft.group.owner, at=MONDAY
        )
    assert [error.code for error in done.refused.values()] == ["claim_changed"]
