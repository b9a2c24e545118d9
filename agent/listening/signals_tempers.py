"""Signals about how people treat one another: quarrels, disagreement in good faith, put-downs."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from agent.listening import cues
from agent.listening import temper_cues as temper
from agent.listening.pointed import is_pointed
from agent.listening.scene import Scene
from agent.listening.signal import Signal, SignalKind
from agent.listening.words import is_han, words
from community.conversation import LinkSource, Message, MessageKind

HOT = timedelta(minutes=40)
MUTUAL_LEAST = 3
HARSH_LEAST = 2
HEAT_LEAST = 3
WORDY_LEAST = 4
"""So many reproaches from both sides make a quarrel even without an insult."""
TOLD_HAN = 15
TOLD_LATIN = 40
SOON = timedelta(minutes=30)
NEXT_TO = timedelta(minutes=5)
SHARE_LENGTH = 30
BLAMED = 0.5
"""A link below this names nobody as an offender: it is right two times in five."""
ECHO = re.compile(r"^\W*([^?,.。!]{2,24})\?.{2,}")
"""A short question with more behind it."""
MINDED_FOR = timedelta(hours=3)


def conflicts(scene: Scene) -> Iterator[Signal]:
    """Two members at each other: three mutual answers, one of them harsh, and more than one hot.

    A harsh line weighs 2, a reproach 1, and it takes 3. Silent once a third person calmed it and
    both stopped.
    """
    last = list(scene.within(HOT))
    for (one, other), said in _exchanges(scene, last).items():
        harsh = [m for m in said if is_harsh(scene, m)]
        hot = [m for m in said if _heat(scene, m)]
        heat = sum(_heat(scene, m) for m in said)
        heated = (bool(harsh) and heat >= HEAT_LEAST) or is_pointed(scene, said)
        if len(said) < MUTUAL_LEAST or _calmed(scene, said[-1]):
            continue
        hot = hot or said
        if not heated and (heat < WORDY_LEAST or len({m.author_id for m in hot}) == 1):
            continue
        both = len({m.author_id for m in harsh}) > 1
        yield Signal(
            kind=SignalKind.CONFLICT,
            message_ids=tuple(m.id for m in hot),
            member_ids=(one, other),
            confidence=0.85 if both or len(harsh) > HARSH_LEAST else 0.6,
            facts={"exchanges": len(said), "harsh": len(harsh)},
        )


def disagreements(scene: Scene) -> Iterator[Signal]:
    """Members differ about a matter and say why: good for the room, nothing to settle."""
    last = list(scene.within(HOT))
    differing = [
        m
        for m in last
        if cues.DISAGREES.search(scene.text(m)) and not is_harsh(scene, m) and scene.parent(m)
    ]
    if differing and not any(conflicts(scene)):
        yield Signal(
            kind=SignalKind.DISAGREEMENT,
            message_ids=tuple(m.id for m in differing),
            member_ids=tuple({m.author_id: None for m in differing if m.author_id is not None}),
            confidence=0.6,
            facts={"messages": len(differing)},
        )


def put_downs(scene: Scene) -> Iterator[Signal]:
    """Somebody's share was belittled, and nobody stood by it since."""
    over = scene.over(put_downs)
    for message in (m for m in scene.within(MINDED_FOR) if m.id not in over):
        target = _target(scene, message) or _told_before(scene, message)
        own = target is None or target.author_id == message.author_id
        if target is None or own or not _belittles(scene, message, target):
            if scene.age(message) > SOON:
                over.add(message.id)
            continue
        if _stood_by(scene, target, message):
            continue
        yield Signal(
            kind=SignalKind.PUT_DOWN,
            message_ids=(message.id, target.id),
            member_ids=tuple(i for i in (message.author_id, target.author_id) if i is not None),
            confidence=0.8 if len(scene.text(target)) >= SHARE_LENGTH else 0.6,
            facts={"answered": bool(scene.answers(message))},
        )


def _target(scene: Scene, message: Message) -> Message | None:
    """What it answers; of a picture, the words its author put before it."""
    target = _surely_answered(scene, message)
    if target is None or target.kind is MessageKind.TEXT:
        return target
    own = [
        m
        for m in scene.between(target.at - NEXT_TO, target.at)
        if m.author_id == target.author_id and m.kind is MessageKind.TEXT
    ]
    return own[-1] if own else target


