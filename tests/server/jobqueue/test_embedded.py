import asyncio
from collections.abc import AsyncGenerator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from community.jobs import Job
from community.store import Store
from community.store import jobs as rows
from community.store.jobs import Claim, Yielding
from server.jobqueue.embedded import EmbeddedQueue, Pace, Superseded, finishing, pause
from tests.server.house import Clock
from tests.stores import a_store

PACE = Pace(lease=timedelta(seconds=60), patience=timedelta(seconds=20), attempts=3)


@dataclass(slots=True)
class Desk:
    """A queue on a real store, and what was done."""

    store: Store
    clock: Clock
    queue: EmbeddedQueue
    done: list[str] = field(default_factory=list[str])

    async def put(
        self, key: str, *, seconds: float = 0, room: str = "", name: str = "look"
    ) -> None:
        """Put a job."""
        due = self.clock.now + timedelta(seconds=seconds)
        job = Job(name=name, key=key, room=room or key, due=due)
        async with self.store.write() as tx:
            await self.queue.put(tx, job)

    async def run(self, claim: Claim) -> None:
        """Do a job."""
        self.done.append(claim.job.key)

    async def work_off(self) -> int:
        """Do what is due."""
        return await self.queue.work_off(self.run)

    async def claim(self) -> Claim | None:
        """Take a job and leave it undone."""
        async with self.store.write() as tx:
            return await rows.claim_job(tx, now=self.clock.now, lease=PACE.lease)

    async def waiting(self) -> int:
        """How many jobs there are."""
        async with self.store.read() as tx:
            return await rows.count_jobs(tx)


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncGenerator[Desk]:
    clock = Clock()
    async with a_store(tmp_path) as store:
        yield Desk(store, clock, EmbeddedQueue(store, clock, PACE))


async def test_a_job_waits_until_it_is_due(desk: Desk) -> None:
    await desk.put("a", seconds=10)
    assert await desk.work_off() == 0
    desk.clock.turn(seconds=10)
    assert await desk.work_off() == 1


async def test_of_waiting_jobs_with_one_key_only_the_latest_counts(desk: Desk) -> None:
    await desk.put("a", seconds=2)
    desk.clock.turn(seconds=1)
    await desk.put("a", seconds=2)
    desk.clock.turn(seconds=1.5)
    assert await desk.work_off() == 0
    desk.clock.turn(seconds=1)
    assert await desk.work_off() == 1


async def test_a_job_cannot_be_put_off_for_ever(desk: Desk) -> None:
    for _ in range(30):
        await desk.put("a", seconds=2)
        desk.clock.turn(seconds=1)
        await desk.work_off()
    assert desk.done == ["a"]


async def test_a_far_job_can_be_put_off_further(desk: Desk) -> None:
    await desk.put("a", seconds=3600)
    await desk.put("a", seconds=7200)
    desk.clock.turn(seconds=3700)
    assert await desk.work_off() == 0


async def test_what_its_cause_rolled_back_was_never_put(desk: Desk) -> None:
    job = Job(name="look", key="a", room="a", due=desk.clock.now)
    with suppress(RuntimeError):
        async with desk.store.write() as tx:
            await desk.queue.put(tx, job)
            raise RuntimeError
    assert await desk.waiting() == 0


async def test_one_job_of_a_room_runs_at_a_time(desk: Desk) -> None:
    await desk.put("a", room="zone:1")
    await desk.put("b", room="zone:1")
    first = await desk.claim()
    assert first is not None
    assert await desk.claim() is None
    async with desk.store.write() as tx:
        await rows.finish_job(tx, first)
    second = await desk.claim()
    assert second is not None
    assert second.job.key == "b"


async def test_a_job_put_while_its_like_runs_is_done_afterwards(desk: Desk) -> None:
    await desk.put("a")
    running = await desk.claim()
    await desk.put("a")
    assert running is not None
    assert await desk.claim() is None
    async with desk.store.write() as tx:
        await rows.finish_job(tx, running)
    assert await desk.work_off() == 1


async def test_a_dead_workers_job_is_taken_over_and_its_result_refused(desk: Desk) -> None:
    await desk.put("a")
    dead = await desk.claim()
    desk.clock.turn(seconds=61)
    alive = await desk.claim()
    assert dead is not None
    assert alive is not None
    assert alive.fence > dead.fence
    with pytest.raises(Superseded):
        async with finishing(desk.store, dead):
            pass
    async with finishing(desk.store, alive):
        pass
    assert await desk.waiting() == 0


async def test_a_heartbeat_keeps_the_lease(desk: Desk) -> None:
    await desk.put("a")
    running = await desk.claim()
    assert running is not None
    desk.clock.turn(seconds=50)
    async with desk.store.write() as tx:
        await rows.renew_job(tx, running, until=desk.clock.now + PACE.lease)
    desk.clock.turn(seconds=50)
    assert await desk.claim() is None


