"""What meets a debt or excuses it: each rule tells when, by whom, and with which message."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from agent.listening import cues
from agent.listening.signals_answers import EVERYDAY
from agent.listening.signals_pushes import PUSH_ENOUGH, is_push, takes_up
from agent.listening.words import words
from agent.moves.settling import ADDRESSED, RESUMED, settles
from agent.owing.opening import SURE, WORDED, Opening
from agent.owing.room import CITED, Room
from community.conversation import LinkSource, Message
from community.obligation import DebtKind, DebtState

SHARED = 3
SHARED_WITHIN = timedelta(hours=24)
SHARED_NEXT = 60
"""Messages after a question among which somebody's words may take it up unlinked."""
GREETED = timedelta(hours=2)
TOGETHER = timedelta(minutes=30)
VOICES = 3
"""So many who speak within half an hour of something have not left it alone."""
BACK_AFTER = timedelta(minutes=10)
"""From then on the next word of the staff in the talk of a push is a follow-up."""
TRIED = timedelta(hours=12)
"""Who promised to try and is asked after this was asked how it went."""
ASKING = frozenset({DebtKind.QUESTION, DebtKind.MENTION, DebtKind.FIRST_MESSAGE, DebtKind.SHARE})
SEEN = frozenset({DebtKind.SHARE, DebtKind.FIRST_MESSAGE})
"""Kinds that a reaction meets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """One way in which a debt was closed."""

    at: datetime
    state: DebtState = DebtState.MET
    by_id: int | None = None
    message_id: int | None = None
    reason: str | None = None


Rule = Callable[[Room, Opening], Iterator[Closing]]


def closings(room: Room, opening: Opening) -> Iterator[Closing]:
    """Everything that closed a debt until now, in no order."""
    if opening.excuse is not None:
        yield Closing(at=opening.message.at, state=DebtState.EXCUSED, reason=opening.excuse)
    for rule in RULES[opening.kind]:
        yield from rule(room, opening)


def _met(said: Message, by_id: int | None = None) -> Closing:
    return Closing(at=said.at, by_id=by_id or said.author_id, message_id=said.id)


def by_reply(room: Room, opening: Opening) -> Iterator[Closing]:
    """A reply of somebody else to it or to what its author added, where it says something."""
    asked, scene = opening.message, room.scene
    own = [each for each in room.replies_to(asked) if each.author_id == asked.author_id]
    for source in (asked, *own):
        for reply in room.replies_to(source):
            if reply.author_id == asked.author_id or cues.ME_TOO.search(scene.text(reply)):
                continue
            link = scene.links.get(reply.id)
            if link is not None and link.by is LinkSource.MODEL and link.confidence < SURE:
                continue
            if settles(scene, asked, reply) or _says_something(room, opening, reply):
                yield _met(reply)


def _says_something(room: Room, opening: Opening, reply: Message) -> bool:
    text = room.scene.text(reply)
    if opening.kind in SEEN:
        return True
    hollow = cues.ASKS.search(text) or cues.LAUGHS.search(text)
    return reply.kind in WORDED and bool(words(text)) and not hollow


def by_words(room: Room, opening: Opening) -> Iterator[Closing]:
    """Somebody names its author, or speaks with three of its own words and asks nothing."""
    asked, scene = opening.message, room.scene
    content = words(scene.text(asked)) - EVERYDAY
    for place, said in enumerate(room.after(asked)):
        if said.author_id == asked.author_id:
            continue
        if asked.author_id in scene.names_in(said):
            yield _met(said)
        near = place < SHARED_NEXT and said.at - asked.at <= SHARED_WITHIN
        text = scene.text(said)
        if near and len(content & words(text)) >= SHARED and not cues.ASKS.search(text):
            yield _met(said)


def by_whom_it_was_put_to(room: Room, opening: Opening) -> Iterator[Closing]:
    """Who is named in it speaks within three hours, or who it answers goes on at once."""
    asked = opening.message
    named = set(room.scene.names_in(asked)) - {asked.author_id}
    before = room.scene.by_id.get(room.parent_of(asked) or 0)
    spoken_to = before.author_id if before and before.author_id != asked.author_id else None
    for said in room.after(asked):
        if said.at - asked.at > ADDRESSED:
            return
        soon = said.at - asked.at <= RESUMED
        if said.author_id in named or (soon and said.author_id == spoken_to is not None):
            yield _met(said)


def by_going_on(room: Room, opening: Opening) -> Iterator[Closing]:
    """A question inside a talk is taken up by whoever goes on in it."""
    if opening.inside:
        asked = opening.message
        for said in room.thread_after(asked):
            if said.author_id != asked.author_id:
                yield _met(said)


def by_its_author(room: Room, opening: Opening) -> Iterator[Closing]:
    """Thanks say that it was answered; "never mind", "solved", "wrong chat" that it need not be."""
    asked, scene = opening.message, room.scene
    last: Message | None = None
    for said in room.after(asked):
        if said.author_id != asked.author_id:
            last = said
            continue
        text = scene.text(said)
        if cues.ASKS.search(text):
            continue
        if cues.RETRACTS.search(text):
            yield Closing(
                at=said.at, state=DebtState.EXCUSED, message_id=said.id, reason="withdrawn"
            )
        elif cues.THANKS.search(text):
            yield Closing(at=said.at, message_id=said.id, by_id=last.author_id if last else None)


def by_reaction(room: Room, opening: Opening) -> Iterator[Closing]:
    """One touch of somebody else is enough for what was shared; a question it does not answer."""
    asks_too = opening.kind is DebtKind.FIRST_MESSAGE and cues.ASKS.search(
        room.scene.text(opening.message)
    )
    for given in () if asks_too else room.reactions_to(opening.message):
        yield Closing(at=given.at, by_id=given.member_id)


def by_greeting(room: Room, opening: Opening) -> Iterator[Closing]:
    """A newcomer who asked nothing is met by a welcome in the two hours after."""
    asked = opening.message
    if cues.ASKS.search(room.scene.text(asked)):
        return
    for said in room.after(asked):
        if said.at - asked.at > GREETED:
            return
        if said.author_id != asked.author_id and cues.GREETS.search(room.scene.text(said)):
            yield _met(said)


def by_lively_talk(room: Room, opening: Opening) -> Iterator[Closing]:
    """Three others within half an hour: what was shared in a lively talk is not left alone."""
    voices: set[int | None] = {opening.message.author_id}
    for said in room.after(opening.message):
        if said.at - opening.message.at > TOGETHER:
            return
        voices.add(said.author_id)
        if len(voices) > VOICES:
            yield _met(said)


def by_many(room: Room, opening: Opening) -> Iterator[Closing]:
    """Three people took a push up, by a word or a touch; a poll also by three voices at once."""
    pushed, scene = opening.message, room.scene
    poll = not cues.NOTICE.search(scene.text(pushed))
    events = [(given.at, given.member_id, 0) for given in room.reactions_to(pushed)]
    events += [
        (said.at, said.author_id or 0, said.id)
        for said in room.thread_after(pushed)
        if poll or takes_up(scene, pushed, said)
    ]
    people: set[int] = set()
    for at, who, message_id in sorted(events):
        if who == pushed.author_id:
            continue
        people.add(who)
        if len(people) >= PUSH_ENOUGH:
            yield Closing(at=at, by_id=who, message_id=message_id or None)
    if poll:
        yield from by_lively_talk(room, opening)


def by_coming_back(room: Room, opening: Opening) -> Iterator[Closing]:
    """Somebody with a task here comes back to the talk of a push."""
    pushed = opening.message
    first = pushed.at + BACK_AFTER
    if opening.kind is DebtKind.PUSH_NEXT_DAY:
        first = room.clock.after(pushed.at, timedelta(hours=2))
    for said in room.thread_after(pushed):
        staff = room.scene.is_staff(said) and not is_push(room.scene, said)
        if said.at >= first and staff:
            yield _met(said)


def by_report(room: Room, opening: Opening) -> Iterator[Closing]:
    """Who promised to try tells what came of it, or is asked."""
    promised, scene = opening.message, room.scene
    for said in room.after(promised):
        text = scene.text(said)
        if said.author_id == promised.author_id:
            if cues.OUTCOME.search(text):
                yield _met(said)
            continue
        asked = bool(cues.ASKS.search(text)) and promised.author_id in scene.names_in(said)
        if asked and said.at - promised.at >= TRIED:
            yield _met(said)


def by_a_draft(room: Room, opening: Opening) -> Iterator[Closing]:
    """A draft of Simmer's that somebody accepted and that went out meets it, in their name."""
    for each in room.posted.get(opening.message.id, ()):
        yield Closing(at=each.at, by_id=each.by_id, message_id=each.message_id)


