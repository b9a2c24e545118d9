"""Newcomers whose first question others talked over at once."""

from collections.abc import Iterator
from datetime import timedelta

from agent.listening.scene import Scene
from agent.listening.signal import Signal, SignalKind, author
from agent.listening.signals_answers import newness
from agent.moves.settling import SLOW, taken_up
from agent.moves.waiting import MAY_WAIT, NEWCOMER, SURE, is_first, stands
from community.conversation import Message

COVERED = timedelta(minutes=20)
COVER_LEAST, COVER_VOICES = 8, 3
"""So many lines of so many others within 20 minutes bury a newcomer's question [D]."""


def talked_over(scene: Scene, patience: float) -> Iterator[Signal]:
    """A newcomer's first question that others talked over before anybody's patience ran out."""
    if patience < SLOW:
        return
    for message in scene.marked(MAY_WAIT, timedelta(minutes=min(patience, NEWCOMER))):
        new = is_first(scene, message) and newness(scene, message) >= SURE
        if not new or not covered(scene, message):
            continue
        if stands(scene, message, patience) and not taken_up(scene, message, patience):
            waited = int(scene.waited(message).total_seconds() / 60)
            yield Signal(
                kind=SignalKind.QUESTION,
                message_ids=(message.id,),
                member_ids=author(message),
                confidence=0.85,
                facts={"waited_minutes": waited, "tau_minutes": int(patience), "newcomer": True},
            )


def covered(scene: Scene, message: Message) -> bool:
    """Whether several others talked over it at once, and nobody spoke to it."""
    said = [m for m in scene.later(message, COVERED) if m.author_id != message.author_id]
    return len(said) >= COVER_LEAST and len({m.author_id for m in said}) >= COVER_VOICES
