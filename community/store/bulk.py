"""Many rows at once, for imports: what is known already stays as it is.

Staged rows hold moments as they are kept (milliseconds), so they go to the driver as they are.
"""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select

from community.store.engine import Tx
from community.store.tables import messages

INSERT_MESSAGES = (
    "INSERT INTO message (community_id, zone_id, author_id, at, text, kind, external_id,"
    " source_key, from_history, revision, by_simmer) VALUES"
    " (?, ?, ?, ?, ?, ?, ?, ?, CAST(CAST(? AS INTEGER) AS BOOLEAN), 0, FALSE)"
    " ON CONFLICT DO NOTHING"
)
INSERT_REACTIONS = (
    "INSERT INTO reaction (message_id, member_id, emoji, at) VALUES (?, ?, ?, ?)"
    " ON CONFLICT DO NOTHING"
)
SET_PARENTS = "UPDATE message SET reply_to_id = ? WHERE id = ? AND reply_to_id IS NULL"
SET_SUGGESTIONS = "UPDATE message SET suggestion_id = ? WHERE community_id = ? AND source_key = ?"
_BATCH = 400


async def write_all(tx: Tx, sql: str, rows: Sequence[tuple[object, ...]]) -> int:
    """Run one of the statements above for every row; how many rows of the database changed."""
    if not rows:
        return 0
    words = sql if tx.dialect.paramstyle == "qmark" else sql.replace("?", "%s")
    return max((await tx.exec_driver_sql(words, list(rows))).rowcount, 0)


async def ids_by_source_key(tx: Tx, community_id: int, keys: Iterable[str]) -> dict[str, int]:
    """The ids of these messages by the keys of the events that brought them."""
    return await _ids(tx, community_id, "source_key", keys)


async def ids_by_external_id(tx: Tx, community_id: int, keys: Iterable[str]) -> dict[str, int]:
    """The ids of these messages by the platform's ids."""
    return await _ids(tx, community_id, "external_id", keys)


async def _ids(tx: Tx, community_id: int, name: str, keys: Iterable[str]) -> dict[str, int]:
    wanted = list(dict.fromkeys(keys))
    found: dict[str, int] = {}
    key = messages.c[name]
    for start in range(0, len(wanted), _BATCH):
        statement = select(key, messages.c.id).where(
            messages.c.community_id == community_id, key.in_(wanted[start : start + _BATCH])
        )
        found.update({str(row[0]): int(row[1]) for row in await tx.execute(statement)})
    return found


async def set_suggestions(tx: Tx, community_id: int, suggestions: Mapping[str, int]) -> None:
    """Say which of the messages just kept is which suggestion posted, by source key."""
    rows = [(number, community_id, key) for key, number in suggestions.items()]
    await write_all(tx, SET_SUGGESTIONS, rows)
