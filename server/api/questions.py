"""What members asked and nobody has signed an answer to yet, the same question once."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from agent.answering.folding import Near, folded
from community.actions import questions as actions
from community.duty import on_duty
from community.errors import NotFound
from community.question import WAITING, Question, QuestionState
from community.store import Tx, duties
from community.store import questions as rows
from connectors.articles.entry import Entry
from server.api.drafted_articles import names_in
from server.auth import Inside
from server.bringing import write_answer
from server.deps import Given
from server.relaying import expert_for, relay_question

router = APIRouter(tags=["library"])
MOST = 200
"""Questions a page looks at, the newest."""
MEANT = 60
"""Waiting questions compared by their meaning, the newest; older ones by their words alone."""
Ids = Annotated[list[int], Field(min_length=1, max_length=MOST)]


class QuestionRow(BaseModel):
    """One member's question."""

    id: int
    text: str
    asked_by: str
    at: datetime
    state: QuestionState
    passed_to: str | None
    feedback: str | None
    zone_id: int | None


class QuestionGroupOut(BaseModel):
    """The same question of one or more members, the newest first.

    `expert` is who may know it, by what they signed, unless that is who looks.
    """

    questions: list[QuestionRow]
    askers: int
    waits: bool
    expert: str | None


class QuestionsOut(BaseModel):
    """Questions, those asked by most first among the waiting, and who is on duty now."""

    groups: list[QuestionGroupOut]
    on_duty: list[str]


class QuestionsIn(BaseModel):
    """The questions of one group."""

    ids: Ids


class HandOnIn(BaseModel):
    """The questions of one group, and who shall see them."""

    ids: Ids
    to: Literal["group", "expert"]


class WriteIn(BaseModel):
    """The questions of one group and the answer somebody who knows wrote to them."""

    ids: Ids
    text: str = Field(max_length=5000)


class WrittenOut(BaseModel):
    """The draft that awaits a signature."""

    draft_id: int


@router.get("/communities/{community_id}/questions")
async def list_questions(community_id: int, here: Inside, deps: Given) -> QuestionsOut:
    """What members asked, for those who look after it; the waiting ones first."""
    now = deps.clock()
    async with deps.store.read() as tx:
        found = await rows.questions_of(tx, community_id, limit=MOST)
    near = await _nearness(deps, found)
    async with deps.store.read() as tx:
        names = await names_in(tx, community_id)
        roster = await duties.duties_in(tx, community_id, since=now, until=now)
        groups = [await _group(tx, each, names, here.me.id) for each in _folded(found, near)]
    groups.sort(key=lambda each: (not each.waits, -each.askers if each.waits else 0))
    return QuestionsOut(
        groups=groups, on_duty=[names[id_] for id_ in on_duty(roster, now) if id_ in names]
    )


async def _nearness(deps: Given, found: Sequence[Question]) -> Near:
    """How near the waiting questions are in meaning; their vectors stay in memory."""
    waiting = [each.answer.understood or each.text for each in found if _waits(each)][:MEANT]
    likeness = (await deps.thinking()).library.likeness
    if len(waiting) > 1:
        await asyncio.to_thread(likeness.know, waiting)
    return likeness.between


def _folded(found: Sequence[Question], near: Near) -> list[list[Question]]:
    """Waiting ones with the waiting, those taken care of with their like."""
    known = {each.id: each for each in found}
    parts = (
        [(each.id, each.answer.understood or each.text) for each in found if waits is _waits(each)]
        for waits in (True, False)
    )
    return [[known[id_] for id_ in group] for part in parts for group in folded(part, near)]


def _waits(asked: Question) -> bool:
    return asked.state in WAITING


async def _group(tx: Tx, asked: list[Question], names: dict[int, str], me: int) -> QuestionGroupOut:
    waits = _waits(asked[0])
    expert = await expert_for(tx, asked[0]) if waits else None
    return QuestionGroupOut(
        questions=[
            QuestionRow(
                id=each.id,
                text=each.answer.understood or each.text,
                asked_by=names.get(each.member_id, ""),
                at=each.at,
                state=each.state,
                passed_to=each.passed_to,
                feedback=each.feedback,
                zone_id=each.zone_id,
            )
            for each in asked
        ],
        askers=len({each.member_id for each in asked}),
        waits=waits,
        expert=None if expert is None or expert.id == me else expert.name,
    )


async def _these(tx: Tx, community_id: int, ids: Sequence[int]) -> list[Question]:
    found = await rows.questions_by_id(tx, ids)
    mine = [found[id_] for id_ in ids if id_ in found]
    if len(mine) != len(ids) or any(each.community_id != community_id for each in mine):
        raise NotFound("question_not_found", question=0)
    return mine


@router.post("/communities/{community_id}/questions/resolve", status_code=204)
async def resolve_questions(community_id: int, body: QuestionsIn, _: Inside, deps: Given) -> None:
    """Note that somebody took care of a group of questions outside the library."""
    async with deps.changing() as change:
        for each in await _these(change.tx, community_id, body.ids):
            await actions.resolve_question(change.tx, question_id=each.id)
            change.tell("question", community_id, each.id)


@router.post("/communities/{community_id}/questions/hand-on", status_code=204)
async def hand_on_questions(community_id: int, body: HandOnIn, here: Inside, deps: Given) -> None:
    """Make one draft of a group of questions, to the group or to who may know."""
    async with deps.changing() as change:
        asked = await _these(change.tx, community_id, body.ids)
        handed = await actions.hand_on_questions(change.tx, asked, to=body.to)
        offered = await relay_question(change.tx, deps, handed[0], here.community)
        for each in handed:
            change.tell("question", community_id, each.id, each.zone_id)
        if offered is not None:
            change.tell("suggestion", community_id, offered.id, offered.zone_id)


@router.post("/communities/{community_id}/questions/write", status_code=201)
async def write_to_questions(
    community_id: int, body: WriteIn, here: Inside, deps: Given
) -> WrittenOut:
    """Write the answer as a draft to be signed; once it is, everyone who asked is told."""
    async with deps.changing() as change:
        asked = await _these(change.tx, community_id, body.ids)
        title = asked[0].answer.understood or asked[0].text
        entry = Entry(title=title, text=actions.readable_answer(body.text))
        draft = await write_answer(change.tx, here.community, entry, here.me.id, deps.clock())
        change.tell("distillation", community_id, draft)
    return WrittenOut(draft_id=draft)
