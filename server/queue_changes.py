"""Drafts that leave the queue with their reason, or come back with it: told to the open pages."""

from datetime import datetime

from community.actions.let_go import bring_drafts_back, let_drafts_go
from server.broadcast import Change


async def drafts_gone(change: Change, community_id: int, message_id: int) -> None:
    """The reason for the drafts on a message was taken away."""
    gone = await let_drafts_go(change.tx, community_id=community_id, message_id=message_id)
    for draft in gone:
        change.tell("suggestion", community_id, draft.id, draft.zone_id)


async def drafts_back(change: Change, community_id: int, message_id: int, at: datetime) -> None:
    """The reason was given back."""
    for draft in await bring_drafts_back(
        change.tx, community_id=community_id, message_id=message_id, at=at
    ):
        change.tell("suggestion", community_id, draft.id, draft.zone_id)
