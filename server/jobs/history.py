"""An imported history → one look back as of its last message: a few drafts, marked as such."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

from agent.context import Context
from agent.decide import decide, linked
from agent.gate_settings import settings_of
from agent.graphs.facilitate import facilitate as look_at
from agent.look import marks_of
from agent.looking_back import Instant, instants
from agent.replay import WINDOW
from community.actions.obligations import owe_job
from community.actions.pains import pains_job
from community.conversation import Talk
from community.store import messages
from community.store.suggestions import ledger
from community.suggestion import Look
from server.jobs.distil import distil_ripe
from server.jobs.looks import keep_look, keep_marks, keep_new_links, next_look
from server.work import Work

KEPT_FOR = timedelta(days=7)
"""How long a draft from history waits: whoever imports is not hurried by the past."""
REST = timedelta(hours=1)
"""Until the first ordinary look after an import."""


async def history(work: Work) -> None:
    """Look back once as of the last message of a room; then go on as usual.

    Where nothing was worth a draft, that silence is kept with its reason. The marks are those of
    the last message.
    """
    zone_id = work.number("zone")
    async with work.deps.store.read() as tx:
        last = await messages.last_message(tx, zone_id)
        at = work.now if last is None else min(last.at, work.now)
        heard = await messages.talk(tx, zone_id, now=at, days=WINDOW.days)
        past = await ledger(tx, heard.community.id, now=work.now)
    whole = await asyncio.to_thread(linked, heard)
    context = (await work.deps.thinking()).context(heard.community)
    settings = settings_of(heard.community.settings)
    found = await asyncio.to_thread(instants, whole, at, settings, past)
    looks = [await _worded(work, whole, one, context) for one in found]
    if not looks and whole.messages:
        looks = [await look_at(whole, past, at, context)]
    ended = await asyncio.to_thread(decide, whole, past, at, settings)
    async with work.finishing() as change:
        await keep_new_links(change, heard, whole)
        await keep_marks(change, heard.zone, marks_of(ended.moment), work.now, news=True)
        for look in looks:
            await keep_look(change, work, from_history(look, work.now + KEPT_FOR))
        await work.deps.queue.put(change.tx, next_look(zone_id, work.now + REST))
        await work.deps.queue.put(change.tx, owe_job(zone_id, work.now))
        await work.deps.queue.put(change.tx, pains_job(heard.community.id, work.now))
    await distil_ripe(work.deps, whole, work.now)


async def _worded(work: Work, whole: Talk, one: Instant, context: Context) -> Look:
    """The look at that moment, with the room as it was known then.

    Who answers whom is taken from the whole talk: a link looks back only, so it was the same then.
    """
    async with work.deps.store.read() as tx:
        then = await messages.talk(tx, whole.zone.id, now=one.at, days=WINDOW.days)
    known = {said.id: whole.links[said.id] for said in then.messages if said.id in whole.links}
    heard = linked(replace(then, links={**known, **then.links}))
    return await look_at(heard, one.ledger, one.at, context)


def from_history(look: Look, expires_at: datetime) -> Look:
    """The look, its draft marked: nothing is owed, and it waits until then."""
    if look.suggestion is None:
        return look
    marked = replace(look.suggestion, from_history=True, due_at=None, expires_at=expires_at)
    return replace(look, suggestion=marked)
