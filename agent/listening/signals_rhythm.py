"""Signals about the course of a room: ripe threads, decisions, outcomes and silence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

from agent.hours import workdays_of
from agent.listening import cues
from agent.listening import temper_cues as temper
from agent.listening.cue import Cue
from agent.listening.scene import Scene
from agent.listening.signal import Signal, SignalKind, author
from agent.listening.signals_order import is_chain
from agent.listening.signals_tempers import HARSH_LEAST, is_harsh
from community.conversation import LinkSource, Message, MessageKind, Thread

QUIET = timedelta(minutes=30)
RIPE_FOR = timedelta(hours=30)
DAY = timedelta(days=1)
WORKDAYS = timedelta(days=2)
BREAK_LASTS = timedelta(days=4)
TAKEN_UP_AGAIN = timedelta(days=3)
SUMMARY_LEAST, SUMMARY_SPEAKERS = 15, 4
DISTIL_LEAST, DISTIL_SPEAKERS = 8, 3
SOLID_LEAST = 15
TOLD_LEAST = 10
YES_MOST = 30
YES_LEAST = 2
YES_AND = Cue(
    r"^\W*(同意|赞成|支持|可以的?|没问题|没意见|行|好的?|就这么(定|办)|听.{1,4}的)[,.。!;\s]",
    r"^\W*(收到|好|行),?就(这么|按).{0,4}(定|办|来)",
    r"^\W*(agreed|fine (with|by|for) (me|us)|works for (me|us)|suits (me|us)|yes|sure|deal)\b",
    r"^\W*(happy with (that|it)|sounds good|good (with|for) (me|us)|\w+ can do (that|it))\b",
)
"""A yes that somebody goes on from: with a condition, a number, what they will do."""
ASKS_FOR_YES = Cue(
    r"提议|建议|不如|要不|我们.{0,20}吧|吧[.!。]*$|怎么样|行不|可以吗|同意|定(一下|了|下来)",
    r"分工|轮(着|流|值)|先试|那就|这样(吧|定|办)|没意见|想法是|意见是",
    r"\b(let'?s|shall we|how about|what if|propos\w+|suggest\w*|could we|can we|why don'?t we)\b",
    r"\b(we could|i'?d like (us )?to|if (that|everyone|nobody|no ?one)|unless (someone|anyone))\b",
    r"\b(any objections?|deal|agreed|decision|so (the )?plan|take turns|rotat\w+|from now on)\b",
    r"\b(going forward|i'?ll .{3,40} if)\b|^\W*so (we|the)\b",
    r"^\W*((好|行|ok),?)?那(?!个|些|边|天|种|么|里)",
    r"^\W*(right|ok(ay)?|alright|fine),? (so|then|from|we|it'?s)\b",
)
"""What makes a proposal of a plan: it leaves room for a no."""


def ripe_threads(scene: Scene) -> Iterator[Signal]:
    """Threads gone quiet for 30 min: ≥15 messages & ≥4 speakers, or ≥8 & ≥3 with substance."""
    since, until = scene.now - RIPE_FOR, scene.now - QUIET
    for whole in scene.long_threads:
        if not since <= whole.messages[-1].at <= until:
            continue
        thread = _last_sitting(whole)
        said = thread.messages
        if len(said) < DISTIL_LEAST:
            continue
        ripe = scene.of_thread(_ripeness, whole, lambda each=thread: _ripeness(scene, each))
        if ripe is None:
            continue
        speakers, solid, big = ripe
        quiet = scene.now - said[-1].at
        facts = {"messages": len(said), "speakers": len(speakers), "solid": solid}
        yield Signal(
            kind=SignalKind.RIPE_FOR_SUMMARY if big else SignalKind.RIPE_FOR_DISTILLING,
            message_ids=tuple(m.id for m in said),
            member_ids=tuple(i for i in speakers if i is not None),
            confidence=0.9 if big else 0.75,
            facts={**facts, "quiet_minutes": int(quiet.total_seconds() // 60)},
        )


def worth_keeping(
    scene: Scene, said: Sequence[Message], confidence: float, facts: Mapping[str, bool]
) -> Signal:
    """RIPE_FOR_DISTILLING of a talk shorter than a ripe one that came to its point."""
    people = dict.fromkeys(m.author_id for m in said if m.author_id is not None)
    quiet = int((scene.now - said[-1].at).total_seconds() // 60)
    counted = {"messages": len(said), "speakers": len(people), "quiet_minutes": quiet}
    return Signal(
        kind=SignalKind.RIPE_FOR_DISTILLING,
        message_ids=tuple(m.id for m in said),
        member_ids=tuple(people),
        confidence=confidence,
        facts={**counted, **facts},
    )


def _last_sitting(thread: Thread) -> Thread:
    """What was said of it since it was last taken up after days: the rest was ripe before."""
    said = thread.messages
    for at in range(len(said) - 1, 0, -1):
        if said[at].at - said[at - 1].at > TAKEN_UP_AGAIN:
            return replace(thread, messages=said[at:])
    return thread


def _ripeness(scene: Scene, thread: Thread) -> tuple[set[int | None], int, bool] | None:
    """Who speaks in a thread, how many lines are solid, whether it is long; None where unripe."""
    said = thread.messages
    speakers = {m.author_id for m in said}
    solid = _solid(scene, thread) if len(speakers) >= DISTIL_SPEAKERS else 0
    big = len(said) >= SUMMARY_LEAST and len(speakers) >= SUMMARY_SPEAKERS
    enough = 2 if big else max(3, len(said) // 4)
    return (speakers, solid, big) if solid >= enough and is_matter(scene, thread) else None


def decisions(scene: Scene) -> Iterator[Signal]:
    """A concrete proposal to which two or more others said yes in words or signs."""
    for message in scene.saying(cues.PROPOSES, timedelta(hours=12)):
        if not _is_proposal(scene, message) or _is_announced(scene, message):
            continue
        facts = (scene.thread_of.get(message.id),)
        yes = scene.while_same(
            (_agreed_to, message.id), facts, lambda each=message: _agreed_to(scene, each)
        )
        people = {m.author_id for m in yes}
        if len(people) >= YES_LEAST:
            yield Signal(
                kind=SignalKind.DECISION,
                message_ids=(message.id, *(m.id for m in yes)),
                member_ids=tuple(i for i in (message.author_id, *people) if i is not None),
                confidence=0.75 + 0.05 * min(3, len(people)),
                facts={"agreed": len(people)},
            )


def _agreed_to(scene: Scene, message: Message) -> list[Message]:
    """Who said yes to it in its thread within two hours; nobody where anybody objected."""
    later = scene.later(message, timedelta(hours=2))
    thread = scene.thread_of.get(message.id)
    within = {m.id for m in thread.messages} if thread else set[int]()
    if any(m.id in within and cues.DISAGREES.search(scene.text(m)) for m in later):
        return []
    return [
        m
        for m in later
        if m.id in within
        and m.author_id != message.author_id
        and _says_yes(scene.text(m))
        and _says_yes_to(scene, m, message)
    ]


def _says_yes(text: str) -> bool:
    """A short yes, or a yes at the beginning of what somebody adds to it."""
    return bool(cues.AGREES.search(text) and len(text) < YES_MOST) or bool(YES_AND.search(text))


def _says_yes_to(scene: Scene, nod: Message, message: Message) -> bool:
    """Whether a yes is for this proposal and not for what somebody asked or proposed since."""
    link = scene.links.get(nod.id)
    if link is not None and link.by is not LinkSource.MODEL:
        return link.parent_id == message.id
    between = (m for m in scene.later(message) if (m.at, m.id) < (nod.at, nod.id))
    return not any(
        m.author_id not in {nod.author_id, message.author_id}
        and (cues.ASKS.search(scene.text(m)) or _is_proposal(scene, m))
        and not cues.AGREES.match(scene.text(m))
        for m in between
    )


def corrections(scene: Scene) -> Iterator[Signal]:
    """A number or date said before was put right."""
    for message in scene.saying(cues.CORRECTS, DAY):
        text = scene.text(message)
        link = scene.links.get(message.id)
        if not cues.CORRECTS.search(text):
            continue
        if any(sign.isdigit() for sign in text):
            parent = link.parent_id if link else None
            yield Signal(
                kind=SignalKind.CORRECTION,
                message_ids=(message.id, *((parent,) if parent else ())),
                member_ids=author(message),
                confidence=0.7,
            )


def outcomes(scene: Scene) -> Iterator[Signal]:
    """Somebody reports what came of advice or of a plan they told here."""
    for message in scene.saying(cues.OUTCOME, timedelta(hours=12)):
        text = scene.text(message)
        if len(text) > TOLD_LEAST and cues.OUTCOME.search(text):
            yield Signal(
                kind=SignalKind.OUTCOME,
                message_ids=(message.id,),
                member_ids=author(message),
                confidence=0.6,
                facts={"answers": len(scene.answers(message))},
            )


def silence(scene: Scene) -> Iterator[Signal]:
    """No human word for two working days and three times the median active gap; no known break."""
    if not scene.spoken:
        return
    last = scene.spoken[-1]
    worked = worked_between(last.at, scene.now, scene)
    if worked < WORKDAYS:
        return
    gaps = sorted(later.at - earlier.at for earlier, later in pairwise(scene.spoken))
    median = gaps[len(gaps) // 2] if gaps else timedelta(0)
    said_before = any(cues.BREAK.search(scene.text(m)) for m in scene.spoken[-12:])
    if worked >= max(WORKDAYS, 3 * median) and not said_before:
        yield Signal(
            kind=SignalKind.SILENCE,
            message_ids=(last.id,),
            confidence=0.85,
            facts={"work_hours": int(worked.total_seconds() // 3600)},
        )


def worked_between(start: datetime, end: datetime, scene: Scene) -> timedelta:
    """Time that fell on working days of the community, at most thirty days of it."""
    days = workdays_of(scene.talk.community)
    total, at = timedelta(0), max(start, end - timedelta(days=30))
    while at < end:
        local = at.astimezone(scene.zone)
        midnight = (local + DAY).replace(hour=0, minute=0, second=0, microsecond=0)
        step = min(midnight.astimezone(end.tzinfo), end)
        if days.works(local.date()):
            total += step - at
        at = step
    return total


def on_break(scene: Scene) -> bool:
    """Whether a holiday, exam or break was announced in the last four days."""
    near = [m for m in scene.spoken[-12:] if scene.age(m) <= BREAK_LASTS]
    return any(cues.BREAK.search(scene.text(m)) for m in near)


def _solid(scene: Scene, thread: Thread) -> int:
    return sum(is_solid(scene, m) for m in thread.messages)


def is_solid(scene: Scene, message: Message) -> bool:
    """Whether it gives a reason, a case or a way at some length."""
    text = scene.text(message)
    return len(text) >= SOLID_LEAST and any(
        cue.search(text) for cue in (cues.REASON, cues.SHARES, cues.TEACHES)
    )


def is_matter(scene: Scene, thread: Thread) -> bool:
    """Whether the thread is about a matter: no notice, chain, banter, quarrel or sorrow."""
    said = thread.messages
    head = " ".join(scene.text(m) for m in said[:3])
    personal = (temper.GRIEF, temper.DISTRESS, cues.BIRTHDAY, cues.LEAVES)
    if said[0].kind in (MessageKind.MEDIA, MessageKind.STICKER):
        return False
    if any(scene.is_staff(m) and temper.CALMS.search(scene.text(m)) for m in said):
        return False
    if scene.is_staff(said[0]) and cues.GREETS.search(scene.text(said[0])):
        return False
    if cues.NOTICE.search(scene.text(said[0])) or any(cue.search(head) for cue in personal):
        return False
    light = sum(
        m.kind is not MessageKind.TEXT
        or bool(cues.LAUGHS.search(scene.text(m)))
        or is_chain(scene, m)
        for m in said
    )
    harsh = sum(is_harsh(scene, m) for m in said)
    return light * 2 < len(said) and harsh < HARSH_LEAST + len(said) // 8


def _is_announced(scene: Scene, message: Message) -> bool:
    """Whether it only says what will be: it opens a topic, asks nobody and proposes nothing."""
    text = scene.text(message)
    return scene.opens(message) and "?" not in text and not ASKS_FOR_YES.search(text)


def _is_proposal(scene: Scene, message: Message) -> bool:
    text = scene.text(message)
    return len(text) > TOLD_LEAST and bool(cues.PROPOSES.search(text))
