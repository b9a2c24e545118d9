from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from community.actions.questions import ask_question
from community.actions.trials import answer_trial, ask_trial, due_trial
from community.errors import Invalid, NotFound
from community.people import Account, Member
from community.proven import UseKind
from community.question import Answer
from community.store import members
from community.store.questions import set_feedback
from community.store.trials import trials_by_claim, trials_of
from community.store.uses import record_uses
from community.trials import Trial, TrialOutcome
from tests.builders import MONDAY
from tests.drafts import Draft, signed_of

LATER = MONDAY + timedelta(days=6)


async def _asker(draft: Draft) -> Member:
    """Somebody who signs in, was answered with the first claim and whose words are not in it."""
    (first, _) = (await signed_of(draft)).claims
    group = draft.group
    async with group.store.write() as tx:
        account = await members.insert_account(tx, Account(id=0, name="周砚秋"), MONDAY)
        await members.set_account(tx, group.owner.id, account.id)
        home = group.community.id
        asked = await ask_question(
            tx,
            community_id=home,
            member_id=group.owner.id,
            text="迟到怎么办",
            answer=Answer(answered=True),
            at=MONDAY,
        )
        await record_uses(tx, home, [first.id], UseKind.ANSWER, MONDAY, asked.id)
    return replace(group.owner, account_id=account.id)


async def _due(draft: Draft, who: Member, now: datetime) -> Trial | None:
    async with draft.group.store.write() as tx:
        found = await due_trial(tx, who, now=now)
        return None if found is None else await ask_trial(tx, found)


async def test_who_was_answered_is_asked_once_and_some_days_later(draft: Draft) -> None:
    who = await _asker(draft)
    assert await _due(draft, who, MONDAY + timedelta(days=4)) is None
    asked = await _due(draft, who, LATER)
    again = await _due(draft, who, LATER + timedelta(days=1))
    assert asked is not None
    assert again == asked
    async with draft.group.store.write() as tx:
        await answer_trial(
            tx,
            trial_id=asked.id,
            by=who,
            outcome=TrialOutcome.NOT,
            condition=" 大班  不行 ",
            at=LATER,
        )
        (kept,) = (await trials_by_claim(tx, [asked.claim_id]))[asked.claim_id]
    assert (kept.outcome, kept.condition) == (TrialOutcome.NOT, "大班 不行")
    assert await _due(draft, who, LATER + timedelta(days=30)) is None


@pytest.mark.slow
async def test_not_yet_is_asked_once_more(draft: Draft) -> None:
    who = await _asker(draft)

    async def not_yet(at: datetime) -> None:
        asked = await _due(draft, who, at)
        assert asked is not None
        async with draft.group.store.write() as tx:
            await answer_trial(
                tx,
                trial_id=asked.id,
                by=who,
                outcome=TrialOutcome.NOT_YET,
                condition="x",
                at=at,
            )

    await not_yet(LATER)
    assert await _due(draft, who, LATER + timedelta(days=13)) is None
    await not_yet(LATER + timedelta(days=14))
    assert await _due(draft, who, LATER + timedelta(days=40)) is None


async def test_nobody_is_asked_who_opted_out_cannot_sign_in_or_was_not_helped(
    draft: Draft,
) -> None:
    who = await _asker(draft)
    for gone in (
        replace(who, opted_out=True),
        replace(who, account_id=None),
        replace(who, left_at=MONDAY),
    ):
        assert await _due(draft, gone, LATER) is None
    async with draft.group.store.write() as tx:
        await set_feedback(tx, 1, "wrong")
    assert await _due(draft, who, LATER) is None


@pytest.mark.slow
async def test_an_answer_is_ones_own_short_and_can_be_taken_back(draft: Draft) -> None:
    who = await _asker(draft)
    asked = await _due(draft, who, LATER)
    assert asked is not None

    async def answer(by: Member, outcome: TrialOutcome | None, words: str | None = None) -> Trial:
        async with draft.group.store.write() as tx:
            return await answer_trial(
                tx, trial_id=asked.id, by=by, outcome=outcome, condition=words, at=LATER
            )

    with pytest.raises(NotFound):
        await answer(draft.group.ann, TrialOutcome.WORKED)
    with pytest.raises(Invalid, match="condition_too_long"):
        await answer(who, TrialOutcome.WORKED, "长" * 121)
    with pytest.raises(Invalid, match="condition_names_somebody"):
        await answer(who, TrialOutcome.NOT, "许冉那个班不行")
    await answer(who, TrialOutcome.WORKED)
    assert (await answer(who, None)).answered_at is None
    async with draft.group.store.read() as tx:
        assert [each.outcome for each in await trials_of(tx, who.id)] == [None]
