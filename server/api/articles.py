"""The library as members see it: signed articles, and nothing that is not signed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from community.actions import articles as actions
from community.conversation import Message
from community.distillation import (
    ArticleKind,
    Claim,
    ClaimKind,
    Distillation,
    DistillationState,
)
from community.errors import NotFound
from community.store import Tx, messages
from community.store import distillations as rows
from server.access import ACCESS
from server.api.drafted_articles import names_in
from server.auth import Here, Inside
from server.deps import Given

router = APIRouter(tags=["library"])


SUMMARY = 160
"""Characters of an article that are shown in a list."""


class ArticleRow(BaseModel):
    """An article in a list."""

    id: int
    title: str
    kind: ArticleKind
    summary: str
    signed_by: str
    signed_at: datetime


class ArticlesOut(BaseModel):
    """Articles: nearest first for a query, else the newest first."""

    articles: list[ArticleRow]


class ArticleSourceOut(BaseModel):
    """The words of a member a sentence rests on."""

    message_id: int
    author: str | None
    at: datetime
    quote: str


class ArticleSentenceOut(BaseModel):
    """One approved sentence and its sources; `own_words` are the expert's own."""

    claim_id: int
    text: str
    kind: ClaimKind
    own_words: bool
    sources: list[ArticleSourceOut]


class ArticleOut(BaseModel):
    """A signed article."""

    id: int
    title: str
    kind: ArticleKind
    state: DistillationState
    version: int
    signed_by: str
    signed_at: datetime
    verify_by: datetime | None
    sentences: list[ArticleSentenceOut]
    open_questions: list[str]
    may_withdraw: bool


@router.get("/communities/{community_id}/articles")
async def list_articles(
    community_id: int, _: Inside, deps: Given, query: Annotated[str, Query(max_length=300)] = ""
) -> ArticlesOut:
    """The signed articles of a community."""
    async with deps.store.read() as tx:
        live = await rows.live_distillations(tx, community_id)
        names = await names_in(tx, community_id)
    if query.strip():
        found = await (await deps.thinking()).search(community_id, query)
        order = list(dict.fromkeys(hit.passage.distillation_id for hit in found.hits))
        known = {each.id: each for each in live}
        live = tuple(known[id_] for id_ in order if id_ in known)
    else:
        live = tuple(sorted(live, key=lambda each: str(each.signed_at), reverse=True))
    return ArticlesOut(articles=[_row(each, names) for each in live])


@router.get("/articles/{article_id}")
async def read_article(article_id: int, here: Inside, deps: Given) -> ArticleOut:
    """One signed article; what is not signed, or no longer, is not here."""
    async with deps.store.read() as tx:
        article = await rows.distillation(tx, article_id)
        if article is None or article.state not in rows.LIVE or not article.signed_at:
            raise NotFound("not_found")
        return await _out(tx, article, here)


@router.post("/articles/{article_id}/withdraw", status_code=204)
async def withdraw_article(article_id: int, here: Inside, deps: Given) -> None:
    """Take an article out of the library; it answers nothing from now on."""
    async with deps.changing() as change:
        gone = await actions.withdraw_article(
            change.tx, deps.queue, distillation_id=article_id, by=here.me.id, at=deps.clock()
        )
        change.tell("distillation", gone.community_id, gone.id, gone.zone_id)


def _row(each: Distillation, names: Mapping[int, str]) -> ArticleRow:
    assert each.signed_at is not None
    return ArticleRow(
        id=each.id,
        title=each.title,
        kind=each.kind,
        summary=" ".join(claim.text for claim in each.approved)[:SUMMARY],
        signed_by=names.get(each.signed_by_id or 0, ""),
        signed_at=each.signed_at,
    )


async def _out(tx: Tx, article: Distillation, here: Here) -> ArticleOut:
    assert article.signed_at is not None
    cited = {one.message_id for claim in article.approved for one in claim.citations}
    said = await messages.messages_by_id(tx, tuple(cited))
    names = await names_in(tx, here.community.id)
    return ArticleOut(
        id=article.id,
        title=article.title,
        kind=article.kind,
        state=article.state,
        version=article.version,
        signed_by=names.get(article.signed_by_id or 0, ""),
        signed_at=article.signed_at,
        verify_by=article.verify_by,
        sentences=[_sentence(claim, said, names) for claim in article.approved],
        open_questions=list(article.open_questions),
        may_withdraw=here.me.role in ACCESS["withdraw_article"].roles,
    )


def _sentence(
    claim: Claim, said: Mapping[int, Message], names: Mapping[int, str]
) -> ArticleSentenceOut:
    sources = [
        ArticleSourceOut(
            message_id=each.message_id,
            author=names.get(said[each.message_id].author_id or 0),
            at=said[each.message_id].at,
            quote=each.quote,
        )
        for each in claim.citations
        if each.message_id in said
    ]
    return ArticleSentenceOut(
        claim_id=claim.id,
        text=claim.text,
        kind=claim.kind,
        own_words=claim.own_words,
        sources=sources,
    )
