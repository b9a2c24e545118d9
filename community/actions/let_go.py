"""Drafts whose reason a person took away leave the queue, and come back when it is given back."""

import re
from collections.abc import Collection
from datetime import datetime

from community.store import suggestions
from community.store.engine import Tx
from community.suggestion import Lane, Suggestion, SuggestionState, Why

MANY = 500
WAITING = (SuggestionState.OFFERED, SuggestionState.SNOOZED)
_RELAY = re.compile(r"relay:(\d+)(?::|$)")


async def let_drafts_go(tx: Tx, *, community_id: int, message_id: int) -> tuple[Suggestion, ...]:
    """Let go of every open draft that answers this message first; a danger stays."""
    waiting = [each for state in WAITING for each in await _on(tx, community_id, message_id, state)]
    gone = [each for each in waiting if each.lane is not Lane.SAFETY]
    for draft in gone:
        await suggestions.set_state(tx, draft.id, was=draft.state, to=SuggestionState.EXPIRED)
    return tuple(gone)


async def let_relays_go(
    tx: Tx, *, community_id: int, question_ids: Collection[int]
) -> tuple[Suggestion, ...]:
    """Let go of every open draft that brings one of these questions on, with the reason."""
    gone: list[Suggestion] = []
    for state in WAITING:
        for draft in await suggestions.suggestions_in(tx, community_id, state, limit=MANY):
            found = _RELAY.match(draft.key)
            if found is not None and int(found[1]) in question_ids:
                await suggestions.set_state(tx, draft.id, was=state, to=SuggestionState.EXPIRED)
                await suggestions.set_why(tx, draft.id, Why(code="relayed_answered"))
                gone.append(draft)
    return tuple(gone)


async def bring_drafts_back(
    tx: Tx, *, community_id: int, message_id: int, at: datetime
) -> tuple[Suggestion, ...]:
    """Offer again what was let go before its time was over."""
    expired = await _on(tx, community_id, message_id, SuggestionState.EXPIRED)
    back = [each for each in expired if each.expires_at is None or each.expires_at > at]
    for draft in back:
        await suggestions.set_state(tx, draft.id, was=draft.state, to=SuggestionState.OFFERED)
    return tuple(back)


async def _on(
    tx: Tx, community_id: int, message_id: int, state: SuggestionState
) -> tuple[Suggestion, ...]:
    found = await suggestions.suggestions_in(tx, community_id, state, limit=MANY)
    return tuple(each for each in found if each.anchor_ids[:1] == (message_id,))
