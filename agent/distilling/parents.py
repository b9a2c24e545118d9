"""Who answers whom inside one thread, with the best that is known."""

from collections.abc import Mapping
from dataclasses import dataclass

from community.conversation import Message, Talk, Thread
from community.people import Member, Role

HOSTS = frozenset({Role.EXPERT, Role.FACILITATOR, Role.OWNER, Role.LEADER})
"""Whose word carries further: those who answer for what the community teaches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A thread with its reply structure: parents and children by message id."""

    thread: Thread
    by_id: Mapping[int, Message]
    parents: Mapping[int, int | None]
    children: Mapping[int, tuple[Message, ...]]
    members: Mapping[int, Member]

    def parent(self, message: Message) -> Message | None:
        """The message of this thread it answers, if any."""
        return self.by_id.get(self.parents.get(message.id) or 0)

    def replies(self, message: Message) -> tuple[Message, ...]:
        """What answers it, in order."""
        return self.children.get(message.id, ())

    def hosted(self, message: Message) -> bool:
        """Whether an expert, facilitator, leader or owner said it."""
        author = self.members.get(message.author_id or 0)
        return author is not None and author.role in HOSTS

    def name(self, message: Message) -> str:
        """What the group calls its author; empty where nobody may be named."""
        author = self.members.get(message.author_id or 0)
        return author.name if author is not None and not author.opted_out else ""


def exchange_of(thread: Thread, talk: Talk) -> Exchange:
    """The thread with parents: the talk's links first, then the platform's replies."""
    by_id = {message.id: message for message in thread.messages}
    parents: dict[int, int | None] = {}
    children: dict[int, list[Message]] = {}
    for message in thread.messages:
        link = talk.links.get(message.id)
        parent = link.parent_id if link is not None else message.reply_to_id
        parents[message.id] = parent if parent in by_id and parent != message.id else None
        if parents[message.id] is not None:
            children.setdefault(parents[message.id] or 0, []).append(message)
    return Exchange(
        thread=thread,
        by_id=by_id,
        parents=parents,
        children={key: tuple(value) for key, value in children.items()},
        members=talk.members,
    )
