"""Imports that are under way: each under a lease, so that one nobody works on any more has failed.

    running ──publish──▶ done
       │ the file is refused, or the lease ran out
       └──▶ failed

The end of the lease is a job. Whoever takes the file in puts it off again and again; what a
process left when it died comes due, at whichever process is still there.
"""

from datetime import datetime, timedelta

from community.jobs import Job, JobQueue
from community.store.engine import Tx
from community.store.imports import fail_imports, insert_import, running_imports
from community.store.jobs import payloads_of, put_off_job

LEASE_END = "import_lease"
LEASE = timedelta(seconds=60)
BEAT = timedelta(seconds=15)
"""How often a lease is renewed: it outlives three beats that do not come."""


async def begin_import(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    community_id: int,
    name: str,
    digest: str,
    at: datetime,
    beside: bool = False,
) -> int:
    """Remember that an import began, under a lease; its id.

    `beside`: by a command, which outlives the server it runs beside.
    """
    import_id = await insert_import(tx, community_id, name, digest, at)
    end = Job(
        name=LEASE_END,
        key=_key(import_id),
        room=_key(import_id),
        due=at + LEASE,
        payload={"import": import_id, "beside": int(beside)},
    )
    await queue.put(tx, end)
    return import_id


async def renew_import(tx: Tx, import_id: int, at: datetime) -> None:
    """Say that somebody still works on it."""
    await put_off_job(tx, _key(import_id), until=at + LEASE)


async def fail_left_imports(tx: Tx, at: datetime, *, alone: bool) -> tuple[tuple[int, int], ...]:
    """Say of imports that are left for sure that they failed; id and community of each.

    A server that starts alone at its database knows what servers began to be left, though not
    what commands did; among others only what is under no lease is, the rest shows by its lease.
    """
    leases = await payloads_of(tx, LEASE_END)
    kept = {int(each["import"]) for each in leases if not alone or each["beside"]}
    left = [each for each in await running_imports(tx) if each not in kept]
    return await fail_imports(tx, left, at)


def _key(import_id: int) -> str:
    return f"import:{import_id}"
