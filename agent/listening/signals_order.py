"""Signals about the order of a room: adverts, personal data, instructions, floods, drift."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from datetime import timedelta
from itertools import islice

from agent.listening import cues
from agent.listening.advert_own import whole_pieces
from agent.listening.advert_reach import advert_score
from agent.listening.personal_data import shown_kinds
from agent.listening.scene import Scene
from agent.listening.signal import Signal, SignalKind, author
from agent.listening.signals_pushes import PUSH_ENOUGH, is_push, push_answers, takes_up
from agent.listening.sorting import NO, YES
from agent.listening.thresholds import threshold_of
from agent.listening.words import is_han, read
from community.conversation import Message, MessageKind
from community.people import Purpose

OPEN_FOR = timedelta(hours=12)
BURST = timedelta(minutes=15)
DRIFT_LEAST = 13
BURIED_LEAST = 8
FLOOD_LEAST = 8
CHAIN_MOST = 15
CHAIN_LEAST = 3
ACK_MOST = 12
SELLING = 0.5
SPOKEN_OF = timedelta(hours=3)
LIGHT_HAN = 22
LIGHT_LATIN = 60


def adverts(scene: Scene) -> Iterator[Signal]:
    """Selling, not yet handled, whoever says it; an own free resource is none (adverts.py)."""
    least = threshold_of(scene.talk.community.settings, "advert_threshold")
    for message in scene.marked(_sells, OPEN_FOR):
        score, found = advert_score(message.text)
        if score < least or handled(scene, message) or _is_about_one(scene, message, least):
            continue
        yield Signal(
            kind=SignalKind.ADVERT,
            message_ids=(message.id,),
            member_ids=author(message),
            confidence=min(0.99, score),
            facts={"words": " · ".join(whole_pieces(read(message.text), found))},
        )


def _is_about_one(scene: Scene, message: Message, least: float) -> bool:
    """Whether people only speak of an advert of somebody else that staff has just dealt with."""
    before = scene.between(message.at - SPOKEN_OF, message.at)
    others = (m for m in before if m.author_id != message.author_id and _sells(m))
    return any(advert_score(m.text)[0] >= least and handled(scene, m) for m in others)


def _sells(message: Message) -> Iterable[Hashable]:
    """Files what may advertise."""
    return YES if advert_score(message.text)[0] > 0 else NO


def _shows(message: Message) -> Iterable[Hashable]:
    """Files what shows personal data."""
    return YES if shown_kinds(message.text) else NO


def personal_data(scene: Scene) -> Iterator[Signal]:
    """A phone, identity, card, address or plate number of somebody, still standing in the room."""
    for message in scene.marked(_shows, OPEN_FOR):
        kinds = shown_kinds(message.text)
        if not kinds or advert_score(message.text)[0] >= SELLING:
            continue
        if handled(scene, message, by_anyone=True):
            continue
        yield Signal(
            kind=SignalKind.PERSONAL_DATA,
            message_ids=(message.id,),
            member_ids=author(message),
            confidence=0.9,
            facts={"kinds": " · ".join(kinds)},
        )


def injections(scene: Scene) -> Iterator[Signal]:
    """An instruction to an assistant inside a message: only text, never followed."""
    for message in scene.saying(cues.INJECTS, OPEN_FOR):
        match = cues.INJECTS.search(scene.text(message))
        if match and not _warns(scene, message):
            yield Signal(
                kind=SignalKind.INJECTION,
                message_ids=(message.id,),
                member_ids=author(message),
                confidence=0.85,
                facts={"words": match[0][:80], "seen_by_others": bool(scene.answers(message))},
            )


def _warns(scene: Scene, message: Message) -> bool:
    """Whether it quotes the instruction it answers, to warn of it."""
    link = scene.links.get(message.id)
    above = {m.id: m for m in scene.recent}.get(link.parent_id or 0) if link else None
    return above is not None and bool(cues.INJECTS.search(scene.text(above)))


def floods(scene: Scene) -> Iterator[Signal]:
    """More than 8 messages of one author within one minute, or a chain longer than 15."""
    last = list(scene.within(timedelta(minutes=2)))
    for member, count in Counter(m.author_id for m in last).items():
        if member is not None and count > FLOOD_LEAST:
            ids = tuple(m.id for m in last if m.author_id == member)
            yield Signal(
                kind=SignalKind.FLOOD,
                message_ids=ids,
                member_ids=(member,),
                confidence=0.8,
                facts={"messages": count},
            )


def chains(scene: Scene) -> Iterator[Signal]:
    """A sign-up chain or a row of 收到 in the last half hour: it needs no reply."""
    last = list(scene.within(timedelta(minutes=30)))
    row = [m for m in last if is_chain(scene, m)]
    if len(row) >= CHAIN_LEAST:
        yield Signal(
            kind=SignalKind.CHAIN,
            message_ids=tuple(m.id for m in row),
            confidence=0.9,
            facts={"messages": len(row), "too_long": len(row) > CHAIN_MOST},
        )


def is_chain(scene: Scene, message: Message) -> bool:
    """Whether it is a link of a chain or a bare acknowledgement."""
    return is_chained(scene.text(message))


def is_chained(text: str) -> bool:
    """The same of a plain text."""
    return bool(cues.CHAIN.match(text) or (len(text) <= ACK_MOST and cues.ACK.match(text)))


def off_topic(scene: Scene) -> Iterator[Signal]:
    """A burst of light talk in a work zone: 13 messages in 15 minutes, seven of ten light."""
    if scene.talk.zone.purpose is not Purpose.WORK or not scene.recent:
        return
    last = list(scene.within(BURST))
    light = [m for m in last if _is_light(scene, m)]
    buried = next(iter(_buried(scene, last)), None)
    if len(last) < DRIFT_LEAST or len(light) < 0.7 * len(last):
        return
    yield Signal(
        kind=SignalKind.OFF_TOPIC,
        message_ids=tuple(m.id for m in light),
        member_ids=tuple({m.author_id: None for m in light if m.author_id is not None}),
        confidence=0.9 if buried else 0.65,
        facts={
            "messages": len(light),
            "minutes": int((last[-1].at - last[0].at).total_seconds() // 60),
            "buried": buried.id if buried else None,
        },
    )


def buried(scene: Scene) -> Iterator[Signal]:
    """A notice of today that eight other messages covered within half an hour."""
    for message in _buried(scene, scene.saying(cues.NOTICE, OPEN_FOR)):
        yield Signal(
            kind=SignalKind.BURIED,
            message_ids=(message.id,),
            member_ids=author(message),
            confidence=0.85,
            facts={"replies": push_answers(scene, message)},
        )


def handled(scene: Scene, message: Message, *, by_anyone: bool = False) -> bool:
    """Whether staff (or anyone) already dealt with it in the room, or its author was removed."""
    for said in scene.in_thread(message):
        if said.at <= message.at or said.author_id == message.author_id:
            continue
        if (by_anyone or scene.is_staff(said)) and cues.HANDLED.search(scene.text(said)):
            return True
    member = scene.talk.members.get(message.author_id or 0)
    names = () if member is None else (member.name, *member.aliases)
    return (
        member is not None and member.left_at is not None and member.left_at <= scene.now
    ) or any(
        line.at >= message.at
        and cues.LEFT.search(line.text)
        and any(name in line.text for name in names)
        for line in scene.system
    )


def _buried(scene: Scene, within: Iterable[Message]) -> Iterator[Message]:
    for message in within:
        text = scene.text(message)
        if not cues.NOTICE.search(text):
            continue
        later = scene.later(message, timedelta(minutes=30))
        cover = islice((m for m in later if not takes_up(scene, message, m)), BURIED_LEAST)
        if sum(1 for _ in cover) == BURIED_LEAST and push_answers(scene, message) < PUSH_ENOUGH:
            yield message


def _is_light(scene: Scene, message: Message) -> bool:
    text = scene.text(message)
    if message.kind in (MessageKind.MEDIA, MessageKind.STICKER) or cues.LAUGHS.search(text):
        return True
    if is_push(scene, message) or cues.NOTICE.search(text) or is_chain(scene, message):
        return False
    thread = scene.thread_of.get(message.id)
    root = thread.messages[0] if thread else message
    if cues.PUSH.search(scene.text(root)) or cues.BIRTHDAY.search(scene.text(root)):
        return False
    short = len(text) <= (LIGHT_HAN if is_han(text) else LIGHT_LATIN)
    return short and not cues.SEEKS.search(text)
