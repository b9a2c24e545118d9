"""What is owed: one row for each message and kind."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import cast

from sqlalchemy import RowMapping, Select, func, or_, select, update

from community.delivery import DeliveryState
from community.obligation import DebtKind, DebtState, Obligation, Posted
from community.store.engine import Tx
from community.store.once import insert_once
from community.store.tables import messages, outbox, suggestions
from community.store.tables import obligations as obligation_table

_table = obligation_table.c
_COLUMNS = tuple(_table[name] for name in Obligation.__dataclass_fields__ if name in _table)
_OPEN = _table.state == DebtState.OPEN.value
_SENT = (DeliveryState.SENT.value, DeliveryState.COPIED.value)


def _obligation(row: RowMapping) -> Obligation:
    fields = dict(row)
    fields["kind"] = DebtKind(row["kind"])
    fields["state"] = DebtState(row["state"])
    return Obligation(**fields)


def _values(debt: Obligation) -> dict[str, object]:
    values = {column.name: getattr(debt, column.name) for column in _COLUMNS}
    del values["id"]
    return {**values, "kind": debt.kind.value, "state": debt.state.value}


async def _all(tx: Tx, statement: Select[*tuple[object, ...]]) -> tuple[Obligation, ...]:
    return tuple(_obligation(row) for row in (await tx.execute(statement)).mappings())


async def insert_obligation(tx: Tx, new: Obligation) -> Obligation | None:
    """Keep a debt; its id is given here. None where the message has one of this kind already."""
    kept = await insert_once(tx, obligation_table, _values(new))
    return None if kept is None else replace(new, id=kept)


async def update_obligation(tx: Tx, debt: Obligation) -> None:
    """Keep a debt as it is now."""
    await tx.execute(update(obligation_table).where(_table.id == debt.id).values(_values(debt)))


async def obligation(tx: Tx, obligation_id: int) -> Obligation | None:
    """The debt with this id."""
    found = await tx.execute(select(*_COLUMNS).where(_table.id == obligation_id))
    row = found.mappings().one_or_none()
    return None if row is None else _obligation(row)


async def debts_in(tx: Tx, zone_id: int, *, since: datetime | None) -> tuple[Obligation, ...]:
    """The debts of a room that opened since then (None: ever), and all that are open."""
    statement = select(*_COLUMNS).where(_table.zone_id == zone_id)
    if since is not None:
        statement = statement.where(or_(_table.opened_at >= since, _OPEN))
    return await _all(tx, statement.order_by(_table.id))


async def debts_of(
    tx: Tx,
    community_id: int,
    states: Collection[DebtState],
    *,
    owner_id: int | None = None,
    since: datetime | None = None,
    limit: int | None = None,
) -> tuple[Obligation, ...]:
    """The debts of a community in these states, the soonest due first; `owner_id` asks for one's.

    `since` leaves out what opened before.
    """
    statement = select(*_COLUMNS).where(
        _table.community_id == community_id, _table.state.in_([each.value for each in states])
    )
    if owner_id is not None:
        statement = statement.where(_table.owner_id == owner_id)
    if since is not None:
        statement = statement.where(_table.opened_at >= since)
    return await _all(tx, statement.order_by(_table.due_at, _table.id).limit(limit))


async def counts_of(tx: Tx, community_id: int) -> dict[str, int]:
    """How many debts a community has in each state; every state is named."""
    statement = (
        select(_table.state, func.count().label("many"))
        .where(_table.community_id == community_id)
        .group_by(_table.state)
    )
    found = {row.state: row.many for row in await tx.execute(statement)}
    return {state.value: found.get(state.value, 0) for state in DebtState}


async def recalled_among(tx: Tx, message_ids: Collection[int]) -> dict[int, datetime]:
    """When these messages were taken back, for those that were."""
    found: dict[int, datetime] = {}
    wanted = sorted(message_ids)
    for start in range(0, len(wanted), 500):
        statement = select(messages.c.id, messages.c.recalled_at).where(
            messages.c.id.in_(wanted[start : start + 500]), messages.c.recalled_at.is_not(None)
        )
        found.update({row.id: row.recalled_at for row in await tx.execute(statement)})
    return found


async def posted_in(tx: Tx, zone_id: int, *, since: datetime) -> tuple[Posted, ...]:
    """The drafts that went out in a room since then, private ones too, oldest first."""
    statement = (
        select(
            suggestions.c.anchor_ids,
            outbox.c.updated_at,
            outbox.c.approved_by_id,
            outbox.c.message_id,
        )
        .join(suggestions, suggestions.c.id == outbox.c.suggestion_id)
        .where(
            outbox.c.zone_id == zone_id,
            outbox.c.state.in_(_SENT),
            outbox.c.updated_at >= since,
        )
        .order_by(outbox.c.updated_at, outbox.c.id)
    )
    return tuple(
        Posted(
            anchor_ids=tuple(cast("list[int]", row.anchor_ids)),
            at=row.updated_at,
            by_id=row.approved_by_id,
            message_id=row.message_id,
        )
        for row in await tx.execute(statement)
    )
