"""Suggestions: offered, decided once, and the ledger the gate reads."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, RowMapping, and_, case, func, or_, select, update

from community.review import Ledger, Subject
from community.store.engine import Tx
from community.store.once import insert_once
from community.store.reasons import (
    alternative_of,
    alternative_row,
    check_of,
    check_row,
    why_of,
    why_row,
)
from community.store.reviews import reviews_since
from community.store.tables import suggestions as suggestion_table
from community.suggestion import (
    ASKED,
    Audience,
    Lane,
    Speaker,
    Suggestion,
    SuggestionState,
    Usage,
    Why,
)

_table = suggestion_table.c
_PLAIN = (
    "community_id",
    "zone_id",
    "key",
    "move",
    "speaker_id",
    "to_id",
    "text",
    "language",
    "confidence",
    "from_history",
    "created_at",
    "due_at",
    "expires_at",
    "snoozed_until",
    "engine",
    "prompt_version",
)
LEDGER_DAYS = 30
ASKED_DAYS = 90
"""Questions to the group are remembered longer, so that none comes back within a season."""


def _suggestion(row: RowMapping) -> Suggestion:
    return Suggestion(
        id=row["id"],
        **{name: row[name] for name in _PLAIN},
        lane=Lane(row["lane"]),
        audience=Audience(row["audience"]),
        speaker=Speaker(row["speaker"]),
        anchor_ids=tuple(row["anchor_ids"]),
        why=why_of(row["why"]),
        checks=tuple(check_of(check) for check in row["checks"]),
        state=SuggestionState(row["state"]),
        usage=Usage(tokens_in=row["tokens_in"], tokens_out=row["tokens_out"]),
        alternatives=tuple(alternative_of(each) for each in row["alternatives"] or ()),
    )


def _values(new: Suggestion) -> dict[str, object]:
    return {
        **{name: getattr(new, name) for name in _PLAIN},
        "lane": new.lane.value,
        "audience": new.audience.value,
        "speaker": new.speaker.value,
        "anchor_ids": list(new.anchor_ids),
        "why": why_row(new.why),
        "checks": [check_row(check) for check in new.checks],
        "state": new.state.value,
        "tokens_in": new.usage.tokens_in,
        "tokens_out": new.usage.tokens_out,
        "alternatives": [alternative_row(each) for each in new.alternatives],
    }


async def insert_suggestion(tx: Tx, new: Suggestion) -> Suggestion | None:
    """Keep a suggestion; None where the same move on the same anchor was offered before."""
    kept = await insert_once(tx, suggestion_table, _values(new))
    return None if kept is None else replace(new, id=kept)


async def suggestion(tx: Tx, suggestion_id: int) -> Suggestion | None:
    """The suggestion with this id."""
    found = await tx.execute(select(suggestion_table).where(_table.id == suggestion_id))
    row = found.mappings().one_or_none()
    return None if row is None else _suggestion(row)


async def anchors_of(tx: Tx, suggestion_ids: Collection[int]) -> dict[int, tuple[int, ...]]:
    """The ids of the messages that each of these suggestions answers."""
    statement = select(_table.id, _table.anchor_ids).where(_table.id.in_(suggestion_ids))
    return {row.id: tuple(row.anchor_ids) for row in await tx.execute(statement)}


async def suggestions_in(
    tx: Tx, community_id: int, state: SuggestionState, *, limit: int = 200
) -> tuple[Suggestion, ...]:
    """The suggestions in one state: by lane, then the soonest due, then the newest."""
    lanes = case(*((_table.lane == lane.value, rank) for rank, lane in enumerate(Lane)))
    statement = (
        select(suggestion_table)
        .where(_table.community_id == community_id, _table.state == state.value)
        .order_by(lanes, _table.due_at.is_(None), _table.due_at, _table.created_at.desc())
        .order_by(_table.id.desc())
        .limit(limit)
    )
    return tuple(_suggestion(row) for row in (await tx.execute(statement)).mappings())


async def suggestions_to(tx: Tx, member_id: int) -> tuple[Suggestion, ...]:
    """Every draft for one member, whatever became of it, oldest first."""
    statement = select(suggestion_table).where(_table.to_id == member_id).order_by(_table.id)
    return tuple(_suggestion(row) for row in (await tx.execute(statement)).mappings())


async def set_why(tx: Tx, suggestion_id: int, why: Why) -> None:
    """Keep another reason for a suggestion."""
    await tx.execute(
        update(suggestion_table).where(_table.id == suggestion_id).values(why=why_row(why))
    )


async def counts_by_state(tx: Tx, community_id: int) -> Mapping[str, int]:
    """How many suggestions a community has in each state; every state is named."""
    statement = (
        select(_table.state, func.count().label("many"))
        .where(_table.community_id == community_id)
        .group_by(_table.state)
    )
    found = {row.state: row.many for row in await tx.execute(statement)}
    return {state.value: found.get(state.value, 0) for state in SuggestionState}


async def set_state(
    tx: Tx,
    suggestion_id: int,
    *,
    was: SuggestionState,
    to: SuggestionState,
    snoozed_until: datetime | None = None,
) -> bool:
    """Move a suggestion from one state to another; False where it is no longer in the first."""
    changed = await tx.execute(
        update(suggestion_table)
        .where(_table.id == suggestion_id, _table.state == was.value)
        .values(state=to.value, snoozed_until=snoozed_until)
    )
    return changed.rowcount > 0


async def wake(tx: Tx, now: datetime) -> tuple[Suggestion, ...]:
    """Offer again what was snoozed until now or earlier."""
    return await _move(
        tx,
        SuggestionState.OFFERED,
        _table.state == SuggestionState.SNOOZED.value,
        _table.snoozed_until <= now,
    )


async def expire(tx: Tx, now: datetime) -> tuple[Suggestion, ...]:
    """Let go of what nobody decided while it still made sense."""
    return await _move(
        tx,
        SuggestionState.EXPIRED,
        _table.state == SuggestionState.OFFERED.value,
        _table.expires_at <= now,
    )


async def _move(
    tx: Tx, to: SuggestionState, *conditions: ColumnElement[bool]
) -> tuple[Suggestion, ...]:
    found = await tx.execute(select(suggestion_table).where(*conditions))
    moved = tuple(_suggestion(row) for row in found.mappings())
    await tx.execute(
        update(suggestion_table)
        .where(_table.id.in_([each.id for each in moved]))
        .values(state=to.value, snoozed_until=None)
    )
    return tuple(replace(each, state=to, snoozed_until=None) for each in moved)


async def ledger(tx: Tx, community_id: int, *, now: datetime, days: int = LEDGER_DAYS) -> Ledger:
    """What was offered and decided in the days before `now`, oldest first; nothing later.

    Questions to the group are kept for 90 days, all else for `days`.
    """
    since = now - timedelta(days=days)
    season = now - timedelta(days=ASKED_DAYS)
    statement = (
        select(suggestion_table)
        .where(
            _table.community_id == community_id,
            or_(
                _table.created_at >= since,
                and_(_table.created_at >= season, _table.move.in_(ASKED)),
            ),
            _table.created_at <= now,
        )
        .order_by(_table.created_at, _table.id)
    )
    rows = await tx.execute(statement)
    return Ledger(
        suggestions=tuple(_suggestion(row) for row in rows.mappings()),
        reviews=await reviews_since(
            tx, community_id, subject=Subject.SUGGESTION, since=since, until=now
        ),
    )
