from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from agent.decide import decide
from agent.moves.moment import Moment
from agent.moves.occasions import comes_round, when_a_day_is_to_be_marked
from community.agreement import Agreed
from community.people import Purpose
from community.review import Ledger
from tests.builders import a_member, a_talk, said

ANN = a_member(1, "许冉", joined=datetime(2024, 1, 31, 2, 0, tzinfo=UTC))


def a_moment(now: datetime, birthday: str | None = None, **changes: object) -> Moment:
    """A room with one member who agreed to have her days marked."""
    line = replace(said(1, ANN, "门卡到了"), at=now - timedelta(days=1))
    agreed = Agreed(birthdays={ANN.id: birthday})
    talk = replace(a_talk([line], [ANN], purpose=Purpose.SOCIAL), agreed=agreed, **changes)
    return decide(talk, Ledger(), now).moment


def marked(now: datetime, birthday: str | None = None) -> list[str]:
    return [chance.why for chance in when_a_day_is_to_be_marked(a_moment(now, birthday))]


@pytest.mark.parametrize(
    ("day", "birthday", "why"),
    [
        ((2026, 2, 28), "02-29", ["milestone_birthday"]),
        ((2028, 2, 29), "02-29", ["milestone_birthday"]),
        ((2028, 2, 28), "02-29", []),
        ((2024, 2, 29), None, ["milestone_month"]),
        ((2026, 1, 31), None, ["milestone_year"]),
        ((2026, 1, 30), None, []),
        ((2026, 1, 31), "01-31", ["milestone_birthday"]),
    ],
)
def test_a_day_falls_where_people_keep_it(
    day: tuple[int, int, int], birthday: str | None, why: list[str]
) -> None:
    assert marked(datetime(*day, 3, 0, tzinfo=UTC), birthday) == why


def test_the_next_look_comes_in_the_morning_of_a_day_that_may_be_marked() -> None:
    moment = a_moment(datetime(2026, 3, 2, 20, 0, tzinfo=UTC))
    assert min(comes_round(moment)) == datetime(2026, 3, 3, 1, 0, tzinfo=UTC)


def test_the_evening_before_days_off_has_a_look_of_its_own() -> None:
    moment = a_moment(datetime(2026, 3, 6, 5, 0, tzinfo=UTC))
    assert datetime(2026, 3, 6, 9, 0, tzinfo=UTC) in set(comes_round(moment))
