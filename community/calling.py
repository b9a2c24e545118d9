"""Whom a text calls with an @, by the names a group knows."""

import re
from collections.abc import Iterable

_QUOTED = re.compile(r"[“\"「『].*?[”\"」』]", re.DOTALL)


def called_in(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names that stand behind an @, the longest that fits each; quotes were said by others."""
    known = [name for name in names if name]
    bare = _QUOTED.sub("", text)
    found = (_at(bare, mark.end(), known) for mark in re.finditer("@", bare))
    return tuple(name for name in found if name)


def _at(text: str, place: int, names: Iterable[str]) -> str:
    fitting = (name for name in names if text.startswith(name, place))
    return max(fitting, key=len, default="")
