"""Signals about how a room is led: pushes left alone, answers by rote, a bar set too high."""

from collections.abc import Hashable, Iterable, Iterator
from datetime import timedelta
from statistics import median

from agent.listening import cues
from agent.listening.scene import Scene
from agent.listening.signal import Signal, SignalKind, author
from agent.listening.signals_answers import EVERYDAY
from agent.listening.signals_order import is_chain, is_chained
from agent.listening.signals_pushes import MAY_PUSH, is_push
from agent.listening.signals_rhythm import on_break
from agent.listening.sorting import NO, YES
from agent.listening.words import is_han, read, words
from community.conversation import Message, MessageKind

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
DROPPED_UNTIL = timedelta(hours=96)
DROPPED_LEAST = 2
TAKEN_UP = 2
ROUNDS = 2
REMEMBERED = timedelta(days=28)
COPIES_LEAST = 3
REPEATS_LEAST = 2
SAID_LEAST = 4
SAME = 0.8
MOST_COPIES = 0.5
LONG_HAN = 80
LONG_LATIN = 240
GROWN = 1.5
FEWER = 0.6
WEEKS = 3
WEEK_LEAST = 6
SPEAKERS_LEAST = 4


def dropped_pushes(scene: Scene) -> Iterator[Signal]:
    """A question of staff that got answers and, 24 hours on, no word of its author back.

    A notice, a check-in and a row of "done" ask for none. Until the fourth day.
    """
    for message in scene.marked(MAY_PUSH, DROPPED_UNTIL, scene.now - DAY):
        text = scene.text(message)
        if not is_push(scene, message) or cues.NOTICE.search(text) or cues.CHAIN.match(text):
            continue
        replies = _answers(scene, message)
        people = {m.author_id for m in replies if m.author_id not in scene.staff}
        direct = {m.author_id for m in scene.answers(message)} & people
        if len(direct) < DROPPED_LEAST or _came_back(scene, message, replies):
            continue
        yield Signal(
            kind=SignalKind.DROPPED_PUSH,
            message_ids=(message.id, *(m.id for m in replies[:3])),
            member_ids=author(message),
            confidence=0.7,
            facts={
                "answers": len(replies),
                "people": len(people),
                "hours": int(scene.age(message).total_seconds() // 3600),
            },
        )


def _answers(scene: Scene, push: Message) -> list[Message]:
    """What others said in words to a push: its thread, without nods and chains."""
    return [
        m
        for m in scene.in_thread(push)
        if m.at > push.at
        and m.author_id != push.author_id
        and m.kind is MessageKind.TEXT
        and len(scene.text(m)) >= SAID_LEAST
        and not is_chain(scene, m)
    ]


def _came_back(scene: Scene, push: Message, replies: list[Message]) -> bool:
    """Whether its author said anything to the answers, in the thread, by name or in substance."""
    names = {m.author_id for m in replies}
    inside = {m.id for m in scene.in_thread(push)}
    about = frozenset[str]().union(
        words(scene.text(push)), *(words(scene.text(m)) for m in replies)
    )
    for message in scene.by_author.get(push.author_id or 0, ()):
        if message.at <= replies[0].at:
            continue
        named = names & set(scene.names_in(message))
        shared = (words(scene.text(message)) & about) - EVERYDAY
        if message.id in inside or named or len(shared) >= TAKEN_UP:
            return True
    reacted = scene.reacted
    return any(push.author_id in reacted.get(m.id, ()) for m in replies)


def rote_answers(scene: Scene) -> Iterator[Signal]:
    """Answers to two pushes running copy each other, or are the ones given the time before.

    A poll, a check-in and a chain are to be answered alike: they do not count.
    """
    pushed = scene.ever(MAY_PUSH)
    lately = pushed.between(scene.times[0], scene.now) if scene.times else ()
    if not any(m.author_id in scene.staff and _is_open_push(scene, m) for m in lately):
        return
    past = pushed.between(scene.now - REMEMBERED, scene.now - DAY / 6)
    pushes = [m for m in past if m.author_id in scene.staff and _is_open_push(scene, m)][-ROUNDS:]
    if len(pushes) < ROUNDS:
        return
    rounds = [_answers(scene, push) for push in pushes]
    copied = min(_copies(scene, each) for each in rounds)
    repeated = _repeats(scene, *rounds)
    if copied < COPIES_LEAST and repeated < REPEATS_LEAST:
        return
    form = "copies" if copied >= COPIES_LEAST else "repeats"
    yield Signal(
        kind=SignalKind.PERFUNCTORY,
        message_ids=tuple(m.id for m in reversed(pushes)),
        confidence=0.65,
        facts={"form": form, "alike": max(copied, repeated), "rounds": ROUNDS},
    )


def _is_open_push(scene: Scene, message: Message) -> bool:
    """Whether it asks for words of one's own."""
    text = scene.text(message)
    aside = cues.NOTICE.search(text) or cues.BIRTHDAY.search(text) or cues.GREETS.search(text)
    return is_push(scene, message) and not aside and not cues.BY_ROTE.search(text)


def _copies(scene: Scene, replies: list[Message]) -> int:
    """How many people wrote what another had written before them; 0 unless half of them did."""
    seen: list[str] = []
    copying: set[int | None] = set()
    for reply in replies:
        text = scene.text(reply)
        if any(likeness(text, other) >= SAME for other in seen):
            copying.add(reply.author_id)
        seen.append(text)
    people = {m.author_id for m in replies}
    return len(copying) if len(copying) >= MOST_COPIES * len(people) else 0


def _repeats(scene: Scene, before: list[Message], now: list[Message]) -> int:
    """How many members gave the same answer twice; 0 unless half of those who answered both."""
    first = {m.author_id: scene.text(m) for m in before}
    again = {m.author_id: scene.text(m) for m in now if m.author_id in first}
    same = sum(likeness(text, first[who]) >= SAME for who, text in again.items())
    return same if same >= MOST_COPIES * len(again) else 0


def likeness(one: str, other: str) -> float:
    """Shared pairs of signs over all pairs of two texts (Jaccard), 0 to 1."""
    first, second = _pairs(one), _pairs(other)
    return len(first & second) / len(first | second) if first and second else 0.0


def _pairs(text: str) -> frozenset[str]:
    said = "".join(sign for sign in text.lower() if sign.isalnum())
    return frozenset(said[at : at + 2] for at in range(len(said) - 1))


def high_bar(scene: Scene) -> Iterator[Signal]:
    """For three weeks members wrote ever longer and ever fewer of them spoke.

    The median message is long (80 Han signs, 240 letters) and half as long again as two weeks
    before; the speakers fell week by week, to 60 % or fewer. Silent in a break.
    """
    if not scene.times:
        return
    tail = scene.ever(_essay).between(scene.times[0], scene.now)
    if 2 * len(tail) < WEEK_LEAST or scene.spoken[0].at > scene.now - WEEKS * WEEK + DAY:
        return
    counts = _speakers(scene)
    if not counts[0] > counts[1] > counts[2] or on_break(scene):
        return
    weeks = [_of_members(scene, week) for week in range(WEEKS, 0, -1)]
    if min(map(len, weeks)) < WEEK_LEAST:
        return
    speakers = [len({m.author_id for m in each}) for each in weeks]
    lengths = [median(len(scene.text(m)) for m in each) for each in weeks]
    long = LONG_HAN if is_han(scene.text(tail[-1])) else LONG_LATIN
    falls = speakers[0] > speakers[1] > speakers[2] and speakers[2] <= FEWER * speakers[0]
    if falls and speakers[0] >= SPEAKERS_LEAST and lengths[-1] >= max(long, GROWN * lengths[0]):
        yield Signal(
            kind=SignalKind.HIGH_BAR,
            message_ids=tuple(m.id for m in reversed(weeks[-1][-3:])),
            confidence=0.65,
            facts={
                "before": speakers[0],
                "now": speakers[-1],
                "length_before": int(lengths[0]),
                "length": int(lengths[-1]),
            },
        )


def _essay(message: Message) -> Iterable[Hashable]:
    """Files what is long in its language."""
    text = read(message.text)
    long = len(text) >= LONG_HAN and (len(text) >= LONG_LATIN or is_han(text))
    return YES if long else NO


def _of_substance(message: Message) -> Iterable[Hashable]:
    """Files what is more than a nod under its author."""
    text = read(message.text)
    says = message.kind is MessageKind.TEXT and len(text) >= SAID_LEAST
    return (message.author_id,) if says and not is_chained(text) else NO


def _speakers(scene: Scene) -> list[int]:
    """How many members spoke in each of the last weeks, oldest first."""
    lines = scene.filed(_of_substance).items()
    said = [line.in_weeks(scene.now, WEEKS) for who, line in lines if who not in scene.staff]
    return [sum(count > 0 for count in week) for week in zip(*said, strict=True)] or [0] * WEEKS


def _of_members(scene: Scene, back: int) -> list[Message]:
    """What members said in the week that ended `back` − 1 weeks ago; nods and notices left out."""
    end = scene.now - (back - 1) * WEEK
    return [
        m
        for m in scene.spoken_between(end - WEEK, end)
        if m.author_id not in scene.staff
        and m.kind is MessageKind.TEXT
        and len(scene.text(m)) >= SAID_LEAST
        and not is_chain(scene, m)
    ]
