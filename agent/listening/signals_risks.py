"""Signals that only somebody in charge can settle: a lost protection, a rumour about work."""

from collections.abc import Iterator
from datetime import timedelta

from agent.listening import cues, risk_cues
from agent.listening.contribution_cues import CHATTER
from agent.listening.scene import Scene
from agent.listening.signal import Signal, SignalKind, author
from agent.listening.sorting import wording
from community.conversation import Message, MessageKind

HAZARD_FOR = timedelta(hours=6)
RUMOUR_FOR = timedelta(hours=12)
SPREADS = timedelta(hours=2)
ALARMED_IN = timedelta(minutes=30)
MAY_SPREAD = wording(risk_cues.HEARSAY, risk_cues.FORWARDED)
SPREAD_LEAST = 2
"""Others who take a rumour up before it is one [D]."""


def hazards(scene: Scene) -> Iterator[Signal]:
    """A member says that a guard or an alarm was put out of use; nobody in charge spoke since."""
    for message in scene.saying(risk_cues.DISARMS, HAZARD_FOR):
        text = scene.text(message)
        plain = message.kind is MessageKind.TEXT and not scene.is_staff(message)
        warns = risk_cues.WARNS.search(text) and not risk_cues.DID.search(text)
        if (
            not plain
            or warns
            or risk_cues.RESTORED.search(text)
            or "?" in text
            or cues.LAUGHS.search(text)
        ):
            continue
        if _staff_took_it(scene, message):
            continue
        yield Signal(
            kind=SignalKind.HAZARD,
            message_ids=(message.id,),
            member_ids=author(message),
            confidence=0.75,
        )


def rumours(scene: Scene) -> Iterator[Signal]:
    """Hearsay about jobs, pay or the place, taken up by two others, and nobody in charge spoke.

    Of any other matter it is one where two others are taken aback: somebody who knows should say.
    """
    for message in scene.marked(MAY_SPREAD, RUMOUR_FOR):
        if scene.is_staff(message) or message.kind is not MessageKind.TEXT:
            continue
        about_work = bool(
            risk_cues.HEARSAY.search(scene.text(message))
            and risk_cues.LIVELIHOOD.search(scene.text(message))
        )
        text = scene.text(message)
        if not about_work and (CHATTER.search(text) or not risk_cues.STAKES.search(text)):
            continue
        people = _takers(scene, message, alarmed=not about_work)
        if len(people) < SPREAD_LEAST or _staff_took_it(scene, message):
            continue
        yield Signal(
            kind=SignalKind.RUMOUR,
            message_ids=(message.id,),
            member_ids=author(message),
            confidence=0.7,
            facts={"people": len(people), "about_work": about_work},
        )


def _takers(scene: Scene, message: Message, *, alarmed: bool) -> set[int | None]:
    """Which members took it up within two hours; `alarmed` those who were taken aback at once."""
    near = scene.later(message, ALARMED_IN if alarmed else SPREADS)
    since = (m for m in near if not alarmed or risk_cues.TAKEN_ABACK.search(scene.text(m)))
    return {m.author_id for m in since} - {message.author_id, None} - scene.staff


def _staff_took_it(scene: Scene, message: Message) -> bool:
    return any(scene.is_staff(m) for m in scene.later(message))
