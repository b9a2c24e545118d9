"""Who carries the talk, and how evenly."""

import math
from collections.abc import Iterable

from agent.figures.view import NotObservable, Reading, Seen, View, share

TOP = 3
FIFTH = 5
LEAST_PRAISE = 5
"""Below so much praise its spread is chance [D]."""


def gini(amounts: Iterable[float]) -> float | None:
    """G = Σ_i (2i − n − 1)·x_(i) / (n·Σx), x ascending, zeros included; None without words (§5).

    0 where all say as much, 1 − 1/n where one says everything.
    """
    ordered = sorted(amounts)
    count, whole = len(ordered), sum(ordered)
    if not count or not whole:
        return None
    weighted = sum((2 * at - count - 1) * each for at, each in enumerate(ordered, 1))
    return weighted / (count * whole)


def effective(amounts: Iterable[float]) -> float | None:
    """exp(H), H = −Σ p·ln p: as many equal speakers would make the same entropy (Hill 1973)."""
    spoken = [each for each in amounts if each > 0]
    whole = sum(spoken)
    if not whole:
        return None
    return math.exp(-sum(each / whole * math.log(each / whole) for each in spoken))


def lorenz(amounts: Iterable[float]) -> tuple[float, ...]:
    """The share of all words the quietest 1, 2, …, n people hold; ends at 1, () without words."""
    ordered = sorted(amounts)
    whole = sum(ordered)
    held, curve = 0.0, list[float]()
    for each in ordered:
        held += each
        curve.append(held / whole if whole else 0.0)
    return tuple(curve) if whole else ()


def amounts(view: View) -> tuple[int, ...]:
    """Messages of the month of every member who is here, zeros included."""
    return tuple(view.said.get(member, 0) for member in sorted(view.present))


def talk_gini(view: View) -> Reading:
    """The Gini coefficient of messages in 28 days over members including the silent (§5)."""
    return _even(view, gini(amounts(view)))


def top_share(view: View) -> Reading:
    """The share of messages in 28 days that the 3 who spoke most said (§5)."""
    spoken = sorted(amounts(view), reverse=True)
    whole = sum(spoken)
    return _even(view, sum(spoken[:TOP]) / whole if whole else None)


def effective_speakers(view: View) -> Reading:
    """exp(H) of messages in 28 days (§5)."""
    return _even(view, effective(amounts(view)))


def praise_share(view: View) -> Reading:
    """The share of the month's praise that went to the most praised fifth of the praised [D].

    A fifth is rounded up to whole people: 1/n where n ≤ 5 got as much each, 1 where one got it all.
    """
    got = sorted(view.praised.values(), reverse=True)
    top = math.ceil(len(got) / FIFTH)
    return share(sum(got[:top]), sum(got), least=LEAST_PRAISE)


def _even(view: View, value: float | None) -> Reading:
    if not view.present:
        return NotObservable(reason="no_members")
    if len(view.present) == 1:
        return NotObservable(reason="one_member")
    if value is None:
        return NotObservable(reason="nothing_said")
    return Seen(value=value, of=len(view.present))
