"""A community chooses within bounds; only what differs from the default is kept."""

from datetime import date

import pytest

from agent.community_settings import chosen_of, with_changes
from agent.gate_settings import settings_of
from community.errors import Invalid

MOVES = ("provoke", "poll")


def test_what_is_chosen_is_what_the_gate_reads() -> None:
    kept = with_changes(
        {},
        {
            "posts_per_day": 1,
            "holidays": [date(2026, 10, 1), date(2026, 10, 1)],
            "off": ["poll"],
            "untouchable": [" 薪资 ", "薪资", ""],
        },
        MOVES,
    )
    gate = settings_of(kept)
    assert (gate.posts_per_day, gate.off) == (1, {"poll"})
    assert gate.holidays == {date(2026, 10, 1)}
    assert gate.untouchable == ("薪资",)
    assert chosen_of(kept).posts_per_day == 1


def test_the_default_resets_and_unknown_names_stay() -> None:
    kept = {"platform": "slack", "gate": {"warm_up": 5, "posts_per_day": 1}, "remove_adverts": True}
    changed = with_changes(kept, {"posts_per_day": 3, "remove_adverts": False}, MOVES)
    assert changed == {"platform": "slack", "gate": {"warm_up": 5}}


def test_an_older_row_without_a_shelf_for_the_gate_loses_nothing() -> None:
    changed = with_changes({"posts_per_day": 1, "platform": "slack"}, {"open_from": 9}, MOVES)
    assert changed == {"platform": "slack", "gate": {"posts_per_day": 1, "open_from": 9}}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"open_from": 23, "open_until": 23}, "setting_hours_crossed"),
        ({"open_until": 5}, "setting_hours_crossed"),
        ({"posts_per_day": 21}, "setting_out_of_bounds"),
        ({"advert_threshold": 0.2}, "setting_out_of_bounds"),
        ({"threshold": float("nan")}, "setting_out_of_bounds"),
        ({"off": ["fly"]}, "setting_move_unknown"),
        ({"untouchable": ["长" * 41]}, "setting_topic_too_long"),
        ({"untouchable": [str(each) for each in range(41)]}, "setting_too_many"),
    ],
)
def test_what_cannot_be_is_refused_with_a_code(changes: dict[str, object], code: str) -> None:
    with pytest.raises(Invalid) as refused:
        with_changes({}, changes, MOVES)
    assert refused.value.code == code


def test_a_move_that_is_gone_may_stay_off() -> None:
    kept: dict[str, object] = {"gate": {"off": ["old_one"]}}
    changed = with_changes(kept, {"off": ["old_one", "poll"]}, MOVES)
    assert chosen_of(changed).off == ("old_one", "poll")


def test_a_kept_value_of_the_wrong_sort_is_the_default() -> None:
    wrong = {"advert_threshold": "low", "two_person_rule": "no", "gate": {"holidays": ["soon"]}}
    assert chosen_of(wrong) == chosen_of({})
