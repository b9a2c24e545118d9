"""Messages in the order of the talk, and the same sorted into drawers by what they are."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from operator import is_
from typing import TypeVar, cast

from community.conversation import Message, Thread

T = TypeVar("T")
WEEK = timedelta(days=7)
LAST = datetime.max.replace(tzinfo=UTC)
THREADS = 4096
"""Findings on threads that are remembered."""
Sort = Callable[[Message], Iterable[Hashable]]
"""Where a message belongs: a pure function of the message alone."""


class Line:
    """Messages sorted by (at, id), and their times beside them."""

    __slots__ = ("_weeks", "said", "times")

    def __init__(self, said: Iterable[Message] = ()) -> None:
        self.said = list(said)
        self.times = [message.at for message in self.said]
        self._weeks: Weeks | None = None

    def add(self, message: Message) -> int:
        """Put a message in its place and give the place."""
        at = len(self.said)
        if at and order(self.said[-1]) > order(message):
            at = bisect_left(self.said, order(message), key=order)
        self.said.insert(at, message)
        self.times.insert(at, message.at)
        if self._weeks is not None:
            newest = at == len(self.said) - 1
            self._weeks = self._weeks.with_newest(message.at) if newest else None
        return at

    def remove(self, message: Message) -> int:
        """Take a message out and give the place it had, -1 where it was not here."""
        at = 0
        if not self.said or self.said[0].id != message.id:
            at = bisect_left(self.said, order(message), key=order)
        if at == len(self.said) or self.said[at].id != message.id:
            return -1
        del self.said[at], self.times[at]
        if self._weeks is not None and not self._weeks.is_before(message.at):
            self._weeks = None
        return at

    def between(self, start: datetime, end: datetime) -> Sequence[Message]:
        """What was said in a stretch, both ends included."""
        return self.said[bisect_left(self.times, start) : bisect_right(self.times, end)]

    def in_weeks(self, now: datetime, weeks: int) -> tuple[int, ...]:
        """How many there are in each of the last weeks, oldest first, both ends included."""
        kept = self._weeks
        if kept is None or len(kept.counts) != weeks or not kept.since <= now < kept.until:
            kept = self._weeks = self._count(now, weeks)
        return kept.counts

    def _count(self, now: datetime, weeks: int) -> "Weeks":
        times, counts, until = self.times, list[int](), LAST
        for back in range(weeks, 0, -1):
            since, end = back * WEEK, (back - 1) * WEEK
            first, last = bisect_left(times, now - since), bisect_right(times, now - end)
            counts.append(last - first)
            passing = [at + since for at in times[first : first + 1]]
            until = min([until, *passing, *(at + end for at in times[last : last + 1])])
        return Weeks(now, until, tuple(counts))


@dataclass(frozen=True, slots=True)
class Weeks:
    """Counts by week that hold until the next message passes an edge of a week."""

    since: datetime
    until: datetime
    counts: tuple[int, ...]

    def with_newest(self, at: datetime) -> "Weeks":
        """The same with one more, later than all."""
        *before, last = self.counts
        return Weeks(max(self.since, at), min(self.until, at + WEEK), (*before, last + 1))

    def is_before(self, at: datetime) -> bool:
        """Whether a moment lies before the first of the weeks."""
        return at < self.since - len(self.counts) * WEEK


def said_at(message: Message) -> datetime:
    """When it was said, to look for a moment in what is in order."""
    return message.at


def order(message: Message) -> tuple[datetime, int]:
    """The order of the talk."""
    return message.at, message.id


NOBODY = Line()


@dataclass(slots=True)
class Looked:
    """How many of the later messages were judged, and which of them not for good."""

    count: int = 0
    open: list[Message] = field(default_factory=list[Message])


class Drawers:
    """Messages sorted in as many ways as anybody asked for; each way is kept up from then on.

    `version` grows with every change: a scene of an earlier version must not read here. They are
    `lasting` in a room that goes on, and else of one look.
    """

    def __init__(self, spoken: Line, *, lasting: bool = False) -> None:
        self.version = 0
        self._lasting = lasting
        self._spoken = spoken
        self._sorted: dict[Sort, dict[Hashable, Line]] = {}
        self._places: dict[int, list[tuple[Sort, Hashable]]] = {}
        self._over: dict[Hashable, set[int]] = {}
        self._looked: dict[Hashable, dict[int, Looked]] = {}
        self._memos: dict[Hashable, tuple[int, object]] = {}
        self._of_threads: dict[tuple[Hashable, int], tuple[Thread, object]] = {}
        self._same: dict[Hashable, tuple[tuple[object, ...], object]] = {}
        self.past = object()
        """Another one whenever the past itself changed."""

    def marked(self, sort: Sort, start: datetime, end: datetime) -> Sequence[Message]:
        """What is filed under True, of a stretch; for one look alone no more is read than that."""
        if self._lasting or sort in self._sorted:
            return self.filed(sort).get(True, NOBODY).between(start, end)
        return [each for each in self._spoken.between(start, end) if True in sort(each)]

    def over(self, matter: Hashable) -> set[int]:
        """Messages that need not be looked at again for a matter while the talk only grows.

        Whoever adds one must be sure that nothing said later, and no later hour, can change it.
        """
        return self._over.setdefault(matter, set())

    def looked(self, matter: Hashable, message_id: int) -> Looked:
        """How far what came after a message was looked through for a matter."""
        found = self._looked.setdefault(matter, {})
        if message_id not in found:
            found[message_id] = Looked()
        return found[message_id]

    def of_thread(self, matter: Hashable, thread: Thread, read: Callable[[], T]) -> T:
        """What a thread was found to be, read off once for as long as nothing is added to it."""
        found = self._of_threads.get((matter, thread.root_id))
        if found is not None and found[0] is thread:
            return cast("T", found[1])
        if len(self._of_threads) >= THREADS:
            self._of_threads.clear()
        value = read()
        self._of_threads[matter, thread.root_id] = thread, value
        return value

    def while_same(self, matter: Hashable, facts: tuple[object, ...], read: Callable[[], T]) -> T:
        """What was read off once for as long as its facts are the very same objects."""
        found = self._same.get(matter)
        if found is not None and len(found[0]) == len(facts) and all(map(is_, found[0], facts)):
            return cast("T", found[1])
        if len(self._same) >= THREADS:
            self._same.clear()
        value = read()
        self._same[matter] = facts, value
        return value

    def memo(self, matter: Hashable, state: int, read: Callable[[], T]) -> T:
        """What was read off once for as long as `state` stays the same."""
        found = self._memos.get(matter)
        if found is None or found[0] != state:
            found = self._memos[matter] = state, read()
        return cast("T", found[1])

    def reopen(self, messages: Iterable[Message] | None = None) -> None:
        """Nothing is over any more: of these messages, or of any where the past itself changed."""
        self.version += 1
        if messages is None:
            self.past = object()
            self._memos.clear()
            self._over.clear()
            self._looked.clear()
            return
        for message in messages:
            self._look_again(message.id)

    def _look_again(self, message_id: int) -> None:
        for over in self._over.values():
            over.discard(message_id)
        for looked in self._looked.values():
            looked.pop(message_id, None)

    def filed(self, sort: Sort) -> Mapping[Hashable, Line]:
        """The drawers of one way of sorting."""
        found = self._sorted.get(sort)
        if found is None:
            found = self._sorted[sort] = {}
            for message in self._spoken.said:
                self._file(sort, message)
        return found

    def filed_finely(self, sort: Sort, coarse: Sort) -> Mapping[Hashable, Line]:
        """By `sort` where the room goes on; one look alone takes the coarser drawers it has."""
        return self.filed(sort if self._lasting else coarse)

    def add(self, message: Message) -> None:
        """Sort in one more message."""
        self.version += 1
        for sort in self._sorted:
            self._file(sort, message)

    def remove(self, message: Message) -> None:
        """Take a message out of every drawer."""
        self.version += 1
        self._look_again(message.id)
        for sort, key in self._places.pop(message.id, ()):
            line = self._sorted[sort][key]
            line.remove(message)
            if not line.said:
                del self._sorted[sort][key]

    def _file(self, sort: Sort, message: Message) -> None:
        drawers = self._sorted[sort]
        for key in sort(message):
            if key not in drawers:
                drawers[key] = Line()
            drawers[key].add(message)
            self._places.setdefault(message.id, []).append((sort, key))
