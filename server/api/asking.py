"""Asking the library: sources first, then sentence by sentence; one's own questions again."""

from collections.abc import AsyncIterable, Sequence
from dataclasses import replace
from typing import Literal

from fastapi import APIRouter
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel, Field

from community.actions import feedbacks as sayings
from community.actions import questions as actions
from community.errors import SimmerError
from community.feedback import FeedbackKind
from community.question import AnswerCitation, AnswerSentence, Question
from community.store import Tx, communities, feedbacks
from community.store import questions as rows
from server.api.answers import (
    AnswerOut,
    SourcesOut,
    answer_out,
    around_answers,
    around_citations,
    citation_out,
    sentence_out,
)
from server.api.drafted_articles import names_in
from server.api.waiting import waiting_of
from server.asking import Wish, asked, heard_while_asking, sources_only
from server.auth import Here, Inside
from server.deps import Deps, Given
from server.differences import all_with_differences
from server.errors import Problem
from server.library import marked
from server.locales import sentence
from server.relaying import relay_question
from server.tongue import Tongue

router = APIRouter(tags=["library"])
KEPT = 100
"""Own questions a page goes back to, the newest."""


class QuestionIn(BaseModel):
    """A question, the zone it was asked in, and the own question it goes on from."""

    text: str = Field(max_length=20_000)
    zone: int | None = None
    follows: int | None = None


class PassOnIn(BaseModel):
    """Who shall see a question nobody answered yet."""

    to: Literal["group", "expert"]
    unnamed: bool = False


class FeedbackIn(BaseModel):
    """Whether an answer was of use, and what is wrong with it."""

    feedback: FeedbackKind
    note: str | None = Field(default=None, max_length=2000)


class MyQuestionsOut(BaseModel):
    """What I asked, newest first."""

    questions: list[AnswerOut]


def _wish(body: QuestionIn, here: Here) -> Wish:
    return Wish(
        home=here.community,
        me=here.me,
        text=body.text,
        zone_id=body.zone,
        follows_id=body.follows,
    )


@router.post("/communities/{community_id}/questions", status_code=201)
async def ask_question(community_id: int, body: QuestionIn, here: Inside, deps: Given) -> AnswerOut:
    """Ask the library."""
    assert community_id == here.community.id
    return await _told(deps, await asked(deps, _wish(body, here)))


async def _told(deps: Deps, kept: Question) -> AnswerOut:
    async with deps.store.read() as tx:
        (shown,) = await _as_of_now(tx, kept.community_id, [kept])
        around = await around_answers(tx, kept.community_id, [shown])
        mine = await rows.questions_by(tx, kept.member_id)
        waiting = await waiting_of(tx, (shown,), mine)
    return answer_out(shown, around=around, waiting=waiting.get(shown.id))


async def _as_of_now(tx: Tx, community_id: int, asked: Sequence[Question]) -> list[Question]:
    """Kept questions with what differs among their sources at this moment."""
    home = await communities.community(tx, community_id)
    assert home is not None
    answers = await all_with_differences(tx, home, [each.answer for each in asked])
    return [replace(each, answer=given) for each, given in zip(asked, answers, strict=True)]


@router.post("/communities/{community_id}/questions/stream", response_class=EventSourceResponse)
async def stream_answer(
    community_id: int, body: QuestionIn, here: Inside, deps: Given, tongue: Tongue
) -> AsyncIterable[ServerSentEvent]:
    """Ask the library: `sources`, each `sentence` once it is checked, then `done` or `failed`."""
    assert community_id == here.community.id
    try:
        async for piece in heard_while_asking(deps, _wish(body, here)):
            if isinstance(piece, Question):
                yield ServerSentEvent(event="done", data=await _told(deps, piece))
            elif isinstance(piece, AnswerSentence):
                yield ServerSentEvent(event="sentence", data=sentence_out(piece))
            elif (found := sources_only(piece)) is not None:
                cited = (await marked(deps.store, found)).citations
                yield ServerSentEvent(event="sources", data=await _sources(deps, here, cited))
    except SimmerError as error:
        message = sentence(tongue, f"error.{error.code}", error.facts)
        problem = Problem(code=error.code, message=message, facts=dict(error.facts))
        yield ServerSentEvent(event="failed", data=problem)


async def _sources(deps: Deps, here: Here, cited: Sequence[AnswerCitation]) -> SourcesOut:
    home = here.community.id
    async with deps.store.read() as tx:
        around = await around_citations(tx, home, cited)
    return SourcesOut(citations=[citation_out(each, home, around) for each in cited])


@router.get("/communities/{community_id}/my-questions")
async def list_my_questions(community_id: int, here: Inside, deps: Given) -> MyQuestionsOut:
    """What I asked, with the answers, what I said of them and what was replied."""
    async with deps.store.read() as tx:
        asked = await rows.questions_by(tx, here.me.id, limit=KEPT)
        found = await _as_of_now(tx, community_id, asked)
        said = await feedbacks.feedback_on(tx, here.me.id, [each.id for each in found])
        around = await around_answers(tx, community_id, found)
        names = await names_in(tx, community_id)
        waiting = await waiting_of(tx, found, found)
    repliers = {id_: names.get(each.answered_by_id or 0) for id_, each in said.items()}
    return MyQuestionsOut(
        questions=[
            answer_out(
                each,
                said.get(each.id),
                repliers.get(each.id),
                around=around,
                waiting=waiting.get(each.id),
            )
            for each in found
        ]
    )


@router.post("/questions/{question_id}/pass-on")
async def pass_on_question(
    question_id: int, body: PassOnIn, here: Inside, deps: Given
) -> AnswerOut:
    """Hand one's own unanswered question to the group or an expert."""
    async with deps.changing() as change:
        kept = await actions.pass_on_question(
            change.tx,
            question_id=question_id,
            member_id=here.me.id,
            to=body.to,
            at=deps.clock(),
            unnamed=body.unnamed,
        )
        offered = await relay_question(change.tx, deps, kept, here.community)
        change.tell("question", kept.community_id, kept.id, kept.zone_id)
        if offered is not None:
            change.tell("suggestion", offered.community_id, offered.id, offered.zone_id)
    return await _told(deps, kept)


@router.post("/questions/{question_id}/wait-again")
async def wait_again(question_id: int, here: Inside, deps: Given) -> AnswerOut:
    """Say that the answer one was told later is none: the question waits again."""
    async with deps.changing() as change:
        kept = await actions.wait_again(change.tx, question_id=question_id, member_id=here.me.id)
        change.tell("question", kept.community_id, kept.id, kept.zone_id)
    return await _told(deps, kept)


@router.post("/questions/{question_id}/feedback", status_code=204)
async def rate_answer(question_id: int, body: FeedbackIn, here: Inside, deps: Given) -> None:
    """Say whether an answer was of use; an objection goes to those who sign."""
    async with deps.changing() as change:
        kept = await sayings.rate_answer(
            change.tx,
            question_id=question_id,
            member_id=here.me.id,
            kind=body.feedback,
            note=body.note,
            at=deps.clock(),
        )
        if kept.waits:
            change.tell("feedback", kept.community_id, kept.id)


@router.post("/feedback/{feedback_id}/seen", status_code=204)
async def see_reply(feedback_id: int, here: Inside, deps: Given) -> None:
    """Put away the reply to what I said of an answer."""
    async with deps.store.write() as tx:
        await sayings.see_reply(tx, feedback_id=feedback_id, member_id=here.me.id, at=deps.clock())
