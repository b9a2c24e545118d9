"""Follow-ups: one small question back, praise that names what, and people put in touch."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from agent.listening import cues
from agent.listening.asking import is_question
from agent.listening.contributions import is_result
from agent.listening.signal import SignalKind
from agent.listening.signals_answers import answered, is_share
from agent.listening.words import words
from agent.moves.debts import talked_on
from agent.moves.knowledge import WEIGHED_WITHIN
from agent.moves.mismatches import failed, when_it_failed_elsewhere
from agent.moves.moment import Moment, minutes
from agent.moves.move import Chance, Move
from agent.moves.safety import chance
from community.conversation import Message
from community.suggestion import Audience, Lane

PEERS_FIRST = 8.0
"""Minutes that peers have before anything is asked back."""
REPEATED = 3.0
"""The same where they asked and heard the claim once more."""
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


def when_abstract(moment: Moment) -> Iterator[Chance]:
    """Abstract advice that stands alone: ask for the last time it happened."""
    yield from _claims(moment, SignalKind.ABSTRACT_ADVICE)


def when_bare(moment: Moment) -> Iterator[Chance]:
    """A claim without a reason that stands alone, or a proposal all took before it was weighed."""
    yield from _claims(moment, SignalKind.BARE_CLAIM)
    yield from _too_early(moment)


def _too_early(moment: Moment) -> Iterator[Chance]:
    """A yes of three at once, in a room that has gone quiet on it."""
    if moment.still_minutes < PEERS_FIRST or any(moment.of(each) for each in TOUCHY):
        return
    for signal in moment.of(SignalKind.EARLY_CONSENSUS):
        said = moment.by_id[signal.message_ids[0]]
        if not moment.heard.is_staff(said) and minutes(said.at, moment.now) <= WEIGHED_WITHIN:
            yield Chance(
                anchor_ids=signal.message_ids[:1],
                confidence=signal.confidence,
                facts=signal.facts,
                why="press_reason_early",
            )


def _claims(moment: Moment, kind: SignalKind) -> Iterator[Chance]:
    if any(moment.of(each) for each in (*TOUCHY, SignalKind.LEAVING, SignalKind.PUT_DOWN)):
        return
    shared = {signal.message_ids[0] for signal in moment.of(SignalKind.AGREEMENT)}
    for signal in moment.of(kind):
        said = moment.by_id[signal.message_ids[0]]
        waited = minutes(said.at, moment.now)
        if said.id in shared:
            continue
        least = REPEATED if signal.facts.get("repeated") else PEERS_FIRST
        alone = moment.still_minutes >= least and signal.facts.get("opens_topic")
        if alone and waited <= PRESENT:
            yield chance(signal)


def when_share_stands_alone(moment: Moment) -> Iterator[Chance]:
    """A case or a result nobody took up yet, and its author is still here."""
    if moment.still_minutes < SHARE_FIRST or any(moment.of(kind) for kind in TOUCHY):
        return
    for message in moment.within(minutes=PRESENT):
        told_one = moment.heard.names_in(message) or answered(moment.heard, message)
        if _is_telling(moment, message) and not told_one:
            waited = round(minutes(message.at, moment.now))
            yield Chance(anchor_ids=(message.id,), confidence=0.75, facts={"minutes": waited})


def _is_telling(moment: Moment, message: Message) -> bool:
    """A member's own way, case or result told to all; no question, no notice."""
    text = moment.heard.text(message)
    asks = is_question(moment.heard, message) or cues.INJECTS.search(text)
    if asks or moment.heard.is_staff(message):
        return False
    reports = len(words(text)) >= ALIKE_LEAST and is_result(moment.heard, message)
    return reports or (not moment.heard.names_in(message) and is_share(moment.heard, message))


