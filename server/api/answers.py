"""The shapes of an answer as whoever asked reads it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from pydantic import BaseModel

from community.feedback import Feedback, FeedbackKind
from community.question import Answer, AnswerCitation, AnswerSentence, Question, QuestionState
from community.store import Tx
from community.store.trials import trials_by_claim
from community.trials import FieldResult, field_result


class SentenceOut(BaseModel):
    """A sentence and the numbers of the citations it rests on."""

    text: str
    numbers: list[int]


class AnswerCitationOut(BaseModel):
    """A numbered passage of a signed article; `due` ones are to be looked at again.

    `tried` members tried what it says and for `worked` of them it worked; 0 while too few did.
    """

    number: int
    article_id: int
    title: str
    passage: str
    signed_by: str
    signed_at: datetime
    message_ids: list[int]
    due: bool
    tried: int
    worked: int


class NearestOut(BaseModel):
    """A signed article near a question that could not be answered."""

    id: int
    title: str


class SaidOfItOut(BaseModel):
    """What the asker said of the answer, and what was replied; `unseen` until they saw it."""

    id: int
    kind: FeedbackKind
    note: str | None
    reply: str | None
    replied_by: str | None
    replied_at: datetime | None
    unseen: bool


class AnswerOut(BaseModel):
    """A cited answer; where `answered` is False nothing signed supports one.

    `understood` is the question as it was made whole by the one before it, '' where it stood on
    its own.
    """

    id: int
    text: str
    at: datetime
    follows_id: int | None
    understood: str
    answered: bool
    sentences: list[SentenceOut]
    citations: list[AnswerCitationOut]
    nearest: list[NearestOut]
    state: QuestionState
    passed_to: str | None
    feedback: SaidOfItOut | None


class SourcesOut(BaseModel):
    """What an answer that is being written is made of."""

    citations: list[AnswerCitationOut]


Fields = Mapping[int, FieldResult]
"""How what a claim says went when members tried it, by claim."""
NO_FIELDS: Fields = {}


async def fields_of(tx: Tx, asked: Sequence[Question]) -> Fields:
    """What became of the claims these questions were answered with."""
    claims = {
        claim for each in asked for cited in each.answer.citations for claim in cited.claim_ids
    }
    return {id_: field_result(each) for id_, each in (await trials_by_claim(tx, claims)).items()}


def answer_out(
    kept: Question,
    said: Feedback | None = None,
    by: str | None = None,
    fields: Fields = NO_FIELDS,
) -> AnswerOut:
    """A kept question with its answer, for the one who asked."""
    answer: Answer = kept.answer
    return AnswerOut(
        id=kept.id,
        text=kept.text,
        at=kept.at,
        follows_id=kept.follows_id,
        understood=answer.understood,
        answered=answer.answered,
        sentences=[sentence_out(each) for each in answer.sentences],
        citations=[citation_out(each, fields) for each in answer.citations],
        nearest=[NearestOut(id=id_, title=title) for id_, title in answer.nearest],
        state=kept.state,
        passed_to=kept.passed_to,
        feedback=None if said is None else _said_out(said, by),
    )


def sentence_out(said: AnswerSentence) -> SentenceOut:
    """One sentence."""
    return SentenceOut(text=said.text, numbers=list(said.numbers))


def citation_out(cited: AnswerCitation, fields: Fields = NO_FIELDS) -> AnswerCitationOut:
    """One source."""
    results = [fields[claim] for claim in cited.claim_ids if claim in fields]
    shown = [each for each in results if each.shown]
    return AnswerCitationOut(
        number=cited.number,
        article_id=cited.distillation_id,
        title=cited.title,
        passage=cited.passage,
        signed_by=cited.signed_by,
        signed_at=cited.signed_at,
        message_ids=list(cited.message_ids),
        due=cited.due,
        tried=sum(each.tried for each in shown),
        worked=sum(each.worked for each in shown),
    )


def _said_out(said: Feedback, by: str | None) -> SaidOfItOut:
    return SaidOfItOut(
        id=said.id,
        kind=said.kind,
        note=said.note,
        reply=said.answer,
        replied_by=by,
        replied_at=said.answered_at,
        unseen=said.answered_at is not None and said.seen_at is None,
    )
