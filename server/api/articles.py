"""The library as members see it: signed articles, and nothing that is not signed."""

from collections import Counter
from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from community.actions import articles as actions
from community.actions.topics import set_topics
from community.distillation import Claim, Distillation
from community.errors import NotFound
from community.people import Member
from knowledge_base.marking import marks_in
from server.access import ACCESS
from server.api.article_shapes import (
    ArticleOut,
    ArticleRow,
    ArticleSentenceOut,
    ArticleSourceOut,
    ArticlesOut,
    NeighbourOut,
    SortedIn,
    SortingIn,
    SortingOut,
    Span,
    TopicOut,
)
from server.api.inherited import inherited_row
from server.auth import Here, Inside
from server.bringing import file_of
from server.cohorts import parent_of
from server.deps import Deps, Given
from server.library import articles_found
from server.shelving import Shelf, shelf_of

router = APIRouter(tags=["library"])


SUMMARY = 160
"""Characters of an article that are shown in a list."""


@router.get("/communities/{community_id}/articles")
async def list_articles(
    community_id: int,
    here: Inside,
    deps: Given,
    query: Annotated[str, Query(max_length=300)] = "",
    topic: Annotated[str | None, Query(max_length=120)] = None,
) -> ArticlesOut:
    """The signed articles of a community: found by a query, of one topic ("" without), or all."""
    home = here.community
    async with deps.store.read() as tx:
        shelf = await shelf_of(tx, home)
        parent = await parent_of(tx, home)
        earlier = None if parent is None else (await shelf_of(tx, parent)).outside()
    found = await _found(deps, shelf, query)
    before: Mapping[int, str] = await _found(deps, earlier, query) if earlier else {}
    rows = [_row(shelf, each, query, found[each.id]) for each in _chosen(shelf, found, topic)]
    if earlier is not None:
        inherited = _chosen(earlier, before, topic)
        rows += [inherited_row(earlier, each, home.language, query) for each in inherited]
    assert community_id == home.id
    return ArticlesOut(
        articles=rows,
        topics=_topics(shelf, earlier),
        may_sort=_may(here, "sort_articles"),
    )


async def _found(deps: Deps, shelf: Shelf, query: str) -> Mapping[int, str]:
    """The articles a query finds, nearest first, each with its passage; all without a query."""
    if not query.strip():
        return {each.id: "" for each in shelf.articles}
    search = await (await deps.thinking()).find(shelf.home.id, query)
    return articles_found(search.hits, query)


def _chosen(shelf: Shelf, found: Mapping[int, str], topic: str | None) -> list[Distillation]:
    """What is shown of a shelf, in the order in which it was found."""
    known = {each.id: each for each in shelf.articles}
    shown = [known[id_] for id_ in found if id_ in known]
    return [each for each in shown if topic is None or shelf.topics.get(each.id, "") == topic]


class WithdrawIn(BaseModel):
    """Why an article is withdrawn; every member may read it."""

    reason: str = Field(default="", max_length=300)


@router.get("/articles/{article_id}")
async def read_article(article_id: int, here: Inside, deps: Given) -> ArticleOut:
    """One signed article; what is not signed, or no longer, is not here."""
    async with deps.store.read() as tx:
        shelf = await shelf_of(tx, here.community)
    article = shelf.article(article_id)
    if article is None or not article.signed_at:
        raise NotFound("not_found")
    return article_out(shelf, article, here)


@router.post("/articles/{article_id}/withdraw", status_code=204)
async def withdraw_article(
    article_id: int, here: Inside, deps: Given, body: WithdrawIn | None = None
) -> None:
    """Take an article out of the library; it answers nothing from now on.

    Whoever opens its address reads who withdrew it, when, and the reason where one is given.
    """
    reason = " ".join(body.reason.split()) if body else ""
    async with deps.changing() as change:
        gone = await actions.withdraw_article(
            change.tx,
            deps.queue,
            distillation_id=article_id,
            by=here.me.id,
            at=deps.clock(),
            reason=reason or None,
        )
        change.tell("distillation", gone.community_id, gone.id, gone.zone_id)


@router.put("/communities/{community_id}/topics")
async def sort_articles(community_id: int, body: SortingIn, _: Inside, deps: Given) -> SortingOut:
    """Say what articles are about: one, or a whole topic renamed or put to another."""
    wanted = {each.article_id: each.topic for each in body.topics}
    async with deps.changing() as change:
        before = await set_topics(change.tx, community_id, wanted)
        for article_id in before:
            change.tell("library", community_id, article_id)
    return SortingOut(
        before=[SortedIn(article_id=id_, topic=topic) for id_, topic in before.items()]
    )


