"""What a member puts before the room at some length: it should not fall into the void."""

from collections.abc import Hashable, Iterable
from datetime import timedelta

from agent.listening import cues
from agent.listening import temper_cues as temper
from agent.listening.adverts import is_advert
from agent.listening.asking_cues import UNMARKED
from agent.listening.contribution_cues import (
    CHATTER,
    CONTRIBUTES,
    INVITES,
    LEANS,
    OPTIONS,
    PINGS,
    SIGNS_UP,
    SMALL_TALK,
    UNEXPECTED,
    WRITES,
)
from agent.listening.scene import Scene
from agent.listening.sorting import NO, YES
from agent.listening.words import is_han, read, words
from community.conversation import LinkSource, Message, MessageKind

ALL_HAN, ALL_LATIN = 15, 40
"""Characters from which a question of the staff is one for everybody."""
PRESENT = timedelta(hours=2)
PAUSE = timedelta(minutes=15)
"""Inside a running talk a line is one of many: nobody waits for a word on each."""
TOLD_HAN = 15
TOLD_LATIN = 50
TOLD_WORDS = 5
"""Content words from which a line tells something."""
CALLS = (INVITES, CONTRIBUTES, UNMARKED, OPTIONS)
"""What puts something to everybody without a question mark."""
ASIDE = (
    cues.LAUGHS,
    cues.NOTICE,
    cues.THANKS,
    cues.INJECTS,
    cues.LEAVES,
    cues.RETRACTS,
    CHATTER,
    SMALL_TALK,
)


def may_contribute(message: Message) -> Iterable[Hashable]:
    """Files what its words alone could make a contribution."""
    return YES if message.kind is MessageKind.TEXT and _tells(read(message.text)) else NO


def _tells(text: str) -> bool:
    """Whether it tells of a matter at some length; no small talk, notice, thanks or goodbye."""
    if len(text) < (TOLD_HAN if is_han(text) else TOLD_LATIN) or len(words(text)) < TOLD_WORDS:
        return False
    aside = any(cue.search(text) for cue in ASIDE) or cues.CHAIN.match(text)
    return not aside and not LEANS.match(text)


def is_contribution(scene: Scene, message: Message) -> bool:
    """Whether a member begins something of their own with it, said to all after a pause."""
    if scene.is_staff(message) or _turns_to(scene, message) or not begins(scene, message):
        return False
    if not may_contribute(message) or is_advert(message.text):
        return False
    before = scene.between(message.at - PAUSE, message.at)
    return not any(said.author_id != message.author_id for said in before)


def _turns_to(scene: Scene, message: Message) -> bool:
    """Whether it is put to somebody: a name with an @ or "you"; who is only spoken of is not."""
    text = scene.text(message)
    return bool(scene.names_in(message)) and ("@" in text or bool(cues.YOU.search(text)))


def is_mere_notice(text: str) -> bool:
    """Whether a call to all only tells something: it asks for no line, picture or case."""
    return bool(cues.NOTICE.search(text)) and not CONTRIBUTES.search(text)


def wants_answers(text: str) -> bool:
    """Whether a notice asks for a sign from everybody: a name on a list, a line, a vote."""
    return bool(SIGNS_UP.search(text))


def is_for_later(text: str) -> bool:
    """Whether a call names a later time to talk about it, and asks for nothing before."""
    return bool(cues.LATER.search(text)) and not WRITES.search(text)


def is_result(scene: Scene, message: Message) -> bool:
    """Whether it tells what came of something and is glad of it; who knocks again is not."""
    text = scene.text(message)
    if not cues.OUTCOME.search(text) or UNEXPECTED.search(text):
        return False
    own = (m for m in scene.later(message, PRESENT) if m.author_id == message.author_id)
    return not any(PINGS.match(scene.text(m)) for m in own)


def begins(scene: Scene, message: Message) -> bool:
    """Whether it starts something: no link, or a guess that nothing in its words bears out."""
    if scene.opens(message):
        return True
    before = scene.parent(message)
    if before is None or scene.links[message.id].by is not LinkSource.MODEL:
        return False
    text = scene.text(message)
    shared = words(text) & words(scene.text(before))
    return not shared and not leans_back(text) and len(words(text)) >= TOLD_WORDS


def leans_back(text: str) -> bool:
    """Whether its first words, or a word to somebody, tie it to what was said before."""
    turns = (cues.YOU, cues.AGREES, cues.DISAGREES)
    return bool(LEANS.match(text)) or any(cue.search(text) for cue in turns)


def asks_all(scene: Scene, message: Message) -> bool:
    """Whether staff puts a question or a task of some length to everybody, whatever its words."""
    text = scene.text(message)
    long_enough = len(text) >= (ALL_HAN if is_han(text) else ALL_LATIN)
    return (
        long_enough
        and not scene.names_in(message)
        and bool("?" in text or any(cue.search(text) for cue in CALLS))
        and not temper.CALMS.search(text)
    )
