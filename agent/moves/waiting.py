"""Which questions have waited longer than this group lets one wait, and how long that is."""

import re
from collections.abc import Iterator
from datetime import timedelta

from agent.gate_settings import GateSettings
from agent.listening import cues
from agent.listening.scene import Scene, awake, starts_or_asks
from agent.listening.signal import Signal, SignalKind
from agent.listening.signals_answers import answered, is_push, is_question
from community.conversation import Message

OWED_FOR = timedelta(hours=72)
"""A question older than this has had its time."""
ADDRESSED = timedelta(hours=3)
"""Who is asked by name and speaks within this has taken it up, linked or not."""
RESUMED = timedelta(minutes=20)
"""Who is asked in a running talk and goes on within this has taken it up."""
SHORTEST = 6
"""Characters below which a question mark alone asks for nothing."""
PLAIN_ASKS = re.compile(
    r"请问|请教|想问|问一?下|弱弱|谁(有|知道|能)|有没有|有人|求(助|推荐|一份)|怎么(办|弄|写|处理)|咋(办|弄)"
    r"|\b(any ?(one|body)|need (some )?(help|advice)|wondering (if|how|what)|any (tips|ideas"
    r"|advice))\b",
    re.IGNORECASE,
)
"""Requests that need no question mark."""
CONFIRMS = re.compile(r"(对吧|是吧|没错吧|没记错吧)\W*$|, (right|correct)\W*$", re.IGNORECASE)
"""Somebody wants to hear that they remember it rightly."""
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
    young group has a pace too; clamped to reply_floor … reply_ceiling.
    """
    waits = [settings.reply_prior] * settings.reply_prior_weight
    for message in starts_or_asks(scene.spoken, scene.links):
        first = next(iter(scene.answers(message)), None)
        if first is not None:
            waits.append(_awake_minutes(scene, message, first))
    waits.sort()
    observed = settings.reply_grace * waits[int(0.9 * len(waits))]
    return min(settings.reply_ceiling, max(settings.reply_floor, observed))


def _awake_minutes(scene: Scene, asked: Message, reply: Message) -> float:
    gap = reply.at - asked.at
    if gap > timedelta(hours=1):
        gap = awake(asked.at, reply.at, scene.hours, scene.zone)
    return gap.total_seconds() / 60


def waiting(scene: Scene, patience: float) -> Iterator[Signal]:
    """Questions that stood longer than `patience` with nobody taking them up, oldest first."""
    for message in scene.recent:
        age = scene.age(message)
        if not patience <= age.total_seconds() / 60 <= OWED_FOR.total_seconds() / 60:
            continue
        if not asks_for_something(scene, message) or taken_up(scene, message):
            continue
        waited = scene.waited(message).total_seconds() / 60
        if waited >= patience:
            yield Signal(
                kind=SignalKind.QUESTION,
                message_ids=(message.id,),
                member_ids=() if message.author_id is None else (message.author_id,),
                confidence=0.9 if cues.SEEKS.search(scene.text(message)) else 0.7,
                facts={"waited_minutes": int(waited), "tau_minutes": int(patience)},
            )


def asks_for_something(scene: Scene, message: Message) -> bool:
    """Whether a member asks for something they need; no outcry, no press, no push of a host."""
    text = scene.text(message)
    asks = is_question(scene, message) or _confirms(scene, message)
    if len(text) < SHORTEST or not asks or is_push(scene, message):
        return False
    if scene.is_staff(message) and not scene.names_in(message):
        return False
    marked = bool(re.search(r"\?\W*(\s|$|\S)", EXCLAIMS.sub("", text)))
    plainly = PLAIN_ASKS.search(text) or CONFIRMS.search(text)
    return (marked or bool(plainly)) and not PRESSES.search(text)


def _confirms(scene: Scene, message: Message) -> bool:
    """Whether it opens a topic by asking whether something is remembered rightly."""
    link = scene.links.get(message.id)
    opens = link is None or link.parent_id is None
    return opens and bool(CONFIRMS.search(scene.text(message)))


def taken_up(scene: Scene, message: Message) -> bool:
    """Whether it was answered, or whoever it was put to has gone on since."""
    if answered(scene, message):
        return True
    named = set(scene.names_in(message))
    if any(said.author_id in named for said in scene.later(message, ADDRESSED)):
        return True
    asked = _asked_of(scene, message)
    return asked is not None and any(
        said.author_id == asked for said in scene.later(message, RESUMED)
    )


def _asked_of(scene: Scene, message: Message) -> int | None:
    """The author of what it replies to, in a running talk."""
    link = scene.links.get(message.id)
    parent = message.reply_to_id or (link.parent_id if link else None)
    thread = scene.thread_of.get(message.id)
    before = next((each for each in thread.messages if each.id == parent), None) if thread else None
    return before.author_id if before and before.author_id != message.author_id else None
