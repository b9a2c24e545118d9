"""Whether who comes begins to speak, and comes back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from agent.figures.view import NotObservable, Reading, Seen, View, share
from agent.figures.waits import Span, quantile

RECENT = 90
"""Days in which somebody counts as newly come [D]."""
LEAST = 3
WEEKS = 12
"""Weeks of a cohort grid."""
COHORT_LEAST = 5
"""People in a week below which the share of those who return would only jump [D]."""


def first_message_rate(view: View) -> Reading:
    """Of those who joined 7-90 days ago, who has said something by now (§5 join→first post)."""
    came = _joined(view)
    if isinstance(came, NotObservable):
        return came
    old = [member for member, at in came.items() if view.age(at) >= 7 * 86_400]
    return share(sum(member in view.first_at for member in old), len(old), least=LEAST)


def join_to_first_message(view: View) -> Reading:
    """Median seconds from joining to the first message; who is silent yet is censored (§5)."""
    came = _joined(view)
    if isinstance(came, NotObservable):
        return came
    spans = [
        Span(
            seconds=max(0, view.first_at[member] - at) if member in view.first_at else view.age(at),
            over=member in view.first_at,
        )
        for member, at in came.items()
    ]
    if len(spans) < LEAST:
        return NotObservable(reason="too_few", facts={"count": len(spans), "least": LEAST})
    found = quantile(spans, 0.5)
    if found is None:
        return NotObservable(reason="not_reached", facts={"percent": 50})
    return Seen(value=found, of=len(spans))


def d7(view: View) -> Reading:
    """Spoke or reacted on one of the days 1-7 after the first message / first posters (§5)."""
    return _returned(view, 7)


def d30(view: View) -> Reading:
    """The same on one of the days 1-30 after it (§5)."""
    return _returned(view, 30)


def _joined(view: View) -> Mapping[int, int] | NotObservable:
    """When those joined who came lately; not observable where no join date is known."""
    known = {
        one.id: int(one.joined_at.timestamp())
        for one in view.members
        if one.joined_at is not None and one.joined_at <= view.now
    }
    if not known:
        return NotObservable(reason="no_join_dates")
    return {member: at for member, at in known.items() if view.age(at) <= RECENT * 86_400}


def _returned(view: View, days: int) -> Reading:
    """Of the last 90 days' first posters who have had their days, who came back in them.

    A history's own first week holds people whose earlier words are not in it: they are no
    newcomers and are left out.
    """
    if not view.tallies:
        return NotObservable(reason="nothing_said")
    begun = view.tallies[0].day + timedelta(days=7)
    first = {who: view.local(at) for who, at in view.first_at.items()}
    due = {
        who: day
        for who, day in first.items()
        if begun <= day <= view.today - timedelta(days=days + 1)
        and day >= view.today - timedelta(days=RECENT)
    }
    active = {tally.day: tally.active for tally in view.tallies}
    back = sum(_is_back(who, day, days, active) for who, day in due.items())
    return share(back, len(due), least=LEAST)


def _is_back(who: int, first: date, days: int, active: Mapping[date, frozenset[int]]) -> bool:
    later = (first + timedelta(days=after) for after in range(1, days + 1))
    return any(who in active.get(day, ()) for day in later)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cohort:
    """The people of one week and which share of them was back 1, 2 and more weeks later.

    `returned` is None for a week whose end has not come and where the cohort is too small.
    """

    week: date
    people: int
    returned: tuple[float | None, ...]


def cohorts(view: View, weeks: int = WEEKS) -> tuple[Cohort, ...]:
    """W(k) = |A_w ∩ A_{w+k}| / |A_w| for the last full weeks, Mondays first (§5)."""
    this = view.today - timedelta(days=view.today.weekday())
    mondays = [this - timedelta(weeks=back) for back in range(weeks, 0, -1)]
    active = {monday: _active_in(view, monday) for monday in mondays}
    first = view.tallies[0].day if view.tallies else view.today
    return tuple(
        Cohort(
            week=monday,
            people=len(active[monday]),
            returned=tuple(
                _share_back(active[monday], active[later]) for later in mondays[at + 1 :]
            ),
        )
        for at, monday in enumerate(mondays)
        if monday + timedelta(days=6) >= first
    )


def cohort_return(view: View) -> Reading:
    """W(1), the mean over the last 8 full weeks weighted by people (§5; small groups)."""
    grid = cohorts(view, weeks=9)
    firsts = [(one.people, next(iter(one.returned), None)) for one in grid]
    pairs = [(count, back) for count, back in firsts if back is not None]
    people = sum(count for count, _ in pairs)
    return share(sum(count * back for count, back in pairs), people, least=COHORT_LEAST)


def _share_back(cohort: frozenset[int], later: frozenset[int]) -> float | None:
    return None if len(cohort) < COHORT_LEAST else len(cohort & later) / len(cohort)


def _active_in(view: View, monday: date) -> frozenset[int]:
    end = monday + timedelta(days=7)
    days = (day.active for day in view.tallies if monday <= day.day < end)
    return frozenset[int]().union(*days)
