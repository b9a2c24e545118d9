from collections import Counter

import pytest

from agent.checks import CHECKS
from agent.gate_settings import GateSettings
from agent.moves.catalogue import MOVES
from community.people import Role
from community.suggestion import Audience, Lane
from evals.made import FRESH, Made, chosen, decided, read_made, talk_of

SILENT = "stay_silent"
MADE = tuple(read_made())
OTHER_TRADES = tuple(read_made(FRESH))


@pytest.mark.parametrize("made", [pytest.param(m, id=f"{m.move}: {m.case}") for m in MADE])
def test_a_move_is_chosen_in_its_moments_and_in_no_others(made: Made) -> None:
    assert ((chosen(made) or SILENT) == made.move) is made.fires


@pytest.mark.parametrize(
    "made", [pytest.param(m, id=f"{m.language}, {m.case}") for m in OTHER_TRADES]
)
def test_other_trades_are_met_with_what_is_right_for_them(made: Made) -> None:
    assert (chosen(made) or SILENT) in made.move.split("|")


def test_every_move_has_three_moments_that_call_for_it_and_three_that_do_not() -> None:
    counts = Counter((made.move, made.fires) for made in MADE)
    assert {
        move for move in (*MOVES, SILENT) if min(counts[move, True], counts[move, False]) < 3
    } == set()


def test_every_check_of_a_move_exists() -> None:
    assert {code for move in MOVES.values() for code in move.checks} <= set(CHECKS)


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(made, id=f"{made.move}: {made.case}")
        for made in MADE
        if made.fires and made.move in MOVES and MOVES[made.move].audience is Audience.PRIVATE
    ],
)
def test_a_private_move_says_whom_it_is_for(made: Made) -> None:
    candidate = decided(made).choice.candidate
    assert candidate is not None
    assert candidate.to_id in talk_of(made).members


def test_a_matter_for_an_expert_goes_to_the_expert() -> None:
    handed = [made for made in MADE if made.fires and made.move == "expert_handoff"]
    for made in handed:
        candidate = decided(made).choice.candidate
        assert candidate is not None
        assert talk_of(made).members[candidate.to_id or 0].role is Role.EXPERT


def test_what_says_private_is_never_read_by_the_room() -> None:
    private = [move for move in MOVES.values() if "PRIV" in move.checks]
    assert all(move.audience is not Audience.PUBLIC for move in private)


def test_only_safety_wakes_people() -> None:
    assert {move.lane for move in MOVES.values() if move.wakes} == {Lane.SAFETY}


def test_every_value_lies_between_one_and_five_and_can_pass_the_threshold() -> None:
    for move in MOVES.values():
        assert GateSettings().threshold < move.value <= 5
