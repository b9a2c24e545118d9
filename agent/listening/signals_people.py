"""Signals about members: who came, went, fades, helps, and who is asked for too much."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from agent.listening import cues
from agent.listening import temper_cues as temper
from agent.listening.line import NOBODY, order
from agent.listening.scene import Scene
from agent.listening.signal import Signal, SignalKind, author
from agent.listening.signals_answers import is_push
from agent.listening.signals_rhythm import DAY, on_break
from agent.listening.sorting import by_author, wording
from community.conversation import Message

FADE_AFTER = timedelta(days=15)
FADE_LEAST = 8
HELPED_LEAST = 8
HELPED_SINCE = timedelta(days=21)
WEEK = timedelta(days=7)
ROUNDS_LEAST = 4


def joins(scene: Scene) -> Iterator[Signal]:
    """Members who came in today and whom nobody has greeted: one signal for the batch.

    Whoever runs the community is not greeted into it.
    """
    today = {i: at for i, at in scene.arrived.items() if scene.now - at <= DAY}
    came = {i: at for i, at in today.items() if i not in scene.staff}
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
    """Came in one to three days ago and has not said a word; nobody of the staff or opted out."""
    came = {i: at for i, at in scene.arrived.items() if DAY <= scene.now - at <= 3 * DAY}
    speakers = scene.filed(by_author)
    for member, at in came.items():
        if member not in speakers and member not in scene.staff and not scene.is_private(member):
            yield Signal(
                kind=SignalKind.NEVER_SPOKE,
                member_ids=(member,),
                confidence=0.8,
                facts={"hours": int((scene.now - at).total_seconds() // 3600)},
            )


def leavings(scene: Scene) -> Iterator[Signal]:
    """Somebody says goodbye for good and staff has not answered yet."""
    for message in scene.saying(cues.LEAVES, DAY):
        if not scene.opens(message) or not _goes(scene, message):
            continue
        if not any(scene.is_staff(reply) for reply in scene.answers(message)):
            yield Signal(
                kind=SignalKind.LEAVING,
                message_ids=(message.id,),
                member_ids=author(message),
                confidence=0.85,
                facts={"answers": len(scene.answers(message))},
            )


def _goes(scene: Scene, message: Message) -> bool:
    """Whether its author says goodbye; a notice about somebody else is none."""
    text = scene.text(message)
    if not cues.LEAVES.search(text):
        return False
    others = any(
        name in text
        for member in scene.talk.members.values()
        if member.id != message.author_id
        for name in (member.name, *member.aliases)
        if len(name) > 1
    )
    return not others or bool(cues.FIRST_PERSON.search(text))


def birthdays(scene: Scene) -> Iterator[Signal]:
    """Birthday wishes are going on today: somebody already began."""
    wishes = scene.saying(cues.WISHES, timedelta(hours=8))
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
    silent_since = scene.now - FADE_AFTER
    lines = [
        line.said
        for line in scene.filed(by_author).values()
        if len(line.said) >= FADE_LEAST and line.times[-1] <= silent_since
    ]
    if not lines or on_break(scene):
        return
    for own in sorted(lines, key=lambda said: order(said[0])):
        member, silent = own[0].author_id, scene.now - own[-1].at
        if member is None or _excused(scene, member):
            continue
        gaps = [later.at - sooner.at for sooner, later in pairwise(own)]
        if silent >= 2 * max(gaps):
            yield Signal(
                kind=SignalKind.FADING,
                message_ids=(own[-1].id,),
                member_ids=(member,),
                confidence=0.8,
                facts={"messages": len(own), "days": silent.days},
            )


def helpers(scene: Scene) -> Iterator[Signal]:
    """The member (not staff) whose answers reached most different people, of all that is known.

    A room younger than three weeks has no helper yet; a look knows six weeks at most. `weeks` are
    those the answers were given in, begun ones counted whole.
    """
    if not scene.spoken or scene.now - scene.spoken[0].at < HELPED_SINCE:
        return
    helped = scene.kept.memo(helpers, scene.answered, lambda: _helped(scene))
    if helped is None or len(helped.answers) < HELPED_LEAST:
        return
    yield Signal(
        kind=SignalKind.HELPER,
        message_ids=tuple(m.id for m in helped.answers[-5:]),
        member_ids=(helped.by,),
        confidence=0.6,
        facts={
            "answers": len(helped.answers),
            "people": helped.people,
            "weeks": max(2, -((helped.answers[0].at - scene.now) // WEEK)),
        },
    )


@dataclass(frozen=True, slots=True)
class _Helped:
    """Answers of one member, in the order of the talk, and how many people they reached."""

    by: int
    answers: tuple[Message, ...]
    people: int


def _helped(scene: Scene) -> _Helped | None:
    helped: defaultdict[int | None, list[Message]] = defaultdict(list)
    reached: defaultdict[int | None, set[int | None]] = defaultdict(set)
    replies = scene.replies
    for asked in scene.ever(wording(cues.ASKS)).said:
        for reply in replies.get(asked.id, ()):
            if reply.author_id != asked.author_id:
                helped[reply.author_id].append(reply)
                reached[reply.author_id].add(asked.author_id)
    best = max(
        (a for a in helped if a is not None and a not in scene.staff and not scene.is_private(a)),
        key=lambda who: (len(reached[who]), len(helped[who]), -who),
        default=None,
    )
    if best is None:
        return None
    return _Helped(best, tuple(sorted(helped[best], key=order)), len(reached[best]))


def perfunctory(scene: Scene) -> Iterator[Signal]:
    """Answers to the last two pushes were half as much as to those before: asked too much."""
    pushes = [
        m
        for m in scene.ever(wording(cues.PUSH)).said
        if is_push(scene, m) and not cues.NOTICE.search(scene.text(m)) and scene.age(m) >= DAY / 6
    ][-6:]
    if len(pushes) < ROUNDS_LEAST:
        return
    lengths = [_answer_length(scene, push) for push in pushes]
    before, after = lengths[:-2], lengths[-2:]
    if sum(before) > 0 and max(after) <= 0.5 * (sum(before) / len(before)):
        yield Signal(
            kind=SignalKind.PERFUNCTORY,
            message_ids=tuple(m.id for m in pushes[-2:]),
            confidence=0.6,
            facts={
                "form": "shrinks",
                "before": round(sum(before) / len(before), 1),
                "now": round(max(after), 1),
            },
        )


def _answer_length(scene: Scene, push: Message) -> float:
    replies = scene.answers(push)
    return sum(min(60, len(scene.text(m))) for m in replies) / 3 if replies else 0.0


def _excused(scene: Scene, member: int) -> bool:
    if member in scene.staff or scene.is_private(member):
        return True
    own = scene.filed(by_author).get(member, NOBODY).said[-3:]
    return any(
        cue.search(scene.text(m))
        for m in own
        for cue in (temper.GRIEF, temper.ILLNESS, cues.LEAVES)
    )
