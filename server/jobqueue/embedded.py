"""The embedded queue: jobs in the database of their cause, one poller, woken at once."""

import asyncio
import logging
import traceback
from collections.abc import AsyncGenerator, Awaitable, Callable, Collection
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from community.jobs import Job
from community.store import Store, Tx
from community.store import jobs as rows
from community.store.jobs import Claim, Yielding

log = logging.getLogger(__name__)

Run = Callable[[Claim], Awaitable[None]]
"""Does one job. What it wants kept it writes in `finishing`; whoever does not is finished here."""


class Superseded(Exception):
    """The lease of a job ran out and somebody else has it; what was done must not be kept."""


BEHIND_LOOKS = Yielding(names=frozenset({"distil"}))
"""Distilling takes the processor for long; a draft for somebody who waits goes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How long things may take, how often they are tried, and what lets the rest go first."""

    lease: timedelta = timedelta(seconds=60)
    patience: timedelta = timedelta(seconds=20)
    first_pause: timedelta = timedelta(seconds=2)
    attempts: int = 5
    poll: float = 1.0
    abreast: int = 4
    yielding: Yielding = BEHIND_LOOKS


def pause(attempts: int, pace: Pace) -> timedelta:
    """How long to wait after this many failures: doubled each time, an hour at most."""
    return min(pace.first_pause * 2 ** (attempts - 1), timedelta(hours=1))


@asynccontextmanager
async def finishing(store: Store, claim: Claim) -> AsyncGenerator[Tx]:
    """A transaction that keeps a result, the next jobs and the end of this one together."""
    async with store.write() as tx:
        if not await rows.finish_job(tx, claim):
            raise Superseded
        yield tx


class EmbeddedQueue:
    """Jobs of one database, done by every process that works at it, each job under a lease."""

    def __init__(
        self, store: Store, clock: Callable[[], datetime], pace: Pace | None = None
    ) -> None:
        self._store = store
        self._clock = clock
        self._pace = pace or Pace()
        self._woken = asyncio.Event()

    async def put(self, tx: Tx, job: Job) -> None:
        """Keep the job; a waiting one with the same key gives way to it."""
        await rows.put_job(tx, job, now=self._clock(), patience=self._pace.patience)
        self._woken.set()

    async def work(self, run: Run, *, alone: bool = False) -> None:
        """Do jobs as they fall due, until cancelled; what was left half-done is done again.

        That is when its lease runs out; who is `alone` at the database need not wait for it.
        """
        if alone:
            async with self._store.write() as tx:
                await rows.free_jobs(tx)
        running: set[asyncio.Task[None]] = set()
        try:
            while True:
                self._woken.clear()
                claim = None if len(running) >= self._pace.abreast else await self._claim()
                if claim is None:
                    await self._rest()
                    continue
                task = asyncio.create_task(self._do(claim, run))
                running.add(task)
                task.add_done_callback(running.discard)
        finally:
            await _cancel(running)

    async def work_off(self, run: Run, *, until: datetime | None = None, abreast: int = 1) -> int:
        """Do what is due now (or by `until`), at most so many at a time; the result is how many."""
        done, running = 0, set[asyncio.Task[None]]()
        try:
            while True:
                claim = None if len(running) >= abreast else await self._claim(until)
                if claim is not None:
                    running.add(asyncio.create_task(self._do(claim, run)))
                    continue
                if not running:
                    return done
                ended, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
                done += len([task.result() for task in ended])
        finally:
            await _cancel(running)

    async def _claim(self, until: datetime | None = None) -> Claim | None:
        async with self._store.write() as tx:
            now = until or self._clock()
            return await rows.claim_job(
                tx, now=now, lease=self._pace.lease, yielding=self._pace.yielding
            )

    async def _rest(self) -> None:
        async with self._store.read() as tx:
            due = await rows.next_due(tx)
        wait = self._pace.poll
        if due is not None:
            ahead = (due - self._clock()).total_seconds()
            wait = min(ahead, wait) if ahead > 0 else wait
        with suppress(TimeoutError):
            await asyncio.wait_for(self._woken.wait(), timeout=wait)

    async def _do(self, claim: Claim, run: Run) -> None:
        beat = asyncio.create_task(self._keep(claim))
        try:
            await run(claim)
            async with self._store.write() as tx:
                await rows.finish_job(tx, claim)
        except Superseded:
            log.warning("job %s was taken over; its result is dropped", claim.job.key)
        except Exception as error:
            log.warning("job %s failed: %s", claim.job.key, type(error).__name__)
            log.debug("the failure of %s", claim.job.key, exc_info=error)
            await self._put_off(claim, _story(error))
        finally:
            beat.cancel()
            self._woken.set()

    async def _put_off(self, claim: Claim, error: str) -> None:
        async with self._store.write() as tx:
            if claim.attempts >= self._pace.attempts:
                await rows.bury_job(tx, claim, error=error)
            else:
                due = self._clock() + pause(claim.attempts, self._pace)
                await rows.retry_job(tx, claim, due=due, error=error)

    async def _keep(self, claim: Claim) -> None:
        while True:
            await asyncio.sleep(self._pace.lease.total_seconds() / 3)
            async with self._store.write() as tx:
                await rows.renew_job(tx, claim, until=self._clock() + self._pace.lease)


async def _cancel(running: Collection[asyncio.Task[None]]) -> None:
    for task in running:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)


def _story(error: Exception) -> str:
    """Where it failed and why, without what members said."""
    places = "".join(traceback.format_tb(error.__traceback__)[-6:])
    return f"{places}{type(error).__name__}: {str(error)[:300]}"
