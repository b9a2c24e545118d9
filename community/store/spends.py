"""Tokens a community has spent, by day of its own calendar."""

from collections.abc import Mapping
from typing import cast

from sqlalchemy import select

from community.store.engine import Tx
from community.store.once import insert_into
from community.store.tables import spends
from community.suggestion import Usage

_table = spends.c


async def add_spend(tx: Tx, community_id: int, day: str, usage: Usage) -> None:
    """Add what one completion cost to a day (ISO 8601)."""
    statement = insert_into(tx, spends).values(
        community_id=community_id,
        day=day,
        tokens_in=usage.tokens_in,
        tokens_out=usage.tokens_out,
    )
    given = statement.excluded
    await tx.execute(
        statement.on_conflict_do_update(
            index_elements=["community_id", "day"],
            set_={
                "tokens_in": _table.tokens_in + given.tokens_in,
                "tokens_out": _table.tokens_out + given.tokens_out,
            },
        )
    )


async def spent_on(tx: Tx, community_id: int, day: str) -> int:
    """The tokens, read and written, of one day."""
    statement = select(_table.tokens_in + _table.tokens_out).where(
        _table.community_id == community_id, _table.day == day
    )
    return cast("int | None", await tx.scalar(statement)) or 0


async def spends_since(tx: Tx, community_id: int, day: str) -> Mapping[str, Usage]:
    """What was spent on a day and each one after it; a day without spending is not named."""
    statement = select(_table.day, _table.tokens_in, _table.tokens_out).where(
        _table.community_id == community_id, _table.day >= day
    )
    rows = await tx.execute(statement)
    return {row.day: Usage(tokens_in=row.tokens_in, tokens_out=row.tokens_out) for row in rows}
