"""The upkeep of a library comes back the next day, also where the clock goes on meanwhile."""

from dataclasses import replace
from datetime import datetime, timedelta

from community.store.jobs import next_due
from server.jobs.upkeep import upkeep_job
from server.working import work_off
from tests.server.house import Clock, House


class Ticking(Clock):
    """A clock that goes on by a second whenever it is looked at."""

    def __call__(self) -> datetime:
        """The moment it shows."""
        self.now += timedelta(seconds=1)
        return self.now


async def test_upkeep_within_open_hours_comes_back_tomorrow(house: House) -> None:
    began = house.clock.now
    async with house.deps.store.write() as tx:
        await house.deps.queue.put(tx, upkeep_job(house.community.id, began))
    await work_off(replace(house.deps, clock=Ticking(began)))
    async with house.deps.store.read() as tx:
        due = await next_due(tx)
    assert due is not None
    assert due - began >= timedelta(hours=20)
