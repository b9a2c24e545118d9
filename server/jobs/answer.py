"""A message that asks the library → Simmer's reply with its sources, or an honest refusal."""

import asyncio
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from agent.answering.readable import readable_question
from agent.decide import linked
from agent.listening.scene import scene_of
from agent.replay import WINDOW
from community.actions.questions import ask_question
from community.conversation import Message
from community.errors import Invalid
from community.people import Community
from community.question import Answer
from community.store import communities, messages
from server.answer_told import answer_told
from server.differences import with_differences
from server.locales import sentence
from server.mentions import answer_job, question_in
from server.speaking import say
from server.work import Work


async def answer(work: Work) -> None:
    """Answer one message of the room from Simmer's own account, if no peer did meanwhile.

    The first run only finds out how long peers are left time to; the asker alone is told so, and
    at once where there is nothing to wait for: what is no question.
    """
    async with work.deps.store.read() as tx:
        said = await messages.message(tx, work.number("message"))
        home = None if said is None else await communities.community(tx, said.community_id)
    if said is None or home is None or said.author_id is None or said.recalled_at is not None:
        return
    asked = question_in(said.text)
    if asked is None:
        return
    try:
        readable_question(asked)
    except Invalid as unread:
        await _say_unread(work, said, home, unread)
        return
    until, helped = await peers_first(work, said)
    if helped:
        return
    if work.now < until:
        await _wait(work, said, home, until)
        return
    try:
        given = await (await work.deps.thinking()).ask(home, asked, work.now)
    except Invalid as unread:
        await _say_unread(work, said, home, unread)
        return
    await _answer(work, said, home, asked, given)


async def peers_first(work: Work, said: Message) -> tuple[datetime, bool]:
    """Until when the room is left time to answer (its own τ), and whether somebody has."""
    async with work.deps.store.read() as tx:
        heard = await messages.talk(tx, said.zone_id, now=work.now, days=WINDOW.days)
    whole = await asyncio.to_thread(linked, heard)
    scene = scene_of(whole, (), work.now)
    replies = scene.replies.get(said.id, ())
    return said.at + scene.tau, any(is_of_a_peer(each, said) for each in replies)


def is_of_a_peer(reply: Message, said: Message) -> bool:
    """Whether somebody else than who asked, and no machine, said it."""
    return reply.author_id not in (None, said.author_id) and not reply.by_simmer


async def _wait(work: Work, said: Message, home: Community, until: datetime) -> None:
    local = until.astimezone(ZoneInfo(home.timezone))
    told = sentence(home.language, "room.peers_first", {"until": f"{local:%H:%M}"})
    async with work.finishing() as change:
        job = answer_job(said, until)
        if job is not None:
            await work.deps.queue.put(change.tx, job)
        note = replace(_reply(said, told, work), to_id=said.author_id)
        await say(change, note, f"wait:{said.id}")


async def _say_unread(work: Work, said: Message, home: Community, unread: Invalid) -> None:
    told = sentence(home.language, f"error.{unread.code}", unread.facts)
    async with work.finishing() as change:
        note = replace(_reply(said, told, work), to_id=said.author_id)
        await say(change, note, f"answer:{said.id}")


async def _answer(work: Work, said: Message, home: Community, asked: str, given: Answer) -> None:
    assert said.author_id is not None
    async with work.finishing() as change:
        kept = await ask_question(
            change.tx,
            community_id=home.id,
            member_id=said.author_id,
            text=asked,
            answer=given,
            at=work.now,
            zone_id=said.zone_id,
        )
        change.tell("question", home.id, kept.id, said.zone_id)
        shown = await with_differences(change.tx, home, given)
        told = answer_told(shown, home.language)
        await say(change, _reply(said, told, work), f"answer:{said.id}")


def _reply(said: Message, text: str, work: Work) -> Message:
    return Message(
        id=0,
        community_id=said.community_id,
        zone_id=said.zone_id,
        author_id=None,
        at=work.now,
        text=text,
        reply_to_id=said.id,
        by_simmer=True,
    )
