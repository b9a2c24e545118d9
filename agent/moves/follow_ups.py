"""Follow-ups: one small question back, praise that names what, and people put in touch."""

from collections.abc import Iterator

from agent.listening.signal import SignalKind
from agent.listening.signals_answers import answered
from agent.moves.debts import was_grave
from agent.moves.knowledge import WEIGHED_WITHIN
from agent.moves.mismatches import when_it_failed_elsewhere
from agent.moves.moment import Moment, minutes
from agent.moves.move import Chance, Move, chance
from agent.moves.praising import (
    PEERS_FIRST,
    PRESENT,
    SHARE_FIRST,
    TOUCHY,
    is_telling,
    when_result_goes_unpraised,
    when_to_be_seen,
)
from community.suggestion import Audience, Lane

REPEATED = 3.0
"""Minutes of calm where they asked and heard the claim once more."""


def when_abstract(moment: Moment) -> Iterator[Chance]:
    """Abstract advice that stands alone: ask for the last time it happened."""
    yield from _claims(moment, SignalKind.ABSTRACT_ADVICE)


def when_bare(moment: Moment) -> Iterator[Chance]:
    """A claim without a reason that stands alone, or a proposal all took before it was weighed."""
    yield from _claims(moment, SignalKind.BARE_CLAIM)
    yield from _too_early(moment)


def _too_early(moment: Moment) -> Iterator[Chance]:
    """A yes of three at once, in a room that has gone quiet on it."""
    if moment.still_minutes < PEERS_FIRST or moment.hears(*TOUCHY):
        return
    for signal in moment.of(SignalKind.EARLY_CONSENSUS):
        said = moment.by_id[signal.message_ids[0]]
        if not moment.heard.is_staff(said) and minutes(said.at, moment.now) <= WEIGHED_WITHIN:
            yield chance(signal, anchors=(said.id,), why="press_reason_early")


def _claims(moment: Moment, kind: SignalKind) -> Iterator[Chance]:
    if moment.hears(*TOUCHY, SignalKind.LEAVING, SignalKind.PUT_DOWN):
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
    if moment.still_minutes < SHARE_FIRST or moment.hears(*TOUCHY):
        return
    for message in moment.within(minutes=PRESENT):
        told_one = moment.heard.names_in(message) or answered(moment.heard, message)
        if is_telling(moment, message) and not told_one:
            waited = round(minutes(message.at, moment.now))
            yield Chance(anchor_ids=(message.id,), confidence=0.75, facts={"minutes": waited})


def when_a_try_was_promised(moment: Moment) -> Iterator[Chance]:
    """Somebody said a week ago that they would try it and has not told what came of it."""
    if moment.still_minutes < PRESENT or moment.hears(*TOUCHY):
        return
    if was_grave(moment):
        return
    for signal in moment.of(SignalKind.PROMISE_OPEN):
        yield chance(signal, anchors=signal.message_ids[:1], to=signal.member_id)


def when_two_say_alike(moment: Moment) -> Iterator[Chance]:
    """Two members told of the same thing today in separate talks, and nobody tied them together."""
    if moment.still_minutes < PRESENT or moment.hears(*TOUCHY):
        return
    for signal in moment.of(SignalKind.ALIKE):
        later, earlier = (moment.by_id[each] for each in signal.message_ids[:2])
        replies = (*moment.heard.answers(earlier), *moment.heard.answers(later))
        if all(reply.author_id in signal.member_ids for reply in replies):
            yield Chance(
                anchor_ids=(later.id, earlier.id),
                confidence=0.65,
                facts={"names": moment.names_of(later, earlier)},
            )


def when_to_relate(moment: Moment) -> Iterator[Chance]:
    """Two told of the same thing, or what worked for one failed for another."""
    yield from when_it_failed_elsewhere(moment)
    yield from when_two_say_alike(moment)


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
