"""An imported history → one moment of looking back: a few drafts, marked as such, no debts."""

from dataclasses import replace
from datetime import datetime, timedelta

from agent import facilitate_history
from agent.decide import linked
from agent.gate_settings import GateSettings, settings_of
from community.store import messages
from community.store.suggestions import ledger
from community.suggestion import Look
from server.jobs.distil import distil_ripe
from server.jobs.looks import keep_look, keep_new_links, next_look
from server.work import Work

KEPT_FOR = timedelta(days=7)
"""How long a draft from history waits: whoever imports is not hurried by the past."""
REST = timedelta(hours=1)
"""Until the first ordinary look after an import."""


async def history(work: Work) -> None:
    """Look once as of the last message of a room, at most ten drafts; then go on as usual."""
    zone_id = work.number("zone")
    async with work.deps.store.read() as tx:
        last = await messages.last_message(tx, zone_id)
        at = work.now if last is None else min(last.at, work.now)
        heard = await messages.talk(tx, zone_id, now=at)
        past = await ledger(tx, heard.community.id, now=at)
    thinking = await work.deps.thinking()
    whole = linked(heard)
    settings = unhurried(settings_of(heard.community.settings))
    context = replace(thinking.context(heard.community), settings=settings)
    looks = await facilitate_history(whole, past, context, most=settings.history_drafts)
    async with work.finishing() as change:
        await keep_new_links(change, heard, whole)
        for look in looks:
            await keep_look(change, work, kept_open(look, work.now + KEPT_FOR))
        await distil_ripe(change, work, whole)
        await work.deps.queue.put(change.tx, next_look(zone_id, work.now + REST))


def unhurried(settings: GateSettings) -> GateSettings:
    """The gate without the limits of a day: nothing is posted by looking back."""
    return replace(
        settings,
        posts_per_day=settings.history_drafts,
        gap_minutes=0,
        gap_messages=0,
        share_limit=1.0,
        share_target=1.0,
    )


def kept_open(look: Look, expires_at: datetime) -> Look:
    """The look, with a draft that waits until then."""
    if look.suggestion is None:
        return look
    return replace(look, suggestion=replace(look.suggestion, expires_at=expires_at))
