"""Articles of the cohort before as the next one sees them: outside, so names by consent alone."""

from community.distillation import Claim, Distillation
from community.errors import NotFound
from knowledge_base.marking import marks_in
from server.api.article_shapes import (
    ArticleOut,
    ArticleRow,
    ArticleSentenceOut,
    ArticleSourceOut,
    Span,
)
from server.bringing import file_of
from server.printing.outside import Words, told_outside
from server.shelving import Shelf

SUMMARY = 160


def inherited_row(shelf: Shelf, each: Distillation, language: str, query: str = "") -> ArticleRow:
    """An inherited article in a list."""
    words = Words(language=language)
    article = shelf.leaving(each)
    assert article.signed_at is not None
    told = " ".join(told_outside(shelf, article, claim.text, words) for claim in article.claims)
    title = told_outside(shelf, article, article.title, words)
    return ArticleRow(
        id=article.id,
        title=title,
        kind=article.kind,
        summary=told[:SUMMARY],
        title_marks=_spans(title, query),
        summary_marks=_spans(told[:SUMMARY], query),
        topic=shelf.topics.get(article.id) or None,
        signed_by=_signer(shelf, article),
        signed_at=article.signed_at,
        verify_by=article.verify_by,
        due=shelf.is_due(article),
        own_words=any(claim.own_words for claim in article.claims),
        brought=shelf.is_brought(article),
        contributors=list(shelf.credits(article)[0]),
        answered=shelf.answered.get(article.id, 0),
        cohort=shelf.home.name,
    )


def inherited_article(shelf: Shelf, article_id: int, language: str) -> ArticleOut:
    """One inherited article; what rests on withheld words is not in it."""
    words = Words(language=language)
    found = shelf.article(article_id)
    article = None if found is None else shelf.leaving(found)
    if article is None or article.signed_at is None or not article.claims:
        raise NotFound("not_found")
    return ArticleOut(
        id=article.id,
        title=told_outside(shelf, article, article.title, words),
        kind=article.kind,
        state=article.state,
        version=article.version,
        topic=shelf.topics.get(article.id) or None,
        topic_kept=article.topic is not None,
        signed_by=_signer(shelf, article),
        signed_at=article.signed_at,
        verify_by=article.verify_by,
        brought=shelf.is_brought(article),
        contributors=list(shelf.credits(article)[0]),
        answered=shelf.answered.get(article.id, 0),
        cohort=shelf.home.name,
        sentences=[_sentence(shelf, article, claim, words) for claim in article.claims],
        open_questions=[
            told_outside(shelf, article, each, words) for each in article.open_questions
        ],
        before=None,
        after=None,
        may_withdraw=False,
        may_sort=False,
    )


def _spans(text: str, query: str) -> list[Span]:
    return [Span(start=start, end=end) for start, end in marks_in(text, query)]


def _signer(shelf: Shelf, article: Distillation) -> str:
    return shelf.named_outside(article, shelf.people.get(article.signed_by_id or 0))


def _speaker(shelf: Shelf, article: Distillation, claim: Claim) -> str:
    said_by = shelf.people.get(claim.reviewer_id or 0) if claim.own_words else None
    return shelf.named_outside(article, said_by)


def _sentence(
    shelf: Shelf, article: Distillation, claim: Claim, words: Words
) -> ArticleSentenceOut:
    sources: list[ArticleSourceOut] = []
    for each in claim.citations:
        said = shelf.said.get(each.message_id)
        member = shelf.people.get(said.author_id or 0) if said else None
        if said is None or not shelf.is_quotable_outside(article, member):
            continue
        sources.append(
            ArticleSourceOut(
                message_id=said.id,
                author=shelf.named_outside(article, member) or None,
                brought=said.author_id is None and shelf.is_brought(article),
                file=file_of(said),
                at=said.at,
                quote=told_outside(shelf, article, each.quote, words),
                zone=None,
            )
        )
    return ArticleSentenceOut(
        claim_id=claim.id,
        text=told_outside(shelf, article, claim.text, words),
        kind=claim.kind,
        own_words=claim.own_words,
        own_by=_speaker(shelf, article, claim) or None,
        side=claim.side,
        holders=claim.holders,
        sources=sources,
    )
