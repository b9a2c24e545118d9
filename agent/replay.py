"""A history through the same gate, look by look, without the future."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from agent.decide import Decided, decide, decide_here
from agent.gate_settings import GateSettings, settings_of
from agent.ledger import OCCASION
from agent.listening.following import AHEAD
from agent.listening.room.room import Room
from agent.listening.scene import Scene
from agent.listening.threads import GUESSED, link_messages
from agent.moves.catalogue import MOVES
from community.conversation import Talk
from community.review import Ledger
from community.suggestion import ASKED, Candidate, Suggestion, SuggestionState

WINDOW = timedelta(days=42)
"""How far back a look remembers what was said."""
REMEMBERED = timedelta(days=30)
"""How far back it remembers what it offered."""
SEASON = timedelta(days=90)
"""How long a question to the group is remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """One look of a replay."""

    at: datetime
    decided: Decided

    @property
    def candidate(self) -> Candidate | None:
        """What the gate chose, None for silence."""
        return self.decided.choice.candidate


def replay(
    talk: Talk,
    looks: Iterable[datetime],
    *,
    ledger: Ledger | None = None,
    settings: GateSettings | None = None,
) -> Iterator[Replayed]:
    """Decide at each instant, in order; what an earlier look chose counts as offered, once.

    The room is kept from look to look, so that each costs what was said since.
    """
    whole = linked_as_it_came(talk)
    kept = ledger or Ledger()
    chosen = settings or settings_of(talk.community.settings)
    for scene in scenes(whole, looks):
        decided = decide_here(scene, kept, chosen)
        yield Replayed(at=scene.now, decided=decided)
        if decided.choice.candidate is not None:
            offer = placeholder(decided.choice.candidate, scene.talk, scene.now)
            kept = remembered(kept, offer, scene.now)


def linked_as_it_came(talk: Talk) -> Talk:
    """The talk with a link for every message, each judged by what had been said before it.

    A look of the product may judge the last minutes again with what followed; here a link is what
    was known when the message came, so that nothing of the future is in any look.
    """
    if all(message.id in talk.links for message in talk.messages):
        return talk
    found = link_messages(talk.messages, talk.members.values(), talk.links, ahead=False)
    return replace(talk, links={link.message_id: link for link in found})


def as_known_then(talk: Talk) -> Talk:
    """A talk that was read from the store, without what its last links owe to later messages.

    A kept guess may have been judged with the messages that followed: those it could see are
    judged once more by what came before.
    """
    late = {message.id for message in talk.messages[-AHEAD:]}
    links = {
        key: link for key, link in talk.links.items() if key not in late or link.by not in GUESSED
    }
    return linked_as_it_came(replace(talk, links=links))


def look_again_at(talk: Talk, ledger: Ledger, at: datetime) -> Decided:
    """What the gate would have decided at an instant: the same gate, and nothing of later.

    What was drafted before and decided by a person since counts as open then.
    """
    decided = {each.subject_id for each in ledger.reviews if each.at <= at}
    offers = tuple(
        each if each.id in decided else replace(each, state=SuggestionState.OFFERED)
        for each in ledger.suggestions
    )
    return decide(as_known_then(talk), replace(ledger, suggestions=offers), at)


def scenes(talk: Talk, looks: Iterable[datetime]) -> Iterator[Scene]:
    """The room as it was known at each instant, in order; every message of it has its link.

    Nothing said later is foreseen, and what is older than six weeks is forgotten.
    """
    room = Room(replace(talk, messages=(), reactions=(), links={}))
    said, reacted = deque(talk.messages), deque(sorted(talk.reactions, key=lambda each: each.at))
    for at in looks:
        while said and said[0].at <= at:
            message = said.popleft()
            room.hear(message, talk.links.get(message.id))
        while reacted and reacted[0].at <= at:
            room.react(reacted.popleft())
        room.forget_before(at - WINDOW)
        yield room.scene(at)


def remembered(ledger: Ledger, offer: Suggestion, at: datetime) -> Ledger:
    """The ledger with one more offer; older than 30 days is forgotten, questions after 90."""
    offers = (
        each
        for each in ledger.suggestions
        if each.created_at > at - (SEASON if each.move in ASKED else REMEMBERED)
    )
    return replace(ledger, suggestions=(*offers, offer))


def placeholder(candidate: Candidate, talk: Talk, at: datetime) -> Suggestion:
    """The offer a candidate stands for, before anybody worded it."""
    move = MOVES[candidate.move]
    return Suggestion(
        id=0,
        community_id=talk.community.id,
        zone_id=talk.zone.id,
        key=key_of(candidate),
        move=candidate.move,
        lane=candidate.lane,
        audience=move.audience,
        speaker=move.speaker,
        text="",
        language=talk.community.language,
        anchor_ids=candidate.anchor_ids,
        why=candidate.why,
        confidence=candidate.confidence,
        created_at=at,
        to_id=candidate.to_id,
        expires_at=at + timedelta(hours=move.due_hours),
    )


def key_of(candidate: Candidate) -> str:
    """Stable for a move on an anchor (or a member, a day), so that a replay offers it once."""
    anchor = candidate.anchor_ids[0] if candidate.anchor_ids else f"member {candidate.to_id}"
    on = candidate.why.facts.get(OCCASION)
    return f"{candidate.move}:{anchor}" if on is None else f"{candidate.move}:{anchor}:{on}"
