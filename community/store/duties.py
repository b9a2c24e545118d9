"""The roster: who is on duty and who is away, row by row."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import RowMapping, delete, insert, select, update

from community.duty import Duty, DutyKind
from community.store.engine import Tx
from community.store.tables import duties as duty_table

_table = duty_table.c
_COLUMNS = tuple(_table[name] for name in Duty.__dataclass_fields__)


def _duty(row: RowMapping) -> Duty:
    fields = dict(row)
    fields["kind"] = DutyKind(row["kind"])
    return Duty(**fields)


def _values(each: Duty) -> dict[str, object]:
    values = {name: getattr(each, name) for name in Duty.__dataclass_fields__ if name != "id"}
    return {**values, "kind": each.kind.value}


async def insert_duty(tx: Tx, new: Duty) -> Duty:
    """Keep a row of the roster; its id is given here."""
    kept = await tx.scalar(insert(duty_table).values(_values(new)).returning(_table.id))
    return replace(new, id=int(kept or 0))


async def update_duty(tx: Tx, changed: Duty) -> None:
    """Keep a row of the roster as it is now."""
    await tx.execute(update(duty_table).where(_table.id == changed.id).values(_values(changed)))


async def delete_duty(tx: Tx, duty_id: int) -> None:
    """Take a row off the roster."""
    await tx.execute(delete(duty_table).where(_table.id == duty_id))


async def duty(tx: Tx, duty_id: int) -> Duty | None:
    """The row with this id."""
    found = await tx.execute(select(*_COLUMNS).where(_table.id == duty_id))
    row = found.mappings().one_or_none()
    return None if row is None else _duty(row)


async def duties_in(
    tx: Tx, community_id: int, *, since: datetime, until: datetime
) -> tuple[Duty, ...]:
    """The rows that touch a stretch of time, in the order they begin."""
    statement = (
        select(*_COLUMNS)
        .where(
            _table.community_id == community_id,
            _table.ends_at > since,
            _table.starts_at < until,
        )
        .order_by(_table.starts_at, _table.id)
    )
    return tuple(_duty(row) for row in (await tx.execute(statement)).mappings())
