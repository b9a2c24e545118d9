"""New signed words → the questions that waited for them, each answered to who asked, in private."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from agent.answering.folding import Near, folded
from agent.gate_settings import settings_of
from agent.hours import awake_at
from community.actions.questions import answer_late
from community.conversation import Message
from community.errors import Invalid
from community.jobs import Job
from community.people import Community
from community.question import WAITING, Answer, Question
from community.store import communities
from community.store.questions import questions_of
from server.broadcast import Change
from server.differences import with_differences
from server.jobs.answer import worded
from server.locales import sentence
from server.speaking import say
from server.work import Work

REMEMBERED = timedelta(days=90)
"""A question older than this is no longer brought back."""
MEANT = 60
"""Waiting questions compared by their meaning, the newest; the others by words alone."""


def reask_job(work: Work, community_id: int, due: datetime | None = None) -> Job:
    """Ask again what the library of a community could not answer, in its open hours."""
    return Job(
        name="reask",
        key=f"reask:{community_id}",
        room=f"library:{community_id}",
        due=due or work.now,
        payload={"community": community_id},
    )


async def reask(work: Work) -> None:
    """Ask every waiting question again; what is answered now is told to its asker alone."""
    async with work.deps.store.read() as tx:
        home = await communities.community(tx, work.number("community"))
        waiting = () if home is None else await questions_of(tx, home.id, states=WAITING)
    if home is None:
        return
    gate = settings_of(home.settings)
    awake = awake_at(gate, work.now, home.timezone)
    if awake > work.now:
        async with work.finishing() as change:
            await work.deps.queue.put(change.tx, reask_job(work, home.id, awake))
        return
    thinking = await work.deps.thinking()
    since = work.now - REMEMBERED
    asked = [each for each in waiting if each.at > since]
    likeness = thinking.library.likeness
    await asyncio.to_thread(likeness.know, [whole(each) for each in asked][:MEANT])
    answers = {each.id: await _again(work, home, each) for each in asked}
    async with work.finishing() as change:
        for each, given in shared(asked, answers, likeness.between):
            if await answer_late(change.tx, each.id, given, work.now):
                await _tell(change, work, home, each, given)


async def _again(work: Work, home: Community, asked: Question) -> Answer:
    """What the library says now; what is no question any more stays without an answer."""
    try:
        return await (await work.deps.thinking()).ask(home, whole(asked), work.now)
    except Invalid:
        return Answer(answered=False)


def whole(asked: Question) -> str:
    """A question as it was understood."""
    return asked.answer.understood or asked.text


def shared(
    asked: Sequence[Question], answers: Mapping[int, Answer], near: Near
) -> list[tuple[Question, Answer]]:
    """Each question with its answer, or that of one that asks the same; none has neither."""
    known = {each.id: each for each in asked}
    found: list[tuple[Question, Answer]] = []
    for group in folded([(each.id, whole(each)) for each in asked], near):
        given = [answers[id_] for id_ in group if answers[id_].answered]
        for id_ in group if given else ():
            own = answers[id_] if answers[id_].answered else given[0]
            found.append((known[id_], replace(own, understood=known[id_].answer.understood)))
    return found


async def _tell(
    change: Change, work: Work, home: Community, asked: Question, given: Answer
) -> None:
    change.tell("question", home.id, asked.id, asked.zone_id)
    change.tell("answer", home.id, asked.id)
    zones = await communities.zones(change.tx, home.id)
    zone_id = asked.zone_id or (zones[0].id if zones else None)
    if zone_id is None:
        return
    shown = await with_differences(change.tx, home, given)
    opening = sentence(home.language, "room.now_known", {"question": asked.text})
    told = Message(
        id=0,
        community_id=home.id,
        zone_id=zone_id,
        author_id=None,
        at=work.now,
        text=f"{opening}\n{worded(shown, home.language)}",
        to_id=asked.member_id,
        by_simmer=True,
    )
    await say(change, told, f"reask:{asked.id}")
