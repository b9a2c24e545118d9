"""What accepting some notes to the hosts does: a message goes, or its author is warned."""

from dataclasses import dataclass

REMOVES, WARNS = "ad_removal", "warn"
"""Moves whose acceptance does something to a message, said on the card before."""
TAKE_DOWN = "take_down"
"""Kept as the reason of an accepted warning that takes the message down too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """What would happen to one message: `words` are its own as they stand, none of ours.

    `by_hand` where it was said on another platform: there a person does all of it.
    """

    move: str
    message_id: int
    author_id: int
    words: str
    by_hand: bool

    @property
    def same_for_all(self) -> bool:
        """Whether the notice is the same for everybody and so may not be reworded."""
        return self.move == REMOVES


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """The private line to the author of a message that goes with a consequence."""

    consequence: Consequence
    text: str
