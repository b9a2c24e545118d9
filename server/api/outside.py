"""The signed library for other programs, by token: it is asked and read, never changed."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from community.actions.questions import readable
from community.distillation import ArticleKind, ClaimKind, Distillation, DistillationState
from community.errors import NotFound
from community.proven import UseKind
from community.question import Answer
from community.store import Tx
from community.store.uses import record_uses
from server.addresses import article_address
from server.answer_told import told_as_text
from server.deps import Deps, Given
from server.differences import differences_told, with_differences
from server.guests import Guest, Reading
from server.leaving import answer_leaving, may_leave, signer_leaving
from server.library import articles_found
from server.shelving import Shelf, shelf_of

router = APIRouter(tags=["outside"])

SHORT = 280
LONGEST_BODY = 20_000
"""Characters that are read at all; a question has fewer, and is told how many it may have."""
Words = Annotated[str, Query(min_length=1, max_length=2000)]


class OutsideQuestion(BaseModel):
    """What a program asks."""

    question: str = Field(max_length=LONGEST_BODY)


class OutsideSource(BaseModel):
    """A numbered passage: whose signature stands under it, since when, until when."""

    number: int
    article: int
    title: str
    passage: str
    signed_by: str
    signed_at: datetime
    verify_by: datetime | None
    due: bool
    url: str


class OutsideDifference(BaseModel):
    """Sources that contradict each other, unsettled: their numbers, and that in a sentence."""

    numbers: list[int]
    text: str


class OutsideAnswer(BaseModel):
    """An answer whose every sentence ends in [n]; `answered` False means nobody signed one yet.

    What `differences` say stands at the end of `text` too.
    """

    answered: bool
    text: str
    differences: list[OutsideDifference]
    sources: list[OutsideSource]
    engine: str


class OutsideRow(BaseModel):
    """An article in a list."""

    id: int
    title: str
    kind: ArticleKind
    summary: str
    signed_by: str
    signed_at: datetime
    verify_by: datetime | None
    due: bool
    url: str


class OutsideRows(BaseModel):
    """Articles: the nearest first where words were given, else the newest."""

    articles: list[OutsideRow]


class OutsideClaim(BaseModel):
    """One approved sentence; who said it first is not told outside."""

    text: str
    kind: ClaimKind


class OutsideArticle(OutsideRow):
    """A signed article with its sentences."""

    claims: list[OutsideClaim]


@router.post("/ask")
async def ask_from_outside(body: OutsideQuestion, guest: Reading, deps: Given) -> OutsideAnswer:
    """Ask the library of the community a token belongs to."""
    words = readable(body.question)
    now = deps.clock()
    given = await (await deps.thinking()).ask(guest.community, words, now)
    async with deps.store.read() as tx:
        shelf = await shelf_of(tx, guest.community)
        shown = await with_differences(tx, guest.community, given)
    left = answer_leaving(shelf, shown)
    async with deps.store.write() as tx:
        used = [claim for each in left.citations for claim in each.claim_ids]
        await record_uses(tx, guest.community.id, used, UseKind.API, now)
    return _answer(left, shelf, guest, deps)


@router.get("/library/search")
async def search_from_outside(guest: Reading, deps: Given, q: Words) -> OutsideRows:
    """The articles nearest to some words."""
    found = await (await deps.thinking()).find(guest.community.id, q)
    order = articles_found(found.hits, q)
    async with deps.store.read() as tx:
        known = {each.id: each for each in await _rows(tx, guest, deps)}
    return OutsideRows(articles=[known[id_] for id_ in order if id_ in known])


@router.get("/library/articles")
async def list_from_outside(guest: Reading, deps: Given) -> OutsideRows:
    """All signed articles, the newest first."""
    async with deps.store.read() as tx:
        found = await _rows(tx, guest, deps)
    return OutsideRows(articles=sorted(found, key=lambda each: each.signed_at, reverse=True))


@router.get("/library/articles/{number}")
async def read_from_outside(number: int, guest: Reading, deps: Given) -> OutsideArticle:
    """One signed article."""
    async with deps.store.read() as tx:
        shelf = (await shelf_of(tx, guest.community)).outside()
    found = shelf.article(number)
    if found is None:
        raise NotFound("not_found")
    left = may_leave(shelf, found)
    row = _row(left, signer_leaving(shelf, found), guest, deps)
    claims = [OutsideClaim(text=each.text, kind=each.kind) for each in left.approved]
    return OutsideArticle(**row.model_dump(), claims=claims)


async def _rows(tx: Tx, guest: Guest, deps: Deps) -> list[OutsideRow]:
    shelf = (await shelf_of(tx, guest.community)).outside()
    return [
        _row(may_leave(shelf, each), signer_leaving(shelf, each), guest, deps)
        for each in shelf.articles
    ]


def _row(one: Distillation, signer: str, guest: Guest, deps: Deps) -> OutsideRow:
    assert one.signed_at is not None
    return OutsideRow(
        id=one.id,
        title=one.title,
        kind=one.kind,
        summary=" ".join(claim.text for claim in one.approved)[:SHORT],
        signed_by=signer,
        signed_at=one.signed_at,
        verify_by=one.verify_by,
        due=one.state is DistillationState.DUE,
        url=article_address(deps.settings, guest.community, one.id),
    )


def _answer(given: Answer, shelf: Shelf, guest: Guest, deps: Deps) -> OutsideAnswer:
    sources: list[OutsideSource] = []
    for each in given.citations:
        article = shelf.article(each.distillation_id)
        sources.append(
            OutsideSource(
                number=each.number,
                article=each.distillation_id,
                title=each.title,
                passage=each.passage,
                signed_by=each.signed_by,
                signed_at=each.signed_at,
                verify_by=article.verify_by if article else None,
                due=article is not None and article.state is DistillationState.DUE,
                url=article_address(deps.settings, guest.community, each.distillation_id),
            )
        )
    differing = [
        OutsideDifference(numbers=list(each.numbers), text=text)
        for each, text in zip(
            given.differences, differences_told(given, guest.community.language), strict=True
        )
    ]
    return OutsideAnswer(
        answered=given.answered,
        text="\n".join([told_as_text(given), *(each.text for each in differing)]).strip(),
        differences=differing,
        sources=sources,
        engine=given.engine,
    )
