"""Jobs: put in the transaction of their cause, claimed under a lease, finished under a fence.

    waiting ──claim──▶ running ──finish──▶ (gone)
       ▲                  │ fails, or its lease runs out
       └──────────────────┴── after too many attempts ──▶ dead (with the error)

A claim raises the fence; whoever finishes must still hold the fence it was given. Ids are never
used twice: a claim on a job that is gone must not fit the next one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import ColumnElement, RowMapping, and_, delete, func, insert, or_, select, update

from community.jobs import Job
from community.store.engine import Tx
from community.store.tables import jobs

_table = jobs.c
_OTHER = jobs.alias("other")
_WAITING, _RUNNING, _DEAD = "waiting", "running", "dead"
ERROR_CHARACTERS = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A job that is being done, and the fence under which it may be finished."""

    id: int
    job: Job
    fence: int
    attempts: int


def _claim(row: RowMapping) -> Claim:
    job = Job(
        name=row["name"],
        key=row["key"],
        room=row["room"],
        due=row["due"],
        payload=row["payload"],
    )
    return Claim(id=row["id"], job=job, fence=row["fence"], attempts=row["attempts"])


async def put_job(tx: Tx, job: Job, *, now: datetime, patience: timedelta) -> None:
    """Keep a job; a waiting one with the same key gives way to it.

    However often it is put off when its time is near, it runs at the latest `patience` after it
    was first due.
    """
    found = await tx.execute(
        select(_table.id, _table.first_due).where(_table.key == job.key, _table.state == _WAITING)
    )
    row = found.mappings().one_or_none()
    values = {"name": job.name, "room": job.room, "payload": dict(job.payload)}
    if row is None:
        new = {**values, "key": job.key, "state": _WAITING, "due": job.due, "first_due": job.due}
        await tx.execute(insert(jobs).values(new))
        return
    near = cast("datetime", row["first_due"]) <= now + patience
    first = min(cast("datetime", row["first_due"]), job.due) if near else job.due
    due = min(job.due, first + patience)
    changed = {**values, "due": due, "first_due": first, "attempts": 0, "error": None}
    await tx.execute(update(jobs).where(_table.id == row["id"]).values(changed))


@dataclass(frozen=True, slots=True, kw_only=True)
class Yielding:
    """Jobs of these names let all others go first and start alone, until they waited `longest`."""

    names: frozenset[str] = frozenset()
    longest: timedelta = timedelta(minutes=1)


def _stands_back(now: datetime, yielding: Yielding) -> ColumnElement[bool]:
    """A job that lets the running ones end first."""
    running = _OTHER.c
    others = select(running.id).where(running.state == _RUNNING, running.lease_until > now)
    patient = _table.due > now - yielding.longest
    return and_(_table.name.in_(yielding.names), patient, others.exists())


def _ready(now: datetime) -> ColumnElement[bool]:
    """Due, or left behind by a worker whose lease ran out; and its room is free."""
    running = _OTHER.c
    busy = (
        select(running.id)
        .where(running.room == _table.room, running.state == _RUNNING, running.lease_until > now)
        .exists()
    )
    waiting = and_(_table.state == _WAITING, _table.due <= now)
    left = and_(_table.state == _RUNNING, _table.lease_until <= now)
    return and_(or_(waiting, left), ~busy)


async def claim_job(
    tx: Tx, *, now: datetime, lease: timedelta, yielding: Yielding = Yielding()
) -> Claim | None:
    """Take the job that has been due the longest and whose room is free; yielding ones last."""
    first = (
        select(_table.id)
        .where(_ready(now), ~_stands_back(now, yielding))
        .order_by(_table.name.in_(yielding.names), _table.due, _table.id)
        .limit(1)
    )
    statement = (
        update(jobs)
        .where(_table.id == first.scalar_subquery())
        .values(
            state=_RUNNING,
            fence=_table.fence + 1,
            attempts=_table.attempts + 1,
            lease_until=now + lease,
        )
        .returning(*jobs.c)
    )
    row = (await tx.execute(statement)).mappings().one_or_none()
    return None if row is None else _claim(row)


