"""Whether somebody answers, and how long one waits for it."""

from collections.abc import Callable, Iterable

from agent.figures.tally import Contribution
from agent.figures.view import NotObservable, Reading, Seen, View, share
from agent.figures.waits import Span, quantile

DAY = 86_400
LEAST = 5
"""Contributions below which a share of them says nothing [D]."""
QUICK_LEAST = 3
"""Reactions a share should meet within 30 minutes [D]."""


def reply_rate(view: View) -> Reading:
    """Contributions another person answered within 24 h / contributions older than that (§5)."""
    return view.unlinked() or _answered(_settled(view), _first)


def reply_rate_with_simmer(view: View) -> Reading:
    """The same with Simmer's own answers counted (§5: also with the bot)."""
    return view.unlinked() or _answered(_settled(view), _soonest)


def first_reply_median(view: View) -> Reading:
    """Median seconds to the first answer of another person, Kaplan-Meier (§5; CHAOSS)."""
    return _first_reply(view, 0.5)


def first_reply_p90(view: View) -> Reading:
    """The time in which 9 of 10 are answered, Kaplan-Meier (§5)."""
    return _first_reply(view, 0.9)


def orphan_rate(view: View) -> Reading:
    """1 − share that met an answer or a reaction, of contributions older than 24 h (§5)."""
    if not view.reactions:
        return NotObservable(reason="no_reactions")
    old = _settled(view)
    met = sum(one.wait is not None or one.reacted for one in old)
    return view.unlinked() or share(len(old) - met, len(old), least=LEAST)


def orphans(view: View, *, days: int = 7) -> tuple[Contribution, ...]:
    """What members said in the last days that met neither answer nor reaction, oldest first."""
    return tuple(
        one
        for one in view.contributions
        if one.wait is None and not one.reacted and 0 <= view.age(one.at) <= days * DAY
    )


def quick_shares(view: View) -> Reading:
    """Shares with at least 3 reactions of others within 30 minutes / shares [D]."""
    if not view.reactions:
        return NotObservable(reason="no_reactions")
    shared = [one for day in view.month for one in day.shares]
    return share(sum(one.quick >= QUICK_LEAST for one in shared), len(shared), least=LEAST)


def push_follow_up(view: View) -> Reading:
    """Pushes with at least 1 follow-up of staff and 3 people who answered / pushes (§5)."""
    pushes = [one for day in view.month for one in day.calls if one.author_id in view.staff]
    good = sum(_followed(one.author_id, one.voices, view.staff) for one in pushes)
    return view.unlinked() or share(good, len(pushes), least=QUICK_LEAST)


def _followed(author: int, voices: tuple[int, ...], staff: frozenset[int]) -> bool:
    answered = len(set(voices) - {author, 0}) >= QUICK_LEAST
    return answered and bool(set(voices) & staff)


def _settled(view: View) -> list[Contribution]:
    """Contributions that have had their 24 hours."""
    return [one for one in view.contributions if view.age(one.at) >= DAY]


def _answered(old: list[Contribution], wait_of: Callable[[Contribution], int | None]) -> Reading:
    known = [wait_of(one) for one in old]
    return share(sum(w is not None and w <= DAY for w in known), len(old), least=LEAST)


def _first(one: Contribution) -> int | None:
    return one.wait


def _soonest(one: Contribution) -> int | None:
    known = [wait for wait in (one.wait, one.simmer_wait) if wait is not None]
    return min(known, default=None)


def waits(view: View, contributions: Iterable[Contribution]) -> list[Span]:
    """How long each waited for its first answer, or has waited until now."""
    return [
        Span(seconds=view.age(one.at) if one.wait is None else one.wait, over=one.wait is not None)
        for one in contributions
        if view.age(one.at) >= 0
    ]


def _first_reply(view: View, part: float) -> Reading:
    missing = view.unlinked()
    if missing:
        return missing
    spans = waits(view, view.contributions)
    if len(spans) < LEAST:
        return NotObservable(reason="too_few", facts={"count": len(spans), "least": LEAST})
    found = quantile(spans, part)
    if found is None:
        return NotObservable(reason="not_reached", facts={"percent": round(100 * part)})
    return Seen(value=found, of=len(spans))
