"""Who answers whom in flat talk, and the threads that follow from it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from types import MappingProxyType

from agent.listening.linker import link_all
from community.conversation import Link, LinkSource, Message, Thread
from community.people import Member

LONG = 8
"""Messages from which a thread may be worth keeping."""
AGAIN_WITHIN = timedelta(minutes=5)
AGAIN_MOST = 8
GUESSED = frozenset({LinkSource.MODEL, LinkSource.MENTION})
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


def link_anew(
    messages: Sequence[Message], members: Iterable[Member], kept: Mapping[int, Link]
) -> dict[int, Link]:
    """A link for each message; what was guessed in the last minutes is judged once more.

    What came since may show whom a message answered: of the last 8 guesses within 5 minutes each
    is judged with a view of what followed, and another link takes its place only if it is surer.
    What the platform or a person gave stays.
    """
    found = {link.message_id: link for link in link_messages(messages, members, kept)}
    if len(found) == len(kept.keys() & found.keys()):
        return found
    open_ = _last_guesses(messages, kept)
    settled = {id_: link for id_, link in found.items() if id_ not in open_}
    for link in link_messages(messages, members, settled) if open_ else ():
        if link.message_id in open_ and link.confidence > found[link.message_id].confidence:
            found[link.message_id] = link
    return found


def _last_guesses(messages: Sequence[Message], kept: Mapping[int, Link]) -> frozenset[int]:
    """The last messages whose kept links were guessed."""
    since = messages[-1].at - AGAIN_WITHIN
    guessed = [
        message.id
        for message in messages
        if message.at >= since and message.id in kept and kept[message.id].by in GUESSED
    ]
    return frozenset(guessed[-AGAIN_MOST:])


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
