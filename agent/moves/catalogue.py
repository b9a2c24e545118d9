"""All moves by id, in the order in which equals are weighed."""

from collections.abc import Mapping
from types import MappingProxyType

from agent.moves import debts, follow_ups, knowledge, openings, order, safety
from agent.moves.move import Move

FAMILIES = (safety, order, debts, openings, knowledge, follow_ups)

MOVES: Mapping[str, Move] = MappingProxyType(
    {move.id: move for family in FAMILIES for move in family.MOVES}
)
