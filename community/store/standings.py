"""What a trust score is counted from: signed articles, their sources, conflicts and objections."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from community.conflict import ConflictKind
from community.distillation import Claim, ClaimState, Distillation, DistillationState
from community.feedback import FOR_THE_SIGNER
from community.people import SIGNERS
from community.store import members, messages, questions
from community.store.conflicts import conflicts_of
from community.store.distillations import LIVE, distillations_of
from community.store.engine import Tx
from community.store.tables import feedbacks
from community.store.trials import trials_by_claim
from community.trials import TrialOutcome
from community.trust import Standing

WORKED_FOR = 3
"""Members for whom a claim worked before it counts: fewer are told to nobody."""


async def standings(tx: Tx, community_id: int, now: datetime) -> tuple[Standing, ...]:
    """Every signed article that answers or went stale."""
    states = (*LIVE, DistillationState.STALE)
    found = await distillations_of(tx, community_id, states=states, limit=10_000)
    signed = [one for one in found if one.signed_at is not None]
    experts = {each.id for each in await members.members(tx, community_id) if each.role in SIGNERS}
    cited = {c.message_id for one in signed for claim in one.approved for c in claim.citations}
    said = await messages.messages_by_id(tx, tuple(cited))
    authors = {id_: each.author_id for id_, each in said.items()}
    against, alike = await _conflicting(tx, community_id)
    objected = await _objections(tx, community_id)
    worked = await _worked(tx, signed)
    return tuple(
        _standing(
            one,
            now,
            grounded=sum(_grounded(claim, authors, experts) for claim in one.approved),
            worked=one.id in worked,
            counts=(
                sum(against[claim.id] for claim in one.approved),
                sum(alike[claim.id] for claim in one.approved),
                objected[one.id],
            ),
        )
        for one in signed
    )


def _standing(
    one: Distillation,
    now: datetime,
    *,
    grounded: int,
    worked: bool,
    counts: tuple[int, int, int],
) -> Standing:
    assert one.signed_at is not None
    contradictions, duplicates, objections = counts
    return Standing(
        id=one.id,
        title=one.title,
        in_time=one.verify_by is None or now < one.verify_by,
        verified_at=one.verified_at or one.signed_at,
        claims=len(one.approved),
        grounded=grounded,
        reopened=sum(claim.state is ClaimState.OPEN for claim in one.claims),
        contradictions=contradictions,
        duplicates=duplicates,
        objections=objections,
        live=one.state in LIVE,
        proven=worked or (one.verified_at is not None and one.verified_at > one.signed_at),
    )


def _grounded(claim: Claim, authors: dict[int, int | None], experts: set[int]) -> bool:
    by = {authors.get(each.message_id) for each in claim.citations} - {None}
    return claim.own_words or len(by) > 1 or bool(by & experts)


async def _worked(tx: Tx, signed: Sequence[Distillation]) -> frozenset[int]:
    """Articles with a claim of which enough members said that it worked."""
    home = {claim.id: one.id for one in signed for claim in one.approved}
    tried = await trials_by_claim(tx, tuple(home))
    return frozenset(
        home[id_]
        for id_, each in tried.items()
        if len({one.member_id for one in each if one.outcome is TrialOutcome.WORKED}) >= WORKED_FOR
    )


async def _conflicting(tx: Tx, community_id: int) -> tuple[Counter[int], Counter[int]]:
    """How many open contradictions and duplicates each claim is part of."""
    against: Counter[int] = Counter()
    alike: Counter[int] = Counter()
    for each in await conflicts_of(tx, community_id, settled=False):
        side = against if each.kind is ConflictKind.CONTRADICTION else alike
        side.update((each.claim_id, each.other_id))
    return against, alike


async def _objections(tx: Tx, community_id: int) -> Counter[int]:
    """How many unanswered objections each article has, by the answers that cited it."""
    statement = select(feedbacks.c.question_id).where(
        feedbacks.c.community_id == community_id,
        feedbacks.c.answered_at.is_(None),
        feedbacks.c.kind.in_([kind.value for kind in FOR_THE_SIGNER]),
    )
    found: Counter[int] = Counter()
    for question_id in await tx.scalars(statement):
        asked = await questions.question(tx, question_id)
        if asked is not None:
            found.update({each.distillation_id for each in asked.answer.citations})
    return found
