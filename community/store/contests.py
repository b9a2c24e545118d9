"""Contests of members against what is read of them."""

from dataclasses import replace
from datetime import datetime
from typing import cast

from sqlalchemy import RowMapping, insert, select, update

from community.contest import About, Contest
from community.store.engine import Tx
from community.store.tables import contests as table

_t = table.c


def _contest(row: RowMapping) -> Contest:
    fields = dict(row)
    fields["about"] = About(row["about"])
    return Contest(**fields)


async def insert_contest(tx: Tx, new: Contest) -> Contest:
    """Keep a contest; its id is given here."""
    values = {
        "community_id": new.community_id,
        "member_id": new.member_id,
        "about": new.about.value,
        "text": new.text,
        "at": new.at,
    }
    kept = cast("int", await tx.scalar(insert(table).values(values).returning(_t.id)))
    return replace(new, id=kept)


async def contest(tx: Tx, contest_id: int) -> Contest | None:
    """The contest with this id."""
    found = await tx.execute(select(table).where(_t.id == contest_id))
    row = found.mappings().one_or_none()
    return None if row is None else _contest(row)


async def open_contests(tx: Tx, community_id: int) -> tuple[Contest, ...]:
    """What stands contested in a community now, oldest first."""
    statement = select(table).where(_t.community_id == community_id, _t.withdrawn_at.is_(None))
    rows = await tx.execute(statement.order_by(_t.id))
    return tuple(_contest(row) for row in rows.mappings())


async def contests_of(tx: Tx, member_id: int) -> tuple[Contest, ...]:
    """All contests of one member, the withdrawn ones too, oldest first."""
    rows = await tx.execute(select(table).where(_t.member_id == member_id).order_by(_t.id))
    return tuple(_contest(row) for row in rows.mappings())


async def set_withdrawn(tx: Tx, contest_id: int, at: datetime) -> bool:
    """Let a contest go; False where it was let go before."""
    changed = await tx.execute(
        update(table).where(_t.id == contest_id, _t.withdrawn_at.is_(None)).values(withdrawn_at=at)
    )
    return changed.rowcount > 0
