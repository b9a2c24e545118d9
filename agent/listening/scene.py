"""A talk made ready for the signals: who answered what, in which thread, in whose hours."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from agent.listening import cues
from agent.listening.names import Names, mentioned, names_of
from agent.listening.pace import (
    READ_LEAST,
    SURE,
    answered_by,
    awake,
    hours_in,
    is_asking,
    read_since,
    tau_of,
    waits_of,
)
from agent.listening.room.line import NOBODY, Drawers, Line, Sort
from agent.listening.sorting import Wording, wording
from agent.listening.threads import threads_of
from agent.listening.words import read
from community.conversation import Link, Message, MessageKind, Talk, Thread
from community.people import Member, Role

__all__ = ["STAFF", "SURE", "Scene", "awake", "read", "scene_of"]

STAFF = frozenset({Role.ASSISTANT, Role.LEADER, Role.EXPERT, Role.FACILITATOR, Role.OWNER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One look at a room: `spoken` are the words of people, oldest first, `recent` the last days.

    `replies` holds who answered a message (links below .4 count for nothing), `tau` how long a
    message may stand before its silence says something in this very room, `hours` the local hours
    in which the room is awake, `asking` what began a topic or put a question.
    """

    talk: Talk
    now: datetime
    zone: ZoneInfo
    spoken: tuple[Message, ...]
    recent: tuple[Message, ...]
    system: tuple[Message, ...]
    links: Mapping[int, Link]
    replies: Mapping[int, tuple[Message, ...]]
    threads: tuple[Thread, ...]
    thread_of: Mapping[int, Thread]
    reacted: Mapping[int, frozenset[int]]
    staff: frozenset[int]
    names: Names
    hours: frozenset[int]
    tau: timedelta
    arrived: Mapping[int, datetime]
    times: tuple[datetime, ...]
    by_id: Mapping[int, Message]
    by_author: Mapping[int, tuple[Message, ...]]
    addressed: Mapping[int, tuple[Message, ...]]
    asking: tuple[Message, ...]
    waits: tuple[timedelta, ...]
    minutes: tuple[float, ...]
    drawers: Drawers
    version: int

    def text(self, message: Message) -> str:
        """The plain text of a message."""
        return read(message.text)

    def age(self, message: Message) -> timedelta:
        """How long ago it was said; never negative."""
        return max(timedelta(0), self.now - message.at)

    def waited(self, message: Message) -> timedelta:
        """How long it has stood in the hours in which the room is awake."""
        return awake(message.at, self.now, self.hours, self.zone)

    def is_staff(self, message: Message) -> bool:
        """Whether somebody with a task in the community said it."""
        return message.author_id in self.staff

    def answers(self, message: Message) -> tuple[Message, ...]:
        """What others said to it."""
        return tuple(
            reply
            for reply in self.replies.get(message.id, ())
            if reply.author_id != message.author_id
        )

    def within(self, span: timedelta) -> tuple[Message, ...]:
        """What was said in the last `span`, oldest first."""
        return self.recent[bisect_left(self.times, self.now - span) :]

    def later(self, message: Message, within: timedelta | None = None) -> tuple[Message, ...]:
        """What was said after it, oldest first."""
        until = self.now if within is None else message.at + within
        return tuple(
            said
            for said in self.between(message.at, until)
            if (said.at, said.id) > (message.at, message.id)
        )

    def between(self, start: datetime, end: datetime) -> tuple[Message, ...]:
        """What was said in a stretch of the last days, both ends included."""
        return self.recent[bisect_left(self.times, start) : bisect_right(self.times, end)]

    def filed(self, sort: Sort) -> Mapping[Hashable, Line]:
        """What people said, sorted: whoever reads the same drawers again need not look again."""
        current = self.drawers.version == self.version
        return (self.drawers if current else Drawers(Line(self.spoken))).filed(sort)

    def saying(self, cue: Wording, span: timedelta) -> Sequence[Message]:
        """What holds a wording, of what was said in the last `span`, oldest first."""
        return self.marked(wording(cue), span)

    def marked(self, sort: Sort, span: timedelta) -> Sequence[Message]:
        """What `sort` files under True, of what was said in the last `span`, oldest first."""
        return self.filed(sort).get(True, NOBODY).between(self.now - span, self.now)

    def names_in(self, message: Message) -> tuple[int, ...]:
        """Whom the message addresses."""
        return mentioned(self.text(message), self.names)


