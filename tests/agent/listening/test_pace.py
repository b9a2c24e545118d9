"""How long a silence says something: never less than the density of a room allows."""

from datetime import UTC, datetime, timedelta

from agent.listening.pace import COLD_TAU, DEFAULT_HOURS, TAU_LEAST, least_of, tau_of

NOW = datetime(2026, 3, 6, 4, tzinfo=UTC)
QUICK = [timedelta(minutes=2)] * 60


def times(gap: timedelta, count: int) -> list[datetime]:
    """So many lines, the last of them now."""
    return [NOW - gap * (count - at - 1) for at in range(count)]


def test_a_room_with_a_line_an_hour_is_no_channel_however_quick_its_answers() -> None:
    slow = least_of(times(timedelta(hours=1), 96), NOW, DEFAULT_HOURS)
    assert slow == COLD_TAU
    assert tau_of(QUICK * 10, slow) == COLD_TAU


def test_a_channel_keeps_its_pace() -> None:
    busy = least_of(times(timedelta(minutes=1), 2000), NOW, DEFAULT_HOURS)
    assert busy < TAU_LEAST
    assert tau_of(QUICK * 10, busy) == TAU_LEAST


def test_slow_answers_are_assumed_until_the_room_has_shown_enough_of_its_own() -> None:
    assert tau_of(QUICK) == COLD_TAU
    assert tau_of(QUICK * 3) == TAU_LEAST


def test_an_empty_room_has_the_pace_of_a_cold_start() -> None:
    assert least_of([], NOW, DEFAULT_HOURS) == COLD_TAU
    assert tau_of([]) == COLD_TAU
