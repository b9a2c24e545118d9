"""Who answers whom in flat talk, and the threads that follow from it."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from agent.listening.linker import link_all
from community.conversation import Link, Message, Thread
from community.people import Member

LONG = 8
"""Messages from which a thread may be worth keeping."""
NOTHING_GIVEN: Mapping[int, Link] = MappingProxyType({})


def link_messages(
    messages: Sequence[Message],
    members: Iterable[Member],
    given: Mapping[int, Link] = NOTHING_GIVEN,
    *,
    ahead: bool = True,
) -> tuple[Link, ...]:
    """One link for each message, in order; `given` (kept links, corrections) wins.

    `messages` are sorted by (at, id). Native replies (`reply_to_id`) are taken as they are, and so
    is what is given: pass the kept links of older messages and only the rest is judged. With
    `ahead` a message is seen with the ones that follow it, so judging the last minutes again may
    mend them. A link below .5 is a guess: it may be drawn, and nobody is blamed on it.
    """
    return link_all(messages, members, given, ahead=ahead)


def threads_of(messages: Sequence[Message], links: Iterable[Link]) -> tuple[Thread, ...]:
    """Messages grouped by the root their links lead to; threads in the order of their roots.

    A parent outside `messages` starts a thread here, and a circle of links is cut at its oldest
    message, so that each message stands in exactly one thread.
    """
    parents = {link.message_id: link.parent_id for link in links}
    order = {message.id: position for position, message in enumerate(messages)}
    roots: dict[int, int] = {}
    for message in messages:
        parent = parents.get(message.id)
        earlier = parent is not None and order.get(parent, len(order)) < order[message.id]
        roots[message.id] = roots[parent] if parent is not None and earlier else message.id
    grouped: dict[int, list[Message]] = {}
    for message in messages:
        grouped.setdefault(roots[message.id], []).append(message)
    return tuple(Thread(root_id=root, messages=tuple(said)) for root, said in grouped.items())
