"""A kept draft article of two claims, and short ways to decide on it."""

from collections.abc import Mapping
from dataclasses import dataclass

from agent.distilling.support import checked
from community.actions.articles import sign_article
from community.actions.distillations import (
    ClaimDecision,
    ClaimVerdict,
    reopen_claims,
    review_claim,
)
from community.conversation import Message
from community.distillation import (
    ArticleKind,
    Citation,
    Claim,
    ClaimKind,
    Distillation,
)
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
        own: bool = False,
        sources: tuple[Citation, ...] | None = None,
    ) -> Distillation:
        """Decide on a claim as it was shown."""
        shown = seen or claim.digest
        verdict = ClaimVerdict(decision=decision, seen=shown, text=text, own=own, sources=sources)
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

    async def reopened_by(self, said: Message) -> tuple[int, ...]:
        """The claims that a change of this message opens again."""
        async with self.group.store.write() as tx:
            return await reopen_claims(tx, self.queue, message_id=said.id, at=MONDAY)

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


async def signed_of(draft: Draft) -> Distillation:
    """The article with everything approved and signed; its job is forgotten."""
    for claim in (await draft.now()).claims:
        await draft.decide(claim)
    signed = await draft.sign()
    draft.queue.jobs.clear()
    return signed
