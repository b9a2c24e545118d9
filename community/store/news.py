"""News on their way to other processes: kept as rows for a while, or given notice of at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from sqlalchemy import delete, func, insert, select

from community.store.engine import Tx
from community.store.tables import news

_table = news.c
KEPT = 1000
"""Rows that are kept for who comes late; the newest is never taken away, so no id comes twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one transaction of the process `origin` told."""

    id: int
    origin: str
    words: str


async def put_news(tx: Tx, origin: str, words: str) -> None:
    """Keep what this transaction tells; rows that everybody had time to read go."""
    values = {"origin": origin, "words": words}
    newest = await tx.scalar(insert(news).values(values).returning(_table.id))
    await tx.execute(delete(news).where(_table.id <= cast("int", newest) - KEPT))


async def latest_news(tx: Tx) -> int:
    """The id of the newest row, 0 without one."""
    return cast("int | None", await tx.scalar(select(func.max(_table.id)))) or 0


async def news_since(tx: Tx, last: int) -> Sequence[Row]:
    """The rows after an id, oldest first."""
    rows = await tx.execute(select(news).where(_table.id > last).order_by(_table.id))
    return [Row(id=row.id, origin=row.origin, words=row.words) for row in rows]


async def give_notice(tx: Tx, channel: str, words: str) -> None:
    """PostgreSQL alone: tell who listens at a channel when this transaction commits."""
    await tx.execute(select(func.pg_notify(channel, words)))
