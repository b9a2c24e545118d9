"""Monday morning → the line on last week, its digest and relay as drafts; again a week later."""

from datetime import datetime

from agent.gate_settings import settings_of
from agent.quiet_week import WEEK, monday_of, next_told_at
from community.jobs import Job
from community.people import Community
from community.store import communities
from server.cohort_relay import offer_relay
from server.weekly_digest import offer_digest
from server.work import Work


def quiet_job(home: Community, now: datetime) -> Job:
    """The next time a week is told of: once a week, as the open hours of Monday begin."""
    return Job(
        name="quiet",
        key=f"quiet:{home.id}",
        room=f"quiet:{home.id}",
        due=next_told_at(now, home.timezone, settings_of(home.settings)),
        payload={"community": home.id},
    )


async def quiet(work: Work) -> None:
    """Tell the pages that last week can be read, offer its drafts, and put down the next time."""
    async with work.deps.store.read() as tx:
        home = await communities.community(tx, work.number("community"))
    if home is None:
        return
    async with work.finishing() as change:
        change.tell("suggestion", home.id, 0)
        monday = monday_of(work.now, home.timezone)
        queue = work.deps.queue
        await offer_digest(change.tx, queue, home, monday - WEEK, work.now)
        await offer_relay(change.tx, queue, home, work.now)
        await work.deps.queue.put(change.tx, quiet_job(home, work.now))
