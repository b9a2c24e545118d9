"""From passages found to numbered sources, and from sentences to an answer that cites. Pure."""

from collections.abc import Sequence

from agent.answering.brief import CitedSentence, Source
from agent.answering.turns import attributed
from agent.distilling.cues import INJECTION
from community.question import Answer, AnswerCitation, AnswerSentence
from knowledge_base.fusion import answerable, closeness
from knowledge_base.passages import sentences_of
from knowledge_base.shelf import Hit, Search

SOURCES = 3
"""Passages an answer is made of at most: more is a search result, not an answer."""
CLOSE = 0.04
"""A passage joins the best one when it has this share of its chance to be the best."""
SURE = 0.7
"""From this probability on the next passage stands in for a best one that is of another case."""
JUDGED = 8
"""Passages a model is shown at most, to say whether any of them answers."""
FLOOR = 0.2
"""Probability of answering from which a model is asked at all.

Of the questions with an answer in nine labelled communities 99 of 100 reach it, of the others 70.
"""
NEAREST = 3
"""Signed articles offered with a refusal."""
NEAR = 0.25
"""Probability of answering below which an article has nothing to do with the question."""


def nearest(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The best passage and those almost as good, at most three, none of another case."""
    if not hits:
        return ()
    least = hits[0].score * CLOSE
    return tuple(hit for hit in hits[:SOURCES] if hit.score >= least and not hit.evidence.misfit)


def likely(found: Search) -> float:
    """Probability that what was found answers, 0–1: the best passage, or a sure one next to it."""
    if not found.evidence.misfit:
        return answerable(found.evidence)
    rest = max((answerable(hit.evidence) for hit in nearest(found.hits)), default=0.0)
    return rest if rest >= SURE else 0.0


def to_judge(found: Search, sure: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """What a model judges: the passages that answer by their evidence, then the rest by rank.

    What is of another case is among them: the model reads which. None where nothing is near.
    """
    if not sure and max((closeness(hit.evidence) for hit in found.hits), default=0.0) < FLOOR:
        return ()
    named = {hit.passage.id for hit in sure}
    return (*sure, *(hit for hit in found.hits if hit.passage.id not in named))[:JUDGED]


def sources_of(hits: Sequence[Hit]) -> tuple[Source, ...]:
    """Number the passages from 1, without sentences that speak to a machine."""
    return tuple(
        Source(
            number=number,
            title=hit.passage.title,
            text=without_orders(attributed(hit.passage.text, hit.passage.speakers)),
            speakers=tuple(filter(None, hit.passage.speakers)),
        )
        for number, hit in enumerate(hits, start=1)
    )


def without_orders(text: str) -> str:
    """The text as it is, or its sentences without those that give a machine orders."""
    if not INJECTION.search(text):
        return text
    return " ".join(one for one in sentences_of(text) if not INJECTION.search(one))


def answer_of(sentences: Sequence[CitedSentence], hits: Sequence[Hit], engine: str) -> Answer:
    """The answer with the sources it uses; a source keeps the number it was shown with."""
    used = sorted({number for one in sentences for number in one.numbers})
    return Answer(
        answered=True,
        sentences=tuple(AnswerSentence(text=one.text, numbers=one.numbers) for one in sentences),
        citations=tuple(citation_of(number, hits[number - 1]) for number in used),
        engine=engine,
    )


def citation_of(number: int, hit: Hit) -> AnswerCitation:
    """A numbered source as a member opens it."""
    passage = hit.passage
    assert passage.signed_at is not None, "only a signed article has passages"
    return AnswerCitation(
        number=number,
        distillation_id=passage.distillation_id,
        claim_ids=passage.claim_ids,
        message_ids=passage.message_ids,
        title=passage.title,
        passage=attributed(passage.text, passage.speakers),
        signed_by=passage.signed_by,
        signed_at=passage.signed_at,
    )


def refusal(hits: Sequence[Hit], engine: str) -> Answer:
    """Nobody knows yet: the signed articles that are near enough to be of use, each once."""
    near = [hit.passage for hit in hits if is_near(hit)]
    articles = {passage.distillation_id: passage.title for passage in near}
    return Answer(answered=False, nearest=tuple(articles.items())[:NEAREST], engine=engine)


def related(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """What a search shows: passages that share a word with it or come near it in meaning."""
    return tuple(hit for hit in hits if hit.lexical > 0 or is_near(hit))


def is_near(hit: Hit) -> bool:
    """Whether an article may be offered beside a refusal."""
    return closeness(hit.evidence) >= NEAR
