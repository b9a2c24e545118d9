"""Asking the library: a cited answer, or an honest refusal that somebody sees."""

from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from community.actions import questions as actions
from community.errors import NotFound
from community.question import Question, QuestionState
from community.store import communities
from community.store import questions as rows
from server.api.drafted_articles import names_in
from server.auth import Inside
from server.deps import Given
from server.relaying import relay_question

router = APIRouter(tags=["library"])


class QuestionIn(BaseModel):
    """A question, and the zone it was asked in."""

    text: str = Field(min_length=1, max_length=2000)
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
    text = actions.readable(body.text)
    now = deps.clock()
    answer = await (await deps.thinking()).ask(here.community, text, now)
    async with deps.changing() as change:
        zone = None if body.zone is None else await communities.zone(change.tx, body.zone)
        if body.zone is not None and (zone is None or zone.community_id != community_id):
            raise NotFound("zone_not_found", zone=body.zone)
        kept = await actions.ask_question(
            change.tx,
            community_id=community_id,
            member_id=here.me.id,
            text=text,
            answer=answer,
            at=now,
            zone_id=body.zone,
        )
        change.tell("question", community_id, kept.id, kept.zone_id)
    return _out(kept)


@router.post("/questions/{question_id}/pass-on")
async def pass_on_question(
    question_id: int, body: PassOnIn, here: Inside, deps: Given
) -> AnswerOut:
    """Hand one's own unanswered question to the group or an expert."""
    async with deps.changing() as change:
        kept = await actions.pass_on_question(
            change.tx, question_id=question_id, member_id=here.me.id, to=body.to
        )
        offered = await relay_question(change.tx, deps, kept, here.community)
        change.tell("question", kept.community_id, kept.id, kept.zone_id)
        if offered is not None:
            change.tell("suggestion", offered.community_id, offered.id, offered.zone_id)
    return _out(kept)


@router.post("/questions/{question_id}/resolve", status_code=204)
async def resolve_question(question_id: int, here: Inside, deps: Given) -> None:
    """Note that somebody took care of a question outside the library."""
    async with deps.changing() as change:
        await actions.resolve_question(change.tx, question_id=question_id)
        change.tell("question", here.community.id, question_id)


@router.post("/questions/{question_id}/feedback", status_code=204)
async def rate_answer(question_id: int, body: FeedbackIn, here: Inside, deps: Given) -> None:
    """Say whether an answer was of use."""
    async with deps.store.write() as tx:
        await actions.rate_answer(
            tx, question_id=question_id, member_id=here.me.id, feedback=body.feedback
        )


@router.get("/communities/{community_id}/questions")
async def list_questions(
    community_id: int,
    _: Inside,
    deps: Given,
    state: QuestionState | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 100,
) -> QuestionsOut:
    """What members asked, for those who look after it."""
    states = None if state is None else (state,)
    async with deps.store.read() as tx:
        found = await rows.questions_of(tx, community_id, states=states, limit=limit)
        names = await names_in(tx, community_id)
    return QuestionsOut(
        questions=[
            QuestionRow(
                id=each.id,
                text=each.text,
                asked_by=names.get(each.member_id, ""),
                at=each.at,
                state=each.state,
                passed_to=each.passed_to,
                feedback=each.feedback,
                zone_id=each.zone_id,
            )
            for each in found
        ]
    )


def _out(kept: Question) -> AnswerOut:
    answer = kept.answer
    return AnswerOut(
        id=kept.id,
        text=kept.text,
        answered=answer.answered,
        sentences=[
            SentenceOut(text=each.text, numbers=list(each.numbers)) for each in answer.sentences
        ],
        citations=[
            AnswerCitationOut(
                number=each.number,
                article_id=each.distillation_id,
                title=each.title,
                passage=each.passage,
                signed_by=each.signed_by,
                signed_at=each.signed_at,
                message_ids=list(each.message_ids),
            )
            for each in answer.citations
        ],
        nearest=[NearestOut(id=id_, title=title) for id_, title in answer.nearest],
        state=kept.state,
    )
