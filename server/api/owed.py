"""A debt as the pages show it: the words that wait, who has it, its clock, what became of it."""

from collections.abc import Collection, Mapping
from datetime import datetime

from pydantic import BaseModel

from community.conversation import Message
from community.obligation import (
    BEFORE_US,
    CHANGED,
    PERHAPS,
    RECALLED,
    DebtKind,
    DebtState,
    Obligation,
)
from community.people import Member, Zone
from community.store import Tx, communities, members, messages
from community.store.suggestions import suggestions_in
from community.suggestion import SuggestionState
from server.locales import sentence

EXCERPT = 280
"""Characters of the words that are shown."""
CODES = frozenset(
    {BEFORE_US, CHANGED, PERHAPS, RECALLED, "withdrawn", "opted_out", "advert", "chain"}
)
"""Reasons Simmer gives; all others are a person's own words."""


class HolderOut(BaseModel):
    """A member by name."""

    id: int
    name: str


class OwedZoneOut(BaseModel):
    """The room it waits in."""

    id: int
    key: str
    name: str


class ObligationOut(BaseModel):
    """One debt.

    `due_at` is what a countdown runs to; `unsure` says that a guessed reply may have met it.
    `suggestion_id` is the open draft for the same message. Words of who opted out, and what was
    recalled, are not shown.
    """

    id: int
    kind: DebtKind
    state: DebtState
    message_id: int
    author: str | None
    text: str
    said_at: datetime
    zone: OwedZoneOut
    owner: HolderOut | None
    opened_at: datetime
    due_at: datetime
    lapses_at: datetime
    escalated_at: datetime | None
    closed_at: datetime | None
    met_by: str | None
    met_message_id: int | None
    reason: str | None
    by_hand: bool
    unsure: bool
    suggestion_id: int | None


def person(member: Member | None) -> HolderOut | None:
    """A member by name, None for nobody."""
    return None if member is None else HolderOut(id=member.id, name=member.name)


async def shown_debts(
    tx: Tx, community_id: int, found: Collection[Obligation], language: str
) -> list[ObligationOut]:
    """Debts with what a person needs to act on them; one whose message is gone is left out."""
    people = {each.id: each for each in await members.members(tx, community_id)}
    zones = {each.id: each for each in await communities.zones(tx, community_id)}
    said = await messages.messages_by_id(tx, tuple({each.message_id for each in found}))
    drafts = await _drafts(tx, community_id)
    return [
        _out(each, said[each.message_id], zones[each.zone_id], people, drafts, language)
        for each in found
        if each.message_id in said
    ]


async def _drafts(tx: Tx, community_id: int) -> dict[int, int]:
    """The open draft of each message that has one."""
    offered = await suggestions_in(tx, community_id, SuggestionState.OFFERED)
    return {each.anchor_ids[0]: each.id for each in reversed(offered) if each.anchor_ids}


def _out(
    each: Obligation,
    said: Message,
    zone: Zone,
    people: Mapping[int, Member],
    drafts: Mapping[int, int],
    language: str,
) -> ObligationOut:
    author = people.get(said.author_id or 0)
    quiet = said.recalled_at is not None or (author is not None and author.opted_out)
    met_by = people.get(each.met_by_id or 0)
    return ObligationOut(
        id=each.id,
        kind=each.kind,
        state=each.state,
        message_id=said.id,
        author=None if author is None or author.opted_out else author.name,
        text="" if quiet else said.text[:EXCERPT],
        said_at=said.at,
        zone=OwedZoneOut(id=zone.id, key=zone.key, name=zone.name),
        owner=person(people.get(each.owner_id or 0)),
        opened_at=each.opened_at,
        due_at=each.due_at,
        lapses_at=each.lapses_at,
        escalated_at=each.escalated_at,
        closed_at=each.closed_at,
        met_by=met_by.name if met_by else None,
        met_message_id=each.met_message_id,
        reason=_reason(each, language),
        by_hand=each.closed_by_id is not None,
        unsure=each.unsure,
        suggestion_id=drafts.get(said.id),
    )


def _reason(each: Obligation, language: str) -> str | None:
    if each.reason in CODES and each.closed_by_id is None:
        return sentence(language, f"owed.reason.{each.reason}", {})
    return each.reason
