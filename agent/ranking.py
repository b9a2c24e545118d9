"""How many wordings are asked for, and which of several is offered first."""

from agent.moves.move import Move
from community.suggestion import Audience, Lane

WORDINGS = 3
"""Asked for at once where there is a choice worth having."""
SHORT = 140
"""Chinese characters up to which a draft is short enough to be worded three times."""


def wordings_of(move: Move) -> int:
    """Three of a short line to members; one where it is urgent, long or a note to the desk."""
    pays = move.lane is not Lane.SAFETY and move.audience is not Audience.FACILITATOR
    return WORDINGS if pays and move.length <= SHORT else 1
