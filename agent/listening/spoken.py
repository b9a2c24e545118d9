"""What people said to a room by an instant, and to whom: read off a talk at once."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from agent.listening.names import Names, mentioned
from agent.listening.pace import READ_LEAST, answered_by, read_since
from agent.listening.words import read
from community.conversation import Link, Message, MessageKind, Talk


def is_speech(message: Message) -> bool:
    """Whether a person said it to the room, and it still stands."""
    return (
        message.kind is not MessageKind.SYSTEM
        and not message.by_simmer
        and message.to_id is None
        and message.recalled_at is None
    )


def spoken_in(talk: Talk, now: datetime) -> tuple[tuple[Message, ...], tuple[Message, ...]]:
    """What people said, and what of it is of the last days."""
    spoken = tuple(m for m in talk.messages if is_speech(m) and m.at <= now)
    since = read_since(now)
    recent = tuple(m for m in spoken[:-READ_LEAST] if m.at >= since)
    return spoken, recent + spoken[-READ_LEAST:]


def by_people(
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


def reacted_in(talk: Talk, now: datetime) -> dict[int, frozenset[int]]:
    """Who reacted to each message by now."""
    reacted: defaultdict[int, set[int]] = defaultdict(set)
    for reaction in talk.reactions:
        if reaction.at <= now:
            reacted[reaction.message_id].add(reaction.member_id)
    return {key: frozenset(value) for key, value in reacted.items()}


def replies_among(
    spoken: tuple[Message, ...], links: Mapping[int, Link]
) -> Mapping[int, tuple[Message, ...]]:
    """What was said to each message, by its id, in the order of the talk."""
    found: defaultdict[int, list[Message]] = defaultdict(list)
    for message in spoken:
        parent = answered_by(message, links.get(message.id))
        if parent is not None:
            found[parent].append(message)
    return {parent: tuple(said) for parent, said in found.items()}
