from dataclasses import replace
from datetime import date, timedelta

from community.debt_weeks import weeks_of
from community.obligation import BEFORE_US, DebtKind, DebtState, Obligation
from tests.builders import MONDAY

HOUR = timedelta(hours=1)


def _debt(state: DebtState, *, opened: float = 0, took: float | None = None) -> Obligation:
    at = MONDAY + opened * HOUR
    return Obligation(
        community_id=1,
        zone_id=1,
        message_id=int(opened * 100) + 1,
        kind=DebtKind.QUESTION,
        opened_at=at,
        due_at=at + HOUR,
        escalates_at=at + 1.5 * HOUR,
        lapses_at=at + 72 * HOUR,
        state=state,
        closed_at=None if took is None else at + took * HOUR,
    )


def test_every_debt_counts_once_in_the_week_it_opened_in() -> None:
    met = [_debt(DebtState.MET, took=took) for took in (0.5, 1, 5)]
    rest = [
        _debt(DebtState.OPEN),
        _debt(DebtState.MISSED, took=72),
        _debt(DebtState.EXCUSED, took=1),
    ]
    sunday_night = _debt(DebtState.MET, opened=-10, took=2)
    first, second = weeks_of([*met, *rest, sunday_night], "Asia/Shanghai")
    assert (first.starts, first.opened, first.late) == (date(2026, 2, 23), 1, 1)
    assert (second.starts, second.opened) == (date(2026, 3, 2), 6)
    parts = (second.in_time, second.late, second.excused, second.missed, second.waiting)
    assert parts == (2, 1, 1, 1, 1)
    assert second.median_minutes == 60


def test_what_was_owed_before_us_is_not_ours() -> None:
    old = replace(_debt(DebtState.EXCUSED, took=1), reason=BEFORE_US)
    assert weeks_of([old], "Asia/Shanghai") == ()


def test_a_week_without_an_answer_has_no_median() -> None:
    push = replace(_debt(DebtState.MET, took=1), kind=DebtKind.PUSH_FOLLOW_UP)
    (week,) = weeks_of([push], "Asia/Shanghai")
    assert (week.in_time, week.median_minutes) == (1, None)


def test_no_debts_are_no_weeks() -> None:
    assert weeks_of([], "Asia/Shanghai") == ()
