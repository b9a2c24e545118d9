from datetime import UTC, date, datetime, time

import pytest

from agent.appointments import (
    KEPT,
    Appointment,
    appointment_of,
    appointments_of,
    coming,
    row_of,
    spoken,
)
from community.errors import Invalid

MONDAY = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
ONCE = Appointment(zone_id=1, topic="压价", at=time(20), on=date(2026, 3, 3))
WEEKLY = Appointment(zone_id=1, topic="复盘", at=time(8, 30), weekday=0, warm=True)


@pytest.mark.parametrize("given", [ONCE, WEEKLY])
def test_an_appointment_comes_back_from_the_settings_as_it_was_kept(
    given: Appointment,
) -> None:
    assert appointment_of(row_of(given)) == given
    assert appointments_of({KEPT: [row_of(given)]}) == (given,)


def test_what_cannot_be_read_is_left_out_and_the_rest_stays() -> None:
    rows = [row_of(ONCE), {"topic": "x"}, "nonsense", {**row_of(ONCE), "on": None}, 7]
    assert appointments_of({KEPT: rows}) == (ONCE,)
    assert appointments_of({KEPT: "nonsense"}) == ()


@pytest.mark.parametrize("changes", [{"weekday": 2}, {"on": None}, {"on": None, "weekday": 9}])
def test_an_appointment_has_a_day_or_a_weekday_and_not_both(changes: dict[str, object]) -> None:
    with pytest.raises(Invalid, match="appointment_day_missing"):
        appointment_of({**row_of(ONCE), **changes})


def test_what_comes_is_meant_in_the_time_of_the_community() -> None:
    ((found, begins),) = coming([ONCE, WEEKLY], MONDAY, "Asia/Shanghai")
    assert (found, begins) == (ONCE, datetime(2026, 3, 3, 12, 0, tzinfo=UTC))
    assert [at.isoformat() for _, at in coming([WEEKLY], MONDAY, "Asia/Shanghai", days=7)] == [
        "2026-03-09T08:30:00+08:00"
    ]


def test_an_hour_is_said_as_people_say_it() -> None:
    begins = datetime(2026, 3, 5, 20, 30, tzinfo=UTC)
    assert spoken(begins, "zh") == "周四20点30分"
    assert spoken(begins.replace(minute=0), "zh") == "周四20点"
    assert spoken(begins, "en") == "Thursday 20:30"
