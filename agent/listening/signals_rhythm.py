"""Signals about the course of a room: ripe threads, decisions, silence, arrivals and departures."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta

from agent.listening import cues
from agent.listening.scene import Scene
from agent.listening.signal import Signal, SignalKind
from agent.listening.signals_answers import is_push
from agent.listening.signals_order import is_chain
from agent.listening.signals_tempers import HARSH_LEAST, is_harsh
from community.conversation import Message, MessageKind, Thread

QUIET = timedelta(minutes=30)
RIPE_FOR = timedelta(hours=30)
DAY = timedelta(days=1)
WORKDAYS = timedelta(days=2)
FADE_AFTER = timedelta(days=15)
BREAK_LASTS = timedelta(days=4)
SATURDAY = 5
FADE_LEAST = 8
HELPED_LEAST = 8


def ripe_threads(scene: Scene) -> Iterator[Signal]:
    """Threads gone quiet for 30 min: ≥15 messages & ≥4 speakers, or ≥8 & ≥3 with substance."""
    for thread in scene.threads:
        said = thread.messages
        quiet = scene.now - said[-1].at
        if len(said) < 8 or not QUIET <= quiet <= RIPE_FOR:
            continue
        speakers = {m.author_id for m in said}
        solid = sum(_is_solid(scene, m) for m in said)
        facts = {"messages": len(said), "speakers": len(speakers), "solid": solid}
        big = len(said) >= 15 and len(speakers) >= 4
        enough = 2 if big else max(3, len(said) // 4)
        if len(speakers) < 3 or solid < enough or not _is_matter(scene, thread):
            continue
        yield Signal(
            kind=SignalKind.RIPE_FOR_SUMMARY if big else SignalKind.RIPE_FOR_DISTILLING,
            message_ids=tuple(m.id for m in said),
            member_ids=tuple(i for i in speakers if i is not None),
            confidence=0.9 if big else 0.75,
            facts={**facts, "quiet_minutes": int(quiet.total_seconds() // 60)},
        )


def decisions(scene: Scene) -> Iterator[Signal]:
    """A concrete proposal to which two or more others said yes in words or signs."""
    for message in scene.within(timedelta(hours=12)):
        if not _is_proposal(scene, message):
            continue
        later = scene.later(message, timedelta(hours=2))
        thread = scene.thread_of.get(message.id)
        within = {m.id for m in thread.messages} if thread else set[int]()
        yes = [
            m
            for m in later
            if m.id in within
            and m.author_id != message.author_id
            and cues.AGREES.search(scene.text(m))
            and len(scene.text(m)) < 30
        ]
        no = [m for m in later if m.id in within and cues.DISAGREES.search(scene.text(m))]
        people = {m.author_id for m in yes}
        if len(people) >= 2 and not no:
            yield Signal(
                kind=SignalKind.DECISION,
                message_ids=(message.id, *(m.id for m in yes)),
                member_ids=tuple(i for i in (message.author_id, *people) if i is not None),
                confidence=0.75 + 0.05 * min(3, len(people)),
                facts={"agreed": len(people)},
            )


def corrections(scene: Scene) -> Iterator[Signal]:
    """A number or date said before was put right."""
    for message in scene.within(DAY):
        text = scene.text(message)
        link = scene.links.get(message.id)
        if not cues.CORRECTS.search(text):
            continue
        if any(sign.isdigit() for sign in text):
            parent = link.parent_id if link else None
            yield Signal(
                kind=SignalKind.CORRECTION,
                message_ids=(message.id, *((parent,) if parent else ())),
                member_ids=() if message.author_id is None else (message.author_id,),
                confidence=0.7,
            )


def outcomes(scene: Scene) -> Iterator[Signal]:
    """Somebody reports what came of advice or of a plan they told here."""
    for message in scene.within(timedelta(hours=12)):
        text = scene.text(message)
        if len(text) > 8 and cues.OUTCOME.search(text):
            yield Signal(
                kind=SignalKind.OUTCOME,
                message_ids=(message.id,),
                member_ids=() if message.author_id is None else (message.author_id,),
                confidence=0.6,
                facts={"answers": len(scene.answers(message))},
            )


def silence(scene: Scene) -> Iterator[Signal]:
    """No human word for two working days and three times the median active gap; no known break."""
    if not scene.spoken:
        return
    last = scene.spoken[-1]
    worked = worked_between(last.at, scene.now, scene)
    gaps = sorted(
        later.at - earlier.at
        for earlier, later in zip(scene.spoken, scene.spoken[1:], strict=False)
    )
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
    """Time that fell on weekdays (local), at most thirty days of it."""
    total, at = timedelta(0), max(start, end - timedelta(days=30))
    while at < end:
        local = at.astimezone(scene.zone)
        midnight = (local + DAY).replace(hour=0, minute=0, second=0, microsecond=0)
        step = min(midnight.astimezone(end.tzinfo), end)
        if local.weekday() < SATURDAY:
            total += step - at
        at = step
    return total


def joins(scene: Scene) -> Iterator[Signal]:
    """Members who came in today and whom nobody has greeted: one signal for the batch."""
    came = {i: at for i, at in scene.arrived.items() if scene.now - at <= DAY}
    if not came:
        return
    first = min(came.values())
    greeted = any(m.at >= first and cues.GREETS.search(scene.text(m)) for m in scene.recent)
    spoke = {m.author_id for m in scene.recent if m.at >= first and m.author_id in came}
    if not greeted and spoke != set(came):
        lines = tuple(m.id for m in scene.system if m.at >= first and cues.JOINED.search(m.text))
        yield Signal(
            kind=SignalKind.JOINED,
            message_ids=lines,
            member_ids=tuple(came),
            confidence=0.95,
            facts={"members": len(came)},
        )


def never_spoke(scene: Scene) -> Iterator[Signal]:
    """Came in one to three days ago and has not said a word."""
    speakers = {m.author_id for m in scene.spoken}
    for member, at in scene.arrived.items():
        if DAY <= scene.now - at <= 3 * DAY and member not in speakers:
            yield Signal(
                kind=SignalKind.NEVER_SPOKE,
                member_ids=(member,),
                confidence=0.8,
                facts={"hours": int((scene.now - at).total_seconds() // 3600)},
            )


def leavings(scene: Scene) -> Iterator[Signal]:
    """Somebody says goodbye for good and staff has not answered yet."""
    for message in scene.recent:
        link = scene.links.get(message.id)
        opens = link is None or link.parent_id is None
        if scene.age(message) > DAY or not opens or not cues.LEAVES.search(scene.text(message)):
            continue
        if not any(scene.is_staff(reply) for reply in scene.answers(message)):
            yield Signal(
                kind=SignalKind.LEAVING,
                message_ids=(message.id,),
                member_ids=() if message.author_id is None else (message.author_id,),
                confidence=0.85,
                facts={"answers": len(scene.answers(message))},
            )


def birthdays(scene: Scene) -> Iterator[Signal]:
    """Birthday wishes are going on today: somebody already began."""
    today = list(scene.within(timedelta(hours=8)))
    wishes = [m for m in today if cues.BIRTHDAY.search(scene.text(m))]
    if wishes:
        yield Signal(
            kind=SignalKind.BIRTHDAY,
            message_ids=tuple(m.id for m in wishes),
            confidence=0.8,
            facts={"wishes": len(wishes)},
        )


def fading(scene: Scene) -> Iterator[Signal]:
    """A member who used to speak (≥8 messages) is silent for 15 days and twice their longest gap.

    No signal about staff, those who left, opted out or told why, nor during an announced break.
    """
    if on_break(scene):
        return
    said: defaultdict[int, list[Message]] = defaultdict(list)
    for message in scene.spoken:
        if message.author_id is not None:
            said[message.author_id].append(message)
    for author, own in said.items():
        silent = scene.now - own[-1].at
        if len(own) < FADE_LEAST or silent < FADE_AFTER or _excused(scene, author):
            continue
        gaps = [later.at - sooner.at for sooner, later in zip(own, own[1:], strict=False)]
        if silent >= 2 * max(gaps):
            yield Signal(
                kind=SignalKind.FADING,
                message_ids=(own[-1].id,),
                member_ids=(author,),
                confidence=0.8,
                facts={"messages": len(own), "days": silent.days},
            )


def on_break(scene: Scene) -> bool:
    """Whether a holiday, exam or break was announced in the last four days."""
    near = [m for m in scene.spoken[-12:] if scene.age(m) <= BREAK_LASTS]
    return any(cues.BREAK.search(scene.text(m)) for m in near)


def helpers(scene: Scene) -> Iterator[Signal]:
    """The member (not staff) whose answers reached most different people in four weeks of talk."""
    if not scene.spoken or scene.now - scene.spoken[0].at < 28 * DAY:
        return
    by_id = {m.id: m for m in scene.spoken}
    helped: defaultdict[int, list[Message]] = defaultdict(list)
    reached: defaultdict[int, set[int | None]] = defaultdict(set)
    for parent, replies in scene.replies.items():
        asked = by_id.get(parent)
        if asked is None or not cues.ASKS.search(scene.text(asked)):
            continue
        for reply in replies:
            author = reply.author_id
            if author is not None and author != asked.author_id and author not in scene.staff:
                helped[author].append(reply)
                reached[author].add(asked.author_id)
    best = max(helped, key=lambda author: (len(reached[author]), len(helped[author])), default=None)
    if best is not None and len(helped[best]) >= HELPED_LEAST:
        yield Signal(
            kind=SignalKind.HELPER,
            message_ids=tuple(m.id for m in helped[best][-5:]),
            member_ids=(best,),
            confidence=0.6,
            facts={"answers": len(helped[best]), "people": len(reached[best])},
        )


def perfunctory(scene: Scene) -> Iterator[Signal]:
    """Answers to the last two pushes were short, copied or fewer than before: asked too much."""
    pushes = [
        m
        for m in scene.spoken
        if is_push(scene, m) and not cues.NOTICE.search(scene.text(m)) and scene.age(m) >= DAY / 6
    ][-6:]
    if len(pushes) < 4:
        return
    lengths = [_answer_length(scene, push) for push in pushes]
    before, after = lengths[:-2], lengths[-2:]
    if max(after) <= 0.5 * (sum(before) / len(before)):
        yield Signal(
            kind=SignalKind.PERFUNCTORY,
            message_ids=tuple(m.id for m in pushes[-2:]),
            confidence=0.6,
            facts={"before": round(sum(before) / len(before), 1), "now": round(max(after), 1)},
        )


def _answer_length(scene: Scene, push: Message) -> float:
    replies = scene.answers(push)
    return sum(min(60, len(scene.text(m))) for m in replies) / 3 if replies else 0.0


def _excused(scene: Scene, author: int) -> bool:
    member = scene.talk.members.get(author)
    if member is None or author in scene.staff or member.opted_out or member.left_at:
        return True
    own = [m for m in scene.spoken if m.author_id == author][-3:]
    return any(
        cue.search(scene.text(m)) for m in own for cue in (cues.GRIEF, cues.ILLNESS, cues.LEAVES)
    )


def _is_solid(scene: Scene, message: Message) -> bool:
    text = scene.text(message)
    return len(text) >= 15 and bool(cues.REASON.search(text) or cues.SHARES.search(text))


def _is_matter(scene: Scene, thread: Thread) -> bool:
    """Whether the thread is about a matter: no notice, chain, banter, quarrel or sorrow."""
    said = thread.messages
    head = " ".join(scene.text(m) for m in said[:3])
    personal = (cues.GRIEF, cues.DISTRESS, cues.BIRTHDAY, cues.LEAVES)
    if said[0].kind in (MessageKind.MEDIA, MessageKind.STICKER):
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


def _is_proposal(scene: Scene, message: Message) -> bool:
    text = scene.text(message)
    return len(text) > 10 and bool(cues.PROPOSES.search(text))
