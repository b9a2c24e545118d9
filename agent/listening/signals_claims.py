"""Signals about claims that stand there bare: the raw material of a follow-up question."""

import re
from collections.abc import Iterator
from datetime import timedelta

from agent.listening import cues
from agent.listening.asking import MAY_ASK
from agent.listening.contributions import leans_back
from agent.listening.replying import TOLD
from agent.listening.scene import Scene
from agent.listening.signal import Signal, SignalKind
from agent.listening.signals_answers import author_of, minutes_of
from agent.listening.words import is_han, words
from community.conversation import Message, MessageKind

PRESENT = timedelta(minutes=30)
CLAIM_LEAST = 7
CLAIM_MOST = 60
OPINES = re.compile(
    r"我(个人)?(还是|就|真|一直|倒)?(觉得|认为|感觉|看)[,， ]?|个人(觉得|认为|感觉)"
    r"|(在我看来|要我说|依我看|说实话|讲真|暴论)[,， :：]?"
    r"|\b(i (still |really |just |honestly )?(think|reckon|believe|feel( like)?|find)( that)?"
    r"|in my (humble )?(opinion|view)|imh?o|honestly|frankly|(hot|unpopular) (take|opinion)"
    r"|(short|quick) one)\b[,:. ]*",
    re.IGNORECASE,
)
"""What makes a line an opinion by itself, whatever it holds; taken out, the claim is left."""


def bare_claims(scene: Scene) -> Iterator[Signal]:
    """An assertion without reason, number or case, its author still here, nobody asking yet."""
    for message in scene.within(PRESENT):
        text = scene.text(message)
        if not _is_claim(scene, message, text):
            continue
        abstract = bool(cues.ABSTRACT.search(text))
        opens = _opens(scene, message)
        yield Signal(
            kind=SignalKind.ABSTRACT_ADVICE if abstract else SignalKind.BARE_CLAIM,
            message_ids=(message.id,),
            member_ids=author_of(message),
            confidence=0.8 if opens else 0.55,
            facts={
                "opens_topic": opens,
                "minutes": minutes_of(scene.age(message)),
                "repeated": _repeats_it(scene, message),
            },
        )


def _opens(scene: Scene, message: Message) -> bool:
    """Whether it starts something; a guess that nothing in its words bears out is none."""
    link = scene.links.get(message.id)
    if link is None or link.parent_id is None:
        return True
    before = scene.by_id.get(link.parent_id)
    if link.by in TOLD or before is None:
        return False
    text = scene.text(message)
    return not words(text) & words(scene.text(before)) and not leans_back(text)


def _repeats_it(scene: Scene, message: Message) -> bool:
    """Whether others spoke to it and its author only said it once more, without a reason."""
    answered = scene.answers(message)
    own = [m for m in scene.later(message, PRESENT) if m.author_id == message.author_id]
    again = [m for m in own if answered and (m.at, m.id) > (answered[0].at, answered[0].id)]
    texts = [scene.text(m) for m in again]
    return bool(texts) and not any(cues.REASON.search(each) for each in texts)


def _is_claim(scene: Scene, message: Message, text: str) -> bool:
    if scene.is_staff(message) or message.kind is not MessageKind.TEXT:
        return False
    left = OPINES.sub(" ", text)
    if left == text and not cues.CLAIM.search(text):
        return False
    length = len(text) if is_han(text) else len(text.split()) * 3
    if (
        not CLAIM_LEAST <= length <= CLAIM_MOST
        or cues.ASKS.search(text)
        or cues.REASON.search(text)
    ):
        return False
    if cues.NARRATES.search(left) or cues.LAUGHS.search(text) or cues.THANKS.search(text):
        return False
    if cues.ACK.match(text) or cues.DISTRESS.search(text) or cues.GRIEF.search(text):
        return False
    own = (m for m in scene.later(message, PRESENT) if m.author_id == message.author_id)
    asked = any(MAY_ASK(said) for said in scene.answers(message))
    return not any(map(MAY_ASK, own)) and (not asked or _repeats_it(scene, message))
