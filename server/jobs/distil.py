"""A finished thread → a draft article for an expert, once for what was said in it."""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from agent.decide import linked
from agent.distilling.corrections import Correction, amended, corrections_in
from agent.distilling.ripeness import ripe
from agent.distilling.topics import topics_of
from agent.graphs.distil import distil as distilled
from agent.listening.threads import threads_of
from community.actions.distillations import keep_distillation
from community.actions.reopening import reopen_corrected
from community.conversation import Talk, Thread
from community.distillation import Claim, Distillation
from community.jobs import JobQueue
from community.store import Tx, communities, messages
from community.store.audits import audited, insert_audit
from community.store.jobs import payloads_of
from server.broadcast import Change
from server.deps import Deps
from server.distilling import distil_job
from server.work import Work

ACTION = "distil"
AROUND = timedelta(days=1)
"""What stands before a thread may still be needed to understand it."""


def subject_of(thread: Thread) -> str:
    """A thread as it stands: one that went on is another subject."""
    return f"thread:{thread.root_id}:{len(thread.messages)}"


async def distil_ripe(deps: Deps, talk: Talk, now: datetime) -> None:
    """Put down a job for each thread that is finished and not distilled as it stands.

    After the look was kept, so that its draft waits for nothing; a thread whose job was given up
    is not tried again before it goes on, or a person asks for it.
    """
    async with deps.store.read() as tx:
        waiting = await waiting_threads(tx, talk, now)
        known = {job.get("subject") for job in await payloads_of(tx, ACTION)}
    new = [thread for thread in waiting if subject_of(thread) not in known]
    if not new:
        return
    async with deps.store.write() as tx:
        for thread in new:
            job = distil_job(talk.zone.id, thread.root_id, now, subject_of(thread))
            await deps.queue.put(tx, job)


async def waiting_threads(tx: Tx, talk: Talk, now: datetime) -> list[Thread]:
    """The finished threads of a linked talk that were not distilled as they stand."""
    done = await audited(tx, talk.community.id, ACTION)
    threads = await asyncio.to_thread(_topics, talk)
    return [thread for thread in ripe(threads, now) if subject_of(thread) not in done]


def _topics(talk: Talk) -> tuple[Thread, ...]:
    """The threads of a talk, those on one matter as one; may take long, so beside the loop."""
    whole = linked(talk)
    return topics_of(threads_of(whole.messages, whole.links.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """What distilling a thread gave; `made` is None where there was nothing worth signing.

    `subject` is the thread as it stood when it was found ripe; `corrections` are those of the whole
    talk, for what is signed already.
    """

    thread: Thread
    talk: Talk
    made: Distillation | None
    subject: str
    corrections: tuple[Correction, ...] = ()


async def distil(work: Work) -> None:
    """Distil one thread and keep what it taught, if anything."""
    subject = str(work.claim.job.payload.get("subject", ""))
    if subject and await _put_off(work):
        return
    taught = await taught_by(work.deps, work.number("zone"), work.number("root"), subject)
    if taught is None:
        return
    async with work.finishing() as change:
        await keep_taught(change, work.deps.queue, taught, work.now)


async def _put_off(work: Work) -> bool:
    """Whether it waits for tomorrow: what is left of today's tokens is for those who wait."""
    async with work.deps.store.read() as tx:
        zone = await communities.zone(tx, work.number("zone"))
        home = await communities.community(tx, zone.community_id) if zone else None
    later = await (await work.deps.thinking()).engines.later(home) if home else None
    if later is None:
        return False
    async with work.finishing() as change:
        await work.deps.queue.put(change.tx, replace(work.claim.job, due=later))
    return True


async def taught_by(deps: Deps, zone_id: int, root_id: int, subject: str = "") -> Taught | None:
    """What the thread around a message taught; None where there is no such thread."""
    now = deps.clock()
    async with deps.store.read() as tx:
        heard = await _talk_about(tx, zone_id, root_id, now)
    talk = await asyncio.to_thread(linked, heard)
    threads = await asyncio.to_thread(_topics, talk)
    thread = next((one for one in threads if _holds(one, root_id)), None)
    if thread is None:
        return None
    context = (await deps.thinking()).context(talk.community)
    made = await distilled(
        thread, talk, now, context, wanted=not subject, judging=deps.settings.judge_claims
    )
    return Taught(
        thread=thread,
        talk=talk,
        made=made,
        subject=subject or subject_of(thread),
        corrections=await asyncio.to_thread(corrections_in, talk),
    )


async def keep_taught(
    change: Change, queue: JobQueue[Tx], taught: Taught, now: datetime
) -> Distillation | None:
    """Keep what a thread taught, and that it was distilled as it stands.

    Claims whose sources were set right since they were drafted open again.
    """
    await insert_audit(
        change.tx,
        at=now,
        action=ACTION,
        subject=taught.subject,
        community_id=taught.talk.community.id,
        facts={"claims": len(taught.made.claims) if taught.made else 0},
    )
    for correction in taught.corrections:
        await _reopen(change, queue, correction, now)
    if taught.made is None:
        return None
    kept = await keep_distillation(change.tx, taught.made)
    change.tell("distillation", kept.community_id, kept.id, kept.zone_id)
    return kept


async def _reopen(
    change: Change, queue: JobQueue[Tx], correction: Correction, now: datetime
) -> None:
    def amend(claim: Claim) -> Claim | None:
        return amended(claim, correction)

    by = correction.by
    homes = await reopen_corrected(
        change.tx, queue, by=by, targets=correction.target_ids, amend=amend, at=now
    )
    for home in homes:
        change.tell("distillation", by.community_id, home, by.zone_id)


async def _talk_about(tx: Tx, zone_id: int, root_id: int, now: datetime) -> Talk:
    """The talk from shortly before a thread until now."""
    root = await messages.message(tx, root_id)
    since = now - root.at + AROUND if root is not None else AROUND
    return await messages.talk(tx, zone_id, now=now, days=max(28, since.days + 1))


def _holds(thread: Thread, message_id: int) -> bool:
    return any(said.id == message_id for said in thread.messages)
