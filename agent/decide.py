"""One look without words: hear the room, weigh the moves, choose one or silence. Pure."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from agent.gate import Choice, choose
from agent.gate_settings import GateSettings, settings_of
from agent.ledger import Past, past_of
from agent.listening.scene import Scene, scene_of
from agent.listening.signal import Signal
from agent.listening.signals import NOTICING
from agent.listening.signals_answers import questions
from agent.listening.threads import link_anew
from agent.moves.catalogue import MOVES
from agent.moves.moment import Moment
from agent.moves.talked_over import talked_over
from agent.moves.waiting import patience_of, waiting
from community.conversation import Talk
from community.review import Ledger
from community.suggestion import Candidate

Known = Mapping[int, tuple[str, ...]]
"""What the library holds on a message, by its id."""
NOTHING: Known = MappingProxyType({})
HEARD = tuple(notice for notice in NOTICING if notice is not questions)
"""All that listening notices, but for questions: patience is the gate's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was heard and chosen at one instant."""

    moment: Moment
    past: Past
    choice: Choice


def decide(
    talk: Talk,
    ledger: Ledger,
    now: datetime,
    settings: GateSettings | None = None,
    known: Known = NOTHING,
) -> Decided:
    """The decision of the gate for this room at this instant; nothing later is read."""
    chosen = settings or settings_of(talk.community.settings)
    past = past_of(ledger, talk.zone.id, now, chosen)
    moment = hear(scene_of(linked(talk), (), now), past, chosen, known)
    return weigh(moment, past)


def decide_here(scene: Scene, ledger: Ledger, settings: GateSettings) -> Decided:
    """The same decision for a room that is kept message by message."""
    past = past_of(ledger, scene.talk.zone.id, scene.now, settings)
    return weigh(hear(scene, past, settings), past)


def weigh(moment: Moment, past: Past) -> Decided:
    """The choice among all that could be done at this moment."""
    return Decided(moment=moment, past=past, choice=choose(candidates(moment), moment, past, MOVES))


def linked(talk: Talk) -> Talk:
    """The talk with a link for every message: the new ones judged, the last guesses once more."""
    if all(message.id in talk.links for message in talk.messages):
        return talk
    return replace(talk, links=link_anew(talk.messages, talk.members.values(), talk.links))


def hear(scene: Scene, past: Past, settings: GateSettings, known: Known = NOTHING) -> Moment:
    """The room as it sounds at this instant."""
    patience = patience_of(scene, settings)
    asked = (*waiting(scene, patience), *talked_over(scene, patience))
    noticed = (*asked, *(each for notice in HEARD for each in notice(scene)))
    return Moment(
        heard=scene,
        signals=tuple(s for s in noticed if scene.talk.refused.isdisjoint(_firsts(s))),
        settings=settings,
        patience=patience,
        told=past.told,
        known=known,
    )


def _firsts(signal: Signal) -> Iterator[tuple[int, str]]:
    """Where a person's refusal of the signal would lie."""
    return ((message_id, signal.kind.value) for message_id in signal.message_ids[:1])


def candidates(moment: Moment) -> tuple[Candidate, ...]:
    """Every move that could be made now, in the order of the catalogue."""
    return tuple(found for move in MOVES.values() for found in move.candidates(moment))


def decide_again(decided: Decided, skipped: Collection[tuple[str, tuple[int, ...]]]) -> Decided:
    """The next best candidate of the same look, without those that found no words."""
    left = [
        each for each in candidates(decided.moment) if (each.move, each.anchor_ids) not in skipped
    ]
    return replace(decided, choice=choose(left, decided.moment, decided.past, MOVES))
