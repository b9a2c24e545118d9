"""The shapes of an answer as whoever asked reads it."""

from datetime import datetime

from pydantic import BaseModel

from community.feedback import Feedback, FeedbackKind
from community.question import Answer, AnswerCitation, AnswerSentence, Question, QuestionState


class SentenceOut(BaseModel):
    """A sentence and the numbers of the citations it rests on."""

    text: str
    numbers: list[int]


class AnswerCitationOut(BaseModel):
    """A numbered passage of a signed article; `due` ones are to be looked at again."""

    number: int
    article_id: int
    title: str
    passage: str
    signed_by: str
    signed_at: datetime
    message_ids: list[int]
    due: bool


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


def answer_out(kept: Question, said: Feedback | None = None, by: str | None = None) -> AnswerOut:
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
        citations=[citation_out(each) for each in answer.citations],
        nearest=[NearestOut(id=id_, title=title) for id_, title in answer.nearest],
        state=kept.state,
        passed_to=kept.passed_to,
        feedback=None if said is None else _said_out(said, by),
    )


def sentence_out(said: AnswerSentence) -> SentenceOut:
    """One sentence."""
    return SentenceOut(text=said.text, numbers=list(said.numbers))


def citation_out(cited: AnswerCitation) -> AnswerCitationOut:
    """One source."""
    return AnswerCitationOut(
        number=cited.number,
        article_id=cited.distillation_id,
        title=cited.title,
        passage=cited.passage,
        signed_by=cited.signed_by,
        signed_at=cited.signed_at,
        message_ids=list(cited.message_ids),
        due=cited.due,
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
