"""Ways to sort messages by what their words say."""

import re
from collections.abc import Hashable, Iterable
from functools import cache
from typing import Protocol

from agent.listening.cue import Cue, seen
from agent.listening.line import Sort
from agent.listening.words import read
from community.conversation import Message

EVERY = -1
"""All marks: of a pattern nothing is known before it is searched."""
YES = (True,)
NO = ()


class Wording(Hashable, Protocol):
    """A cue or a pattern."""

    def search(self, text: str, /) -> re.Match[str] | None:
        """The first place of the wording."""
        ...


@cache
def wording(*cues: Wording) -> Sort:
    """Files under True what holds any of these wordings; the same cues give the same sort."""
    marks = 0
    for cue in cues:
        marks |= cue.mark if isinstance(cue, Cue) else EVERY

    def sort(message: Message) -> Iterable[Hashable]:
        text = read(message.text)
        if not seen(text) & marks:
            return NO
        return YES if any(cue.search(text) for cue in cues) else NO

    return sort


def by_author(message: Message) -> Iterable[Hashable]:
    """Files a message under its author."""
    return (message.author_id,)
