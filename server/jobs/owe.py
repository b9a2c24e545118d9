"""A room → its debts as the talk says now; the next time one falls due it is read again."""

import asyncio
from datetime import datetime, timedelta

from agent.decide import linked
from agent.gate_settings import settings_of
from agent.owing.obligations import REACH, owed_in
from agent.replay import WINDOW
from community.actions.obligations import reconcile_obligations, turn_job
from community.conversation import Talk
from community.obligation import Obligation, Posted
from community.store import messages
from community.store import obligations as rows
from server.work import Work


async def owe(work: Work) -> None:
    """Read the debts of a room again and keep what changed.

    Whatever an open debt waits for has its moment: it is passed on, it is missed. The soonest of
    them is when this job runs next, so that nothing needs a new message to go on. A room whose
    debts were never read is read as a whole.
    """
    zone_id, now = work.number("zone"), work.now
    async with work.deps.store.read() as tx:
        heard = await messages.talk(tx, zone_id, now=now, days=WINDOW.days)
        posted = await rows.posted_in(tx, zone_id, since=now - WINDOW)
        kept = await rows.debts_in(tx, zone_id, since=now - REACH)
    reach = REACH if kept else WINDOW
    found = await asyncio.to_thread(_read, heard, now, posted, kept, reach)
    async with work.finishing() as change:
        changed = await reconcile_obligations(
            change.tx,
            community_id=heard.community.id,
            kept=await rows.debts_in(change.tx, zone_id, since=now - reach),
            found=found,
            authors={said.id: said.author_id for said in heard.messages if now - said.at <= reach},
            now=now,
        )
        for each in changed[:1]:
            change.tell("obligation", each.community_id, each.id, each.zone_id)
        turns = [each.turns_at for each in await rows.debts_in(change.tx, zone_id, since=now)]
        due = min((at for at in turns if at is not None), default=None)
        if due is not None:
            await work.deps.queue.put(change.tx, turn_job(zone_id, due))


def _read(
    heard: Talk,
    now: datetime,
    posted: tuple[Posted, ...],
    kept: tuple[Obligation, ...],
    reach: timedelta,
) -> tuple[Obligation, ...]:
    reopened = {each.key: each.reopened_at for each in kept if each.reopened_at is not None}
    settings = settings_of(heard.community.settings)
    return owed_in(linked(heard), now, settings, posted, reopened=reopened, reach=reach)
