from datetime import timedelta
from functools import partial

from agent.distilling.corrections import amended, corrections_in
from community.actions.distillations import ClaimDecision
from community.actions.messages import record_message
from community.actions.reopening import reopen_corrected
from community.distillation import ClaimState
from community.store import messages
from tests.builders import MONDAY
from tests.drafts import BOOK, STEPS, Draft, signed_of

RIGHT = "更正一下领读小测：不是3个词，是5个词，晚到的还是大课间补"


async def _correct(draft: Draft, text: str = RIGHT, minutes: int = 30) -> tuple[int, ...]:
    """Somebody answers the first cited message; the articles of which a claim opened again."""
    at = MONDAY + timedelta(minutes=minutes)
    async with draft.group.store.write() as tx:
        by = await record_message(
            tx,
            draft.queue,
            zone=draft.group.zone,
            author=draft.group.bo,
            text=text,
            at=at,
            key=text,
            reply_to=draft.said[0].id,
        )
    return await _notice(draft, by.id)


async def _notice(draft: Draft, by: int) -> tuple[int, ...]:
    later = MONDAY + timedelta(hours=2)
    async with draft.group.store.write() as tx:
        talk = await messages.talk(tx, draft.group.zone.id, now=later)
        correction = next(one for one in corrections_in(talk) if one.by.id == by)
        return await reopen_corrected(
            tx,
            draft.queue,
            by=correction.by,
            targets=correction.target_ids,
            amend=partial(amended, correction=correction),
            at=later,
        )


async def test_a_correction_after_the_signature_opens_the_claim_and_stands_beside_it(
    draft: Draft,
) -> None:
    signed = await signed_of(draft)
    assert await _correct(draft) == (signed.id,)
    claim = (await draft.now()).claims[0]
    assert (claim.state, claim.supported) == (ClaimState.OPEN, False)
    assert claim.problems == ("corrected_later",)
    assert [citation.quote for citation in claim.citations] == [STEPS, RIGHT]
    assert await draft.live() == [BOOK]
    assert f"shelve:{signed.id}" in draft.queue.jobs


async def test_a_claim_approved_beside_its_correction_is_not_opened_again(draft: Draft) -> None:
    await signed_of(draft)
    await _correct(draft)
    claim = (await draft.now()).claims[0]
    again = await draft.decide(claim, by=draft.group.bo.id)
    assert again.claims[0].state is ClaimState.APPROVED
    assert await _notice(draft, claim.citations[1].message_id) == ()


async def test_what_was_said_before_the_draft_was_made_opens_nothing(draft: Draft) -> None:
    await signed_of(draft)
    assert await _correct(draft, minutes=0) == ()


async def test_a_claim_an_expert_put_right_already_stays_signed(draft: Draft) -> None:
    steps, book = (await draft.now()).claims
    right = STEPS.replace("3个", "5个")
    await draft.decide(steps, ClaimDecision.EDIT, text=right, own=True)
    await draft.decide(book)
    await draft.sign()
    assert await _correct(draft) == ()
