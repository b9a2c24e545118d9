"""Communities and their zones."""

from collections.abc import Mapping
from dataclasses import asdict, replace

from sqlalchemy import ColumnElement, RowMapping, select, update

from community.errors import Conflict
from community.people import Community, Purpose, Zone
from community.store.engine import Tx
from community.store.once import insert_once
from community.store.tables import communities
from community.store.tables import zones as zone_table


def _community(row: RowMapping) -> Community:
    return Community(**dict(row))


def _zone(row: RowMapping) -> Zone:
    fields = dict(row)
    fields["purpose"] = Purpose(row["purpose"])
    return Zone(**fields)


async def community(tx: Tx, community_id: int) -> Community | None:
    """The community with this id."""
    found = await tx.execute(select(communities).where(communities.c.id == community_id))
    row = found.mappings().one_or_none()
    return None if row is None else _community(row)


async def community_by_slug(tx: Tx, slug: str) -> Community | None:
    """The community with this short name for addresses."""
    found = await tx.execute(select(communities).where(communities.c.slug == slug))
    row = found.mappings().one_or_none()
    return None if row is None else _community(row)


async def community_by_name(tx: Tx, name: str) -> Community | None:
    """The first community called so."""
    statement = select(communities).where(communities.c.name == name).order_by(communities.c.id)
    row = (await tx.execute(statement.limit(1))).mappings().one_or_none()
    return None if row is None else _community(row)


async def all_communities(tx: Tx) -> tuple[Community, ...]:
    """Every community, oldest first."""
    rows = await tx.execute(select(communities).order_by(communities.c.id))
    return tuple(_community(row) for row in rows.mappings())


async def insert_community(tx: Tx, new: Community) -> Community:
    """Keep a community; its id is given here. A slug is used once."""
    values = {**asdict(new), "settings": dict(new.settings)}
    del values["id"]
    kept = await insert_once(tx, communities, values)
    if kept is None:
        raise Conflict("community_slug_taken", slug=new.slug)
    return replace(new, id=kept)


async def set_settings(tx: Tx, community_id: int, settings: Mapping[str, object]) -> None:
    """Replace the settings of a community as a whole."""
    await tx.execute(
        update(communities).where(communities.c.id == community_id).values(settings=dict(settings))
    )


async def set_cohort(
    tx: Tx, community_id: int, *, parent_id: int | None, began_on: str | None
) -> None:
    """Say which community this one comes after and on which day (YYYY-MM-DD) it began."""
    await tx.execute(
        update(communities)
        .where(communities.c.id == community_id)
        .values(parent_id=parent_id, began_on=began_on)
    )


async def zone(tx: Tx, zone_id: int) -> Zone | None:
    """The zone with this id."""
    found = await tx.execute(select(zone_table).where(zone_table.c.id == zone_id))
    row = found.mappings().one_or_none()
    return None if row is None else _zone(row)


async def zones(tx: Tx, community_id: int) -> tuple[Zone, ...]:
    """The zones of a community people talk in, in the order they were made."""
    return await _zones(tx, community_id, zone_table.c.purpose != Purpose.SHELF.value)


async def shelf(tx: Tx, community_id: int) -> Zone | None:
    """Where texts that were brought along are kept, if any were."""
    found = await _zones(tx, community_id, zone_table.c.purpose == Purpose.SHELF.value)
    return found[0] if found else None


async def _zones(tx: Tx, community_id: int, which: ColumnElement[bool]) -> tuple[Zone, ...]:
    statement = select(zone_table).where(zone_table.c.community_id == community_id, which)
    rows = await tx.execute(statement.order_by(zone_table.c.id))
    return tuple(_zone(row) for row in rows.mappings())


async def insert_zone(tx: Tx, new: Zone) -> Zone:
    """Keep a zone; its id is given here. A key is used once in a community."""
    kept = await insert_once(
        tx,
        zone_table,
        {
            "community_id": new.community_id,
            "key": new.key,
            "name": new.name,
            "purpose": new.purpose.value,
            "muted": new.muted,
        },
    )
    if kept is None:
        raise Conflict("zone_key_taken", key=new.key)
    return replace(new, id=kept)
