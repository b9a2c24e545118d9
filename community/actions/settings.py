"""Settings of a community: the owner's to change, and each change is noted."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from community.actions.messages import look_job
from community.errors import NotAllowed, NotFound
from community.jobs import JobQueue
from community.people import Member, Role
from community.store import communities
from community.store.audits import insert_audit
from community.store.engine import Tx

CHANGED = "settings_changed"


async def change_settings(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    settings: Mapping[str, object],
    names: tuple[str, ...],
    by: Member,
    at: datetime,
) -> None:
    """Keep checked settings, note which were changed, and look at every room anew."""
    if by.role is not Role.OWNER:
        raise NotAllowed("role_may_not", role=by.role)
    await communities.set_settings(tx, by.community_id, settings)
    await insert_audit(
        tx,
        at=at,
        action=CHANGED,
        subject=f"community:{by.community_id}",
        community_id=by.community_id,
        account_id=by.account_id,
        facts={"names": " ".join(sorted(names))},
    )
    for zone in await communities.zones(tx, by.community_id):
        await queue.put(tx, look_job(zone, at))


async def plan_appointments(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    rows: Sequence[Mapping[str, object]],
    by: Member,
    at: datetime,
) -> None:
    """Keep the calendar of topics beside the settings, note it, and look at every room anew."""
    found = await communities.community(tx, by.community_id)
    if found is None:
        raise NotFound("not_found")
    planned = {**found.settings, "appointments": [dict(each) for each in rows]}
    await communities.set_settings(tx, by.community_id, planned)
    await insert_audit(
        tx,
        at=at,
        action=CHANGED,
        subject=f"community:{by.community_id}",
        community_id=by.community_id,
        account_id=by.account_id,
        facts={"names": "appointments"},
    )
    for zone in await communities.zones(tx, by.community_id):
        await queue.put(tx, look_job(zone, at))
