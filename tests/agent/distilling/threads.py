"""A thread with its talk from lines, each answering the one before or the place it names."""

from collections.abc import Sequence

from community.conversation import Link, LinkSource, Talk, Thread
from community.people import Member
from tests.builders import a_talk, said

Line = tuple[Member, str] | tuple[Member, str, int]


def a_thread(lines: Sequence[Line], *, language: str = "zh") -> tuple[Thread, Talk]:
    """Messages 1, 2, 3 …, two minutes apart; a third value names the message that is answered."""
    messages = tuple(
        said(place, line[0], line[1], minutes=2 * place) for place, line in enumerate(lines, 1)
    )
    parents = [line[2] if len(line) > 2 else place for place, line in enumerate(lines)]
    links = [
        Link(
            message_id=message.id,
            parent_id=parent or None,
            confidence=1,
            by=LinkSource.PLATFORM,
        )
        for message, parent in zip(messages, parents, strict=True)
    ]
    members = {line[0].id: line[0] for line in lines}
    talk = a_talk(messages, tuple(members.values()), language=language, links=links)
    return Thread(root_id=1, messages=messages), talk
