"""All moves by id, in the order in which equals are weighed."""

from collections.abc import Mapping
from types import MappingProxyType

from agent.moves import (
    beginnings,
    calming,
    debts,
    deepening,
    follow_ups,
    house,
    knowledge,
    occasions,
    openings,
    order,
    people,
    questions,
    safety,
)
from agent.moves.move import Move

FAMILIES = (
    *(safety, calming, order, debts, people, openings, knowledge, follow_ups, questions, deepening),
    *(beginnings, occasions, house),
)

MOVES: Mapping[str, Move] = MappingProxyType(
    {move.id: move for family in FAMILIES for move in family.MOVES}
)
