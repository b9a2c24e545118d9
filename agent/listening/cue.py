"""A wording to look for, which remembers what it found: a room is read again at every look."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from agent.listening.telltale import Telltales

REMEMBERED = 1024
"""Texts a cue remembers: what a look reads more than once."""

_telltales = Telltales()


def seen(text: str) -> int:
    """The marks of the cues that a text may hold, as bits; no other cue is in it."""
    return _telltales.seen(text)


class Cue:
    """A pattern whose searches are kept by text; the same text has the same answer.

    A text without any sign that the wording needs is not searched: most texts hold none of them.
    """

    def __init__(self, *parts: str) -> None:
        self.wording = "|".join(parts)
        self._pattern = re.compile(self.wording, re.IGNORECASE)
        self.mark = _telltales.watch(self.wording)
        """Its own bit in what `seen` gives."""
        self.search: Callable[[str], re.Match[str] | None] = lru_cache(maxsize=REMEMBERED)(
            self._search
        )
        """The first place of the wording, None where it is not."""
        self.match: Callable[[str], re.Match[str] | None] = lru_cache(maxsize=REMEMBERED)(
            self._match
        )
        """The wording at the very start, None where it is not."""

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place of the wording."""
        return self._pattern.finditer(text) if self.search(text) else iter(())

    def _search(self, text: str) -> re.Match[str] | None:
        return self._pattern.search(text) if _telltales.seen(text) & self.mark else None

    def _match(self, text: str) -> re.Match[str] | None:
        return self._pattern.match(text) if _telltales.seen(text) & self.mark else None
