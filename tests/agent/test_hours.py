from datetime import UTC, date, datetime, timedelta

import pytest

from agent.calendars import COUNTRIES, is_worked, name_of
from agent.gate_settings import GateSettings
from agent.hours import is_open, open_minutes, opens_at, workdays

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


@pytest.mark.parametrize(
    ("day", "works", "off"),
    [
        pytest.param(date(2026, 2, 13), True, False, id="an ordinary Friday"),
        pytest.param(date(2026, 2, 14), True, False, id="a make-up Saturday"),
        pytest.param(date(2026, 2, 15), False, False, id="an ordinary Sunday"),
        pytest.param(date(2026, 2, 18), False, True, id="Spring Festival"),
        pytest.param(date(2026, 2, 22), False, True, id="a Sunday within the festival"),
        pytest.param(date(2026, 5, 9), True, False, id="worked for the first of May"),
        pytest.param(date(2026, 9, 20), True, False, id="a make-up Sunday"),
        pytest.param(date(2026, 10, 7), False, True, id="the last day of the golden week"),
        pytest.param(date(2026, 10, 10), True, False, id="worked for it"),
    ],
)
def test_china_works_by_the_calendar_of_the_state_council(
    day: date, *, works: bool, off: bool
) -> None:
    days = workdays(GateSettings(), SHANGHAI)
    assert (days.works(day), days.is_off(day)) == (works, off)


def test_the_calendar_follows_the_choice_before_the_timezone() -> None:
    good_friday, chinese = date(2026, 4, 3), date(2026, 10, 1)
    british = workdays(GateSettings(calendar="GB"), SHANGHAI)
    assert british.is_off(good_friday)
    assert british.works(chinese)
    assert workdays(GateSettings(), "Europe/London") == british
    assert workdays(GateSettings(calendar="none"), SHANGHAI).works(chinese)
    assert workdays(GateSettings(), "Etc/UTC").works(good_friday)


def test_a_community_adds_its_own_days_off() -> None:
    own = date(2026, 3, 9)
    days = workdays(GateSettings(holidays=frozenset({own})), SHANGHAI)
    assert days.is_off(own)
    assert not days.works(own)
    week = days.off_between(date(2026, 4, 3), date(2026, 4, 9))
    assert sorted(week) == [date(2026, 4, 5), date(2026, 4, 6)]


def test_every_calendar_on_offer_knows_its_days() -> None:
    for country in COUNTRIES:
        assert is_worked(country, date(2026, 3, 11))
    assert name_of("CN", date(2026, 10, 1), "zh") == "国庆节"
    assert name_of("CN", date(2026, 10, 1), "en") == "National Day"
