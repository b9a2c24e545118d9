"""Signals about short talks that came to their point: a rule, a number, a way, and it was taken.

RIPE_FOR_DISTILLING with `closed`: somebody gave what others can hold on to (two kinds of it, or
steps told line by line), somebody else took it, nobody promised to come back with more, and for
twelve minutes nobody went on. Of shorter talks than the eight messages of a ripe one [D].
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from agent.listening import closing_cues as closing
from agent.listening import cues
from agent.listening import temper_cues as temper
from agent.listening import trial_cues as trial
from agent.listening.asking import is_worried
from agent.listening.line import order, said_at
from agent.listening.scene import Scene
from agent.listening.signal import Signal
from agent.listening.signals_rhythm import is_matter, worth_keeping
from agent.listening.words import is_han
from community.conversation import Message, MessageKind, Thread
from community.people import Role

CLOSED_QUIET = timedelta(minutes=12)
"""A nod and then nothing: so short a talk is over sooner than a long one [D]."""
CLOSED_FOR = timedelta(hours=12)
PAUSE = timedelta(minutes=30)
OPENING = 3
LAST = 4
"""The nod is among the last lines of its talk."""
NOD_HAN, NOD_LATIN = 22, 60
GIVES_HAN, GIVES_LATIN = 22, 70
HELD_LEAST = 2
STEPS_LEAST = 3
SAID_LEAST = 3
TOLD_HAN, TOLD_LATIN = 10, 30
DESK = frozenset({Role.ASSISTANT})
MOST = 40


def solved(scene: Scene) -> Iterator[Signal]:
    """Threads that gave something to hold on to, which somebody took, and which are over."""
    for thread in _lately(scene):
        if scene.now - thread.messages[-1].at < CLOSED_QUIET:
            continue
        before = _before(scene, thread)
        facts = (thread, *before, *(scene.thread_of.get(m.id) for m in before))
        said = scene.while_same(
            (_closed, thread.root_id), facts, lambda each=thread: _closed(scene, each)
        )
        if not said:
            continue
        yield worth_keeping(scene, said, 0.72, {"closed": True})


def _lately(scene: Scene) -> Iterable[Thread]:
    """The threads of the last hours, the latest first."""
    found: dict[int, Thread] = {}
    for message in reversed(scene.within(CLOSED_FOR)):
        thread = scene.thread_of.get(message.id)
        if thread is not None:
            found.setdefault(thread.root_id, thread)
    return found.values()


def _closed(scene: Scene, thread: Thread) -> tuple[Message, ...]:
    """What was said in a talk that came to its point; nothing where it did not."""
    found = _whole(scene, thread)
    said = found.messages
    if len(said) > MOST:
        return ()
    solved_here = len(said) >= SAID_LEAST and is_solved(scene, found)
    return said if solved_here or _is_confirmed(scene, thread) else ()


def _whole(scene: Scene, thread: Thread) -> Thread:
    """The thread; where its links broke, the sitting it belongs to.

    A thread that gives nothing, or begins with a notice or a joke, is read with all that was said
    around it without a pause of half an hour; what somebody had promised to come back with is
    read with the talk in which they promised.
    """
    said = thread.messages
    if is_solved(scene, thread):
        return thread
    promised = _promised_in(scene, thread)
    if promised is not None:
        return replace(promised, messages=(*promised.messages, *said))
    end = bisect_right(scene.recent, order(said[-1]), key=order)
    start = end
    while start and end - start < MOST:
        before = scene.recent[start - 1]
        if start < end and scene.recent[start].at - before.at > PAUSE:
            break
        start -= 1
    sitting = scene.recent[start:end]
    return Thread(root_id=thread.root_id, messages=sitting) if sitting else thread


def _promised_in(scene: Scene, thread: Thread) -> Thread | None:
    """The talk that ended with a promise of who begins this one."""
    for message in reversed(_before(scene, thread)):
        other = scene.thread_of.get(message.id)
        ended = other is not None and other.messages[-1].id == message.id
        if ended and other is not None and closing.NOT_YET.search(scene.text(message)):
            return other
    return None


def _before(scene: Scene, thread: Thread) -> Sequence[Message]:
    """What who begins a thread said last, in the hours before it."""
    first = thread.messages[0]
    own = scene.by_author.get(first.author_id or 0, ())
    end = bisect_left(own, first.at, key=said_at)
    start = bisect_left(own, first.at - CLOSED_FOR, hi=end, key=said_at)
    return own[max(start, end - LAST) : end]


def is_solved(scene: Scene, thread: Thread) -> bool:
    """Whether a talk came to its point: given, taken, and nothing still to come."""
    said = thread.messages
    if not is_matter(scene, thread) or any(is_worried(scene, m) for m in said[:OPENING]):
        return False
    nods = [m for m in said[-LAST:] if _takes(scene, m)]
    last = scene.text(said[-1])
    if not nods or closing.NOT_YET.search(last) or temper.SORRY.search(last):
        return False
    given = [m for m in said if m.author_id != nods[-1].author_id and m.at <= nods[-1].at]
    if _only_thanked_desk(scene, given, nods):
        return False
    return any(_gives(scene, m) for m in given) or _in_steps(scene, given)


def _only_thanked_desk(scene: Scene, given: Sequence[Message], nods: Sequence[Message]) -> bool:
    """Whether the desk told one member how it is done here, and they just said thanks."""
    asker = nods[-1].author_id
    told = [m for m in given if _is_told(scene, m)]
    desk = all(_is_desk(scene, m) for m in told)
    thanked = all(m.author_id == asker and _only_thanks(scene, m) for m in nods)
    return bool(told) and desk and thanked


def _is_told(scene: Scene, message: Message) -> bool:
    """Whether it says something to the matter: no question, no laugh, no mere nod."""
    text = scene.text(message)
    aside = cues.ASKS.search(text) or cues.LAUGHS.search(text)
    return not aside and len(text) >= (TOLD_HAN if is_han(text) else TOLD_LATIN)


def _is_desk(scene: Scene, message: Message) -> bool:
    member = scene.talk.members.get(message.author_id or 0)
    return member is not None and member.role in DESK


def _only_thanks(scene: Scene, message: Message) -> bool:
    text = scene.text(message)
    thanks = cues.THANKS.search(text) or cues.ACK.match(text)
    return bool(thanks) and not _came_of_it(scene, message)


def _came_of_it(scene: Scene, message: Message) -> bool:
    text = scene.text(message)
    return bool(cues.OUTCOME.search(text) or trial.TRIED.search(text))


def _is_confirmed(scene: Scene, thread: Thread) -> bool:
    """Whether a member's own way ends with a word of who knows that it holds."""
    last = thread.messages[-1]
    told = {m.id: m for m in thread.messages[:-1] if not scene.is_staff(m) and _gives(scene, m)}
    link = scene.links.get(last.id)
    way = told.get(link.parent_id or 0) if link else None
    text = scene.text(last)
    holds = scene.is_staff(last) and closing.UPHOLDS.search(text) and not cues.ASKS.search(text)
    return way is not None and bool(holds) and is_matter(scene, thread)


def _takes(scene: Scene, message: Message) -> bool:
    text = scene.text(message)
    short = len(text) <= (NOD_HAN if is_han(text) else NOD_LATIN)
    if (
        not short
        or cues.DISAGREES.search(text)
        or temper.DEFLATED.match(text)
        or closing.NOT_YET.search(text)
    ):
        return False
    return _came_of_it(scene, message) or bool(closing.TAKES_IT.search(text))


def _gives(scene: Scene, message: Message) -> bool:
    """Whether it holds two kinds of what others can hold on to, at some length."""
    text = scene.text(message)
    if message.kind is not MessageKind.TEXT or cues.NOTICE.search(text):
        return False
    if len(text) < (GIVES_HAN if is_han(text) else GIVES_LATIN) or cues.LAUGHS.search(text):
        return False
    return len({found[0] for found in closing.HOLDS.finditer(text)}) >= HELD_LEAST


def _in_steps(scene: Scene, given: Sequence[Message]) -> bool:
    by: dict[int | None, int] = {}
    for message in given:
        if closing.STEPS.search(scene.text(message)):
            by[message.author_id] = by.get(message.author_id, 0) + 1
    return max(by.values(), default=0) >= STEPS_LEAST
