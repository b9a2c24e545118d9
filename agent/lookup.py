"""What the library holds on the questions that are open in a room."""

from datetime import datetime, timedelta

from agent.context import Similar
from agent.listening import cues
from agent.listening.words import plain
from community.conversation import Message, MessageKind, Talk

FRESH = timedelta(hours=6)
PEERS_FIRST = timedelta(minutes=10)
"""Peers answer before the library does."""
ASKED = 2
"""Newest questions that are looked up in one look."""


async def known_of(
    talk: Talk, now: datetime, similar: Similar | None
) -> dict[int, tuple[str, ...]]:
    """Passages by message id for the newest open questions; {} without a library."""
    if similar is None:
        return {}
    replied = {each.reply_to_id for each in talk.messages}
    replied |= {link.parent_id for link in talk.links.values()}
    open_now = [each for each in talk.messages if _is_open(each, now) and each.id not in replied]
    return {each.id: await similar(plain(each.text)) for each in open_now[-ASKED:]}


def _is_open(message: Message, now: datetime) -> bool:
    asks = message.kind is MessageKind.TEXT and cues.SEEKS.search(plain(message.text))
    return bool(asks) and message.to_id is None and PEERS_FIRST <= now - message.at <= FRESH
