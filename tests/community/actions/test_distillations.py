import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from agent.distilling.support import checked
from community.actions.articles import age_articles, sign_article, withdraw_article
from community.actions.distillations import (
    ClaimDecision,
    ClaimVerdict,
    keep_distillation,
    reopen_claims,
    review_claim,
)
from community.actions.messages import edit_message, recall_message, record_message
from community.conversation import Message
from community.distillation import (
    ArticleKind,
    Citation,
    Claim,
    ClaimKind,
    ClaimState,
    Distillation,
    DistillationState,
)
from community.errors import Conflict, Invalid, NotAllowed, NotFound
from community.store import communities
from community.store import distillations as rows
from tests.builders import MONDAY
from tests.stores import Group, PutJobs

STEPS = "7:15领读,7:20小测3个词,晚到的大课间补"
BOOK = "扣分没用,还会吵起来"


def check(claim: Claim, sources: Mapping[int, Message], names: Mapping[str, int]) -> Claim:
    return checked(claim, sources, names)


@dataclass(frozen=True, slots=True)
class Draft:
    """A kept draft and short ways to decide on it."""

    group: Group
    queue: PutJobs
    said: tuple[Message, ...]
    kept: Distillation

    async def decide(
        self,
        claim: Claim,
        decision: ClaimDecision = ClaimDecision.APPROVE,
        *,
        by: int | None = None,
        text: str | None = None,
        seen: str | None = None,
    ) -> Distillation:
        """Decide on a claim as it was shown."""
        verdict = ClaimVerdict(decision=decision, seen=seen or claim.digest, text=text)
        async with self.group.store.write() as tx:
            return await review_claim(
                tx,
                self.queue,
                claim_id=claim.id,
                by=by or self.group.owner.id,
                verdict=verdict,
                at=MONDAY,
                check=check,
            )

    async def now(self) -> Distillation:
        """The draft as it stands."""
        async with self.group.store.read() as tx:
            found = await rows.distillation(tx, self.kept.id)
            assert found is not None
            return found

    async def sign(self, *, by: int | None = None, seen: list[str] | None = None) -> Distillation:
        """Sign what stands there, or what is said to have been seen."""
        one = await self.now()
        shown = [claim.digest for claim in one.approved] if seen is None else seen
        async with self.group.store.write() as tx:
            return await sign_article(
                tx,
                self.queue,
                distillation_id=one.id,
                by=by or self.group.owner.id,
                at=MONDAY,
                seen=shown,
            )

    async def live(self) -> list[str]:
        """What may answer at this moment."""
        async with self.group.store.read() as tx:
            found = await rows.live_distillations(tx, self.group.community.id)
            return [claim.text for one in found for claim in one.claims]


def a_claim(message: Message) -> Claim:
    quote = Citation(message_id=message.id, start=0, end=len(message.text), quote=message.text)
    return Claim(id=0, text=message.text, kind=ClaimKind.FACT, citations=(quote,))


def a_distillation(group: Group, said: tuple[Message, ...]) -> Distillation:
    return Distillation(
        id=0,
        community_id=group.community.id,
        zone_id=group.zone.id,
        root_id=said[0].id,
        title="早自习迟到怎么办？",
        kind=ArticleKind.FAQ,
        language="zh",
        claims=tuple(a_claim(message) for message in said),
        message_ids=tuple(message.id for message in said),
        created_at=MONDAY,
    )


@pytest.fixture
async def draft(group: Group, queue: PutJobs) -> Draft:
    async with group.store.write() as tx:
        said = tuple(
            [
                await record_message(
                    tx, queue, zone=group.zone, author=author, text=text, at=MONDAY, key=text
                )
                for author, text in ((group.ann, STEPS), (group.bo, BOOK))
            ]
        )
        kept = await keep_distillation(tx, a_distillation(group, said))
    queue.jobs.clear()
    return Draft(group, queue, said, kept)


async def test_what_is_kept_comes_back_as_it_was(draft: Draft) -> None:
    one = await draft.now()
    assert [claim.text for claim in one.claims] == [STEPS, BOOK]
    assert one.claims[0].citations[0].quote == STEPS
    assert one.state is DistillationState.IN_REVIEW


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


async def test_an_edit_the_source_says_stays_a_quotation(draft: Draft) -> None:
    claim = (await draft.now()).claims[0]
    one = await draft.decide(claim, ClaimDecision.EDIT, text="7:20小测3个词,晚到的大课间补")
    assert one.claims[0].supported
    assert not one.claims[0].own_words
    assert one.claims[0].original_text == STEPS


async def test_an_edit_the_source_does_not_say_is_the_experts_own_statement(draft: Draft) -> None:
    claim = (await draft.now()).claims[0]
    one = await draft.decide(claim, ClaimDecision.EDIT, text="7:20小测5个词,晚到的大课间补")
    edited = one.claims[0]
    assert (edited.own_words, edited.supported, edited.problems) == (True, False, ("number",))
    assert edited.reviewer_id == draft.group.owner.id


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


async def _signed(draft: Draft) -> Distillation:
    for claim in (await draft.now()).claims:
        await draft.decide(claim)
    signed = await draft.sign()
    draft.queue.jobs.clear()
    return signed


async def test_an_edited_message_takes_its_claim_out_of_answers_at_once(draft: Draft) -> None:
    signed = await _signed(draft)
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


async def test_an_article_whose_sources_are_all_gone_answers_nothing(draft: Draft) -> None:
    await _signed(draft)
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
    signed = await _signed(draft)
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
    signed = await _signed(draft)
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
    old = await _signed(draft)
    new = a_distillation(draft.group, draft.said)
    async with draft.group.store.write() as tx:
        second = await keep_distillation(tx, replace(new, claims=new.claims[1:]))
    again = Draft(draft.group, draft.queue, draft.said, second)
    await again.decide(second.claims[0])
    await again.sign()
    assert (await draft.now()).state is DistillationState.ARCHIVED
    assert await draft.live() == [BOOK]
    assert set(draft.queue.jobs) == {f"shelve:{old.id}", f"shelve:{second.id}"}


async def test_an_unknown_claim_is_not_found(draft: Draft) -> None:
    claim = replace(draft.kept.claims[0], id=999)
    with pytest.raises(NotFound, match="claim_not_found"):
        await draft.decide(claim)
