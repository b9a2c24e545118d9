"""Who spoke and who was spoken to in the last days, and at which hours a room is awake."""

from bisect import bisect_left
from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

from agent.listening.line import Line, order
from agent.listening.names import Names, mentioned
from agent.listening.pace import HOURS_FROM, READ_LEAST, hours_of, read_since
from agent.listening.words import read
from community.conversation import Message

Said = dict[int, tuple[Message, ...]]


class Voices:
    """What each member said lately and what was addressed to them.

    `start` is the place of the first message of the last days in `spoken`.
    """

    def __init__(self, spoken: Line, names: Names) -> None:
        self.by_author: Said = {}
        self.addressed: Said = {}
        self.start = 0
        self._spoken = spoken
        self._names = names

    def added(self, at: int, message: Message) -> None:
        """A message took a place in `spoken`."""
        if at < self.start:
            self.start += 1
        else:
            self._take_in(message)

    def removed(self, at: int, message: Message) -> None:
        """A message left its place in `spoken`."""
        if at < self.start:
            self.start -= 1
        else:
            self._leave_out(message)

    def settle(self, now: datetime) -> int:
        """Move the start of the last days to where it is at this instant, and give it."""
        spoken = self._spoken
        first = bisect_left(spoken.times, read_since(now))
        first = min(first, max(0, len(spoken.said) - READ_LEAST))
        for message in spoken.said[self.start : first]:
            self._leave_out(message)
        for message in spoken.said[first : self.start]:
            self._take_in(message)
        self.start = first
        return first

    def _take_in(self, message: Message) -> None:
        if message.author_id is not None:
            _put(self.by_author, message.author_id, message)
        for member in mentioned(read(message.text), self._names):
            _put(self.addressed, member, message)

    def _leave_out(self, message: Message) -> None:
        if message.author_id is not None:
            _take(self.by_author, message.author_id, message)
        for member in mentioned(read(message.text), self._names):
            _take(self.addressed, member, message)


class Wakefulness:
    """The local hours of the last thousand messages, counted."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone
        self._heard: list[int] = []
        self._counts: Counter[int] = Counter()
        self._known: tuple[int, frozenset[int]] | None = None

    def added(self, at: int, message: Message) -> None:
        """A message took a place in what was spoken."""
        self._heard.insert(at, message.at.astimezone(self._zone).hour)
        self._count(last=at == len(self._heard) - 1)

    def removed(self, at: int) -> None:
        """A message left its place."""
        hour = self._heard.pop(at)
        self._known = None
        if at == 0 and len(self._heard) < HOURS_FROM:
            self._counts[hour] -= 1
        elif at >= len(self._heard) - HOURS_FROM:
            self._counts = Counter(self._heard[-HOURS_FROM:])

    def hours(self) -> frozenset[int]:
        """The hours in which the room is awake (pace.hours_of)."""
        if self._known is None:
            self._known = len(self._heard), hours_of(self._counts, len(self._heard))
        return self._known[1]

    def _count(self, *, last: bool) -> None:
        self._known = None
        if not last:
            self._counts = Counter(self._heard[-HOURS_FROM:])
            return
        self._counts[self._heard[-1]] += 1
        if len(self._heard) > HOURS_FROM:
            self._counts[self._heard[-HOURS_FROM - 1]] -= 1


def _put(said: Said, member: int, message: Message) -> None:
    before = said.get(member, ())
    if not before or order(before[-1]) < order(message):
        said[member] = (*before, message)
    else:
        said[member] = tuple(sorted((*before, message), key=order))


def _take(said: Said, member: int, message: Message) -> None:
    left = tuple(each for each in said[member] if each.id != message.id)
    said[member] = left
    if not left:
        del said[member]