async def test_a_claim_on_a_job_that_is_gone_does_not_fit_the_next(desk: Desk) -> None:
    await desk.put("a")
    first = await desk.claim()
    assert first is not None
    async with desk.store.write() as tx:
        await rows.finish_job(tx, first)
    await desk.put("b")
    second = await desk.claim()
    assert second is not None
    async with desk.store.write() as tx:
        assert not await rows.finish_job(tx, first)


async def test_a_result_and_the_end_of_its_job_are_kept_together_or_not_at_all(desk: Desk) -> None:
    await desk.put("a")
    claim = await desk.claim()
    assert claim is not None
    with suppress(RuntimeError):
        async with finishing(desk.store, claim) as tx:
            await desk.queue.put(tx, Job(name="look", key="b", room="b", due=desk.clock.now))
            raise RuntimeError
    assert await desk.waiting() == 1
    async with desk.store.read() as tx:
        assert await rows.dead_jobs(tx) == ()


async def test_a_failing_job_is_tried_again_with_pauses_and_then_kept_with_its_error(
    desk: Desk,
) -> None:
    async def fail(_: Claim) -> None:
        raise ValueError("no such thing")

    await desk.put("a")
    tries = 0
    for _ in range(200):
        tries += await desk.queue.work_off(fail)
        desk.clock.turn(seconds=1)
    async with desk.store.read() as tx:
        ((name, error),) = await rows.dead_jobs(tx)
    assert (tries, name) == (3, "look")
    assert "ValueError: no such thing" in error


def test_pauses_grow() -> None:
    assert [pause(count, PACE).total_seconds() for count in (1, 2, 3)] == [2, 4, 8]
    assert pause(40, PACE) == timedelta(hours=1)


async def test_a_job_is_begun_as_soon_as_its_cause_is_committed(tmp_path: Path) -> None:
    began = asyncio.Event()
    clock = Clock()

    async def run(_: Claim) -> None:
        began.set()

    async with a_store(tmp_path) as store:
        queue = EmbeddedQueue(store, clock, Pace(poll=30))
        working = asyncio.create_task(queue.work(run))
        await asyncio.sleep(0.3)
        async with store.write() as tx:
            await queue.put(tx, Job(name="look", key="a", room="a", due=clock.now))
        await asyncio.wait_for(began.wait(), 5)
        working.cancel()
        with suppress(asyncio.CancelledError):
            await working


async def _work_until(desk: Desk, done: list[str], *, left: int = 0, alone: bool = False) -> None:
    """Let the queue work until this is done and so many jobs are left, two seconds at most."""
    working = asyncio.create_task(desk.queue.work(desk.run, alone=alone))
    for _ in range(100):
        await asyncio.sleep(0.02)
        if desk.done == done and await desk.waiting() == left:
            break
    working.cancel()
    with suppress(asyncio.CancelledError):
        await working
    assert desk.done == done


async def test_what_a_killed_process_left_running_is_done_at_the_next_start(desk: Desk) -> None:
    await desk.put("a")
    assert await desk.claim() is not None
    await _work_until(desk, ["a"], alone=True)


async def test_among_others_what_somebody_runs_is_theirs_until_its_lease_ends(desk: Desk) -> None:
    await desk.put("a")
    await desk.put("b")
    assert await desk.claim() is not None
    await _work_until(desk, ["b"], left=1)
    desk.clock.turn(seconds=61)
    await _work_until(desk, ["b", "a"])


YIELDING = Yielding(names=frozenset({"distil"}), longest=timedelta(minutes=1))


async def _claim_yielding(desk: Desk) -> str | None:
    async with desk.store.write() as tx:
        claim = await rows.claim_job(
            tx, now=desk.clock.now, lease=timedelta(minutes=5), yielding=YIELDING
        )
    return claim.job.key if claim else None


async def test_a_yielding_job_lets_looks_go_first_and_starts_alone(desk: Desk) -> None:
    await desk.put("thread-1", name="distil")
    await desk.put("thread-2", name="distil")
    desk.clock.turn(seconds=1)
    await desk.put("zone-1")
    await desk.put("zone-2")
    assert [await _claim_yielding(desk) for _ in range(3)] == ["zone-1", "zone-2", None]


async def test_a_yielding_job_that_waited_long_is_a_job_like_others(desk: Desk) -> None:
    await desk.put("thread-1", name="distil")
    await desk.put("zone-1")
    desk.clock.turn(seconds=61)
    assert [await _claim_yielding(desk) for _ in range(2)] == ["zone-1", "thread-1"]


async def test_jobs_of_a_name_are_known_after_they_were_given_up(desk: Desk) -> None:
    await desk.put("a", name="distil")
    claim = await desk.claim()
    assert claim is not None
    async with desk.store.write() as tx:
        await rows.bury_job(tx, claim, error="no")
        assert len(await rows.payloads_of(tx, "distil")) == 1
        assert await rows.payloads_of(tx, "look") == ()
