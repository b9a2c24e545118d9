"""What Simmer says itself: kept once under its key, and the open pages hear of it."""

from community.conversation import Message
from community.store import messages
from server.broadcast import Change


async def say(change: Change, line: Message, key: str) -> None:
    """Keep a line of Simmer's own; what was said under this key before is not said again."""
    kept = await messages.insert_message(change.tx, line, key)
    if kept is not None:
        change.tell("message", kept.community_id, kept.id, kept.zone_id)
