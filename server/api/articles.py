"""The library as members see it: signed articles, and nothing that is not signed."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from community.distillation import ArticleKind, ClaimKind, DistillationState
from server.auth import Inside
from server.deps import Given

router = APIRouter(tags=["library"])


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
    community_id: int,
    here: Inside,
    deps: Given,
    query: Annotated[str, Query(max_length=300)] = "",
) -> ArticlesOut:
    """The signed articles of a community."""
    raise NotImplementedError


@router.get("/articles/{article_id}")
async def read_article(article_id: int, here: Inside, deps: Given) -> ArticleOut:
    """One signed article."""
    raise NotImplementedError


@router.post("/articles/{article_id}/withdraw", status_code=204)
async def withdraw_article(article_id: int, here: Inside, deps: Given) -> None:
    """Take an article out of the library; it answers nothing from now on."""
    raise NotImplementedError