def by_the_library(room: Room, opening: Opening) -> Iterator[Closing]:
    """Simmer's own answer to it out of the library; only one with a source counts."""
    for said in room.own_replies.get(opening.message.id, ()):
        if CITED.search(said.text):
            yield Closing(at=said.at, message_id=said.id)


_ASKED: tuple[Rule, ...] = (
    by_reply,
    by_words,
    by_whom_it_was_put_to,
    by_going_on,
    by_its_author,
    by_a_draft,
    by_the_library,
)
RULES: dict[DebtKind, tuple[Rule, ...]] = {
    DebtKind.QUESTION: _ASKED,
    DebtKind.MENTION: _ASKED,
    DebtKind.FIRST_MESSAGE: (*_ASKED, by_reaction, by_greeting),
    DebtKind.SHARE: (by_reply, by_words, by_its_author, by_a_draft, by_reaction, by_lively_talk),
    DebtKind.PUSH_FOLLOW_UP: (by_many, by_coming_back, by_a_draft),
    DebtKind.PUSH_NEXT_DAY: (by_many, by_coming_back, by_a_draft),
    DebtKind.PROMISE: (by_report, by_a_draft),
}


def perhaps_met(room: Room, opening: Opening) -> bool:
    """Whether a guessed reply may have met it: then nobody is late, and nobody is told off."""
    asked, scene = opening.message, room.scene
    return opening.kind in ASKING and any(
        reply.author_id != asked.author_id
        and not cues.ASKS.search(scene.text(reply))
        and not cues.ME_TOO.search(scene.text(reply))
        for reply in room.guessed.get(asked.id, ())
    )
