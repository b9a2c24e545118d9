"""Which questions have waited longer than this group lets one wait, and how long that is."""

import re
from collections.abc import Iterator
from datetime import timedelta

from agent.gate_settings import GateSettings
from agent.listening import asking_cues, cues
from agent.listening.asking import asks_unmarked, is_question, is_stuck
from agent.listening.cue import Cue
from agent.listening.pace import least_of, slowest_but_a_tenth
from agent.listening.scene import Scene
from agent.listening.signal import Signal, SignalKind, author
from agent.listening.signals_answers import is_push, newness
from agent.listening.sorting import by_author, wording
from agent.listening.words import is_han, words
from agent.moves.settling import PLAIN_ASKS, RESUMED, SLOW, is_settled, taken_up
from community.conversation import Message

GOES_ON = 3
"""Content words from which a question inside a talk stands for itself."""
LINK = re.compile(r"https?://\S+")
OWED_FOR = timedelta(hours=72)
"""A question older than this has had its time."""
NEWCOMER = 120.0
"""A newcomer's first question waits two hours at most [O Joyce & Kraut; number D]."""
SURE = 0.5
SHORTEST = {True: 4, False: 6}
"""Characters, in Chinese and in English, below which a question mark alone asks for nothing."""
PASSED, PASSED_BY = 3, 2
"""So many lines of so many others within 20 minutes pass a question over: the room is awake."""
HASTE = 0.75
"""What is left of the patience with it then [D]."""
CONFIRMS = Cue(r"(对吧|是吧|没错吧|没记错吧)\W*$|, (right|correct)\W*$")
"""Somebody wants to hear that they remember it rightly."""
MAY_WAIT = wording(cues.ASKS, asking_cues.UNMARKED, asking_cues.STUCK, CONFIRMS)
"""No message of another kind waits for anything."""
EXCLAIMS = re.compile(r"[?!]{2,}")
PRESSES = re.compile(
    r"你?(为什么|凭什么)(觉得|这么|认为|说)|是让你判断|怎么(这么|会)(说|想)"
    r"|\b(what makes you|why do you|how can you) (say|think|believe)",
    re.IGNORECASE,
)
"""A question about somebody's opinion is theirs to answer or not."""


def patience_of(scene: Scene, settings: GateSettings) -> float:
    """τ in minutes of waking hours: P90 of the group's own first answers, and a fifth more.

    `reply_prior_weight` answers at `reply_prior` minutes are taken as seen before, so that a
    young group has a pace too, one fewer for every eight of its own; clamped to reply_floor (or
    twice the mean gap between two lines of these days, where that is longer) … reply_ceiling.
    """
    slow = slowest_but_a_tenth(scene.minutes, settings.reply_prior, settings.reply_prior_weight)
    observed = settings.reply_grace * slow
    least = least_of(scene.times, scene.now, scene.hours).total_seconds() / 60
    return min(settings.reply_ceiling, max(settings.reply_floor, least, observed))


def waiting(scene: Scene, patience: float) -> Iterator[Signal]:
    """Questions that stood longer than `patience` with nobody taking them up, newest first."""
    over = scene.over((waiting, patience < SLOW))
    old_enough = scene.now - timedelta(minutes=HASTE * min(patience, NEWCOMER))
    for message in reversed(scene.marked(MAY_WAIT, OWED_FOR, old_enough)):
        if message.id in over:
            continue
        new = is_first(scene, message) and newness(scene, message) >= SURE
        least = min(patience, NEWCOMER) if new else patience
        if patience >= SLOW and _passed_over(scene, message):
            least *= HASTE
        if scene.age(message) < timedelta(minutes=least):
            continue
        if not stands(scene, message, patience) or taken_up(scene, message, patience):
            over.add(message.id)
            continue
        waited = scene.waited(message).total_seconds() / 60
        if waited >= least:
            yield Signal(
                kind=SignalKind.QUESTION,
                message_ids=(message.id,),
                member_ids=author(message),
                confidence=0.9 if cues.SEEKS.search(scene.text(message)) else 0.7,
                facts={
                    "waited_minutes": int(waited),
                    "tau_minutes": int(least),
                    "newcomer": new,
                },
            )


def _passed_over(scene: Scene, message: Message) -> bool:
    """Whether several others spoke right after it: who took it up is looked at elsewhere."""
    said = [m for m in scene.later(message, RESUMED) if m.author_id != message.author_id]
    return len(said) >= PASSED and len({m.author_id for m in said}) >= PASSED_BY


def stands(scene: Scene, message: Message, patience: float) -> bool:
    """Whether it asks and nothing linked settles it; read off its thread while that stays."""

    def read() -> bool:
        asks = asks_for_something(scene, message) or (patience < SLOW and _marked(scene, message))
        return asks and not is_settled(scene, message, patience)

    thread = scene.thread_of.get(message.id)
    return scene.of_thread((stands, message.id, patience < SLOW), thread, read)


def is_first(scene: Scene, message: Message) -> bool:
    """Whether its author had said nothing before it."""
    line = scene.filed(by_author).get(message.author_id)
    return line is not None and line.said[0].id == message.id


def asks_for_something(scene: Scene, message: Message) -> bool:
    """Whether a member asks for something they need; no outcry, no press, no push of a host."""
    text = scene.text(message)
    asks = is_question(scene, message) or _confirms(scene, message) or _goes_on(scene, message)
    if len(text) < SHORTEST[is_han(text)] or not asks or is_push(scene, message):
        return False
    if scene.is_staff(message) and not scene.names_in(message):
        return False
    if is_stuck(scene, message) or asks_unmarked(scene, message):
        return True
    marked = bool(re.search(r"\?\W*(\s|$|\S)", EXCLAIMS.sub("", text)))
    plainly = PLAIN_ASKS.search(text) or CONFIRMS.search(text)
    return (marked or bool(plainly)) and not PRESSES.search(text)


def _marked(scene: Scene, message: Message) -> bool:
    """Whether it says something and ends in a question: enough in a busy channel."""
    text = LINK.sub("", scene.text(message))
    return "?" in text and bool(re.search(r"[a-z]{2}|[\u3400-\u9fff]", text.lower()))


def _goes_on(scene: Scene, message: Message) -> bool:
    """Whether it asks on inside a talk, plainly and not in jest."""
    text = scene.text(message)
    long = len(words(text)) >= GOES_ON
    return (
        long and "?" in text and not cues.RHETORICAL.search(text) and not cues.LAUGHS.search(text)
    )


def _confirms(scene: Scene, message: Message) -> bool:
    """Whether it opens a topic by asking whether something is remembered rightly."""
    return scene.opens(message) and bool(CONFIRMS.search(scene.text(message)))
