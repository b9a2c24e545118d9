import re

import pytest

from agent.moves.catalogue import MOVES
from agent.moves.errands import ERRANDS, Errand
from agent.moves.move import Move
from evals.made import read_made
from evals.move_pages import PAGE, page, told, told_errand

TEXT = PAGE.read_text(encoding="utf-8")
MADE = tuple(read_made())


@pytest.mark.parametrize("move", MOVES.values(), ids=MOVES)
def test_the_page_says_of_each_move_what_its_data_say_now(move: Move) -> None:
    assert "\n".join(told(move, [each for each in MADE if each.move == move.id])) in TEXT


def test_the_page_has_every_move_once_and_a_draft_of_each() -> None:
    ids = re.findall(r"^### .* `(\w+)`$", TEXT, re.MULTILINE)
    assert sorted(ids) == sorted([*MOVES, *ERRANDS])
    sections = re.split(r"^### ", TEXT, flags=re.MULTILINE)[1:]
    bare = [each.splitlines()[0] for each in sections if "\n    " not in each]
    assert [each for each in bare if each.split("`")[1] not in ERRANDS] == []


@pytest.mark.parametrize("errand", ERRANDS.values(), ids=ERRANDS)
def test_the_page_says_of_each_errand_what_its_data_say_now(errand: Errand) -> None:
    assert "\n".join(told_errand(errand)) in TEXT


@pytest.mark.slow
def test_the_drafts_on_the_page_are_those_the_engine_makes_now() -> None:
    assert page() == TEXT