def when_somebody_is_back(moment: Moment) -> Iterator[Chance]:
    """Somebody silent for two weeks and more spoke again, and nobody took it up."""
    if moment.still_minutes < SHARE_FIRST or any(moment.of(kind) for kind in TOUCHY):
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
    """Somebody reports what came of it, half an hour passed, and nobody said well done."""
    for signal in moment.of(SignalKind.OUTCOME):
        said = moment.by_id[signal.message_ids[0]]
        waited = minutes(said.at, moment.now)
        if not PRESENT <= waited <= PRAISED_WITHIN or moment.heard.is_staff(said):
            continue
        seen = bool(moment.heard.reacted.get(said.id)) or answered(moment.heard, said)
        seen = seen or talked_on(moment, said.id)
        seen = seen or failed(moment, said)
        if not seen and _is_telling(moment, said) and moment.still_minutes >= PEERS_FIRST:
            facts = {"minutes": round(waited)}
            yield from _in_turn(moment, said, Chance(anchor_ids=signal.message_ids, facts=facts))


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
        tells = bool(cues.OUTCOME.search(moment.heard.text(message))) and _is_telling(
            moment, message
        )
        if known and len(own) <= RARE and tells and not answered(moment.heard, message):
            facts = {"minutes": round(waited), "messages": len(own)}
            anchors = (message.id, own[0].id)
            yield from _in_turn(moment, message, Chance(anchor_ids=anchors, facts=facts))


def when_a_try_was_promised(moment: Moment) -> Iterator[Chance]:
    """Somebody said a week ago that they would try it and has not told what came of it."""
    if moment.still_minutes < PRESENT or any(moment.of(kind) for kind in TOUCHY):
        return
    for signal in moment.of(SignalKind.PROMISE_OPEN):
        yield Chance(
            anchor_ids=signal.message_ids[:1],
            confidence=signal.confidence,
            facts=signal.facts,
            to_id=signal.member_ids[0] if signal.member_ids else None,
        )


def when_two_say_alike(moment: Moment) -> Iterator[Chance]:
    """Two members told of the same thing today in separate talks, and nobody tied them together."""
    if moment.still_minutes < PRESENT or any(moment.of(kind) for kind in TOUCHY):
        return
    for signal in moment.of(SignalKind.ALIKE):
        later, earlier = (moment.by_id[each] for each in signal.message_ids[:2])
        replies = (*moment.heard.answers(earlier), *moment.heard.answers(later))
        if all(reply.author_id in signal.member_ids for reply in replies):
            yield Chance(
                anchor_ids=(later.id, earlier.id),
                confidence=0.65,
                facts={"names": _pair(moment, later, earlier)},
            )


def when_to_relate(moment: Moment) -> Iterator[Chance]:
    """Two told of the same thing, or what worked for one failed for another."""
    yield from when_it_failed_elsewhere(moment)
    yield from when_two_say_alike(moment)


def _pair(moment: Moment, *messages: Message) -> str:
    names = [moment.member(each) for each in messages]
    return "、".join(member.name for member in names if member and not member.opted_out)


MOVES = (
    Move(
        id="tried_it",
        lane=Lane.OBLIGATION,
        value=3.5,
        when=when_a_try_was_promised,
        audience=Audience.PRIVATE,
        length=80,
        checks=("PRIV", "ANCHOR", "Q1", "YESAND"),
        scope="member",
        rest_hours=336,
        due_hours=72,
    ),
    Move(
        id="be_seen",
        lane=Lane.OPPORTUNITY,
        value=3.5,
        when=when_to_be_seen,
        length=80,
        checks=("ANCHOR", "YESAND", "Q≤1"),
        due_hours=6,
        social=True,
    ),
    Move(
        id="say_more",
        lane=Lane.OPPORTUNITY,
        value=3.0,
        when=when_share_stands_alone,
        length=60,
        checks=("Q1", "ANCHOR", "YESAND", "LOW"),
        due_hours=2,
    ),
    Move(
        id="praise",
        lane=Lane.OPPORTUNITY,
        value=3.2,
        when=when_result_goes_unpraised,
        length=80,
        checks=("ANCHOR", "YESAND", "Q≤1"),
        due_hours=12,
        social=True,
    ),
    Move(
        id="press_example",
        lane=Lane.OPPORTUNITY,
        value=3.0,
        when=when_abstract,
        length=60,
        checks=("Q1", "ANCHOR", "YESAND", "LOW"),
        due_hours=2,
    ),
    Move(
        id="press_reason",
        lane=Lane.OPPORTUNITY,
        value=2.9,
        when=when_bare,
        length=60,
        checks=("Q1", "ANCHOR", "YESAND", "LOW"),
        due_hours=2,
    ),
    Move(
        id="relate",
        lane=Lane.OPPORTUNITY,
        value=3.0,
        when=when_to_relate,
        length=80,
        checks=("Q1", "ANCHOR", "YESAND"),
        due_hours=12,
    ),
)
