"""A message as the figures see it: who, when, what it answers, and what it does."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntFlag

from agent.listening import cues
from agent.listening.pace import SURE
from agent.listening.words import is_han, plain
from community.conversation import Link, LinkSource, Message, MessageKind

SIMMER = 0
"""Simmer's own account, which is no member: its words are counted apart from those of people."""
LONG = {True: 20, False: 60}
"""Characters from which a line may share something, in Chinese and elsewhere."""


class Act(IntFlag):
    """What a message does, by general wordings (agent.listening.cues) and never by its topic."""

    NOTHING = 0
    ASKS = 1
    CALLS = 2
    """A notice or a call to everybody; one of staff is a push."""
    INVITES = 4
    """A call that wants something said: a topic, a poll, a round."""
    THANKS = 8
    SHARES = 16
    PRAISES = 32
    TELLS_OUTCOME = 64
    WELCOMES = 128
    """Greets, wishes, takes leave: it says that somebody belongs here."""
    BARE = 256
    """A nod, a chain, a picture alone: it asks for no answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One public message. `author_id` is SIMMER for Simmer's own.

    `parent_id` is what it answers, None where it opens a topic; `linked` is False where nobody
    has judged yet what it answers. A recalled one is `gone`: its place is kept, it counts nowhere.
    """

    id: int
    author_id: int
    at: datetime
    parent_id: int | None = None
    linked: bool = True
    acts: Act = Act.NOTHING
    gone: bool = False


def utterance_of(message: Message, link: Link | None) -> Utterance | None:
    """What the figures need of a message; None for lines of the platform and private words."""
    author = SIMMER if message.by_simmer else message.author_id
    if author is None or message.to_id is not None or message.kind is MessageKind.SYSTEM:
        return None
    return Utterance(
        id=message.id,
        author_id=author,
        at=message.at,
        parent_id=_parent(message, link),
        linked=link is not None or message.reply_to_id is not None,
        acts=Act.NOTHING if message.recalled_at else acts_of(message.text, message.kind),
        gone=message.recalled_at is not None,
    )


def _parent(message: Message, link: Link | None) -> int | None:
    """What it answers; a guess below .4 counts for nothing, as in listening."""
    if link is None:
        return message.reply_to_id
    sure = link.confidence >= SURE or link.by in (LinkSource.PERSON, LinkSource.PLATFORM)
    return link.parent_id if sure else None


def acts_of(text: str, kind: MessageKind = MessageKind.TEXT) -> Act:
    """What a text does; a line may do several things."""
    read = plain(text)
    if kind not in (MessageKind.TEXT, MessageKind.LINK) or not read.strip():
        return Act.BARE
    asks = cues.ASKS.search(read)
    serious = cues.SEEKS.search(read) or not cues.RHETORICAL.search(read)
    long = len(read) >= LONG[is_han(read)]
    found = {
        Act.ASKS: asks and serious,
        Act.CALLS: cues.NOTICE.search(read) or cues.PUSH.search(read),
        Act.INVITES: cues.PUSH.search(read),
        Act.THANKS: cues.THANKS.search(read),
        Act.SHARES: long and cues.SHARES.search(read) and not cues.NOTICE.search(read),
        Act.PRAISES: cues.SUPPORTS.search(read),
        Act.TELLS_OUTCOME: cues.OUTCOME.search(read),
        Act.WELCOMES: cues.GREETS.search(read) or cues.BIRTHDAY.search(read),
        Act.BARE: cues.ACK.match(read) or cues.CHAIN.match(read),
    }
    acts = Act.NOTHING
    for act, is_so in found.items():
        acts |= act if is_so else Act.NOTHING
    return acts
