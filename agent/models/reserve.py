"""How the tokens of a day are shared out: what somebody waits for goes first."""

RESERVED = 0.3
"""Share of the day's tokens that is kept for what somebody waits for."""
WAITED_FOR = ("move_", "answer", "follow_up")
"""Beginnings of the purposes somebody waits for: drafts, answers."""


def fits(cost: int, spent: int, limit: int) -> bool:
    """Whether one more request stays within the day's tokens; limit 0 means none at all."""
    return spent + cost <= limit


def unreserved(limit: int) -> int:
    """What may be spent on anything; the rest of a day is the reserve."""
    return round(limit * (1 - RESERVED))


def ceiling(purpose: str, limit: int) -> int:
    """What may be spent in all while a purpose is still served."""
    return limit if purpose.startswith(WAITED_FOR) else unreserved(limit)
