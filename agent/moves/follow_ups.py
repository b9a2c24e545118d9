"""Follow-ups: one small question back, praise that names what, and people put in touch."""

from collections.abc import Iterator

from agent.listening.signal import SignalKind
from agent.moves.moment import Moment, minutes
from agent.moves.move import Chance, Move
from agent.moves.safety import chance
from community.suggestion import Lane

PEERS_FIRST = 8.0
"""Minutes that peers have before anything is asked back."""
PRESENT = 30.0
"""Minutes an author is taken to be still here."""


def when_abstract(moment: Moment) -> Iterator[Chance]:
    """Abstract advice that stands alone: ask for the last time it happened."""
    yield from _claims(moment, SignalKind.ABSTRACT_ADVICE)


def when_bare(moment: Moment) -> Iterator[Chance]:
    """A claim without a reason that stands alone."""
    yield from _claims(moment, SignalKind.BARE_CLAIM)


def _claims(moment: Moment, kind: SignalKind) -> Iterator[Chance]:
    for signal in moment.of(kind):
        said = moment.by_id[signal.message_ids[0]]
        waited = minutes(said.at, moment.now)
        alone = moment.still_minutes >= PEERS_FIRST and signal.facts.get("opens_topic")
        if alone and waited <= PRESENT:
            yield chance(signal)


MOVES = (
    Move(
        id="press_example",
        lane=Lane.OPPORTUNITY,
        value=3.0,
        when=when_abstract,
        length=60,
        checks=("Q1", "ANCHOR", "YESAND", "LOW"),
        due_hours=2,
    ),
    Move(
        id="press_reason",
        lane=Lane.OPPORTUNITY,
        value=2.9,
        when=when_bare,
        length=60,
        checks=("Q1", "ANCHOR", "YESAND", "LOW"),
        due_hours=2,
    ),
)
