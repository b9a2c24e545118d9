"""One look without words: hear the room, weigh the moves, choose one or silence. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime

from agent.gate import Choice, choose
from agent.gate_settings import GateSettings, settings_of
from agent.ledger import Past, past_of
from agent.listening.scene import scene_of
from agent.listening.signals import NOTICING
from agent.listening.threads import link_messages
from agent.moves.catalogue import MOVES
from agent.moves.moment import Moment
from community.conversation import Talk
from community.review import Ledger
from community.suggestion import Candidate


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was heard and chosen at one instant."""

    moment: Moment
    past: Past
    choice: Choice


def decide(
    talk: Talk, ledger: Ledger, now: datetime, settings: GateSettings | None = None
) -> Decided:
    """The decision of the gate for this room at this instant; nothing later is read."""
    chosen = settings or settings_of(talk.community.settings)
    past = past_of(ledger, talk.zone.id, now, chosen)
    moment = hear(linked(talk), now, past, chosen)
    return Decided(moment=moment, past=past, choice=choose(candidates(moment), moment, past, MOVES))


def linked(talk: Talk) -> Talk:
    """The talk with a link for every message: what is kept stays, the rest is judged."""
    if all(message.id in talk.links for message in talk.messages):
        return talk
    links = link_messages(talk.messages, talk.members.values(), talk.links)
    return replace(talk, links={link.message_id: link for link in links})


def hear(talk: Talk, now: datetime, past: Past, settings: GateSettings) -> Moment:
    """The room as it sounds at this instant."""
    scene = scene_of(talk, (), now)
    signals = tuple(signal for notice in NOTICING for signal in notice(scene))
    return Moment(heard=scene, signals=signals, settings=settings, told=past.told)


def candidates(moment: Moment) -> tuple[Candidate, ...]:
    """Every move that could be made now, in the order of the catalogue."""
    return tuple(found for move in MOVES.values() for found in move.candidates(moment))
