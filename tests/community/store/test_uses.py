from datetime import timedelta

from community.actions.questions import ask_question
from community.people import Member
from community.proven import UseKind
from community.question import Answer
from community.store.uses import Echo, echo_of, record_uses, use_counts, uses_of
from tests.builders import MONDAY
from tests.drafts import Draft, signed_of

WEEK = timedelta(days=7)


async def _asked(draft: Draft, by: Member, claim_ids: list[int], days: int = 0) -> int:
    """Ask, be answered with these claims, and say how many uses that was."""
    group, now = draft.group, MONDAY + timedelta(days=days)
    async with group.store.write() as tx:
        asked = await ask_question(
            tx,
            community_id=group.community.id,
            member_id=by.id,
            text="迟到怎么办",
            answer=Answer(answered=True),
            at=now,
        )
        home = group.community.id
        return sum(
            [
                await record_uses(tx, home, claim_ids, UseKind.ANSWER, now, asked.id)
                for _ in range(2)
            ]
        )


async def _echo(draft: Draft, who: Member, days: int = 0) -> Echo:
    since = MONDAY + timedelta(days=days)
    async with draft.group.store.read() as tx:
        return await echo_of(tx, who.id, since=since, until=since + WEEK)


async def test_a_claim_counts_once_a_question_and_a_claim_that_is_gone_never(draft: Draft) -> None:
    first, second = (await signed_of(draft)).claims
    made = await _asked(draft, draft.group.owner, [first.id, second.id, first.id, 999])
    async with draft.group.store.read() as tx:
        home = draft.group.community.id
        kept = await uses_of(tx, home, since=MONDAY, until=MONDAY + WEEK)
        counted = await use_counts(tx, home)
    assert (made, len(kept)) == (2, 2)
    assert {one.claim_id for one in kept} == {first.id, second.id} == set(counted)
    assert {one.kind for one in kept} == {UseKind.ANSWER}


async def test_an_echo_counts_people_once_and_never_who_asked_their_own_words(draft: Draft) -> None:
    group = draft.group
    first, _ = (await signed_of(draft)).claims
    for who in (group.owner, group.owner, group.bo, group.ann):
        await _asked(draft, who, [first.id])
    async with group.store.write() as tx:
        await record_uses(tx, group.community.id, [first.id], UseKind.HANDBOOK, MONDAY)
    assert await _echo(draft, group.ann) == Echo(people=2, uses=4)
    assert await _echo(draft, group.bo) == Echo(people=0, uses=0)
    assert await _echo(draft, group.ann, days=7) == Echo(people=0, uses=0)
