"""What members said of answers, for those who sign; a reply goes back to who said it."""

from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel, Field

from community.actions import feedbacks as actions
from community.feedback import Feedback, FeedbackKind
from community.question import Question
from community.store import feedbacks, questions
from server.api.drafted_articles import names_in
from server.auth import Inside
from server.deps import Given

router = APIRouter(tags=["library"])


class FeedbackRow(BaseModel):
    """One word about an answer; `mine` where I signed what it rests on."""

    id: int
    kind: FeedbackKind
    note: str | None
    said_by: str
    at: datetime
    question: str
    answer: str
    articles: list[tuple[int, str]]
    signed_by: list[str]
    mine: bool
    waits: bool
    reply: str | None
    replied_by: str | None


class FeedbacksOut(BaseModel):
    """What waits for a reply first, what I signed before the rest; how often answers helped."""

    feedbacks: list[FeedbackRow]
    helped: int


class ReplyIn(BaseModel):
    """What is replied."""

    text: str = Field(max_length=2000)


@router.get("/communities/{community_id}/feedback")
async def list_feedback(community_id: int, here: Inside, deps: Given) -> FeedbacksOut:
    """What members said of answers; praise without a note is only counted."""
    async with deps.store.read() as tx:
        said = await feedbacks.feedbacks_of(tx, community_id)
        asked = await questions.questions_by_id(tx, {each.question_id for each in said})
        names = await names_in(tx, community_id)
    shown = [each for each in said if each.kind is not FeedbackKind.HELPED or each.note]
    found = [
        _row(each, asked[each.question_id], names, here.me.name)
        for each in shown
        if each.question_id in asked
    ]
    found.sort(key=lambda each: (not each.waits, not each.mine))
    helped = sum(each.kind is FeedbackKind.HELPED for each in said)
    return FeedbacksOut(feedbacks=found, helped=helped)


def _row(said: Feedback, asked: Question, names: dict[int, str], me: str) -> FeedbackRow:
    cited = asked.answer.citations
    signers = list(dict.fromkeys(each.signed_by for each in cited))
    return FeedbackRow(
        id=said.id,
        kind=said.kind,
        note=said.note,
        said_by=names.get(said.member_id, ""),
        at=said.at,
        question=asked.answer.understood or asked.text,
        answer=" ".join(each.text for each in asked.answer.sentences),
        articles=list(dict.fromkeys((each.distillation_id, each.title) for each in cited)),
        signed_by=signers,
        mine=me in signers,
        waits=said.waits,
        reply=said.answer,
        replied_by=names.get(said.answered_by_id or 0),
    )


@router.post("/feedback/{feedback_id}/reply", status_code=204)
async def reply_to_feedback(feedback_id: int, body: ReplyIn, here: Inside, deps: Given) -> None:
    """Reply to what a member said of an answer; they find it where they asked."""
    async with deps.changing() as change:
        await actions.answer_feedback(
            change.tx,
            feedback_id=feedback_id,
            community_id=here.community.id,
            by=here.me.id,
            text=body.text,
            at=deps.clock(),
        )
        change.tell("feedback", here.community.id, feedback_id)
        change.tell("answer", here.community.id, feedback_id)