def scene_of(talk: Talk, threads: Iterable[Thread], now: datetime) -> Scene:
    """Make a talk ready; `threads` are those of its links, or () to follow talk.links.

    A room that is heard message by message gives the same scene for less: room.room.
    """
    spoken = tuple(m for m in talk.messages if is_speech(m) and m.at <= now)
    system = tuple(m for m in talk.messages if m.kind is MessageKind.SYSTEM and m.at <= now)
    since = read_since(now)
    tail = spoken[-READ_LEAST:]
    recent = tuple(m for m in spoken[:-READ_LEAST] if m.at >= since) + tail
    zone = ZoneInfo(talk.community.timezone)
    replies = _replies(spoken, talk.links)
    asking = tuple(m for m in spoken if is_asking(m, talk.links.get(m.id)))
    hours = hours_in(spoken, zone)
    found = tuple(threads) or threads_of(spoken, talk.links.values())
    names = known_names(talk.members)
    by_author, addressed = _by_people(recent, names)
    waits, minutes = waits_of(asking, replies, hours, zone)
    return Scene(
        talk=talk,
        now=now,
        zone=zone,
        spoken=spoken,
        recent=recent,
        system=system,
        links=talk.links,
        replies=replies,
        threads=found,
        thread_of={m.id: thread for thread in found for m in thread.messages},
        reacted=_reacted(talk, now),
        staff=staff_of(talk.members),
        names=names,
        by_id={message.id: message for message in spoken},
        times=tuple(message.at for message in recent),
        by_author=by_author,
        addressed=addressed,
        hours=hours,
        arrived=arrivals(system, talk.members, now),
        asking=asking,
        tau=tau_of(waits),
        waits=tuple(waits),
        minutes=tuple(minutes),
        drawers=Drawers(Line(spoken)),
        version=0,
    )


def _by_people(
    said: tuple[Message, ...], names: Names
) -> tuple[dict[int, tuple[Message, ...]], dict[int, tuple[Message, ...]]]:
    """What each member said, and what was addressed to them."""
    own: defaultdict[int, list[Message]] = defaultdict(list)
    addressed: defaultdict[int, list[Message]] = defaultdict(list)
    for message in said:
        if message.author_id is not None:
            own[message.author_id].append(message)
        for member in mentioned(read(message.text), names):
            addressed[member].append(message)
    return (
        {author: tuple(each) for author, each in own.items()},
        {member: tuple(each) for member, each in addressed.items()},
    )


def _reacted(talk: Talk, now: datetime) -> dict[int, frozenset[int]]:
    """Who reacted to each message by now."""
    reacted: defaultdict[int, set[int]] = defaultdict(set)
    for reaction in talk.reactions:
        if reaction.at <= now:
            reacted[reaction.message_id].add(reaction.member_id)
    return {key: frozenset(value) for key, value in reacted.items()}


def known_names(members: Mapping[int, Member]) -> Names:
    """Who is meant by a name among these members."""
    return _names(tuple((m.id, m.name, m.aliases) for m in members.values()))


def staff_of(members: Mapping[int, Member]) -> frozenset[int]:
    """Who has a task in the community."""
    return frozenset(m.id for m in members.values() if m.role in STAFF)


@lru_cache(maxsize=64)
def _names(members: tuple[tuple[int, str, tuple[str, ...]], ...]) -> Names:
    return names_of(
        Member(id=id_, community_id=0, name=name, aliases=aliases) for id_, name, aliases in members
    )


def arrivals(
    lines: Iterable[Message], members: Mapping[int, Member], now: datetime
) -> dict[int, datetime]:
    """Who joined when and is still here: by the member's record, else by the room's own lines."""
    found: dict[int, datetime] = {}
    known = tuple((m.id, m.name, m.aliases) for m in members.values())
    gone = {m.id for m in members.values() if m.left_at is not None and m.left_at <= now}
    for line in lines:
        if cues.JOINED.search(line.text):
            who = line.text.split("邀请")[-1].split("通过")[0]
            found.update(dict.fromkeys(_meant(known, who), line.at))
            gone.difference_update(_meant(known, who))
        elif cues.LEFT.search(line.text):
            gone.update(_meant(known, line.text))
    for member in members.values():
        if member.joined_at is not None and member.joined_at <= now:
            found.setdefault(member.id, member.joined_at)
    return {member: at for member, at in found.items() if member not in gone}


def next_change(members: Mapping[int, Member], now: datetime) -> datetime:
    """When the next member comes or goes by their record."""
    times = (at for m in members.values() for at in (m.joined_at, m.left_at) if at is not None)
    return min((at for at in times if at > now), default=datetime.max.replace(tzinfo=UTC))


@lru_cache(maxsize=1024)
def _meant(known: tuple[tuple[int, str, tuple[str, ...]], ...], line: str) -> tuple[int, ...]:
    """Members whose name stands in a line of the room itself."""
    return tuple(id_ for id_, name, more in known if any(each in line for each in (name, *more)))


def is_speech(message: Message) -> bool:
    """Whether a person said it to the room, and it still stands."""
    return (
        message.kind is not MessageKind.SYSTEM
        and not message.by_simmer
        and message.to_id is None
        and message.recalled_at is None
    )


def _replies(
    spoken: tuple[Message, ...], links: Mapping[int, Link]
) -> Mapping[int, tuple[Message, ...]]:
    found: defaultdict[int, list[Message]] = defaultdict(list)
    for message in spoken:
        parent = answered_by(message, links.get(message.id))
        if parent is not None:
            found[parent].append(message)
    return {parent: tuple(said) for parent, said in found.items()}
