"""A wording to look for, which remembers what it found: a room is read again at every look."""

import re
from collections.abc import Iterator
from functools import lru_cache

REMEMBERED = 4096
"""Texts a cue remembers: more than a look reads."""


class Cue:
    """A pattern whose searches are kept by text; the same text has the same answer."""

    def __init__(self, *parts: str) -> None:
        self._pattern = re.compile("|".join(parts), re.IGNORECASE)
        self._searched = lru_cache(maxsize=REMEMBERED)(self._pattern.search)
        self._matched = lru_cache(maxsize=REMEMBERED)(self._pattern.match)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place of the wording, None where it is not."""
        return self._searched(text)

    def match(self, text: str) -> re.Match[str] | None:
        """The wording at the very start, None where it is not."""
        return self._matched(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place of the wording."""
        return self._pattern.finditer(text) if self._searched(text) else iter(())