def _held(claim: Claim) -> ColumnElement[bool]:
    return and_(_table.id == claim.id, _table.fence == claim.fence, _table.state == _RUNNING)


async def renew_job(tx: Tx, claim: Claim, *, until: datetime) -> bool:
    """Keep the lease of a job that takes long; False where it was taken over."""
    changed = await tx.execute(update(jobs).where(_held(claim)).values(lease_until=until))
    return changed.rowcount > 0


async def finish_job(tx: Tx, claim: Claim) -> bool:
    """Let go of a job that is done; False where it was taken over meanwhile."""
    gone = await tx.execute(delete(jobs).where(_held(claim)))
    return gone.rowcount > 0


async def retry_job(tx: Tx, claim: Claim, *, due: datetime, error: str) -> bool:
    """Let a failed job wait for another attempt; a newer one with its key makes it needless."""
    newer = select(_table.id).where(_table.key == claim.job.key, _table.state == _WAITING)
    if await tx.scalar(newer) is not None:
        return await finish_job(tx, claim)
    changed = await tx.execute(
        update(jobs)
        .where(_held(claim))
        .values(state=_WAITING, due=due, first_due=due, lease_until=None)
        .values(error=error[-ERROR_CHARACTERS:])
    )
    return changed.rowcount > 0


async def bury_job(tx: Tx, claim: Claim, *, error: str) -> bool:
    """Give a job up and keep its error, for a person to see."""
    changed = await tx.execute(
        update(jobs)
        .where(_held(claim))
        .values(state=_DEAD, lease_until=None, error=error[-ERROR_CHARACTERS:])
    )
    return changed.rowcount > 0


async def free_jobs(tx: Tx) -> None:
    """Let every running job be claimed again: the process that ran them is gone.

    Only who has the database alone may say so; among others what is left shows by its lease.
    """
    await tx.execute(update(jobs).where(_table.state == _RUNNING).values(lease_until=_table.due))


async def next_due(tx: Tx) -> datetime | None:
    """When the next job is due or the next lease runs out."""
    waiting = select(func.min(_table.due)).where(_table.state == _WAITING)
    leased = select(func.min(_table.lease_until)).where(_table.state == _RUNNING)
    moments = [await tx.scalar(waiting), await tx.scalar(leased)]
    return min((moment for moment in moments if moment is not None), default=None)


async def put_off_job(tx: Tx, key: str, *, until: datetime) -> None:
    """Let a waiting job wait longer, however often that was asked before."""
    waiting = and_(_table.key == key, _table.state == _WAITING)
    await tx.execute(update(jobs).where(waiting).values(due=until, first_due=until))


async def is_waiting(tx: Tx, key: str) -> bool:
    """Whether a job with this key waits for its time."""
    statement = select(_table.id).where(_table.key == key, _table.state == _WAITING)
    return await tx.scalar(statement) is not None


async def count_jobs(tx: Tx, *names: str) -> int:
    """How many jobs of these names wait or run; of all names without one."""
    open_jobs = select(func.count()).where(_table.state.in_([_WAITING, _RUNNING]))
    chosen = open_jobs.where(_table.name.in_(names)) if names else open_jobs
    return cast("int", await tx.scalar(chosen))


async def payloads_of(tx: Tx, name: str) -> tuple[Mapping[str, int | str], ...]:
    """What every job of a name is about, those that were given up included."""
    rows = await tx.execute(select(_table.payload).where(_table.name == name))
    return tuple(row.payload for row in rows)


async def dead_jobs(tx: Tx) -> tuple[tuple[str, str], ...]:
    """The jobs that were given up: name and error."""
    rows = await tx.execute(select(_table.name, _table.error).where(_table.state == _DEAD))
    return tuple((row.name, row.error or "") for row in rows)
