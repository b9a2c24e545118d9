"""A talk made ready for the signals: who answered what, in which thread, in whose hours."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from agent.listening import cues
from agent.listening.names import Names, mentioned, names_of
from agent.listening.threads import threads_of
from agent.listening.words import plain
from community.conversation import Link, LinkSource, Message, MessageKind, Talk, Thread
from community.people import Member, Role

STAFF = frozenset({Role.ASSISTANT, Role.LEADER, Role.EXPERT, Role.FACILITATOR, Role.OWNER})
SURE = 0.4
READ_DAYS = 4
READ_LEAST = 60
COLD_TAU = timedelta(minutes=60)
TAU_LEAST = timedelta(minutes=10)
TAU_MOST = timedelta(hours=24)
ENOUGH_ANSWERS = 20
MARGIN = 1.2
ENOUGH_MESSAGES = 100
HOURS_FROM = 1000
DEFAULT_HOURS = frozenset(range(8, 23))


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

    def names_in(self, message: Message) -> tuple[int, ...]:
        """Whom the message addresses."""
        return mentioned(self.text(message), self.names)


read = lru_cache(maxsize=4096)(plain)


def scene_of(talk: Talk, threads: Iterable[Thread], now: datetime) -> Scene:
    """Make a talk ready; `threads` are those of its links, or () to follow talk.links."""
    spoken = tuple(m for m in talk.messages if _is_speech(m) and m.at <= now)
    since = now - timedelta(days=READ_DAYS)
    tail = spoken[-READ_LEAST:]
    recent = tuple(m for m in spoken[:-READ_LEAST] if m.at >= since) + tail
    zone = ZoneInfo(talk.community.timezone)
    replies = _replies(spoken, talk.links)
    asking = starts_or_asks(spoken, talk.links)
    hours = _hours(spoken, zone)
    found = tuple(threads) or threads_of(spoken, talk.links.values())
    names = _names(tuple((m.id, m.name, m.aliases) for m in talk.members.values()))
    by_author, addressed = _by_people(recent, names)
    return Scene(
        talk=talk,
        now=now,
        zone=zone,
        spoken=spoken,
        recent=recent,
        system=tuple(m for m in talk.messages if m.kind is MessageKind.SYSTEM and m.at <= now),
        links=talk.links,
        replies=replies,
        threads=found,
        thread_of={m.id: thread for thread in found for m in thread.messages},
        reacted=_reacted(talk, now),
        staff=frozenset(m.id for m in talk.members.values() if m.role in STAFF),
        names=names,
        by_id={message.id: message for message in spoken},
        times=tuple(message.at for message in recent),
        by_author=by_author,
        addressed=addressed,
        hours=hours,
        arrived=arrivals(talk, now),
        asking=asking,
        tau=tau_of(asking, replies, hours, zone),
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


@lru_cache(maxsize=64)
def _names(members: tuple[tuple[int, str, tuple[str, ...]], ...]) -> Names:
    return names_of(
        Member(id=id_, community_id=0, name=name, aliases=aliases) for id_, name, aliases in members
    )


def arrivals(talk: Talk, now: datetime) -> Mapping[int, datetime]:
    """Who joined when and is still here: by the member's record, else by the room's own lines."""
    found: dict[int, datetime] = {}
    known = tuple((m.id, m.name, m.aliases) for m in talk.members.values())
    gone = {m.id for m in talk.members.values() if m.left_at is not None and m.left_at <= now}
    for line in talk.messages:
        if line.kind is not MessageKind.SYSTEM or line.at > now:
            continue
        if cues.JOINED.search(line.text):
            who = line.text.split("邀请")[-1].split("通过")[0]
            found.update(dict.fromkeys(_meant(known, who), line.at))
            gone.difference_update(_meant(known, who))
        elif cues.LEFT.search(line.text):
            gone.update(_meant(known, line.text))
    for member in talk.members.values():
        if member.joined_at is not None and member.joined_at <= now:
            found.setdefault(member.id, member.joined_at)
    return {member: at for member, at in found.items() if member not in gone}


@lru_cache(maxsize=1024)
def _meant(known: tuple[tuple[int, str, tuple[str, ...]], ...], line: str) -> tuple[int, ...]:
    """Members whose name stands in a line of the room itself."""
    return tuple(id_ for id_, name, more in known if any(each in line for each in (name, *more)))


def _is_speech(message: Message) -> bool:
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
        link = links.get(message.id)
        parent = message.reply_to_id if link is None else link.parent_id
        if parent is None:
            continue
        if link is None or link.confidence >= SURE or link.by is LinkSource.PERSON:
            found[parent].append(message)
    return {parent: tuple(said) for parent, said in found.items()}


def _hours(spoken: tuple[Message, ...], zone: ZoneInfo) -> frozenset[int]:
    """Eight in the morning to ten in the evening, and what else holds 2 % of what was said."""
    counts = Counter(message.at.astimezone(zone).hour for message in spoken[-HOURS_FROM:])
    often = {
        hour for hour, count in counts.items() if count * 50 >= max(ENOUGH_MESSAGES, len(spoken))
    }
    return DEFAULT_HOURS | often


@lru_cache(maxsize=16384)
def awake(start: datetime, end: datetime, hours: frozenset[int], zone: ZoneInfo) -> timedelta:
    """Time between two moments that fell into the local `hours`, at most fourteen days of it."""
    at = max(start, end - timedelta(days=14)).astimezone(UTC)
    end = end.astimezone(UTC)
    days = max(0, (end - at).days)
    total, at = timedelta(hours=days * len(hours)), at + timedelta(days=days)
    while at < end:
        border = at.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        step = min(border, end)
        if at.astimezone(zone).hour in hours:
            total += step - at
        at = step
    return total


def starts_or_asks(spoken: tuple[Message, ...], links: Mapping[int, Link]) -> tuple[Message, ...]:
    """Messages that begin a topic or put a question: those a room owes an answer."""
    return tuple(
        message
        for message in spoken
        if (message.id in links and links[message.id].parent_id is None)
        or cues.ASKS.search(read(message.text))
    )


def tau_of(
    asking: tuple[Message, ...],
    replies: Mapping[int, tuple[Message, ...]],
    hours: frozenset[int],
    zone: ZoneInfo,
) -> timedelta:
    """P90 of the room's own first answers to what started or asked something, and a fifth more.

    Clamped to 10 minutes–24 hours; 60 minutes until twenty answers are known (thresholds §2).
    """
    waits: list[timedelta] = []
    for message in asking:
        answers = [r for r in replies.get(message.id, ()) if r.author_id != message.author_id]
        if answers:
            waits.append(awake(message.at, answers[0].at, hours, zone))
    if len(waits) < ENOUGH_ANSWERS:
        return COLD_TAU
    waits.sort()
    return min(TAU_MOST, max(TAU_LEAST, MARGIN * waits[int(len(waits) * 0.9)]))
