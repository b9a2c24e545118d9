"""The threads of a room, kept up as messages come, change and go."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping
from datetime import datetime

from agent.listening.line import order
from agent.listening.threads import LONG, threads_of
from community.conversation import Link, Message, Thread


class Strands:
    """The same threads as `threads_of` gives for all messages; only those touched are regrouped."""

    def __init__(self) -> None:
        self.thread_of: dict[int, Thread] = {}
        self.threads: list[Thread] = []
        self._long: dict[tuple[datetime, int], Thread] = {}
        self._long_roots: list[tuple[datetime, int]] = []
        self._roots: list[tuple[datetime, int]] = []
        self._children: dict[int, set[int]] = {}

    @property
    def long(self) -> Iterable[Thread]:
        """Those of at least LONG messages, in order."""
        return map(self._long.__getitem__, self._long_roots)

    def add(self, message: Message, links: Mapping[int, Link]) -> None:
        """One more message, whose link is known already."""
        parent = _parent(message, links)
        if parent is not None:
            self._children.setdefault(parent, set()).add(message.id)
        above = self.thread_of.get(parent) if parent is not None else None
        below = self._children.get(message.id)
        if below or above is None:
            touched = [above, *(self.thread_of.get(child) for child in below or ())]
            self._regroup(touched, [message], links)
        elif order(above.messages[-1]) < order(message):
            self._put(Thread(root_id=above.root_id, messages=(*above.messages, message)))
        else:
            self._regroup([above], [message], links)

    def remove(self, message: Message, links: Mapping[int, Link]) -> tuple[Message, ...]:
        """A message is gone; its link is still known. Gives the thread in which it stood."""
        parent = _parent(message, links)
        if parent is not None and (children := self._children.get(parent)):
            children.discard(message.id)
            if not children:
                del self._children[parent]
        thread = self.thread_of.pop(message.id)
        self._regroup([thread], [], links, without=message.id)
        return thread.messages

    def _regroup(
        self,
        touched: Iterable[Thread | None],
        more: Iterable[Message],
        links: Mapping[int, Link],
        without: int | None = None,
    ) -> None:
        old = {thread.root_id: thread for thread in touched if thread is not None}
        said = [*more, *(m for each in old.values() for m in each.messages if m.id != without)]
        said.sort(key=order)
        for thread in old.values():
            at = bisect_left(self._roots, order(thread.messages[0]))
            del self._roots[at], self.threads[at]
            if self._long.pop(order(thread.messages[0]), None) is not None:
                del self._long_roots[bisect_left(self._long_roots, order(thread.messages[0]))]
        known = [links[message.id] for message in said if message.id in links]
        for thread in threads_of(said, known):
            self._put(thread)

    def _put(self, thread: Thread) -> None:
        root = order(thread.messages[0])
        at = bisect_left(self._roots, root)
        if at < len(self._roots) and self._roots[at] == root:
            self.threads[at] = thread
        else:
            self._roots.insert(at, root)
            self.threads.insert(at, thread)
        if len(thread.messages) >= LONG:
            if root not in self._long:
                insort(self._long_roots, root)
            self._long[root] = thread
        self.thread_of.update(dict.fromkeys([m.id for m in thread.messages], thread))


def _parent(message: Message, links: Mapping[int, Link]) -> int | None:
    link = links.get(message.id)
    return None if link is None else link.parent_id
