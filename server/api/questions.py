"""Asking the library: a cited answer, or an honest refusal that somebody sees."""

from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from community.question import QuestionState
from server.auth import Inside
from server.deps import Given

router = APIRouter(tags=["library"])


class QuestionIn(BaseModel):
    """A question, and the zone it was asked in."""

    text: str = Field(min_length=1, max_length=1000)
    zone: int | None = None


class SentenceOut(BaseModel):
    """A sentence and the numbers of the citations it rests on."""

    text: str
    numbers: list[int]


class AnswerCitationOut(BaseModel):
    """A numbered passage of a signed article."""

    number: int
    article_id: int
    title: str
    passage: str
    signed_by: str
    signed_at: datetime
    message_ids: list[int]


class NearestOut(BaseModel):
    """A signed article near a question that could not be answered."""

    id: int
    title: str


class AnswerOut(BaseModel):
    """A cited answer; where `answered` is False nothing signed supports one."""

    id: int
    text: str
    answered: bool
    sentences: list[SentenceOut]
    citations: list[AnswerCitationOut]
    nearest: list[NearestOut]
    state: QuestionState


class PassOnIn(BaseModel):
    """Who shall see a question nobody answered yet."""

    to: Literal["group", "expert"]


class FeedbackIn(BaseModel):
    """Whether an answer was of use."""

    feedback: Literal["helpful", "not_helpful", "wrong"]


class QuestionRow(BaseModel):
    """A question in the list of those who look after them."""

    id: int
    text: str
    asked_by: str
    at: datetime
    state: QuestionState
    passed_to: str | None
    feedback: str | None
    zone_id: int | None


class QuestionsOut(BaseModel):
    """Questions, newest first."""

    questions: list[QuestionRow]


@router.post("/communities/{community_id}/questions", status_code=201)
async def ask_question(community_id: int, body: QuestionIn, here: Inside, deps: Given) -> AnswerOut:
    """Ask the library."""
    raise NotImplementedError


@router.post("/questions/{question_id}/pass-on")
async def pass_on_question(
    question_id: int, body: PassOnIn, here: Inside, deps: Given
) -> AnswerOut:
    """Hand one's own unanswered question to the group or an expert."""
    raise NotImplementedError


@router.post("/questions/{question_id}/feedback", status_code=204)
async def rate_answer(question_id: int, body: FeedbackIn, here: Inside, deps: Given) -> None:
    """Say whether an answer was of use."""
    raise NotImplementedError


@router.get("/communities/{community_id}/questions")
async def list_questions(
    community_id: int,
    here: Inside,
    deps: Given,
    state: QuestionState | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 100,
) -> QuestionsOut:
    """What members asked, for those who look after it."""
    raise NotImplementedError
