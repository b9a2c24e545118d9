"""Drafts nobody decided: the snoozed come back, the outdated go."""

from community.store import suggestions
from server.work import Work


async def expire(work: Work) -> None:
    """Wake and expire everything whose moment has come."""
    async with work.finishing() as change:
        woken = await suggestions.wake(change.tx, work.now)
        gone = await suggestions.expire(change.tx, work.now)
        for each in (*woken, *gone):
            change.tell("suggestion", each.community_id, each.id, each.zone_id)
