"""A pain point a facilitator picks becomes a question to the group, as a draft like any other."""

import asyncio
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from agent.decide import linked
from agent.gate_settings import settings_of
from agent.graphs.facilitate import word_move
from agent.hours import awake_at
from agent.moves.catalogue import MOVES
from agent.replay import WINDOW
from community.errors import Conflict, NotFound
from community.pains import Pain
from community.people import Community, Role
from community.store import communities, members, messages
from community.store.suggestions import ledger
from community.suggestion import Candidate, Suggestion, Why
from server.deps import Deps

BY_EXPERT, BY_HOST = "provoke", "low_cost_q"
"""An expert puts a question people differ about in their own name; a host one for a letter."""


async def ask_about(deps: Deps, home: Community, pain: Pain, now: datetime) -> Suggestion:
    """The first of these moves that finds words that hold; Conflict where none does.

    Somebody asked for it, so it is worded as for the next open hour, whatever the hour is now.
    """
    async with deps.store.read() as tx:
        told = await messages.messages_by_id(tx, pain.message_ids)
        if not told:
            raise NotFound("pain_without_words")
        zone_id = max(told.values(), key=lambda each: each.at).zone_id
        zone = await communities.zone(tx, zone_id)
        heard = await messages.talk(tx, zone_id, now=now, days=WINDOW.days)
        past = await ledger(tx, home.id, now=now)
        everyone = await members.members(tx, home.id)
    assert zone is not None
    whole = await asyncio.to_thread(linked, replace(heard, pains=(pain,)))
    context = (await deps.thinking()).context(home)
    expert = any(each.role is Role.EXPERT and each.left_at is None for each in everyone)
    gate = settings_of(home.settings)
    awake = awake_at(gate, now, home.timezone)
    for move in (BY_EXPERT, BY_HOST) if expert else (BY_HOST,):
        look = await word_move(whole, past, awake, context, _candidate(move, pain, told.keys()))
        if look.suggestion is not None:
            return replace(look.suggestion, created_at=now)
    raise Conflict("pain_no_words")


def _candidate(move: str, pain: Pain, known: Collection[int]) -> Candidate:
    anchors = tuple(each for each in reversed(pain.message_ids) if each in known)
    return Candidate(
        move=move,
        lane=MOVES[move].lane,
        anchor_ids=anchors[:1],
        value=MOVES[move].value,
        confidence=1.0,
        cost=0.0,
        why=Why(code="asked_about", facts={"words": pain.said}),
    )
