"""Signals about claims that stand there bare: the raw material of a follow-up question."""

from collections.abc import Iterator
from datetime import timedelta

from agent.listening import cues
from agent.listening.scene import Scene
from agent.listening.signal import Signal, SignalKind
from agent.listening.signals_answers import author_of, minutes_of
from agent.listening.words import is_han
from community.conversation import Message, MessageKind

PRESENT = timedelta(minutes=30)
CLAIM_LEAST = 7
CLAIM_MOST = 60


def bare_claims(scene: Scene) -> Iterator[Signal]:
    """An assertion without reason, number or case, its author still here, nobody asking yet."""
    for message in scene.within(PRESENT):
        text = scene.text(message)
        if not _is_claim(scene, message, text):
            continue
        abstract = bool(cues.ABSTRACT.search(text))
        link = scene.links.get(message.id)
        opens = link is None or link.parent_id is None
        yield Signal(
            kind=SignalKind.ABSTRACT_ADVICE if abstract else SignalKind.BARE_CLAIM,
            message_ids=(message.id,),
            member_ids=author_of(message),
            confidence=0.8 if opens else 0.55,
            facts={"opens_topic": opens, "minutes": minutes_of(scene.age(message))},
        )


def _is_claim(scene: Scene, message: Message, text: str) -> bool:
    if scene.is_staff(message) or message.kind is not MessageKind.TEXT:
        return False
    if not cues.CLAIM.search(text):
        return False
    length = len(text) if is_han(text) else len(text.split()) * 3
    if (
        not CLAIM_LEAST <= length <= CLAIM_MOST
        or cues.ASKS.search(text)
        or cues.REASON.search(text)
    ):
        return False
    if cues.NARRATES.search(text) or cues.LAUGHS.search(text) or cues.THANKS.search(text):
        return False
    if cues.ACK.match(text) or cues.DISTRESS.search(text) or cues.GRIEF.search(text):
        return False
    return not any(cues.ASKS.search(scene.text(reply)) for reply in scene.answers(message))
