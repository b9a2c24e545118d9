"""Signals about questions that a room settled: short talks too may hold what is worth keeping."""

from collections.abc import Iterator
from datetime import timedelta

from agent.listening import cues
from agent.listening import trial_cues as trial
from agent.listening.contribution_cues import GRATEFUL
from agent.listening.scene import Scene
from agent.listening.signal import Signal
from agent.listening.signals_rhythm import DISTIL_LEAST, QUIET, is_matter, worth_keeping
from agent.listening.sorting import wording
from agent.listening.words import is_han
from community.conversation import Message, Thread

SETTLED_FOR = timedelta(hours=12)
SAID_LEAST = 5
HELPERS_LEAST = 2
HELP_HAN, HELP_LATIN = 10, 30
MAY_CLOSE = wording(GRATEFUL, cues.OUTCOME, trial.TRIED)


def settled(scene: Scene) -> Iterator[Signal]:
    """What somebody brought, two or more helped with, and its author closed with a word of it."""
    for message in scene.marked(MAY_CLOSE, SETTLED_FOR):
        thread = scene.thread_of.get(message.id)
        if thread is None or not SAID_LEAST <= len(thread.messages) < DISTIL_LEAST:
            continue
        quiet = scene.now - thread.messages[-1].at
        if quiet < QUIET or not _closes(scene, message, thread):
            continue
        yield worth_keeping(scene, thread.messages, 0.7, {})


def _closes(scene: Scene, message: Message, thread: Thread) -> bool:
    """Whether who began it says that it helped, and two others gave a reason, a case or a way."""
    began = thread.messages[0]
    own = [m for m in thread.messages if m.author_id == began.author_id]
    if message.id != own[-1].id or message.id == began.id:
        return False
    if scene.is_staff(began) or not is_matter(scene, thread):
        return False
    others = [m for m in thread.messages if m.author_id != began.author_id and _helps(scene, m)]
    early = any(m.at < message.at for m in others)
    return early and len({m.author_id for m in others}) >= HELPERS_LEAST


def _helps(scene: Scene, message: Message) -> bool:
    """Whether it says something at some length that is no question and no joke."""
    text = scene.text(message)
    long_enough = len(text) >= (HELP_HAN if is_han(text) else HELP_LATIN)
    return long_enough and not cues.ASKS.search(text) and not cues.LAUGHS.search(text)
