"""Consents of members, the revoked ones kept with the day they ended."""

from dataclasses import replace
from datetime import datetime
from typing import cast

from sqlalchemy import RowMapping, insert, select, update

from community.agreement import Consent, ConsentKind
from community.store.engine import Tx
from community.store.tables import consents as table

_t = table.c


def _consent(row: RowMapping) -> Consent:
    fields = dict(row)
    fields["kind"] = ConsentKind(row["kind"])
    return Consent(**fields)


async def insert_consent(tx: Tx, new: Consent) -> Consent:
    """Keep a consent; its id is given here."""
    values = {
        "community_id": new.community_id,
        "member_id": new.member_id,
        "kind": new.kind.value,
        "value": dict(new.value),
        "given_at": new.given_at,
    }
    kept = cast("int", await tx.scalar(insert(table).values(values).returning(_t.id)))
    return replace(new, id=kept)


async def active_consents(tx: Tx, community_id: int, kind: ConsentKind) -> tuple[Consent, ...]:
    """Who agrees to this now, in the order in which they did."""
    statement = select(table).where(
        _t.community_id == community_id, _t.kind == kind.value, _t.revoked_at.is_(None)
    )
    rows = await tx.execute(statement.order_by(_t.id))
    return tuple(_consent(row) for row in rows.mappings())


async def consent_of(tx: Tx, member_id: int, kind: ConsentKind) -> Consent | None:
    """What this member agrees to now; None where they never did or took it back."""
    statement = select(table).where(
        _t.member_id == member_id, _t.kind == kind.value, _t.revoked_at.is_(None)
    )
    row = (await tx.execute(statement.order_by(_t.id.desc()).limit(1))).mappings().one_or_none()
    return None if row is None else _consent(row)


async def consents_of(tx: Tx, member_id: int) -> tuple[Consent, ...]:
    """Everything this member ever agreed to, the revoked too, oldest first."""
    rows = await tx.execute(select(table).where(_t.member_id == member_id).order_by(_t.id))
    return tuple(_consent(row) for row in rows.mappings())


async def set_revoked(tx: Tx, member_id: int, kind: ConsentKind, at: datetime) -> bool:
    """End what is in force of this kind; False where nothing was."""
    changed = await tx.execute(
        update(table)
        .where(_t.member_id == member_id, _t.kind == kind.value, _t.revoked_at.is_(None))
        .values(revoked_at=at)
    )
    return changed.rowcount > 0
