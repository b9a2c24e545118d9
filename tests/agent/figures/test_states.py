"""What cannot be seen is said, never 0; small, empty and large communities have clear states."""

from datetime import UTC, datetime

import pytest

from agent.figures.report import FORMULAS, figures_of
from agent.figures.trend import SERIES, trend
from agent.figures.view import NotObservable, Seen, View
from tests.agent.figures.days import NOON, day, owed, people, seen


def readings(view: View) -> dict[str, str | float]:
    return {
        one.code: one.reading.reason
        if isinstance(one.reading, NotObservable)
        else one.reading.value
        for one in figures_of(view)
    }


def test_without_members_there_is_no_number_of_them() -> None:
    found = readings(seen(members=()))
    assert (found["dau"], found["speaker_rate"], found["talk_gini"]) == ("no_members",) * 3
    assert found["messages"] == 0
    assert (found["reply_rate"], found["stickiness"]) == ("nothing_said", "nothing_said")


def test_one_member_has_no_evenness() -> None:
    found = readings(seen(day(1, said={1: 3}), members=people(1)))
    assert (found["talk_gini"], found["density"]) == ("one_member", "one_member")
    assert found["speaker_rate"] == 1


def test_two_thousand_members_count_with_their_silence() -> None:
    found = readings(seen(day(1, said={1: 3, 2: 1}), members=people(2000)))
    assert found["silent_share"] == pytest.approx(1998 / 2000)
    assert found["talk_gini"] == pytest.approx(1 - (1 + 2 / 4) / 2000, abs=1e-3)


def test_an_export_without_reactions_has_no_figure_of_them() -> None:
    found = readings(seen(day(1, said={1: 9}), reactions=False))
    assert {found[code] for code in ("interactions", "orphan_rate", "quick_shares")} == {
        "no_reactions"
    }


def test_without_join_dates_nobody_is_said_to_have_joined() -> None:
    assert readings(seen(day(1, said={1: 9})))["join_to_first_message"] == "no_join_dates"


def test_answers_are_not_counted_where_nobody_judged_them() -> None:
    found = readings(seen(day(1, said={1: 10}, unlinked=3)))
    assert found["reply_rate"] == found["reciprocity"] == "answers_unknown"


def test_few_cases_make_no_share() -> None:
    view = seen(day(2, said={1: 4}, contributions=tuple(owed(at, hours=1) for at in range(4))))
    reading = next(one.reading for one in figures_of(view) if one.code == "reply_rate")
    assert reading == NotObservable(reason="too_few", facts={"count": 4, "least": 5})


def test_a_week_without_messages_is_a_zero_of_messages_and_no_rate() -> None:
    spoken = [day(at, said={1: 2, 2: 2}) for at in range(8, 70)]
    weeks = trend(seen(*spoken), "messages")
    assert [week.value for week in weeks[-2:]] == [28, 0]
    assert weeks[-1].low is not None
    assert trend(seen(*spoken), "reply_rate")[-1].value is None


def test_a_community_that_never_spoke_has_no_weeks() -> None:
    assert [trend(seen(), code) for code in SERIES] == [()] * len(SERIES)


def test_what_bears_a_date_of_tomorrow_is_left_out() -> None:
    assert readings(seen(day(-1, said={1: 5}), day(0, said={1: 1})))["messages"] == 1


def test_the_local_day_decides() -> None:
    view = View(
        tallies=(),
        members=(),
        now=datetime(2026, 3, 29, 16, 30, tzinfo=UTC),
        timezone="Asia/Shanghai",
    )
    assert view.today.isoformat() == "2026-03-30"
    assert NOON.date() == view.today


def test_a_figure_out_of_bounds_names_what_to_do() -> None:
    found = {
        one.code: one.next_code for one in figures_of(seen(day(1, said={1: 9}), members=people(20)))
    }
    assert found["speaker_rate"] == "low_cost_question"
    assert found["messages"] == "fine"
    assert found["join_to_first_message"] == "unseen"
    assert set(found) == set(FORMULAS)
    assert isinstance(FORMULAS["dau"][2](seen(day(1, said={1: 1}))), Seen)
