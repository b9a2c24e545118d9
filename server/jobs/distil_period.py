"""The threads of a stretch of time, or those of it on one topic → one draft article."""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from agent.decide import linked
from agent.distilling.together import threads_about, threads_between
from agent.graphs.distil import distil_together
from agent.listening.threads import threads_of
from community.actions.distillations import keep_distillation
from community.conversation import Talk, Thread
from community.store import Tx, messages
from community.store.audits import insert_audit
from server.work import Work

ACTION = "distil_period"


async def distil_period(work: Work) -> None:
    """Distil the period named and keep the draft, if it teaches anything."""
    payload = work.claim.job.payload
    since = datetime.fromisoformat(str(payload["since"]))
    until = datetime.fromisoformat(str(payload["until"]))
    about = str(payload.get("about", ""))
    async with work.deps.store.read() as tx:
        talk = await period_talk(tx, work.number("zone"), since, work.now)
    talk, threads = await asyncio.to_thread(meant, talk, since, until, about)
    context = (await work.deps.thinking()).context(talk.community)
    made = await distil_together(threads, talk, work.now, context, about=about)
    async with work.finishing() as change:
        await insert_audit(
            change.tx,
            at=work.now,
            action=ACTION,
            subject=f"period:{since.date()}:{until.date()}",
            community_id=talk.community.id,
            facts={"threads": len(threads), "claims": len(made.claims) if made else 0},
        )
        if made is not None:
            kept = await keep_distillation(change.tx, made)
            change.tell("distillation", kept.community_id, kept.id, kept.zone_id)


async def period_talk(tx: Tx, zone_id: int, since: datetime, now: datetime) -> Talk:
    """The talk of a room from the beginning of a period on."""
    return await messages.talk(tx, zone_id, now=now, days=(now - since).days + 2)


def meant(
    talk: Talk, since: datetime, until: datetime, about: str
) -> tuple[Talk, Sequence[Thread]]:
    """The linked talk and the threads of it that are meant; may take long."""
    whole = linked(talk)
    threads = threads_of(whole.messages, whole.links.values())
    return whole, threads_about(threads_between(threads, since, until), about)
