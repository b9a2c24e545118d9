"""Tasks to begin a talk, with what became of the draft that asks for it."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import cast

from sqlalchemy import ColumnElement, RowMapping, insert, select, update

from community.seed import OPEN, Seed, SeedState
from community.store.engine import Tx
from community.store.tables import seeds as table
from community.store.tables import suggestions
from community.suggestion import SuggestionState

_t = table.c
_PLAIN = tuple(name for name in Seed.__dataclass_fields__ if name not in ("id", "state", "offered"))


def _seed(row: RowMapping) -> Seed:
    offered = row["offered"]
    return Seed(
        id=row["id"],
        **{name: row[name] for name in _PLAIN},
        state=SeedState(row["state"]),
        offered=None if offered is None else SuggestionState(offered),
    )


async def _found(tx: Tx, *conditions: ColumnElement[bool]) -> tuple[Seed, ...]:
    statement = (
        select(table, suggestions.c.state.label("offered"))
        .outerjoin(suggestions, suggestions.c.id == _t.suggestion_id)
        .where(*conditions)
        .order_by(_t.asked_at, _t.id)
    )
    return tuple(_seed(row) for row in (await tx.execute(statement)).mappings())


async def insert_seed(tx: Tx, new: Seed) -> Seed:
    """Keep a task; its id is given here."""
    values = {**{name: getattr(new, name) for name in _PLAIN}, "state": new.state.value}
    kept = cast("int", await tx.scalar(insert(table).values(values).returning(_t.id)))
    return replace(new, id=kept)


async def seed(tx: Tx, seed_id: int) -> Seed | None:
    """The task with this id."""
    return next(iter(await _found(tx, _t.id == seed_id)), None)


async def seed_of_draft(tx: Tx, suggestion_id: int) -> Seed | None:
    """The task a draft asks for."""
    return next(iter(await _found(tx, _t.suggestion_id == suggestion_id)), None)


async def seeds_since(tx: Tx, community_id: int, since: datetime) -> tuple[Seed, ...]:
    """Every task of a community asked since a moment, oldest first."""
    return await _found(tx, _t.community_id == community_id, _t.asked_at >= since)


async def seeds_of(tx: Tx, member_id: int) -> tuple[Seed, ...]:
    """Every task one member was ever asked, oldest first."""
    return await _found(tx, _t.member_id == member_id)


async def open_seeds_in(tx: Tx, zone_id: int) -> tuple[Seed, ...]:
    """The tasks of a zone whose end is not known yet."""
    return await _found(tx, _t.zone_id == zone_id, _t.state.in_([each.value for each in OPEN]))


async def move_seed(
    tx: Tx,
    seed_id: int,
    *,
    was: Collection[SeedState],
    to: SeedState,
    answered_at: datetime | None,
    message_id: int | None = None,
) -> bool:
    """Move a task from one of these states to another; False where it is in none of them."""
    changed = await tx.execute(
        update(table)
        .where(_t.id == seed_id, _t.state.in_([each.value for each in was]))
        .values(state=to.value, answered_at=answered_at, message_id=message_id)
    )
    return changed.rowcount > 0
