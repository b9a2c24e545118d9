"""Which community comes after which: the later one inherits what the earlier one signed."""

from datetime import date

from community.errors import Conflict, NotFound
from community.store import communities
from community.store.engine import Tx

LONGEST_LINE = 50
"""Cohorts in a row that are looked back at."""


async def inherit_from(
    tx: Tx, community_id: int, *, parent_id: int | None, began_on: date | None
) -> None:
    """Let a community come after another one, or after none; never after itself, however far."""
    seen = parent_id
    for _ in range(LONGEST_LINE):
        if seen is None:
            break
        if seen == community_id:
            raise Conflict("cohort_circle")
        earlier = await communities.community(tx, seen)
        if earlier is None:
            raise NotFound("cohort_not_yours")
        seen = earlier.parent_id
    day = None if began_on is None else began_on.isoformat()
    await communities.set_cohort(tx, community_id, parent_id=parent_id, began_on=day)
