"""A wording to look for, which remembers what it found: a room is read again at every look."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

REMEMBERED = 4096
"""Texts a cue remembers: more than a look reads."""


class Cue:
    """A pattern whose searches are kept by text; the same text has the same answer."""

    def __init__(self, *parts: str) -> None:
        self._pattern = re.compile("|".join(parts), re.IGNORECASE)
        self.search: Callable[[str], re.Match[str] | None] = lru_cache(maxsize=REMEMBERED)(
            self._pattern.search
        )
        """The first place of the wording, None where it is not."""
        self.match: Callable[[str], re.Match[str] | None] = lru_cache(maxsize=REMEMBERED)(
            self._pattern.match
        )
        """The wording at the very start, None where it is not."""

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place of the wording."""
        return self._pattern.finditer(text) if self.search(text) else iter(())
