"""After harm: the other side of a quarrel, a calm line, a word for a share, a warning."""

import re
from collections.abc import Iterator
from datetime import timedelta

from agent.listening.signal import Signal, SignalKind
from agent.moves.moment import Moment, minutes, speakers
from agent.moves.move import Chance, Move, chance
from agent.moves.safety import SURE
from community.conversation import Message
from community.suggestion import Audience, Lane

QUARREL = timedelta(minutes=60)
"""So near a word a person was called to, another belongs to the same quarrel [D]."""
CALLED = frozenset({"mediate", "escalate"})
ALONE_FOR = 60.0
"""Minutes after a put-down within which its share is taken up; later it would be dug up [D]."""
MOVED_ON = 3
"""Messages after which the talk has gone on, and taking the share up would bring it back."""
HOT = 15.0
"""Minutes since the last heated word within which the room and the other side are seen to."""
RECENT = 120.0
"""Minutes of the talk in which the last word of the calmer side is looked for."""
COVERED = (SignalKind.CONFLICT, SignalKind.PUT_DOWN, SignalKind.ADVERT, SignalKind.PERSONAL_DATA)
"""What has a move of its own, so that a word that offends within it needs no second."""
REFUTES = re.compile(
    r"别(再|这么|这样|乱)说|不要(再|这么)?说|不能(这么|这样)说|不是(这样|那样|你说的)|凭什么说|谁说的"
    r"|\b(don'?t|stop) (say|saying|call|calling)|\bnot (true|fair)\b|\bthat'?s (unfair|wrong)\b",
    re.IGNORECASE,
)
"""Somebody speaks against such words: they are the last to be warned."""


def when_the_other_side_waits(moment: Moment) -> Iterator[Chance]:
    """One side of a quarrel is written to; the other gets a private draft of its own."""
    for signal, told in _mediated(moment):
        first = moment.by_id[told].author_id
        said = _last_of(signal, moment, without=first)
        if said is not None and not moment.offered("mediate_other", anchor=said.id):
            yield chance(signal, anchors=(said.id, told), to=said.author_id)


def when_the_room_looks_on(moment: Moment) -> Iterator[Chance]:
    """A quarrel in the open room that is being mediated: one calm line that names nobody."""
    for signal, told in _mediated(moment):
        last = max(signal.message_ids, key=lambda each: moment.position[each])
        others = speakers(moment.after(last)) - set(signal.member_ids)
        if not others:
            yield chance(signal, {"on": str(told)}, anchors=())


def _mediated(moment: Moment) -> Iterator[tuple[Signal, int]]:
    """Quarrels still heard of which one side was written to, and the message it was about."""
    for signal in moment.of(SignalKind.CONFLICT):
        told = [each for each in signal.message_ids if moment.offered("mediate", anchor=each)]
        last = max(moment.by_id[each].at for each in signal.message_ids)
        hot = minutes(last, moment.now) <= HOT
        if signal.confidence >= SURE and told and hot:
            yield signal, told[-1]


def _last_of(signal: Signal, moment: Moment, *, without: int | None) -> Message | None:
    """The newest heated word of the other side, else the newest at all."""
    others = set(signal.member_ids) - {without}
    hot = [moment.by_id[each] for each in signal.message_ids]
    said = [each for each in hot if each.author_id in others]
    said = said or [m for m in moment.within(minutes=RECENT) if m.author_id in others]
    return max(said, key=lambda each: (each.at, each.id), default=None)


def when_somebody_stands_alone(moment: Moment) -> Iterator[Chance]:
    """A share was belittled, its critic is written to, and still nobody took the share up."""
    if moment.of(SignalKind.CONFLICT):
        return
    for signal in moment.of(SignalKind.PUT_DOWN):
        harsh, share = signal.message_ids[:2]
        written = moment.offered("soften", anchor=harsh) or "soften" in moment.settings.off
        early = len(moment.after(harsh)) <= MOVED_ON
        early = early and minutes(moment.by_id[harsh].at, moment.now) <= ALONE_FOR
        if signal.confidence >= SURE and written and early:
            yield Chance(
                anchor_ids=(share,), confidence=signal.confidence, facts={"answered": False}
            )


def when_somebody_is_attacked(moment: Moment) -> Iterator[Chance]:
    """A word against a person or a group of people that passed the community's threshold."""
    covered = {
        each for kind in COVERED for signal in moment.of(kind) for each in signal.message_ids
    }
    for signal in moment.of(SignalKind.OFFENCE):
        said = moment.by_id[signal.message_ids[0]]
        if said.id in covered or _is_in_hands(moment, said):
            continue
        if not REFUTES.search(moment.heard.text(said)):
            yield chance(signal)


def _is_in_hands(moment: Moment, said: Message) -> bool:
    """Whether a host spoke since, or a person was called to the quarrel it belongs to."""
    if any(moment.is_host(each.author_id) for each in moment.after(said.id)):
        return True
    near = moment.since(said.at - QUARREL)
    return any(
        minutes(said.at, each.at) <= QUARREL.total_seconds() / 60
        and not CALLED.isdisjoint(moment.told.get(each.id, ()))
        for each in near
    )


MOVES = (
    Move(
        id="warn",
        lane=Lane.SAFETY,
        value=4.6,
        when=when_somebody_is_attacked,
        audience=Audience.FACILITATOR,
        length=160,
        checks=("CITE",),
        scope="message",
        due_hours=12,
        social=True,
        settling=True,
        wakes=True,
        solicited=True,
    ),
    Move(
        id="mediate_other",
        lane=Lane.SAFETY,
        value=4.9,
        when=when_the_other_side_waits,
        audience=Audience.PRIVATE,
        length=200,
        checks=("PRIV", "NEUT"),
        scope="member",
        due_hours=6,
        social=True,
        settling=True,
        wakes=True,
        solicited=True,
    ),
    Move(
        id="calm",
        lane=Lane.SAFETY,
        value=4.4,
        when=when_the_room_looks_on,
        length=60,
        checks=("NEUT", "YESAND", "Q≤1"),
        scope="room",
        rest_hours=12,
        due_hours=1,
        social=True,
        settling=True,
        solicited=True,
        interrupts=True,
    ),
    Move(
        id="stand_by",
        lane=Lane.SAFETY,
        value=4.6,
        when=when_somebody_stands_alone,
        length=80,
        checks=("ANCHOR", "YESAND", "Q≤1"),
        scope="message",
        due_hours=3,
        social=True,
        settling=True,
        solicited=True,
        interrupts=True,
    ),
)
