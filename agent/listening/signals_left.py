"""Signals about what nobody took up although nobody asked: no contribution falls into the void."""

from collections.abc import Hashable, Iterable, Iterator
from datetime import timedelta

from agent.listening import cues
from agent.listening.asking import is_worried
from agent.listening.asking_cues import WORRIES
from agent.listening.contributions import is_contribution, is_result, may_contribute
from agent.listening.scene import Scene
from agent.listening.signal import Signal, SignalKind, author
from agent.listening.signals_answers import (
    answered,
    applauded,
    is_share,
    minutes_of,
)
from agent.listening.sorting import YES
from agent.listening.trial_cues import EXPERIENCED, TRIED
from agent.listening.words import read
from community.conversation import Message

LEFT_ALONE = timedelta(hours=1)
LEFT_FOR = timedelta(hours=4)
"""Later the moment has passed, and to come back to it would be stranger than silence."""
QUICK = timedelta(minutes=20)
"""In a channel that answers within it nobody waits for a word on what they told."""


def contributions(scene: Scene) -> Iterator[Signal]:
    """Something a member put before the room at some length, and nobody said a word for an hour.

    In a channel where answers take minutes people speak past each other, and nothing is owed.
    """
    least = LEFT_ALONE
    over = scene.over(contributions)
    for message in () if scene.tau < QUICK else scene.marked(_may_lie_there, LEFT_FOR):
        if message.id in over or scene.age(message) < least:
            continue
        own = is_contribution(scene, message) and not is_share(scene, message)
        own = own or is_worried(scene, message) or _hangs(scene, message)
        taken = answered(scene, message) or applauded(scene, message)
        if not own or "?" in scene.text(message) or taken:
            over.add(message.id)
            continue
        waited = scene.waited(message)
        if waited >= least and not is_result(scene, message):
            yield Signal(
                kind=SignalKind.SHARE,
                message_ids=(message.id,),
                member_ids=author(message),
                confidence=0.5,
                facts={"waited_minutes": minutes_of(waited), "tau_minutes": minutes_of(least)},
            )


def _hangs(scene: Scene, message: Message) -> bool:
    """Whether a member told of their own doing, as an answer or not, and the room fell silent."""
    text = scene.text(message)
    told = any(cue.search(text) for cue in (cues.SHARES, cues.OUTCOME, TRIED, EXPERIENCED))
    if not told or scene.is_staff(message) or not may_contribute(message):
        return False
    later = scene.later(message, LEFT_ALONE)
    return not any(said.author_id != message.author_id for said in later)


def _may_lie_there(message: Message) -> Iterable[Hashable]:
    """Files what tells of something, and what tells of a worry in however few words."""
    return YES if WORRIES.search(read(message.text)) else may_contribute(message)
