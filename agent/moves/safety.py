"""Safety: somebody in danger, a quarrel, a put-down. A person is told; the room hears little."""

from collections.abc import Iterator

from agent.listening.signal import Signal, SignalKind
from agent.moves.moment import Moment, minutes
from agent.moves.move import Chance, Move, chance
from community.conversation import Message
from community.suggestion import Audience, Lane

STILL_HOT = 10.0
"""Minutes within which a new harsh word means that the first mediation did not help."""
SURE = 0.5
"""Below this nothing may be held against a person."""


def when_in_danger(moment: Moment) -> Iterator[Chance]:
    """Somebody at the end of their strength, or a quarrel that goes on after mediation."""
    for signal in moment.of(SignalKind.DISTRESS):
        if signal.confidence >= SURE and not moment.offered(anchor=signal.message_ids[0]):
            yield chance(signal, why="escalate_distress")
    for signal in moment.of(SignalKind.CONFLICT):
        heated = _newest_first(signal, moment)
        before = any(moment.offered("mediate", anchor=each.id) for each in heated[1:])
        if before and minutes(heated[0].at, moment.now) <= STILL_HOT:
            anchors = tuple(each.id for each in heated)
            yield chance(signal, anchors=anchors, why="escalate_conflict")
    yield from _for_who_is_in_charge(moment)


def _for_who_is_in_charge(moment: Moment) -> Iterator[Chance]:
    """A protection put out of use, or a rumour: no member can settle either."""
    for kind in (SignalKind.HAZARD, SignalKind.RUMOUR):
        for signal in moment.of(kind):
            elsewhere = signal.facts.get("about_work") is False
            if not elsewhere and not moment.offered(anchor=signal.message_ids[0]):
                yield chance(signal, {"matter": kind.value}, why=f"escalate_{kind.value}")


def when_they_quarrel(moment: Moment) -> Iterator[Chance]:
    """Two members at each other, in the second person, several times."""
    for signal in moment.of(SignalKind.CONFLICT):
        if signal.confidence >= SURE:
            heated = _newest_first(signal, moment)
            anchors = tuple(each.id for each in heated)
            yield chance(signal, anchors=anchors, to=heated[0].author_id)


def _newest_first(signal: Signal, moment: Moment) -> list[Message]:
    said = [moment.by_id[each] for each in signal.message_ids]
    return sorted(said, key=lambda each: (each.at, each.id), reverse=True)


def when_somebody_is_put_down(moment: Moment) -> Iterator[Chance]:
    """A share was belittled and nobody stood by it: a private rewording for its author."""
    if moment.of(SignalKind.CONFLICT):
        return
    for signal in moment.of(SignalKind.PUT_DOWN):
        if signal.confidence >= SURE:
            yield chance(signal, to=signal.member_id)


MOVES = (
    Move(
        id="escalate",
        lane=Lane.SAFETY,
        value=5.0,
        when=when_in_danger,
        audience=Audience.FACILITATOR,
        length=160,
        checks=("NOINV",),
        scope="message",
        due_hours=6,
        social=True,
        settling=True,
        wakes=True,
        solicited=True,
    ),
    Move(
        id="mediate",
        lane=Lane.SAFETY,
        value=5.0,
        when=when_they_quarrel,
        audience=Audience.PRIVATE,
        length=200,
        checks=("PRIV", "NEUT"),
        due_hours=6,
        social=True,
        settling=True,
        wakes=True,
        solicited=True,
    ),
    Move(
        id="soften",
        lane=Lane.SAFETY,
        value=5.0,
        when=when_somebody_is_put_down,
        audience=Audience.PRIVATE,
        length=120,
        checks=("PRIV", "YESAND", "ANCHOR"),
        due_hours=6,
        settling=True,
        solicited=True,
    ),
)
