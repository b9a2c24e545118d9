"""A room → one look of the gate: an observation always, a draft sometimes, and a next look."""

import asyncio
from dataclasses import replace

from agent.decide import linked
from agent.graphs.facilitate import facilitate as look_at
from agent.replay import WINDOW
from community.actions.obligations import owe_job
from community.actions.pains import plan_pains, shown_pains
from community.actions.seeds import agreed_in
from community.store import messages
from community.store.suggestions import ledger
from server.jobs.distil import distil_ripe
from server.jobs.looks import end_seeds, keep_look, keep_marks, keep_new_links, look_again
from server.jobs.quiet import quiet_job
from server.jobs.removing import remove_adverts, without_done
from server.work import Work

PAINS = 5
"""Pain points a look knows: questions to the group turn to the first of them."""


async def facilitate(work: Work) -> None:
    """Look at a room once."""
    zone_id, now = work.number("zone"), work.now
    async with work.deps.store.read() as tx:
        heard = await messages.talk(tx, zone_id, now=now, days=WINDOW.days)
        past = await ledger(tx, heard.community.id, now=now)
        hard = await shown_pains(tx, heard.community.id, limit=PAINS)
        agreed = await agreed_in(tx, heard.community.id, now)
    thinking = await work.deps.thinking()
    whole = await asyncio.to_thread(linked, replace(heard, pains=hard, agreed=agreed))
    look = await look_at(whole, past, now, thinking.context(heard.community))
    async with work.finishing() as change:
        linked_more = await keep_new_links(change, heard, whole)
        await end_seeds(change, work, zone_id, heard.messages)
        gone = await remove_adverts(change, work, whole, look)
        await keep_look(change, work, without_done(look, gone))
        await keep_marks(change, heard.zone, look.marks, now, news=linked_more)
        await look_again(change, work, zone_id, look)
        await work.deps.queue.put(change.tx, owe_job(zone_id, now))
        await work.deps.queue.put(change.tx, quiet_job(heard.community, now))
        await plan_pains(change.tx, work.deps.queue, heard.community.id, now)
    await distil_ripe(work.deps, whole, now)
