"""Who answers whom inside one thread, with the best that is known."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from agent.distilling import cues
from agent.distilling.figures import numbers_in
from agent.distilling.sentences import unaddressed
from agent.listening.words import words
from community.conversation import LinkSource, Message, Talk, Thread
from community.people import STAFF, Member, Role

STRAYS = timedelta(minutes=15)
"""How soon after their last word here somebody may still be speaking of it elsewhere."""
SHARED = 2
REPORTS = timedelta(days=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A thread with its reply structure: parents, children and places by message id."""

    thread: Thread
    by_id: Mapping[int, Message]
    parents: Mapping[int, int | None]
    children: Mapping[int, tuple[Message, ...]]
    places: Mapping[int, int]
    members: Mapping[int, Member]

    def parent(self, message: Message) -> Message | None:
        """The message of this thread it answers, if any."""
        return self.by_id.get(self.parents.get(message.id) or 0)

    def replies(self, message: Message) -> tuple[Message, ...]:
        """What answers it, in order."""
        return self.children.get(message.id, ())

    def hosted(self, message: Message) -> bool:
        """Whether anybody with a task in the community said it."""
        author = self.members.get(message.author_id or 0)
        return author is not None and author.role in STAFF

    def runs(self, message: Message) -> bool:
        """Whether somebody who runs the community said it: their word on a rule is the rule."""
        author = self.members.get(message.author_id or 0)
        return author is not None and author.role in STAFF - {Role.EXPERT}

    def name(self, message: Message) -> str:
        """What the group calls its author; empty where nobody may be named."""
        author = self.members.get(message.author_id or 0)
        return author.name if author is not None and not author.opted_out else ""


def _goes_on(stray: Message, before: Message) -> bool:
    """Whether the same author takes up a number or two content words of what they just said."""
    now, then = unaddressed(stray.text), unaddressed(before.text)
    if set(numbers_in(now)) & set(numbers_in(then)):
        return True
    return len(words(now) & words(then)) >= SHARED


def gathered(thread: Thread, talk: Talk) -> Thread:
    """The thread with what its speakers added right after, where no reply link says so.

    A condition that comes as a message of its own starts a topic for the linker and none for
    people: it belongs to the statement it limits.
    """
    ids = {message.id for message in thread.messages}
    said: dict[int, list[Message]] = {}
    for message in thread.messages:
        said.setdefault(message.author_id or 0, []).append(message)
    root = thread.messages[0]
    strays = [
        stray
        for stray in _after(talk, root.at, thread.messages[-1].at + REPORTS)
        if stray.id not in ids
        and stray.author_id in said
        and (_adds(stray, said[stray.author_id], talk) or _reports(stray, thread, talk))
    ]
    if not strays:
        return thread
    every = sorted((*thread.messages, *strays), key=lambda message: (message.at, message.id))
    return Thread(root_id=thread.root_id, messages=tuple(every))


def _after(talk: Talk, since: datetime, until: datetime) -> tuple[Message, ...]:
    start = bisect_left(talk.messages, since, key=lambda message: message.at)
    end = bisect_right(talk.messages, until, key=lambda message: message.at)
    return talk.messages[start:end]


def _adds(stray: Message, said: Sequence[Message], talk: Talk) -> bool:
    return _begins(stray, talk) and any(
        timedelta() <= stray.at - before.at <= STRAYS and _goes_on(stray, before) for before in said
    )


def _reports(stray: Message, thread: Thread, talk: Talk) -> bool:
    """Whether whoever asked comes back with what came of it, as in 报:今天小测."""
    root = thread.messages[0]
    link = talk.links.get(stray.id)
    guessed = stray.reply_to_id is None and (link is None or link.by is LinkSource.MODEL)
    if stray.author_id != root.author_id or not guessed:
        return False
    if not cues.REPORTS.search(stray.text.strip()):
        return False
    about = frozenset[str]().union(*(words(unaddressed(m.text)) for m in thread.messages))
    return len(words(unaddressed(stray.text)) & about) > SHARED


def _begins(message: Message, talk: Talk) -> bool:
    link = talk.links.get(message.id)
    return message.reply_to_id is None and (link is None or link.parent_id is None)


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
        places={message.id: place for place, message in enumerate(thread.messages)},
        members=talk.members,
    )
