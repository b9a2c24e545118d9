"""New signed words → the questions that waited for them, each answered to who asked, in private."""

from datetime import datetime, timedelta

from agent.gate_settings import settings_of
from agent.hours import awake_at
from community.actions.questions import answer_late
from community.conversation import Message
from community.jobs import Job
from community.people import Community
from community.question import WAITING, Answer, Question
from community.store import communities, messages
from community.store.questions import questions_of
from server.broadcast import Change
from server.jobs.answer import worded
from server.locales import sentence
from server.work import Work

REMEMBERED = timedelta(days=90)
"""A question older than this is no longer brought back."""


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
    answers = [
        (each, await thinking.ask(home, each.text, work.now)) for each in waiting if each.at > since
    ]
    async with work.finishing() as change:
        for asked, given in answers:
            if given.answered and await answer_late(change.tx, asked.id, given):
                await _tell(change, work, home, asked, given)


async def _tell(
    change: Change, work: Work, home: Community, asked: Question, given: Answer
) -> None:
    change.tell("question", home.id, asked.id, asked.zone_id)
    zones = await communities.zones(change.tx, home.id)
    zone_id = asked.zone_id or (zones[0].id if zones else None)
    if zone_id is None:
        return
    opening = sentence(home.language, "room.now_known", {"question": asked.text})
    told = Message(
        id=0,
        community_id=home.id,
        zone_id=zone_id,
        author_id=None,
        at=work.now,
        text=f"{opening}\n{worded(given, home.language)}",
        to_id=asked.member_id,
        by_simmer=True,
    )
    kept = await messages.insert_message(change.tx, told, f"reask:{asked.id}")
    if kept is not None:
        change.tell("message", home.id, kept.id, zone_id)
