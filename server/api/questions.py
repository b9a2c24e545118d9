"""What members asked and nobody has signed an answer to yet, the same question once."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from agent.answering.folding import Near, folded
from agent.answering.showing import may_show, names_here
from community.actions import questions as actions
from community.actions.let_go import let_relays_go
from community.duty import on_duty
from community.errors import Conflict, NotFound
from community.question import WAITING, Question, QuestionState
from community.store import Tx, duties, members
from community.store import questions as rows
from connectors.articles.entry import Entry
from server.api.drafted_articles import names_in
from server.auth import Inside
from server.bringing import write_answer
from server.deps import Given
from server.late import answer_and_tell
from server.proposing import still_stands
from server.relaying import expert_for, relay_question

router = APIRouter(tags=["library"])
MOST = 200
"""Questions a page looks at, the newest."""
MEANT = 60
"""Waiting questions compared by their meaning, the newest; older ones by their words alone."""
Ids = Annotated[list[int], Field(min_length=1, max_length=MOST)]


class QuestionRow(BaseModel):
    """One member's question; who asked it and when only where they passed it on by name."""

    id: int
    text: str
    asked_by: str | None
    at: datetime | None
    state: QuestionState
    passed_to: str | None
    feedback: str | None
    zone_id: int | None


class ProposedOut(BaseModel):
    """What may answer a group of questions: told to who asked once a person says so."""

    text: str
    article_id: int
    title: str


class QuestionGroupOut(BaseModel):
    """The same question of one or more members, the newest first.

    `expert` is who may know it, by what they signed, unless that is who looks. `passed_on`: at
    least one of them asked for it to be passed on, or it was; else nobody is named.
    """

    questions: list[QuestionRow]
    askers: int
    waits: bool
    passed_on: bool
    expert: str | None
    proposed: ProposedOut | None


class QuestionsOut(BaseModel):
    """Questions, what was passed on first, and who is on duty now."""

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
    """What members asked, for those who look after it; the waiting ones first.

    What nobody passed on is shown without a name, and only where it is a question for all.
    """
    now = deps.clock()
    async with deps.store.read() as tx:
        asked = await rows.questions_of(tx, community_id, limit=MOST)
        known = names_here(await members.members(tx, community_id))
    found = [each for each in asked if each.passed_to or may_show(each.whole, known)]
    near = await _nearness(deps, found)
    async with deps.store.read() as tx:
        names = await names_in(tx, community_id)
        roster = await duties.duties_in(tx, community_id, since=now, until=now)
        groups = [await _group(tx, each, names, here.me.id) for each in _folded(found, near)]
    groups.sort(key=_rank)
    return QuestionsOut(
        groups=groups, on_duty=[names[id_] for id_ in on_duty(roster, now) if id_ in names]
    )


def _rank(group: QuestionGroupOut) -> tuple[bool, bool, int]:
    """The waiting first, of these what was passed on, of these what most asked."""
    return not group.waits, group.waits and not group.passed_on, -group.askers * group.waits


async def _nearness(deps: Given, found: Sequence[Question]) -> Near:
    """How near the waiting questions are in meaning; their vectors stay in memory."""
    waiting = [each.whole for each in found if _waits(each)][:MEANT]
    likeness = (await deps.thinking()).library.likeness
    if len(waiting) > 1:
        await asyncio.to_thread(likeness.know, waiting)
    return likeness.between


def _folded(found: Sequence[Question], near: Near) -> list[list[Question]]:
    """Waiting ones with the waiting, those taken care of with their like."""
    known = {each.id: each for each in found}
    parts = (
        [(each.id, each.whole) for each in found if waits is _waits(each)]
        for waits in (True, False)
    )
    return [[known[id_] for id_ in group] for part in parts for group in folded(part, near)]


def _waits(asked: Question) -> bool:
    return asked.state in WAITING


async def _group(tx: Tx, asked: list[Question], names: dict[int, str], me: int) -> QuestionGroupOut:
    waits = _waits(asked[0])
    expert = await expert_for(tx, asked[0]) if waits else None
    return QuestionGroupOut(
        questions=[_row(each, names) for each in sorted(asked, key=lambda each: not each.is_named)],
        askers=len({each.member_id for each in asked}),
        waits=waits,
        passed_on=any(each.passed_to for each in asked),
        expert=None if expert is None or expert.id == me else expert.name,
        proposed=await _proposed(tx, asked) if waits else None,
    )


def _row(asked: Question, names: dict[int, str]) -> QuestionRow:
    named = asked.is_named
    return QuestionRow(
        id=asked.id,
        text=asked.whole,
        asked_by=names.get(asked.member_id, "") if named else None,
        at=asked.at if named else None,
        state=asked.state,
        passed_to=asked.passed_to,
        feedback=asked.feedback,
        zone_id=asked.zone_id if named else None,
    )


async def _proposed(tx: Tx, asked: Sequence[Question]) -> ProposedOut | None:
    for each in asked:
        answer = each.proposed
        if answer is not None and await still_stands(tx, answer):
            cited = answer.citations[0]
            return ProposedOut(
                text=" ".join(one.text for one in answer.sentences),
                article_id=cited.distillation_id,
                title=cited.title,
            )
    return None


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
        for draft in await let_relays_go(
            change.tx, community_id=community_id, question_ids=body.ids
        ):
            change.tell("suggestion", community_id, draft.id, draft.zone_id)


@router.post("/communities/{community_id}/questions/tell", status_code=204)
async def tell_proposed(community_id: int, body: QuestionsIn, here: Inside, deps: Given) -> None:
    """Say that what was proposed answers a group of questions: each who asked is told."""
    async with deps.changing() as change:
        asked = await _these(change.tx, community_id, body.ids)
        first = next((each.proposed for each in asked if each.proposed is not None), None)
        if first is None or not await still_stands(change.tx, first):
            raise Conflict("nothing_proposed")
        given = [
            (each, replace(each.proposed or first, understood=each.answer.understood))
            for each in asked
        ]
        await answer_and_tell(change, deps, here.community, given, deps.clock())


@router.post("/communities/{community_id}/questions/decline", status_code=204)
async def decline_proposed(community_id: int, body: QuestionsIn, _: Inside, deps: Given) -> None:
    """Say that what was proposed does not answer a group of questions: they wait on."""
    async with deps.changing() as change:
        await actions.decline_proposed(change.tx, await _these(change.tx, community_id, body.ids))
        for id_ in body.ids:
            change.tell("question", community_id, id_)


@router.post("/communities/{community_id}/questions/hand-on", status_code=204)
async def hand_on_questions(community_id: int, body: HandOnIn, here: Inside, deps: Given) -> None:
    """Make one draft of a group of questions, to the group or to who may know."""
    async with deps.changing() as change:
        asked = await _these(change.tx, community_id, body.ids)
        handed = await actions.hand_on_questions(change.tx, asked, to=body.to, at=deps.clock())
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
        entry = Entry(title=asked[0].whole, text=actions.readable_answer(body.text))
        draft = await write_answer(change.tx, here.community, entry, here.me.id, deps.clock())
        change.tell("distillation", community_id, draft)
    return WrittenOut(draft_id=draft)
