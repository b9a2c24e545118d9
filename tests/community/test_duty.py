from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from community.duty import Duty, DutyKind, a_week_later, next_owner, on_duty, owner_of
from community.people import Role
from tests.builders import MONDAY, a_member

OWNER = a_member(1, "周砚秋", Role.OWNER)
HOST = a_member(2, "林满", Role.FACILITATOR)
HELP = a_member(3, "助教小唐", Role.ASSISTANT)
PEOPLE = (OWNER, HOST, HELP)
HOUR = timedelta(hours=1)


def _row(
    member: int,
    start: float,
    end: float,
    kind: DutyKind = DutyKind.DUTY,
    id: int = 0,  # noqa: A002
) -> Duty:
    return Duty(
        id=id,
        community_id=1,
        member_id=member,
        kind=kind,
        starts_at=MONDAY + start * HOUR,
        ends_at=MONDAY + end * HOUR,
        created_at=MONDAY,
    )


AWAY = DutyKind.LEAVE


@pytest.mark.parametrize(
    ("roster", "owner"),
    [
        ((), 2),
        ((_row(3, -1, 8),), 3),
        ((_row(3, -1, 8), _row(3, -24, 24, AWAY)), 2),
        ((_row(2, -24, 24, AWAY),), 1),
        ((_row(1, -24, 24, AWAY), _row(2, -24, 24, AWAY)), None),
        ((_row(3, -2, 0),), 2),
        ((_row(3, 0, 1),), 3),
        ((_row(3, -1, 8, id=1), _row(1, -2, 8, id=2)), 1),
        ((_row(99, -1, 8),), 2),
    ],
)
def test_a_debt_falls_to_who_is_on_duty_else_a_facilitator_else_the_owner(
    roster: tuple[Duty, ...], owner: int | None
) -> None:
    assert owner_of(roster, PEOPLE, MONDAY) == owner


def test_nobody_is_given_their_own_question_nor_who_left() -> None:
    assert owner_of((_row(3, -1, 8),), PEOPLE, MONDAY, {3}) == 2
    gone = replace(HELP, left_at=MONDAY - HOUR)
    assert owner_of((_row(3, -1, 8),), (OWNER, HOST, gone), MONDAY) == 2


def test_that_nobody_is_on_duty_is_a_clear_state() -> None:
    assert on_duty((), MONDAY) == ()
    assert on_duty((_row(3, -9, -1),), MONDAY) == ()
    assert owner_of((), (), MONDAY) is None


@pytest.mark.parametrize(
    ("roster", "then"),
    [
        ((_row(2, -1, 8), _row(3, -1, 8)), 3),
        ((_row(2, -1, 8), _row(3, 20, 30)), 3),
        ((_row(2, -1, 8), _row(3, 20, 30), _row(1, 10, 12)), 1),
        ((_row(2, -1, 8),), 1),
        ((_row(2, -1, 8), _row(3, 24 * 9, 24 * 10)), 1),
    ],
)
def test_what_stands_too_long_goes_to_the_next_on_duty(roster: tuple[Duty, ...], then: int) -> None:
    assert next_owner(roster, PEOPLE, MONDAY, 2) == then


def test_where_nobody_else_is_there_it_stays() -> None:
    assert next_owner((), (OWNER,), MONDAY, 1) is None


def test_a_week_later_is_the_same_hour_on_the_wall() -> None:
    before = replace(
        _row(1, 0, 1),
        starts_at=datetime(2026, 3, 23, 9, tzinfo=UTC),
        ends_at=datetime(2026, 3, 23, 17, tzinfo=UTC),
    )
    later = a_week_later(before, "Europe/Lisbon", MONDAY)
    assert later.starts_at == datetime(2026, 3, 30, 8, tzinfo=UTC)
    assert later.ends_at - later.starts_at == 8 * HOUR
