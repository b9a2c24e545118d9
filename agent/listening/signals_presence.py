"""Signals about how much of a member is here: back after a silence, or saying ever less."""

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator, Mapping
from datetime import timedelta

from agent.listening import cues
from agent.listening import temper_cues as temper
from agent.listening.line import NOBODY
from agent.listening.scene import Scene
from agent.listening.signal import Signal, SignalKind, author
from agent.listening.signals_order import is_chain
from agent.listening.signals_rhythm import on_break
from agent.listening.sorting import NO, by_author, wording
from community.conversation import Message, MessageKind

DAY = timedelta(days=1)
AWAY = timedelta(days=14)
BACK_FOR = timedelta(hours=24)
GOING_ON = 10
SAID_LEAST = 4
WEEK = timedelta(days=7)
WEEKS_BEFORE = 3
MEAN_LEAST = 5
LEFT_SHARE = 0.3
TOGETHER = 3
ROOM_SHARE = 0.7
EXCUSES = wording(temper.GRIEF, temper.ILLNESS, cues.LEAVES, cues.BREAK)
"""Why somebody may say less."""


def returns(scene: Scene) -> Iterator[Signal]:
    """A member spoke today who had been silent for 14 days or more while the room went on.

    Silent about staff, who opted out, who only says goodbye, and a room that was silent itself.
    """
    lately = scene.within(BACK_FOR)
    back = {i for i in {m.author_id for m in lately} if _was_away(scene, i)}
    if not back:
        return
    today = {m.author_id: m for m in reversed(lately) if m.author_id in back and _says(scene, m)}
    here = {m.author_id for m in scene.between(scene.now - 3 * DAY, scene.now - BACK_FOR)}
    wanted = {i for i in today if i not in here and i not in scene.staff}
    wanted = {i for i in wanted if not scene.is_private(i)}
    if not wanted or scene.spoken[0].at > scene.now - AWAY:
        return
    for member, before in _last_words(scene, wanted).items():
        first = today[member]
        gap = first.at - before.at
        if gap < AWAY:
            continue
        went_on = scene.spoken_between(before.at, first.at)
        if sum(m.author_id != member for m in went_on) >= GOING_ON:
            yield Signal(
                kind=SignalKind.RETURN,
                message_ids=(first.id, before.id),
                member_ids=author(first),
                confidence=0.85,
                facts={"days": gap.days},
            )


def _was_away(scene: Scene, member: int | None) -> bool:
    """Whether what a member said before today was said 14 days ago or more."""
    line = scene.filed(by_author).get(member, NOBODY)
    before = bisect_right(line.times, scene.now - BACK_FOR)
    return before > 0 and line.times[before - 1] <= scene.now - AWAY


def _says(scene: Scene, message: Message) -> bool:
    """Whether it is more than a nod, and no goodbye."""
    text = scene.text(message)
    if message.kind is not MessageKind.TEXT or len(text) < SAID_LEAST or is_chain(scene, message):
        return False
    return not cues.LEAVES.search(text) and not cues.GOODBYE.search(text)


def _last_words(scene: Scene, wanted: set[int | None]) -> dict[int | None, Message]:
    """What each of them said last before today."""
    found: dict[int | None, Message] = {}
    earlier = scene.spoken_between(scene.spoken[0].at, scene.now - BACK_FOR)
    for message in reversed(earlier):
        if message.author_id in wanted and message.author_id not in found:
            found[message.author_id] = message
            if len(found) == len(wanted):
                break
    return found


def waning(scene: Scene) -> Iterator[Signal]:
    """A steady member whose week holds 70 % less than the mean of the three weeks before it.

    Five messages a week on average and some in each; silent in a break, and where the room or a
    third of its steady members say less: then it is not about the member.
    """
    start = scene.now - (WEEKS_BEFORE + 1) * WEEK
    if not scene.spoken or scene.spoken[0].at > start + 3 * DAY:
        return
    counts = _counted(scene)
    means = {
        member: sum(before) / WEEKS_BEFORE
        for member, (*before, _) in counts.items()
        if 0 not in before and member not in scene.staff
    }
    steady = {member for member, mean in means.items() if mean >= MEAN_LEAST}
    less = {member for member in steady if counts[member][-1] <= LEFT_SHARE * means[member]}
    if not less or TOGETHER * len(less) > len(steady) or _went_quiet(counts, less):
        return
    if on_break(scene):
        return
    for member in sorted(less):
        mean, last = means[member], _last_of(scene, member)
        if last is not None and not _is_excused(scene, member):
            yield Signal(
                kind=SignalKind.FADING,
                message_ids=(last.id,),
                member_ids=(member,),
                confidence=0.6,
                facts={
                    "messages": sum(counts[member]),
                    "days": scene.age(last).days,
                    "before": round(mean, 1),
                    "now": counts[member][-1],
                },
            )


def _went_quiet(counts: Mapping[int, tuple[int, ...]], less: set[int]) -> bool:
    """Whether the others, too, said clearly less in the last week than in the mean of before."""
    others = [count for member, count in counts.items() if member not in less]
    *before, now = map(sum, zip(*others, strict=True)) if others else (0,)
    return now < ROOM_SHARE * sum(before) / WEEKS_BEFORE


def _counted(scene: Scene) -> dict[int, tuple[int, ...]]:
    """Messages of each member in each of the weeks, oldest first."""
    return {
        member: line.in_weeks(scene.now, WEEKS_BEFORE + 1)
        for member, line in scene.filed(by_author).items()
        if isinstance(member, int)
    }


def _last_of(scene: Scene, member: int) -> Message | None:
    return next(reversed(scene.filed(by_author).get(member, NOBODY).said), None)


def _is_excused(scene: Scene, member: int) -> bool:
    """Whether it is staff, nothing may be told of them, or they said why they say less."""
    if member in scene.staff or scene.is_private(member):
        return True
    line = scene.kept.filed_finely(_excused, by_author).get(member, NOBODY)
    return any(_excused(m) for m in line.between(scene.now - 2 * WEEK, scene.now))


def _excused(message: Message) -> Iterable[Hashable]:
    """Files under its author why they may say less."""
    return (message.author_id,) if EXCUSES(message) else NO
