"""Many rows at once, for imports: what is known already stays as it is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import BigInteger, bindparam, column, select, table, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import NullType

from community.store.engine import Tx
from community.store.staging import SaidRow
from community.store.tables import messages

_COLUMNS = (
    "community_id",
    "zone_id",
    "author_id",
    "at",
    "text",
    "kind",
    "external_id",
    "source_key",
    "revision",
    "by_simmer",
    "from_history",
    "suggestion_id",
)
_PLAIN = table("message", *(column(name, NullType()) for name in _COLUMNS))
"""The messages without the conversion of times: staged rows hold them as they are kept."""

_PLAIN_REACTIONS = table(
    "reaction", column("message_id"), column("member_id"), column("emoji"), column("at")
)
_BATCH = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The ids that the keys of a file stand for.

    Messages from `live_from` (ms) on are talk that goes on; all others are history.
    """

    community_id: int
    zones: Mapping[str, int]
    members: Mapping[str, int]
    live_from: int | None = None
    suggestions: Mapping[str, int] | None = None


def _row(said: SaidRow, places: Places) -> dict[str, object]:
    return {
        "community_id": places.community_id,
        "zone_id": places.zones[said.zone],
        "author_id": places.members[said.member] if said.member is not None else None,
        "at": said.at,
        "text": said.text,
        "kind": said.kind,
        "external_id": said.external,
        "source_key": said.key,
        "revision": 0,
        "by_simmer": False,
        "from_history": places.live_from is None or said.at < places.live_from,
        "suggestion_id": (places.suggestions or {}).get(said.key),
    }


async def insert_messages(tx: Tx, rows: Sequence[SaidRow], places: Places) -> int:
    """Keep messages; the number of those that were new. Known keys change nothing."""
    insert = sqlite.insert if tx.dialect.name == "sqlite" else postgresql.insert
    statement = insert(_PLAIN).on_conflict_do_nothing()
    found = await tx.execute(statement, [_row(said, places) for said in rows])
    return max(found.rowcount, 0)


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


async def set_parents(tx: Tx, parents: Mapping[int, int]) -> int:
    """Say which message answers which, by id, where that was not known; how many were new."""
    if not parents:
        return 0
    statement = (
        update(messages)
        .where(messages.c.id == bindparam("child", type_=BigInteger))
        .where(messages.c.reply_to_id.is_(None))
        .values(reply_to_id=bindparam("parent", type_=BigInteger))
    )
    rows = [{"child": child, "parent": parent} for child, parent in parents.items()]
    return max((await tx.execute(statement, rows)).rowcount, 0)


async def insert_reactions(tx: Tx, rows: Sequence[Mapping[str, object]]) -> int:
    """Keep reactions (message_id, member_id, emoji, at in ms); how many were new."""
    if not rows:
        return 0
    insert = sqlite.insert if tx.dialect.name == "sqlite" else postgresql.insert
    statement = insert(_PLAIN_REACTIONS).on_conflict_do_nothing()
    found = await tx.execute(statement, [dict(row) for row in rows])
    return max(found.rowcount, 0)
