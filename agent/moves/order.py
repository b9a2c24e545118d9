"""Order: adverts, personal data, floods and drift. A proposal to a person, never an execution."""

from collections.abc import Iterator

from agent.listening.signal import SignalKind
from agent.moves.moment import Moment
from agent.moves.move import Chance, Move
from agent.moves.safety import SURE, chance
from community.suggestion import Audience, Lane


def when_advertised(moment: Moment) -> Iterator[Chance]:
    """Selling with a way to reach the seller; one proposal for one author."""
    told = {
        moment.by_id[each].author_id
        for each, moves in moment.told.items()
        if "ad_removal" in moves and each in moment.by_id
    }
    for signal in moment.of(SignalKind.ADVERT):
        if signal.confidence >= SURE and not told & set(signal.member_ids):
            yield chance(signal)


def when_data_stands(moment: Moment) -> Iterator[Chance]:
    """Somebody's number, address or papers in the open room: a private word to who posted it."""
    for signal in moment.of(SignalKind.PERSONAL_DATA):
        if signal.confidence >= SURE:
            yield chance(signal, to=signal.member_ids[0] if signal.member_ids else None)


def when_flooded(moment: Moment) -> Iterator[Chance]:
    """One author fills the room by the minute."""
    for signal in moment.of(SignalKind.FLOOD):
        if signal.confidence >= SURE and not moment.of(SignalKind.CHAIN):
            yield chance(signal, to=signal.member_ids[0] if signal.member_ids else None)


def when_off_topic(moment: Moment) -> Iterator[Chance]:
    """A long burst of light talk in a work zone, most of all over a notice."""
    if moment.of(SignalKind.GRIEF) or moment.of(SignalKind.CONFLICT):
        return
    for signal in moment.of(SignalKind.OFF_TOPIC):
        yield Chance(
            anchor_ids=signal.message_ids[-1:],
            confidence=signal.confidence,
            facts=signal.facts,
        )


MOVES = (
    Move(
        id="ad_removal",
        lane=Lane.SAFETY,
        value=5.0,
        when=when_advertised,
        audience=Audience.FACILITATOR,
        length=120,
        scope="message",
        due_hours=12,
        social=True,
        settling=True,
        wakes=True,
        solicited=True,
    ),
    Move(
        id="rule_notice",
        lane=Lane.SAFETY,
        value=4.5,
        when=when_data_stands,
        audience=Audience.PRIVATE,
        length=100,
        checks=("PRIV", "YESAND"),
        scope="member",
        rest_hours=72,
        due_hours=6,
        social=True,
        settling=True,
        wakes=True,
        solicited=True,
    ),
    Move(
        id="flood",
        lane=Lane.SAFETY,
        value=4.0,
        when=when_flooded,
        audience=Audience.PRIVATE,
        length=80,
        checks=("PRIV", "YESAND"),
        scope="member",
        rest_hours=72,
        due_hours=1,
        settling=True,
        solicited=True,
    ),
    Move(
        id="off_topic",
        lane=Lane.OPPORTUNITY,
        value=4.0,
        when=when_off_topic,
        length=80,
        checks=("YESAND",),
        scope="room",
        rest_hours=12,
        due_hours=1,
        interrupts=True,
    ),
)
