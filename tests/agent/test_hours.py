from datetime import UTC, date, datetime, timedelta

import pytest

from agent.hours import is_open, open_minutes, opens_at, working_days_between

SHANGHAI = "Asia/Shanghai"
LISBON = "Europe/Lisbon"
OPEN = {"first": 7, "last": 23}


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hour", "expected"),
    [
        pytest.param(15, False, id="eleven at night"),
        pytest.param(23, True, id="seven in the morning"),
        pytest.param(22, False, id="six in the morning"),
        pytest.param(14, True, id="ten at night"),
    ],
)
def test_hours_are_those_of_the_community(*, hour: int, expected: bool) -> None:
    assert is_open(at(2, hour), SHANGHAI, **OPEN) is expected


def test_the_night_ends_at_the_next_opening() -> None:
    assert opens_at(at(2, 16), SHANGHAI, **OPEN) == at(2, 23)
    assert opens_at(at(2, 22), SHANGHAI, **OPEN) == at(2, 23)
    assert opens_at(at(2, 10), SHANGHAI, **OPEN) == at(2, 10)


def test_only_open_minutes_count() -> None:
    assert open_minutes(at(2, 14), at(2, 23, 30), SHANGHAI, **OPEN) == 90
    assert open_minutes(at(2, 10), at(2, 9), SHANGHAI, **OPEN) == 0


def test_long_stretches_count_whole_days() -> None:
    assert open_minutes(at(1, 0), at(1, 0) + timedelta(days=30), SHANGHAI, **OPEN) == 30 * 16 * 60


def test_a_day_with_a_clock_change_is_counted_without_fail() -> None:
    spring = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    assert open_minutes(spring, spring + timedelta(hours=12), LISBON, **OPEN) > 0


def test_weekends_and_holidays_are_no_working_days() -> None:
    thursday, tuesday = at(5, 4), at(10, 4)
    assert working_days_between(thursday, tuesday, SHANGHAI) == 2
    assert working_days_between(thursday, tuesday, SHANGHAI, {date(2026, 3, 9)}) == 1