def _told_before(scene: Scene, message: Message) -> Message | None:
    """What somebody told right before it and lost heart at right after, nobody else between."""
    before = [m for m in scene.between(message.at - SOON, message.at) if m.id != message.id]
    before = [m for m in before if (m.at, m.id) < (message.at, message.id)]
    after = scene.later(message, SOON, 1)
    if not before or not after or before[-1].author_id != after[0].author_id:
        return None
    if not temper.DEFLATED.match(scene.text(after[0])):
        return None
    own = [m for m in before if m.author_id == after[0].author_id and m.kind is MessageKind.TEXT]
    return max(own[-3:], key=lambda m: len(scene.text(m)), default=None)


def _belittles(scene: Scene, message: Message, target: Message) -> bool:
    """Whether it makes little of what somebody told: in plain words, or they lost heart at it."""
    text = scene.text(message)
    if temper.BELITTLES.search(text):
        return True
    told = scene.text(target)
    long = len(told) >= (TOLD_HAN if is_han(told) else TOLD_LATIN)
    proud = long and any(
        cue.search(told) for cue in (temper.PROUD, cues.SHARES, temper.EFFORT, temper.UNSURE)
    )
    if not proud or scene.is_staff(target) or cues.SUPPORTS.search(text):
        return False
    if temper.IMPROVES.search(text):
        return False
    return bool(temper.SCOFFS.search(text)) or _deflated(scene, message, target)


def _deflated(scene: Scene, message: Message, target: Message) -> bool:
    """Whether the next the target's author says is that the wind is out of their sails."""
    own = [m for m in scene.later(message, SOON) if m.author_id == target.author_id]
    return bool(own) and bool(temper.DEFLATED.match(scene.text(own[0])))


def _exchanges(scene: Scene, said: list[Message]) -> dict[tuple[int, int], list[Message]]:
    """Messages by which two members answer each other, in order, by pair."""
    found: dict[tuple[int, int], list[Message]] = {}
    ways: Counter[tuple[int, int]] = Counter()
    for message in said:
        parent = _surely_answered(scene, message)
        if parent is None or message.author_id is None or parent.author_id is None:
            continue
        if parent.author_id != message.author_id:
            low, high = sorted((message.author_id, parent.author_id))
            found.setdefault((low, high), []).append(message)
            ways[message.author_id, parent.author_id] += 1
    return {pair: ms for pair, ms in found.items() if ways[pair] and ways[pair[1], pair[0]]}


def _surely_answered(scene: Scene, message: Message) -> Message | None:
    """What it answers, where that is sure enough to hold it against its author."""
    link = scene.links.get(message.id)
    sure = link is not None and (link.confidence >= BLAMED or link.by is LinkSource.PERSON)
    return scene.parent(message) if sure else None


def _heat(scene: Scene, message: Message) -> int:
    """2 for a harsh line, 1 for a reproach, 0 for any other."""
    if is_harsh(scene, message):
        return 2
    text = scene.text(message)
    return int(
        bool(temper.ACCUSES.search(text) or temper.TAUNTS.search(text)) or _echoes(scene, message)
    )


def _echoes(scene: Scene, message: Message) -> bool:
    """Whether it begins by throwing a word of the other back as a question."""
    before = _surely_answered(scene, message)
    head = ECHO.match(scene.text(message))
    return bool(before and head and words(head[1]) & words(scene.text(before)))


def is_harsh(scene: Scene, message: Message) -> bool:
    """Whether it is harsh and meant for a person."""
    text = scene.text(message)
    aimed = cues.YOU.search(text) or temper.SHARP.search(text) or scene.names_in(message)
    return bool(temper.HARSH.search(text)) and bool(aimed)


def _calmed(scene: Scene, last: Message) -> bool:
    authors = {last.author_id}
    parent = scene.parent(last)
    if parent is not None:
        authors.add(parent.author_id)
    return any(
        m.author_id not in authors and scene.is_staff(m) and temper.CALMS.search(scene.text(m))
        for m in scene.later(last)
    )


def _stood_by(scene: Scene, target: Message, put_down: Message) -> bool:
    parties = {put_down.author_id, target.author_id}
    takers = {m.id for m in scene.replies.get(target.id, ()) if not temper.BELITTLES.search(m.text)}
    return any(
        (m.author_id not in parties and (m.id in takers or cues.SUPPORTS.search(scene.text(m))))
        or (m.author_id == put_down.author_id and temper.SORRY.search(scene.text(m)))
        for m in scene.later(put_down)
    )
