"""Messages in the order of the talk, and the same sorted into drawers by what they are."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import datetime

from community.conversation import Message

Sort = Callable[[Message], Iterable[Hashable]]
"""Where a message belongs: a pure function of the message alone."""


class Line:
    """Messages sorted by (at, id), and their times beside them."""

    __slots__ = ("said", "times")

    def __init__(self, said: Iterable[Message] = ()) -> None:
        self.said = list(said)
        self.times = [message.at for message in self.said]

    def add(self, message: Message) -> int:
        """Put a message in its place and give the place."""
        at = len(self.said)
        if at and order(self.said[-1]) > order(message):
            at = bisect_left(self.said, order(message), key=order)
        self.said.insert(at, message)
        self.times.insert(at, message.at)
        return at

    def remove(self, message: Message) -> int:
        """Take a message out and give the place it had, -1 where it was not here."""
        at = 0
        if not self.said or self.said[0].id != message.id:
            at = bisect_left(self.said, order(message), key=order)
        if at == len(self.said) or self.said[at].id != message.id:
            return -1
        del self.said[at], self.times[at]
        return at

    def between(self, start: datetime, end: datetime) -> Sequence[Message]:
        """What was said in a stretch, both ends included."""
        return self.said[bisect_left(self.times, start) : bisect_right(self.times, end)]


def order(message: Message) -> tuple[datetime, int]:
    """The order of the talk."""
    return message.at, message.id


NOBODY = Line()


class Drawers:
    """Messages sorted in as many ways as anybody asked for; each way is kept up from then on.

    `version` grows with every change: a scene of an earlier version must not read here.
    """

    def __init__(self, spoken: Line) -> None:
        self.version = 0
        self._spoken = spoken
        self._sorted: dict[Sort, dict[Hashable, Line]] = {}
        self._places: dict[int, list[tuple[Sort, Hashable]]] = {}

    def filed(self, sort: Sort) -> Mapping[Hashable, Line]:
        """The drawers of one way of sorting."""
        found = self._sorted.get(sort)
        if found is None:
            found = self._sorted[sort] = {}
            for message in self._spoken.said:
                self._file(sort, message)
        return found

    def add(self, message: Message) -> None:
        """Sort in one more message."""
        self.version += 1
        for sort in self._sorted:
            self._file(sort, message)

    def remove(self, message: Message) -> None:
        """Take a message out of every drawer."""
        self.version += 1
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
