"""The resource shelf as rows; what was removed stays, so that it can be put back."""

from dataclasses import replace
from datetime import datetime
from typing import cast

from sqlalchemy import RowMapping, insert, select, update

from community.resource import Readers, Resource
from community.store.engine import Tx
from community.store.tables import resources as table

_t = table.c
_COLUMNS = tuple(_t[name] for name in Resource.__dataclass_fields__)


def _read(row: RowMapping) -> Resource:
    fields = dict(row)
    fields["audience"] = Readers(row["audience"])
    return Resource(**fields)


def _values(one: Resource) -> dict[str, object]:
    values: dict[str, object] = {
        name: getattr(one, name) for name in Resource.__dataclass_fields__ if name != "id"
    }
    return {**values, "audience": one.audience.value}


async def insert_resource(tx: Tx, new: Resource) -> Resource:
    """Keep a resource; its id is given here."""
    id_ = cast("int", await tx.scalar(insert(table).values(_values(new)).returning(_t.id)))
    return replace(new, id=id_)


async def resource(tx: Tx, id_: int) -> Resource | None:
    """One resource, removed or not."""
    row = (await tx.execute(select(*_COLUMNS).where(_t.id == id_))).mappings().one_or_none()
    return None if row is None else _read(row)


async def resources_of(tx: Tx, community_id: int) -> tuple[Resource, ...]:
    """What stands on the shelf of a community: by week, then the newest first."""
    statement = (
        select(*_COLUMNS)
        .where(_t.community_id == community_id, _t.removed_at.is_(None))
        .order_by(_t.week.is_(None), _t.week, _t.added_at.desc(), _t.id.desc())
    )
    return tuple(_read(row) for row in (await tx.execute(statement)).mappings())


async def save_resource(tx: Tx, changed: Resource) -> None:
    """Keep every field of a resource as it is now."""
    await tx.execute(update(table).where(_t.id == changed.id).values(_values(changed)))


async def set_removed(tx: Tx, id_: int, at: datetime | None) -> None:
    """Take a resource off the shelf, or (None) put it back."""
    await tx.execute(update(table).where(_t.id == id_).values(removed_at=at))
