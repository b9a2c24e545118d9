"""Who answered what in a room and how long it took, kept up as messages come, change and go."""

from bisect import bisect_left, insort
from datetime import timedelta
from zoneinfo import ZoneInfo

from agent.listening.line import Line, order
from agent.listening.pace import DEFAULT_HOURS, answered_by, is_asking, wait_of
from community.conversation import Link, Message


class Answers:
    """Replies by the message they answer, what asks for one, and the waits for first answers.

    `waits` (waking time) and `minutes` (see pace.wait_of) are sorted, so that a share of them is
    read off at once.
    """

    def __init__(self, zone: ZoneInfo) -> None:
        self.replies: dict[int, tuple[Message, ...]] = {}
        self.asking = Line()
        self.waits: list[timedelta] = []
        self.minutes: list[float] = []
        self.state = 0
        """Grows with every change in what anybody answered to what asks."""
        self._zone = zone
        self._hours = DEFAULT_HOURS
        self._asked: dict[int, Message] = {}
        self._waited: dict[int, tuple[timedelta, float]] = {}

    def add(self, message: Message, link: Link | None) -> None:
        """One more message and its link."""
        parent = answered_by(message, link)
        self.state += parent in self._asked or message.id in self.replies
        if parent is not None:
            self.replies[parent] = _with(self.replies.get(parent, ()), message)
            self._weigh(parent)
        if is_asking(message, link):
            self.asking.add(message)
            self._asked[message.id] = message
            self._weigh(message.id)

    def remove(self, message: Message, link: Link | None) -> None:
        """A message is gone; its link is what it was when it was added."""
        parent = answered_by(message, link)
        self.state += parent in self._asked or message.id in self.replies
        if parent is not None:
            left = tuple(each for each in self.replies[parent] if each.id != message.id)
            self.replies[parent] = left
            if not left:
                del self.replies[parent]
            self._weigh(parent)
        if self._asked.pop(message.id, None) is not None:
            self.asking.remove(message)
            self._weigh(message.id)

    def wake(self, hours: frozenset[int]) -> None:
        """The hours in which the room is awake: where they changed, all waits are measured anew."""
        if hours == self._hours:
            return
        self._hours = hours
        for asked in [*self._waited]:
            self._weigh(asked)

    def _weigh(self, asked_id: int) -> None:
        before = self._waited.pop(asked_id, None)
        if before is not None:
            del self.waits[bisect_left(self.waits, before[0])]
            del self.minutes[bisect_left(self.minutes, before[1])]
        asked = self._asked.get(asked_id)
        now = None if asked is None else wait_of(asked, self.replies, self._hours, self._zone)
        if now is not None:
            self._waited[asked_id] = now
            insort(self.waits, now[0])
            insort(self.minutes, now[1])


def _with(replies: tuple[Message, ...], message: Message) -> tuple[Message, ...]:
    if not replies or order(replies[-1]) < order(message):
        return (*replies, message)
    return tuple(sorted((*replies, message), key=order))
