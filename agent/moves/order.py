"""Order: adverts, personal data, floods and drift. A proposal to a person, never an execution."""

from collections.abc import Iterator

from agent.house_rules import PRIVACY, citation, cited, house_rules, recognised
from agent.listening import cues
from agent.listening.signal import SignalKind
from agent.listening.signals_answers import is_push
from agent.listening.signals_order import is_chain
from agent.listening.words import words
from agent.moves.moment import Moment
from agent.moves.move import Chance, Move, chance
from agent.moves.safety import SURE
from community.conversation import Message, MessageKind
from community.suggestion import Audience, Lane

BURST = 15
"""Minutes of a burst."""
COVERED = 12
"""Messages that cover a notice."""
LIGHT_SHARE = 0.7
LIGHT_WORDS = 12
"""Content words up to which a line is light."""


def when_advertised(moment: Moment) -> Iterator[Chance]:
    """Selling with a way to reach the seller; one proposal for one author."""
    told = moment.authors_of("ad_removal")
    for signal in moment.of(SignalKind.ADVERT):
        if signal.confidence >= SURE and told.isdisjoint(signal.member_ids):
            yield chance(signal)


def when_personal_data_stands(moment: Moment) -> Iterator[Chance]:
    """Somebody's number, address or papers in the open room: a private word to who posted it."""
    for signal in moment.of(SignalKind.PERSONAL_DATA):
        if signal.confidence >= SURE:
            rule = cited(moment.talk.community.settings, PRIVACY, moment.language)
            yield chance(signal, rule, to=signal.member_id)


def when_flooded(moment: Moment) -> Iterator[Chance]:
    """One author fills the room by the minute."""
    for signal in moment.of(SignalKind.FLOOD):
        if signal.confidence >= SURE and not moment.of(SignalKind.CHAIN):
            more = {**moment.elsewhere, **_on_flooding(moment)}
            yield chance(signal, more, to=signal.member_id)


def _on_flooding(moment: Moment) -> dict[str, str | int]:
    """The rule that wants one message and not many, where the community wrote one."""
    rules = recognised(house_rules(moment.talk.community.settings))
    rule = next((each for each in rules if each.flood), None)
    return citation(rule.number, rule.text, rule.clause, moment.language) if rule else {}


def when_off_topic(moment: Moment) -> Iterator[Chance]:
    """A long burst of light talk in a work zone, most of all over a notice."""
    if moment.hears(SignalKind.GRIEF, SignalKind.CONFLICT):
        return
    drifts = moment.of(SignalKind.OFF_TOPIC)
    for signal in drifts:
        yield chance(signal, moment.elsewhere, anchors=signal.message_ids[-1:])
    if not drifts:
        yield from _over_a_notice(moment)


def _over_a_notice(moment: Moment) -> Iterator[Chance]:
    """Light talk right on top of a notice, whatever it was taken to answer."""
    last = moment.within(minutes=BURST)
    notices = [each for each in last if is_push(moment.heard, each)]
    notices = [each for each in notices if cues.NOTICE.search(moment.heard.text(each))]
    for notice in notices[-1:]:
        after = [each for each in last if each.at >= notice.at and each.id != notice.id]
        light = [each for each in after if _is_light(moment, each, notice)]
        if len(after) >= COVERED and LIGHT_SHARE * len(after) <= len(light):
            took = round((after[-1].at - notice.at).total_seconds() / 60)
            facts = {"messages": len(light), "minutes": took, "buried": notice.id}
            facts |= moment.elsewhere
            yield Chance(anchor_ids=(light[-1].id,), confidence=0.8, facts=facts)


def _is_light(moment: Moment, message: Message, notice: Message) -> bool:
    """A picture, a laugh or a short line that has nothing to do with the notice."""
    text = moment.heard.text(message)
    if message.kind in {MessageKind.MEDIA, MessageKind.STICKER}:
        return True
    answers = is_chain(moment.heard, message) or cues.SEEKS.search(text)
    about = words(text) & words(moment.heard.text(notice))
    return not answers and not about and len(words(text)) <= LIGHT_WORDS


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
        when=when_personal_data_stands,
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
