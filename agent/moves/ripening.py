"""What waits in a room and is not due yet: when the next look must come if nobody speaks."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from agent.listening import cues
from agent.listening.scene import Scene
from agent.listening.signals_answers import (
    NEW_FOR,
    answered,
    is_push,
    is_share,
    newness,
)
from agent.listening.sorting import by_author
from agent.moves.moment import Moment
from agent.moves.settling import taken_up
from agent.moves.waiting import MAY_WAIT, NEWCOMER, OWED_FOR, asks_for_something
from community.conversation import Message

FOLLOWED_UP = (timedelta(hours=2), timedelta(hours=24))
"""A push is followed up after two hours and after a day [O seed article]."""


def open_questions(moment: Moment) -> Iterator[tuple[Message, timedelta]]:
    """Questions that stand and are left to peers yet, with the time that is left to them."""
    scene = moment.heard
    for message in scene.marked(MAY_WAIT, OWED_FOR):
        new = newness(scene, message) > 0
        least = min(moment.patience, NEWCOMER) if new else moment.patience
        left = _left(scene, message, timedelta(minutes=least))
        if left is None or not asks_for_something(scene, message):
            continue
        if not taken_up(scene, message, moment.patience):
            yield message, left


def ripens(moment: Moment) -> Iterator[datetime]:
    """The instants at which what nobody took up falls due, were nothing said until then.

    Waking hours are counted as if they went on: a look that comes too early puts the next one off.
    """
    scene, now = moment.heard, moment.now
    yield from (now + left for _, left in open_questions(moment))
    for message in scene.saying(cues.SHARES, OWED_FOR):
        left = _left(scene, message, scene.tau)
        if left is not None and is_share(scene, message) and not answered(scene, message):
            yield now + left
    for line in scene.filed(by_author).values():
        first = line.said[0]
        left = _left(scene, first, min(scene.tau, timedelta(minutes=NEWCOMER)))
        near = scene.age(first) <= NEW_FOR
        if left is not None and near and newness(scene, first) and not answered(scene, first):
            yield now + left
    for message in moment.within(hours=24):
        if is_push(scene, message):
            yield from (message.at + span for span in FOLLOWED_UP if message.at + span > now)


def _left(scene: Scene, message: Message, span: timedelta) -> timedelta | None:
    """What is left of a span of waking hours since a message; None where it is over."""
    left = span - scene.waited(message)
    return left if left >= timedelta(0) else None
