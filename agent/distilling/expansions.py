"""Questions that a claim answers, two to four, to be found by; no fact stands in them."""

from collections.abc import Iterable

MOST = 4
LONGEST = 80
"""Questions of one claim, and characters of one."""


def questions_of(written: Iterable[str]) -> tuple[str, ...]:
    """A model's questions, each once and short enough."""
    plain = (" ".join(one.split()) for one in written)
    return tuple(dict.fromkeys(one for one in plain if 1 < len(one) <= LONGEST))[:MOST]
