"""Being seen: a result praised, a quiet one or one who is back taken up, in turn and not twice."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from agent.listening import cues
from agent.listening.asking import is_question
from agent.listening.contribution_cues import CHATTER
from agent.listening.contributions import is_result
from agent.listening.signal import SignalKind
from agent.listening.signals_answers import answered, is_share
from agent.listening.words import words
from agent.moves.debts import talked_on
from agent.moves.mismatches import failed
from agent.moves.moment import Moment, minutes
from agent.moves.move import Chance
from community.conversation import Message

PEERS_FIRST = 8.0
"""Minutes that peers have before anything is asked back."""
SHARE_FIRST = 12.0
"""Minutes that peers have before a share is taken up."""
PRESENT = 30.0
"""Minutes an author is taken to be still here."""
PRAISED_WITHIN = 300.0
"""Minutes after which praise for a result comes too late."""
RARE = 3
"""Messages in four weeks up to which somebody hardly speaks."""
KNOWN_DAYS = 7
"""Days in the room after which somebody is no newcomer."""
ALIKE_LEAST = 5
"""Content words from which a message tells something."""
SEEN = frozenset({"praise", "be_seen"})
A_DAY = timedelta(hours=27)
"""Somebody praised for words of so lately was praised within a day: praise waits three hours."""
WATCHED = timedelta(days=28)
SURE_OF = 0.7
SHARED = 0.08
"""What each praise of four weeks takes from the next: after two, praise goes to others first."""
TOUCHY = (SignalKind.GRIEF, SignalKind.DISTRESS, SignalKind.ILLNESS, SignalKind.CONFLICT)


def when_somebody_is_back(moment: Moment) -> Iterator[Chance]:
    """Somebody silent for two weeks and more spoke again, and nobody took it up."""
    if moment.still_minutes < SHARE_FIRST or moment.hears(*TOUCHY):
        return
    for signal in moment.of(SignalKind.RETURN):
        said = moment.by_id[signal.message_ids[0]]
        waited = minutes(said.at, moment.now)
        told = len(words(moment.heard.text(said))) >= ALIKE_LEAST
        if not told or not SHARE_FIRST <= waited <= PRAISED_WITHIN:
            continue
        asks = is_question(moment.heard, said)
        if not asks and not answered(moment.heard, said) and not talked_on(moment, said.id):
            facts = {**signal.facts, "minutes": round(waited)}
            back = Chance(anchor_ids=signal.message_ids, facts=facts, why="be_seen_back")
            yield from _in_turn(moment, said, back)


def when_to_be_seen(moment: Moment) -> Iterator[Chance]:
    """A quiet one who told something of their own, or one who is back."""
    yield from when_a_quiet_one_speaks(moment)
    yield from when_somebody_is_back(moment)


def when_result_goes_unpraised(moment: Moment) -> Iterator[Chance]:
    """Somebody reports what came of it, half an hour passed, and nobody said well done.

    Who kept a promise is owed more than a smile or a single word.
    """
    kept = {signal.message_ids[0] for signal in moment.of(SignalKind.PROMISE_KEPT)}
    told = {
        signal.message_ids[0]: None for signal in moment.of(SignalKind.OUTCOME)
    } | dict.fromkeys(kept)
    for said in (moment.by_id[each] for each in told):
        waited = minutes(said.at, moment.now)
        if not PRESENT <= waited <= PRAISED_WITHIN or moment.heard.is_staff(said):
            continue
        seen = _is_cheered(moment, said) if said.id in kept else _is_seen(moment, said)
        tells = said.id in kept or is_telling(moment, said)
        if not seen and tells and moment.still_minutes >= PEERS_FIRST and not failed(moment, said):
            facts = {"minutes": round(waited)}
            yield from _in_turn(moment, said, Chance(anchor_ids=(said.id,), facts=facts))


def _is_seen(moment: Moment, said: Message) -> bool:
    """Whether anybody took it up, by a touch, a word, or by going on around it."""
    touched = bool(moment.heard.reacted.get(said.id))
    return touched or answered(moment.heard, said) or talked_on(moment, said.id)


def _is_cheered(moment: Moment, said: Message) -> bool:
    """Whether somebody said more to it than a word or a joke."""
    texts = [moment.heard.text(each) for each in moment.heard.answers(said)]
    return talked_on(moment, said.id) or any(
        len(words(text)) >= ALIKE_LEAST and not cues.LAUGHS.search(text) for text in texts
    )


def _in_turn(moment: Moment, said: Message, chance_of: Chance) -> Iterator[Chance]:
    """The chance as sure as it is this member's turn to be seen: never twice a day.

    Each time their words were brought up in four weeks makes it less sure, so that praise comes
    to those who had none.
    """
    before = [
        each
        for anchor, moves in moment.told.items()
        if (each := moment.by_id.get(anchor)) is not None
        and each.author_id == said.author_id
        and SEEN & set(moves)
        and each.at > moment.now - WATCHED
    ]
    if all(each.at <= moment.now - A_DAY for each in before):
        yield replace(chance_of, confidence=SURE_OF - SHARED * len(before))


def when_a_quiet_one_speaks(moment: Moment) -> Iterator[Chance]:
    """Somebody who hardly speaks told something of their own and nobody took it up."""
    for message in moment.within(minutes=120):
        waited = minutes(message.at, moment.now)
        if waited < SHARE_FIRST or moment.still_minutes < SHARE_FIRST:
            continue
        own = [each for each in moment.heard.spoken if each.author_id == message.author_id]
        known = own[0].at <= message.at - timedelta(days=KNOWN_DAYS)
        tells = bool(cues.OUTCOME.search(moment.heard.text(message))) and is_telling(
            moment, message
        )
        if known and len(own) <= RARE and tells and not answered(moment.heard, message):
            facts = {"minutes": round(waited), "messages": len(own)}
            anchors = (message.id, own[0].id)
            yield from _in_turn(moment, message, Chance(anchor_ids=anchors, facts=facts))


def is_telling(moment: Moment, message: Message) -> bool:
    """A member's own way, case or result told to all; no question, no notice."""
    text = moment.heard.text(message)
    asks = is_question(moment.heard, message) or cues.INJECTS.search(text)
    if asks or moment.heard.is_staff(message):
        return False
    if CHATTER.search(text) and not any(sign.isdigit() for sign in text):
        return False
    reports = len(words(text)) >= ALIKE_LEAST and is_result(moment.heard, message)
    return reports or (not moment.heard.names_in(message) and is_share(moment.heard, message))
