"""What was done and must be known later, in few words: who, what, on which subject."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select

from community.store.engine import Tx
from community.store.tables import audits

_table = audits.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """Something that was done; `account_id` None means that Simmer did it by itself."""

    at: datetime
    action: str
    subject: str
    account_id: int | None
    facts: Mapping[str, str | int]


async def insert_audit(
    tx: Tx,
    *,
    at: datetime,
    action: str,
    subject: str,
    community_id: int | None = None,
    account_id: int | None = None,
    facts: Mapping[str, str | int] | None = None,
) -> None:
    """Note that something was done."""
    await tx.execute(
        insert(audits).values(
            at=at,
            action=action,
            subject=subject,
            community_id=community_id,
            account_id=account_id,
            facts=dict(facts or {}),
        )
    )


async def audited(tx: Tx, community_id: int, action: str) -> frozenset[str]:
    """The subjects on which something was done in a community."""
    statement = select(_table.subject).where(
        _table.community_id == community_id, _table.action == action
    )
    return frozenset(row.subject for row in await tx.execute(statement))


async def audits_of(
    tx: Tx, community_id: int, action: str, *, limit: int = 50
) -> tuple[Audit, ...]:
    """The last times something was done in a community, newest first."""
    columns = [_table[name] for name in Audit.__dataclass_fields__]
    statement = select(*columns).where(_table.community_id == community_id, _table.action == action)
    rows = await tx.execute(statement.order_by(_table.id.desc()).limit(limit))
    return tuple(Audit(**row) for row in rows.mappings())
