"""Inserts that a repetition does not repeat, in the words of the engine at hand."""

from collections.abc import Mapping
from typing import cast

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite

from community.store.engine import Tx


def insert_into(tx: Tx, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that knows ON CONFLICT on both engines."""
    return sqlite.insert(table) if tx.dialect.name == "sqlite" else postgresql.insert(table)


async def insert_once(tx: Tx, table: Table, values: Mapping[str, object]) -> int | None:
    """The id of the new row, or None where a unique key says that it is already there."""
    statement = insert_into(tx, table).values(dict(values)).on_conflict_do_nothing()
    return cast("int | None", await tx.scalar(statement.returning(table.c.id)))
