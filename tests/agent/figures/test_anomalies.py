import math
from datetime import date, timedelta
from itertools import pairwise

import pytest

from agent.figures.anomalies import anomalies, poisson_tail
from agent.figures.tally import Tally

MONDAY = date(2026, 1, 5)
WEEKDAYS = (12, 11, 13, 12, 10, 3, 2)


def counted(days: int, left: float = 1.0, since: int = 999) -> list[Tally]:
    """Days of a weekly rhythm in which from one day on only a part of the people still speak."""
    made: list[Tally] = []
    for at in range(days):
        wobble = (0, 1, -1)[at * 7 % 3]
        count = max(0, round((WEEKDAYS[at % 7] + wobble) * (left if at >= since else 1)))
        answers = {(one, one + 1): 1 for one in range(1, count)}
        said = dict.fromkeys(range(1, count + 1), 2)
        made.append(Tally(day=MONDAY + timedelta(days=at), said=said, answers=answers))
    return [tally for tally in made if tally.said]


def test_a_weekly_rhythm_is_no_alarm() -> None:
    assert anomalies(counted(180), MONDAY + timedelta(days=180)) == ()


def test_a_drop_is_told_within_a_week_with_what_to_do() -> None:
    alert = anomalies(counted(120, 0.3, since=98), MONDAY + timedelta(days=105))[0]
    assert 0 <= (alert.day - MONDAY).days - 98 < 7
    assert (alert.cause, alert.playbook) == ("fewer_speak", "content")
    assert alert.now < alert.was
    assert len(alert.voices) > 1


def test_days_of_a_holiday_say_nothing() -> None:
    days = counted(98) + [
        Tally(day=MONDAY + timedelta(days=at), said={1: 1}) for at in range(98, 105)
    ]
    holidays = {MONDAY + timedelta(days=at) for at in range(98, 105)}
    assert anomalies(days, MONDAY + timedelta(days=105), holidays) == ()
    assert anomalies(days, MONDAY + timedelta(days=105))


def test_there_is_at_most_one_alert_a_week() -> None:
    told = anomalies(counted(160, 0.2, since=98), MONDAY + timedelta(days=160))
    gaps = [(later.day - alert.day).days for alert, later in pairwise(told)]
    assert gaps
    assert min(gaps) >= 7


def test_a_young_or_empty_community_has_no_alarm() -> None:
    assert anomalies((), MONDAY) == ()
    assert anomalies(counted(20, 0.1, since=14), MONDAY + timedelta(days=20)) == ()


def test_the_tail_of_a_poisson_number() -> None:
    """P(X ≤ 1 | 2) = e⁻²·(1 + 2)."""
    assert poisson_tail(1, 2.0) == pytest.approx(3 * math.exp(-2))
    assert poisson_tail(0, 5.3) == pytest.approx(math.exp(-5.3))
