"""What was done and must be known later, in few words: who, what, on which subject."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import insert, select

from community.store.engine import Tx
from community.store.tables import audits

_table = audits.c


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
