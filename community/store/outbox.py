"""The outbox: what is to be posted, each text once."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import RowMapping, select, update

from community.delivery import Delivery, DeliveryState
from community.store.engine import Tx
from community.store.once import insert_once
from community.store.tables import outbox

_table = outbox.c
_COLUMNS = tuple(_table[name] for name in Delivery.__dataclass_fields__)


def _delivery(row: RowMapping) -> Delivery:
    fields = dict(row)
    fields["state"] = DeliveryState(row["state"])
    return Delivery(**fields)


async def insert_delivery(tx: Tx, new: Delivery) -> Delivery | None:
    """Keep what is to be posted; None where its key is known already."""
    values = {name: getattr(new, name) for name in Delivery.__dataclass_fields__ if name != "id"}
    values |= {"state": new.state.value, "updated_at": new.created_at}
    kept = await insert_once(tx, outbox, values)
    return None if kept is None else replace(new, id=kept)


async def delivery(tx: Tx, delivery_id: int) -> Delivery | None:
    """The delivery with this id."""
    found = await tx.execute(select(*_COLUMNS).where(_table.id == delivery_id))
    row = found.mappings().one_or_none()
    return None if row is None else _delivery(row)


async def deliveries_of(tx: Tx, suggestion_ids: Iterable[int]) -> dict[int, Delivery]:
    """The latest delivery of each of these suggestions that was not taken back."""
    wanted = list(suggestion_ids)
    statement = (
        select(*_COLUMNS)
        .where(_table.suggestion_id.in_(wanted), _table.state != DeliveryState.TAKEN_BACK.value)
        .order_by(_table.id)
    )
    rows = (await tx.execute(statement)).mappings()
    return {row["suggestion_id"]: _delivery(row) for row in rows}


async def copied_in(tx: Tx, zone_id: int) -> tuple[Delivery, ...]:
    """What was posted by hand in a room and not yet seen there, oldest first."""
    statement = (
        select(*_COLUMNS)
        .where(
            _table.zone_id == zone_id,
            _table.state == DeliveryState.COPIED.value,
            _table.message_id.is_(None),
        )
        .order_by(_table.id)
    )
    return tuple(_delivery(row) for row in (await tx.execute(statement)).mappings())


async def waiting_in(tx: Tx, community_id: int) -> tuple[Delivery, ...]:
    """What is accepted in a community and not on its way yet, oldest first."""
    statement = select(*_COLUMNS).where(
        _table.community_id == community_id, _table.state == DeliveryState.PENDING.value
    )
    rows = (await tx.execute(statement.order_by(_table.id))).mappings()
    return tuple(_delivery(row) for row in rows)


async def move_delivery(
    tx: Tx,
    delivery_id: int,
    *,
    was: DeliveryState,
    to: DeliveryState,
    at: datetime,
    message_id: int | None = None,
    error: str | None = None,
) -> bool:
    """Move a delivery from one state to another; False where it is no longer in the first."""
    began = 1 if to is DeliveryState.SENDING else 0
    changed = await tx.execute(
        update(outbox)
        .where(_table.id == delivery_id, _table.state == was.value)
        .values(
            state=to.value,
            updated_at=at,
            message_id=message_id,
            error=error,
            attempts=_table.attempts + began,
        )
    )
    return changed.rowcount > 0
