"""What would have been worth saying in the last days of a history, and still is. Pure.

Imported history raises no obligations. Still, who brings it wants to see what Simmer would have
done: the gate steps through the last days without the future, and what has since been answered,
or belonged to that hour alone, is left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from agent.decide import linked
from agent.gate_settings import GateSettings
from agent.listening.pace import SURE
from agent.moves.catalogue import MOVES
from agent.replay import placeholder, remembered, replay
from community.conversation import Message, Talk
from community.review import Ledger
from community.suggestion import Audience, Candidate, Lane

BACK = timedelta(days=21)
"""How far back a question nobody answered, or a talk worth keeping, is looked for [D]."""
RECENT = timedelta(days=14)
"""How far back a draft for everybody to read may reach [D]: an older topic is over."""
FRESH = timedelta(hours=24)
"""A danger or a quarrel older than this is not stirred up again [D]."""
MOST_MESSAGES = 800
"""Messages that are stepped through at most: the last ones of a busy room."""
STEPS = (timedelta(minutes=1), timedelta(minutes=61))
"""Looks after each message: at once, and when it should have been answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instant:
    """A moment at which a draft was due, and what had been offered until then."""

    at: datetime
    candidate: Candidate
    ledger: Ledger


def instants(
    talk: Talk, now: datetime, settings: GateSettings, ledger: Ledger | None = None
) -> tuple[Instant, ...]:
    """Moments of the last weeks whose drafts still make sense: what is owed first, then latest."""
    whole = linked(talk)
    found = _decided(whole, now, settings, ledger or Ledger())
    kept = [one for one in found if _stands(one, whole, now)]
    kept.sort(key=lambda one: (one.candidate.lane is not Lane.OBLIGATION, now - one.at))
    return tuple(kept[: settings.history_drafts])


def _decided(
    talk: Talk, now: datetime, settings: GateSettings, ledger: Ledger
) -> Iterator[Instant]:
    for look in replay(talk, _looks(talk.messages, now), ledger=ledger, settings=settings):
        if look.candidate is None:
            continue
        yield Instant(at=look.at, candidate=look.candidate, ledger=ledger)
        ledger = remembered(ledger, placeholder(look.candidate, talk, look.at), look.at)


def _looks(messages: Sequence[Message], now: datetime) -> list[datetime]:
    recent = [said for said in messages[-MOST_MESSAGES:] if said.at >= now - BACK]
    steps = {said.at + step for said in recent for step in STEPS}
    return [*sorted(at for at in steps if at <= now), now]


def _stands(one: Instant, talk: Talk, now: datetime) -> bool:
    """A danger while it is fresh, a debt while nobody has met it, the rest as it is."""
    lane = one.candidate.lane
    if lane is Lane.SAFETY:
        return one.at >= now - FRESH
    if lane in (Lane.OBLIGATION, Lane.MENTION) and one.candidate.anchor_ids:
        return not _answered(one.candidate.anchor_ids[0], talk)
    is_public = MOVES[one.candidate.move].audience is Audience.PUBLIC
    return not is_public or one.at >= now - RECENT


def _answered(message_id: int, talk: Talk) -> bool:
    authors = {said.id: said.author_id for said in talk.messages}
    return any(
        link.parent_id == message_id
        and link.confidence >= SURE
        and authors.get(link.message_id) != authors.get(message_id)
        for link in talk.links.values()
    )
