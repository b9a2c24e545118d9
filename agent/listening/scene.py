"""A talk made ready for the signals: who answered what, in which thread, in whose hours."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from agent.listening.arrivals import arrivals
from agent.listening.line import NOBODY, Drawers, Line, Sort, order, said_at
from agent.listening.names import Names, known_names, mentioned
from agent.listening.pace import (
    awake,
    hours_in,
    is_asking,
    least_of,
    tau_of,
    waits_of,
)
from agent.listening.sorting import Wording, wording
from agent.listening.spoken import by_people, reacted_in, replies_among, spoken_in
from agent.listening.threads import LONG, threads_of
from agent.listening.words import read
from community.conversation import Link, Message, MessageKind, Talk, Thread
from community.people import STAFF, Member

T = TypeVar("T")


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
    long_threads: tuple[Thread, ...]
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
    answered: int = 0
    drawers: Drawers
    version: int = 0

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

    def is_private(self, member_id: int | None) -> bool:
        """Whether nothing may be told of this member: unknown here, opted out, or gone."""
        member = self.talk.members.get(member_id or 0)
        return member is None or member.opted_out or member.left_at is not None

    def opens(self, message: Message) -> bool:
        """Whether it starts something instead of answering."""
        link = self.links.get(message.id)
        return link is None or link.parent_id is None

    def parent(self, message: Message) -> Message | None:
        """What it answers, however sure that is; None of what starts something."""
        link = self.links.get(message.id)
        return self.by_id.get(link.parent_id or 0) if link else None

    def in_thread(self, message: Message) -> tuple[Message, ...]:
        """All that was said in its thread, itself included; () of what stands in none."""
        thread = self.thread_of.get(message.id)
        return thread.messages if thread else ()

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

    def later(
        self, message: Message, within: timedelta | None = None, most: int | None = None
    ) -> tuple[Message, ...]:
        """What was said after it, oldest first; the first `most` of it."""
        return self.recent[slice(*self._after(message, within, most))]

    def _after(
        self, message: Message, within: timedelta | None = None, most: int | None = None
    ) -> tuple[int, int]:
        """From which place to which in `recent` it was said after a message."""
        times, at = self.times, message.at
        end = len(times) if within is None else bisect_right(times, at + within)
        low = bisect_left(times, at)
        first = bisect_right(times, at, low)
        if first - low != 1 or self.recent[low] is not message:
            first = bisect_right(self.recent, order(message), low, first, key=order)
        return first, end if most is None else min(end, first + most)

    def any_later(
        self,
        judge: Callable[["Scene", Message, Message], bool | None],
        message: Message,
        within: timedelta | None = None,
        most: int | None = None,
    ) -> bool:
        """Whether `judge` holds for anything said after a message; each is judged once.

        None says that it does not hold now and may yet: only then it is judged again.
        """
        looked = self.kept.looked(judge, message.id)
        first, end = self._after(message, within, most)
        waiting = [*looked.open, *self.recent[first + looked.count : end]]
        looked.count, looked.open = max(0, end - first), []
        for said in waiting:
            found = judge(self, message, said)
            if found:
                looked.count, looked.open = 0, []
                return True
            if found is None:
                looked.open.append(said)
        return False

    def between(self, start: datetime, end: datetime) -> tuple[Message, ...]:
        """What was said in a stretch of the last days, both ends included."""
        return self.recent[bisect_left(self.times, start) : bisect_right(self.times, end)]

    def spoken_between(self, start: datetime, end: datetime) -> tuple[Message, ...]:
        """The same of all that is remembered, also further back than the last days."""
        first = bisect_left(self.spoken, start, key=said_at)
        return self.spoken[first : bisect_right(self.spoken, end, lo=first, key=said_at)]

    @property
    def kept(self) -> Drawers:
        """What is remembered of this talk from look to look; nothing where the room went on."""
        current = self.drawers.version == self.version
        return self.drawers if current else Drawers(Line(self.spoken))

    def filed(self, sort: Sort) -> Mapping[Hashable, Line]:
        """What people said, sorted: whoever reads the same drawers again need not look again."""
        return self.kept.filed(sort)

    def over(self, matter: Hashable) -> set[int]:
        """Messages that need no second look for a matter, by id; see Drawers.over."""
        return self.kept.over(matter)

    def of_thread(self, matter: Hashable, thread: Thread | None, read: Callable[[], T]) -> T:
        """What a thread was found to be; `read` depends on the thread and the members alone."""
        return read() if thread is None else self.kept.of_thread(matter, thread, read)

    def while_same(self, matter: Hashable, facts: tuple[object, ...], read: Callable[[], T]) -> T:
        """What follows from these facts alone: kept while they are the same and so is the past."""
        kept = self.kept
        return kept.while_same(matter, (kept.past, *facts), read)

    def saying(self, cue: Wording, span: timedelta) -> Sequence[Message]:
        """What holds a wording, of what was said in the last `span`, oldest first."""
        return self.marked(wording(cue), span)

    def marked(
        self, sort: Sort, span: timedelta, until: datetime | None = None
    ) -> Sequence[Message]:
        """What `sort` files under True, said in the last `span` (and by `until`), oldest first."""
        return self.kept.marked(sort, self.now - span, until or self.now)

    def ever(self, sort: Sort) -> Line:
        """What `sort` files under True, of all that is remembered."""
        return self.kept.filed(sort).get(True, NOBODY)

    def names_in(self, message: Message) -> tuple[int, ...]:
        """Whom the message addresses."""
        return mentioned(self.text(message), self.names)


def scene_of(talk: Talk, threads: Iterable[Thread], now: datetime) -> Scene:
    """Make a talk ready; `threads` are those of its links, or () to follow talk.links."""
    spoken, recent = spoken_in(talk, now)
    system = tuple(m for m in talk.messages if m.kind is MessageKind.SYSTEM and m.at <= now)
    zone = ZoneInfo(talk.community.timezone)
    replies = replies_among(spoken, talk.links)
    asking = tuple(m for m in spoken if is_asking(m, talk.links.get(m.id)))
    hours = hours_in(spoken, zone)
    found = tuple(threads) or threads_of(spoken, talk.links.values())
    names = known_names(talk.members)
    by_author, addressed = by_people(recent, names)
    waits, minutes = waits_of(asking, replies, hours, zone)
    times = tuple(message.at for message in recent)
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
        long_threads=tuple(thread for thread in found if len(thread.messages) >= LONG),
        thread_of={m.id: thread for thread in found for m in thread.messages},
        reacted=reacted_in(talk, now),
        staff=staff_of(talk.members),
        names=names,
        by_id={message.id: message for message in spoken},
        times=times,
        by_author=by_author,
        addressed=addressed,
        hours=hours,
        arrived=arrivals(system, talk.members, now),
        asking=asking,
        tau=tau_of(waits, least_of(times, now, hours)),
        waits=tuple(waits),
        minutes=tuple(minutes),
        drawers=Drawers(Line(spoken)),
    )


def staff_of(members: Mapping[int, Member]) -> frozenset[int]:
    """Who has a task in the community."""
    return frozenset(m.id for m in members.values() if m.role in STAFF)
