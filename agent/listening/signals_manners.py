"""Signals about the manner of a message: it offends somebody, or jokes with the assistant."""

from collections.abc import Hashable, Iterable, Iterator
from datetime import timedelta
from functools import lru_cache

from agent.listening import cues
from agent.listening import manner_cues as manner
from agent.listening.offence import masked, offence, own_words
from agent.listening.offence_cues import REFUSALS
from agent.listening.scene import Scene
from agent.listening.signal import Signal, SignalKind, author
from agent.listening.signals_order import handled
from agent.listening.sorting import NO, YES
from agent.listening.thresholds import threshold_of
from community.conversation import Message, MessageKind

OPEN_FOR = timedelta(hours=12)
AGAINST = ("against_prejudice", "not_all", "doubts", "names_prejudice", "equal")
JOKE_MOST = 60


def offences(scene: Scene) -> Iterator[Signal]:
    """A message whose chance to offend reaches the community's threshold, not handled by staff.

    Never what is quoted or reported of others, nor what speaks against prejudice. English has
    wordings and no trained model (offence.py).
    """
    at = threshold_of(scene.talk.community.settings, "offence_threshold")
    for message in scene.marked(_may_offend, OPEN_FOR):
        chance, found = offence_of(message.text)
        if chance >= at and not handled(scene, message):
            yield Signal(
                kind=SignalKind.OFFENCE,
                message_ids=(message.id,),
                member_ids=author(message),
                confidence=min(0.99, chance),
                facts={"words": " · ".join(found), "chance": round(chance, 2)},
            )


def _may_offend(message: Message) -> Iterable[Hashable]:
    """Files what may offend at all."""
    return YES if message.kind is MessageKind.TEXT and offence_of(message.text)[0] > 0 else NO


@lru_cache(maxsize=4096)
def offence_of(text: str) -> tuple[float, tuple[str, ...]]:
    """The chance that a text offends and its words; 0 where nothing in it could, or it reports."""
    own = own_words(text)
    if manner.SAID_BY_OTHERS.search(own) or cues.LAUGHS.search(own):
        return 0.0, ()
    hidden = masked(own)
    against = manner.REFUSES.search(own) or any(REFUSALS[name].search(hidden) for name in AGAINST)
    if against and not manner.ENDORSES.search(own):
        return 0.0, ()
    if own.isascii() or manner.AIMED.search(own) or hidden != own:
        judged = offence(text)
        return (judged.chance, judged.words) if judged.known else (0.0, ())
    return 0.0, ()


def jests(scene: Scene) -> Iterator[Signal]:
    """A joke with the assistant: it asks for nothing, and nothing is owed to it."""
    for message in scene.saying(manner.ASSISTANT, OPEN_FOR):
        text = scene.text(message)
        if len(text) > JOKE_MOST or not manner.ASSISTANT.search(text):
            continue
        if manner.JOKES.search(text) and not cues.INJECTS.search(text):
            yield Signal(
                kind=SignalKind.JEST,
                message_ids=(message.id,),
                member_ids=author(message),
                confidence=0.7,
            )