def _may(here: Here, endpoint: str) -> bool:
    return here.me.role in ACCESS[endpoint].roles


def _topics(shelf: Shelf, earlier: Shelf | None) -> list[TopicOut]:
    """Every topic with its count, the largest first, what has none at the end."""
    counts = Counter(
        one.topics.get(each.id, "")
        for one in (shelf, earlier)
        if one is not None
        for each in one.articles
    )
    kept = {each.topic for each in shelf.articles if each.topic}
    order = sorted(counts, key=lambda topic: (topic == "", -counts[topic], topic))
    return [
        TopicOut(topic=topic or None, count=counts[topic], kept=topic in kept) for topic in order
    ]


def _spans(text: str, query: str) -> list[Span]:
    return [Span(start=start, end=end) for start, end in marks_in(text, query)]


def _name(member: Member | None) -> str:
    return member.name if member else ""


def _row(shelf: Shelf, each: Distillation, query: str, passage: str) -> ArticleRow:
    assert each.signed_at is not None
    summary = (passage or " ".join(claim.text for claim in each.claims))[:SUMMARY]
    return ArticleRow(
        id=each.id,
        title=each.title,
        kind=each.kind,
        summary=summary,
        title_marks=_spans(each.title, query),
        summary_marks=_spans(summary, query),
        topic=shelf.topics.get(each.id) or None,
        signed_by=_name(shelf.people.get(each.signed_by_id or 0)),
        signed_at=each.signed_at,
        verify_by=each.verify_by,
        due=shelf.is_due(each),
        own_words=any(claim.own_words for claim in each.claims),
        brought=shelf.is_brought(each),
        contributors=shelf.contributors(each),
        answered=shelf.answered.get(each.id, 0),
        cohort=None,
    )


def article_out(shelf: Shelf, article: Distillation, here: Here) -> ArticleOut:
    """A signed article of a shelf, for one who reads it."""
    assert article.signed_at is not None
    before, after = _neighbours(shelf, article)
    return ArticleOut(
        id=article.id,
        title=article.title,
        kind=article.kind,
        state=article.state,
        version=article.version,
        topic=shelf.topics.get(article.id) or None,
        topic_kept=article.topic is not None,
        signed_by=_name(shelf.people.get(article.signed_by_id or 0)),
        signed_at=article.signed_at,
        verify_by=article.verify_by,
        brought=shelf.is_brought(article),
        contributors=shelf.contributors(article),
        answered=shelf.answered.get(article.id, 0),
        cohort=None,
        sentences=[_sentence(shelf, article, claim) for claim in article.claims],
        open_questions=list(article.open_questions),
        before=before,
        after=after,
        may_withdraw=_may(here, "withdraw_article"),
        may_sort=_may(here, "sort_articles"),
    )


def _neighbours(
    shelf: Shelf, article: Distillation
) -> tuple[NeighbourOut | None, NeighbourOut | None]:
    """What stands before and after an article in its topic, as the list has it."""
    row = shelf.in_topic(shelf.topics.get(article.id, ""))
    at = [each.id for each in row].index(article.id)
    around = (row[at - 1] if at else None, row[at + 1] if at + 1 < len(row) else None)
    before, after = (
        None if each is None else NeighbourOut(id=each.id, title=each.title) for each in around
    )
    return before, after


def _sentence(shelf: Shelf, article: Distillation, claim: Claim) -> ArticleSentenceOut:
    sources: list[ArticleSourceOut] = []
    for each in claim.citations:
        said = shelf.said.get(each.message_id)
        author = shelf.people.get(said.author_id or 0) if said else None
        if said is None:
            continue
        zone = shelf.zones.get(said.zone_id)
        can_open = zone is not None and said.to_id is None and shelf.is_talk(article)
        sources.append(
            ArticleSourceOut(
                message_id=said.id,
                author=shelf.named_inside(article, author),
                brought=said.author_id is None and shelf.is_brought(article),
                file=file_of(said),
                at=said.at,
                quote=each.quote,
                zone=zone.key if zone and can_open and said.recalled_at is None else None,
            )
        )
    return ArticleSentenceOut(
        claim_id=claim.id,
        text=claim.text,
        kind=claim.kind,
        own_words=claim.own_words,
        own_by=_name(shelf.people.get(claim.reviewer_id or 0)) if claim.own_words else None,
        side=claim.side,
        holders=claim.holders,
        sources=sources,
    )
