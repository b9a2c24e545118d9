"""Signals about how people are: at the end of their strength, in mourning, ill."""

from collections.abc import Iterator
from datetime import timedelta

from agent.listening import cues
from agent.listening import temper_cues as temper
from agent.listening.cue import Cue
from agent.listening.scene import Scene
from agent.listening.signal import Signal, SignalKind, author
from agent.listening.sorting import wording
from community.conversation import Message

SIGNS_LEAST = 2
TOGETHER = timedelta(minutes=10)
CARE_FOR = timedelta(hours=12)
MOURN_FOR = timedelta(hours=48)
MAY_MARK = wording(temper.DISTRESS, temper.WEARY, temper.GRAVE)


def distress(scene: Scene) -> Iterator[Signal]:
    """A member at the end of their strength: two signs within ten minutes, in the present."""
    seen: set[int] = set()
    for message in reversed(scene.marked(MAY_MARK, CARE_FOR)):
        who = message.author_id
        if who is None or who in seen or not _is_marked(scene, message):
            continue
        told = scene.while_same(
            (_signs, message.id),
            (scene.by_author.get(who),),
            lambda each=message: _signs(scene, each),
        )
        if told is None:
            continue
        seen.add(who)
        first, signs, grave = told
        accompanied = any(m.author_id != who for m in scene.later(first))
        yield Signal(
            kind=SignalKind.DISTRESS,
            message_ids=(first.id,),
            member_ids=(who,),
            confidence=0.95 if grave or signs > SIGNS_LEAST else 0.8,
            facts={"accompanied": accompanied, "signs": signs},
        )


def _signs(scene: Scene, message: Message) -> tuple[Message, int, bool] | None:
    """What its author told first around it, how many signs, and whether it is grave."""
    around = scene.between(message.at - TOGETHER, message.at + TOGETHER)
    near = [m for m in around if m.author_id == message.author_id]
    signs = {
        hit[0].lower()
        for m in near
        for cue in (temper.DISTRESS, temper.WEARY)
        for hit in cue.finditer(scene.text(m))
    }
    grave = any(temper.GRAVE.search(scene.text(m)) for m in near)
    alone_at_night = message.at.astimezone(scene.zone).hour in temper.NIGHT
    if len(signs) < (1 if alone_at_night else SIGNS_LEAST) and not grave:
        return None
    return next(m for m in near if MAY_MARK(m) or grave), len(signs), grave


def _is_marked(scene: Scene, message: Message) -> bool:
    text = scene.text(message)
    if temper.GRAVE.search(text):
        return True
    of_others = temper.NO_OWN.search(text) and not cues.FIRST_PERSON.search(text)
    marked = temper.DISTRESS.search(text) or temper.WEARY.search(text)
    return bool(marked) and not of_others and not cues.LAUGHS.search(text)


def griefs(scene: Scene) -> Iterator[Signal]:
    """A death was told in the last two days: people first, no programme."""
    yield from _told(scene, SignalKind.GRIEF, temper.GRIEF, MOURN_FOR)


def illnesses(scene: Scene) -> Iterator[Signal]:
    """Somebody told of an illness or an operation of their own today."""
    yield from _told(scene, SignalKind.ILLNESS, temper.ILLNESS, CARE_FOR)


def _told(scene: Scene, kind: SignalKind, cue: Cue, span: timedelta) -> Iterator[Signal]:
    for message in scene.saying(cue, span):
        text = scene.text(message)
        if not cue.search(text) or cues.ASKS.search(text) or cues.NOTICE.search(text):
            continue
        if scene.parent(message) is None:
            yield Signal(
                kind=kind,
                message_ids=(message.id,),
                member_ids=author(message),
                confidence=0.8,
                facts={"answers": len(scene.answers(message))},
            )
