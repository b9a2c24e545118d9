"""What one member left in a room, read act by act (agent/listening/acts.py) from the talk alone."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from agent.listening import barrier_cues, cues
from agent.listening import temper_cues as temper
from agent.listening.acts import WINDOW, Act, Traces
from agent.listening.asking import is_question
from agent.listening.scene import Scene
from agent.listening.signals_pushes import is_push, takes_up
from agent.listening.words import is_han, words
from community.conversation import LinkSource, Message, MessageKind, Reaction

PUSH_LASTS = timedelta(hours=24)
NAMED_LASTS = timedelta(hours=48)
NAMED_PASSES = timedelta(hours=72)
SAID_AT_ONCE = timedelta(hours=3)
ALONE_AFTER = timedelta(hours=24)
NEAR = timedelta(hours=6)
TOLD_HAN, TOLD_LATIN = 12, 40
"""Characters from which a message tells something."""
NOD_HAN, NOD_WORDS = 4, 2
SURE = 0.5
"""Below this confidence a guessed link is held against nobody."""
SAME = 2
"""Content words in which a question repeats an earlier one."""
TELLING = frozenset({MessageKind.TEXT, MessageKind.LINK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Backdrop:
    """Six weeks of a room, put in order once for all its members."""

    scene: Scene
    spoken: tuple[Message, ...]
    own: Mapping[int, tuple[Message, ...]]
    named: Mapping[int, tuple[Message, ...]]
    given: Mapping[int, tuple[Reaction, ...]]
    pushes: tuple[Message, ...]


def backdrop_of(scene: Scene) -> Backdrop:
    """The room ready to be read of anybody in it."""
    start = scene.now - WINDOW
    spoken = scene.spoken[bisect_left(scene.spoken, start, key=lambda m: m.at) :]
    own: defaultdict[int, list[Message]] = defaultdict(list)
    named: defaultdict[int, list[Message]] = defaultdict(list)
    given: defaultdict[int, list[Reaction]] = defaultdict(list)
    for message in spoken:
        own[message.author_id or 0].append(message)
        for member_id in scene.names_in(message):
            named[member_id].append(message)
    for reaction in scene.talk.reactions:
        if start <= reaction.at <= scene.now:
            given[reaction.member_id].append(reaction)
    return Backdrop(
        scene=scene,
        spoken=spoken,
        own={key: tuple(each) for key, each in own.items()},
        named={key: tuple(each) for key, each in named.items()},
        given={key: tuple(each) for key, each in given.items()},
        pushes=tuple(m for m in spoken if _is_open_call(scene, m)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """A room as one member met it."""

    scene: Scene
    member_id: int
    own: tuple[Message, ...]
    there: tuple[datetime, ...]
    pushes: tuple[Message, ...]
    named: tuple[Message, ...]

    def was_there(self, start: datetime, end: datetime) -> bool:
        """Whether they said something or reacted in between."""
        return any(start < at <= end for at in self.there)

    def parent(self, message: Message) -> int | None:
        """What a message answers, where that is known or likely."""
        link = self.scene.links.get(message.id)
        if link is None:
            return message.reply_to_id
        told = link.by is not LinkSource.MODEL or link.confidence >= SURE
        return link.parent_id if told else None


def traces_of(room: Backdrop, member_id: int) -> Traces:
    """What a member left in this room in the last six weeks."""
    own = room.own.get(member_id, ())
    given = room.given.get(member_id, ())
    view = _View(
        scene=room.scene,
        member_id=member_id,
        own=own,
        there=tuple(sorted([*(m.at for m in own), *(r.at for r in given)])),
        pushes=tuple(m for m in room.pushes if m.author_id != member_id),
        named=tuple(m for m in room.named.get(member_id, ()) if m.author_id != member_id),
    )
    acts = [Act(code="reacted", at=r.at, message_ids=(r.message_id,)) for r in given]
    for notice in (_said, _called, _asked_by_name, _met_with, _taken_back):
        acts.extend(notice(view))
    half = room.scene.now - WINDOW / 2
    before = bisect_left(room.spoken, half, key=lambda m: m.at)
    own_before = sum(m.at < half for m in own)
    after = len(room.spoken) - before - (len(own) - own_before)
    return Traces(
        member_id=member_id,
        since=_seen_since(view, room.spoken),
        acts=tuple(sorted(acts, key=lambda act: act.at)),
        others=(before - own_before, after),
    )


def _seen_since(view: _View, spoken: Sequence[Message]) -> datetime | None:
    if not spoken:
        return None
    member = view.scene.talk.members.get(view.member_id)
    joined = member.joined_at if member else None
    return max(joined, spoken[0].at) if joined else spoken[0].at


def _is_open_call(scene: Scene, message: Message) -> bool:
    """Whether staff asks everybody for a word: no mere notice."""
    return is_push(scene, message) and bool(cues.PUSH.search(scene.text(message)))


def _said(view: _View) -> Iterator[Act]:
    """Their own messages: what moved them to speak, and how they said it."""
    for at, message in enumerate(view.own):
        text = view.scene.text(message)
        yield _act("spoke", message)
        prompt = _prompt(view, message)
        if prompt is not None:
            yield _act("stirred", message, prompt)
        elif _says_something(view.scene, message):
            opens = view.parent(message) is None and view.scene.opens(message)
            yield _act("started" if opens else "joined_in", message)
        if barrier_cues.HEDGES.search(text):
            yield _act("hedged", message)
        if barrier_cues.WORDLESS.search(text):
            yield _act("wordless", message)
        if any(cue.search(text) for cue in (temper.GRIEF, temper.ILLNESS, cues.LEAVES)):
            yield _act("away", message)
        if message.edited_at is not None:
            yield _act("reworked", message)
        yield from _asked_again(view, at)


def _act(code: str, message: Message, *more: Message) -> Act:
    return Act(code=code, at=message.at, message_ids=(message.id, *(m.id for m in more)))


def _says_something(scene: Scene, message: Message) -> bool:
    text = scene.text(message)
    formal = cues.ACK.match(text) or cues.CHAIN.match(text) or cues.GREETS.search(text)
    return message.kind in TELLING and len(words(text)) > 1 and not formal


def _prompt(view: _View, message: Message) -> Message | None:
    """The push it takes up or the line that named them, the latest."""
    calls = [m for m in view.pushes if _within(m, message, PUSH_LASTS) and _takes(view, m, message)]
    named = [m for m in view.named if _within(m, message, NAMED_LASTS)]
    return max([*calls, *named], key=lambda m: (m.at, m.id), default=None)


def _within(before: Message, message: Message, span: timedelta) -> bool:
    return before.at <= message.at <= before.at + span and before.id != message.id


def _takes(view: _View, push: Message, message: Message) -> bool:
    thread = view.scene.thread_of.get(push.id)
    inside = thread is not None and any(m.id == message.id for m in thread.messages)
    return inside or takes_up(view.scene, push, message)


def _asked_again(view: _View, at: int) -> Iterator[Act]:
    message = view.own[at]
    if not is_question(view.scene, message):
        return
    content = words(view.scene.text(message))
    for before in reversed(view.own[:at]):
        apart = message.at - before.at >= SAID_AT_ONCE
        shared = len(content & words(view.scene.text(before)))
        if apart and shared >= SAME and is_question(view.scene, before):
            yield _act("asked_again", message, before)
            return


def _called(view: _View) -> Iterator[Act]:
    """What they did with calls to everybody that still stood while they were there."""
    for push in view.pushes:
        taken = [m for m in view.own if _within(push, m, PUSH_LASTS) and _takes(view, push, m)]
        listed = bool(barrier_cues.LISTED.search(view.scene.text(push)))
        if taken and listed:
            yield _act("ticked", taken[0], push)
        elif taken:
            nod = all(_is_nod(view, push, m) for m in taken)
            yield _act("nodded" if nod else "took_up", taken[0], push)
        elif not listed and view.was_there(push.at, push.at + PUSH_LASTS):
            yield _act("passed_by", push)


def _is_nod(view: _View, push: Message, message: Message) -> bool:
    """Next to nothing, or what another wrote before."""
    text = view.scene.text(message)
    short = len(text) <= NOD_HAN if is_han(text) else len(text.split()) <= NOD_WORDS
    copied = any(
        m.at < message.at and m.author_id != view.member_id and view.scene.text(m) == text
        for m in view.scene.in_thread(push)
    )
    return short or copied


def _asked_by_name(view: _View) -> Iterator[Act]:
    """Questions put to them by name that they let pass while they were there."""
    for asked in view.named:
        due = asked.at + NAMED_PASSES
        if due > view.scene.now or not cues.ASKS.search(view.scene.text(asked)):
            continue
        later = [m for m in view.own if asked.at < m.at <= due]
        at_once = any(m.at <= asked.at + SAID_AT_ONCE for m in later)
        answered = any(
            view.parent(m) == asked.id or asked.author_id in view.scene.names_in(m) for m in later
        )
        reacted = view.member_id in view.scene.reacted.get(asked.id, frozenset())
        if later and not (at_once or answered or reacted):
            yield _act("named_passed", asked)


def _met_with(view: _View) -> Iterator[Act]:
    """How others took what they told or asked."""
    for message in view.own:
        text = view.scene.text(message)
        replies = [m for m in view.scene.answers(message) if view.parent(m) == message.id]
        back = [m for m in replies if barrier_cues.ASKS_BACK.search(view.scene.text(m))]
        if back:
            yield _act("asked_back", message, back[0])
        tells = len(text) >= (TOLD_HAN if is_han(text) else TOLD_LATIN)
        against = [m for m in replies if _makes_little(view.scene, m)] if tells else []
        if against:
            yield Act(code="put_down", at=against[0].at, message_ids=(against[0].id, message.id))
        if tells and view.scene.opens(message) and _left_alone(view, message):
            yield _act("left_alone", message)


def _makes_little(scene: Scene, reply: Message) -> bool:
    text = scene.text(reply)
    scoffs = temper.SCOFFS.search(text) and not cues.SUPPORTS.search(text)
    return bool(temper.BELITTLES.search(text) or scoffs) and not temper.SORRY.search(text)


def _left_alone(view: _View, message: Message) -> bool:
    """Nobody answered, reacted, named them or said a word of it within six hours."""
    scene = view.scene
    if scene.age(message) < ALONE_AFTER or scene.answers(message):
        return False
    if scene.reacted.get(message.id, frozenset()) - {view.member_id}:
        return False
    content = words(scene.text(message))
    first = bisect_left(scene.spoken, message.at, key=lambda m: m.at)
    last = bisect_right(scene.spoken, message.at + NEAR, key=lambda m: m.at)
    return not any(
        m.author_id != view.member_id
        and (content & words(scene.text(m)) or view.member_id in scene.names_in(m))
        for m in scene.spoken[first:last]
    )


def _taken_back(view: _View) -> Iterator[Act]:
    """Own messages they recalled; the words are gone and stay gone."""
    start = view.scene.now - WINDOW
    for message in view.scene.talk.messages:
        own = message.author_id == view.member_id and message.to_id is None
        if own and message.recalled_at is not None and start <= message.at <= view.scene.now:
            yield _act("took_back", message)
