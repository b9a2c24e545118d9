"""What was said since → the tallies of the days it changed; again every night."""

from community.store import communities
from server.counting import count, next_night, tally_job
from server.work import Work


async def tally(work: Work) -> None:
    """Count what changed in a community, so that its figures are read at once."""
    async with work.deps.store.read() as tx:
        home = await communities.community(tx, work.number("community"))
    if home is None:
        return
    await count(work.deps, home)
    async with work.finishing() as change:
        await work.deps.queue.put(change.tx, tally_job(home, next_night(home, work.now)))
