"""Keeping the library true: what is due, verified one by one or many at once, and taken back."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from community.actions import verifying as actions
from community.distillation import ArticleKind, Distillation, DistillationState
from community.people import Member
from community.store import distillations as rows
from community.store import members
from community.store.uses import use_counts
from community.verifying import verifier_of
from server.auth import Inside
from server.cited import CitedWords, cited_words
from server.deps import Given
from server.locales import sentence
from server.tongue import Tongue

router = APIRouter(tags=["library"])
AHEAD = 14
"""Days before its date from which an article is listed."""


class DueSentenceOut(BaseModel):
    """A sentence to look at again, and where it comes from."""

    claim_id: int
    text: str
    quotes: list[str]


class DueArticleOut(BaseModel):
    """An article to look at again; `mine`: the one who asks is its verifier."""

    id: int
    title: str
    kind: ArticleKind
    state: DistillationState
    verify_by: datetime | None
    signed_by: str | None
    signed_at: datetime | None
    verifier: str | None
    instead_of: str | None
    mine: bool
    uses: int
    seal: str
    sentences: list[DueSentenceOut]


class DueArticlesOut(BaseModel):
    """What is due, stale or soon due: one's own first, then what answers most often."""

    articles: list[DueArticleOut]


class VerificationsIn(BaseModel):
    """Still true, each as it was shown: seal by article id."""

    seen: dict[int, Annotated[str, Field(max_length=64)]] = Field(max_length=200)


class RefusedOut(BaseModel):
    """Why one was not verified."""

    id: int
    code: str
    text: str


class VerifiedOut(BaseModel):
    """Which articles hold again, and why others do not."""

    verified: list[int]
    refused: list[RefusedOut]


class TakenBackIn(BaseModel):
    """Verifications to take back."""

    article_ids: list[int] = Field(min_length=1, max_length=actions.AT_ONCE)


@router.get("/communities/{community_id}/due-articles")
async def list_due_articles(
    community_id: int,
    here: Inside,
    deps: Given,
    ahead: Annotated[int, Query(ge=0, le=365)] = AHEAD,
) -> DueArticlesOut:
    """What is to be looked at again, now or within `ahead` days."""
    until = deps.clock() + timedelta(days=ahead)
    async with deps.store.read() as tx:
        found = await rows.distillations_of(tx, community_id, states=actions.OPEN, limit=2_000)
        people = await members.members(tx, community_id)
        used = await use_counts(tx, community_id)
        due = [one for one in found if one.verify_by and one.verify_by <= until and one.approved]
        words = await cited_words(tx, community_id, due)
    shown = [_due(each, here.me, people, (used, words)) for each in due]
    shown.sort(key=lambda each: (not each.mine, -each.uses, str(each.verify_by), each.id))
    return DueArticlesOut(articles=shown)


@router.post("/communities/{community_id}/verifications")
async def verify_articles(
    community_id: int, body: VerificationsIn, here: Inside, deps: Given, language: Tongue
) -> VerifiedOut:
    """Say of one or many articles that they are still true."""
    async with deps.changing() as change:
        done = await actions.verify_articles(
            change.tx, deps.queue, seen=body.seen, by=here.me, at=deps.clock()
        )
        for each in done.done:
            change.tell("distillation", community_id, each.id, each.zone_id)
    refused = [
        RefusedOut(
            id=id_, code=error.code, text=sentence(language, f"error.{error.code}", error.facts)
        )
        for id_, error in done.refused.items()
    ]
    return VerifiedOut(verified=[each.id for each in done.done], refused=refused)


@router.post("/communities/{community_id}/verifications/taken-back", status_code=204)
async def take_verifications_back(
    community_id: int, body: TakenBackIn, here: Inside, deps: Given
) -> None:
    """Undo one's own verifications; all of them or none."""
    async with deps.changing() as change:
        for article_id in dict.fromkeys(body.article_ids):
            back = await actions.take_verification_back(
                change.tx, deps.queue, article_id=article_id, by=here.me, at=deps.clock()
            )
            change.tell("distillation", community_id, back.id, back.zone_id)


def _due(
    one: Distillation,
    me: Member,
    people: Sequence[Member],
    known: tuple[Mapping[int, int], Mapping[int, Sequence[CitedWords]]],
) -> DueArticleOut:
    used, words = known
    names = {each.id: each.name for each in people}
    asked = verifier_of(one, people)
    return DueArticleOut(
        id=one.id,
        title=one.title,
        kind=one.kind,
        state=one.state,
        verify_by=one.verify_by,
        signed_by=names.get(one.signed_by_id or 0),
        signed_at=one.signed_at,
        verifier=asked.member.name if asked else None,
        instead_of=asked.instead_of.name if asked and asked.instead_of else None,
        mine=asked is not None and asked.member.id == me.id,
        uses=sum(used.get(claim.id, 0) for claim in one.approved),
        seal=actions.seal_of(one),
        sentences=[
            DueSentenceOut(
                claim_id=claim.id,
                text=claim.text,
                quotes=[each.quote for each in words.get(claim.id, ())],
            )
            for claim in one.approved
        ],
    )
