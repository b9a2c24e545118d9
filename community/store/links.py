"""Who answers whom, as last judged; a person's word is never judged again."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import RowMapping, case, select

from community.conversation import Link, LinkSource
from community.store.engine import Tx
from community.store.once import insert_into
from community.store.tables import links, messages

_COLUMNS = (links.c.message_id, links.c.parent_id, links.c.confidence, links.c.by)
_RANK = {LinkSource.MODEL: 0, LinkSource.MENTION: 0, LinkSource.PLATFORM: 1, LinkSource.PERSON: 2}
_BATCH = 500


def _link(row: RowMapping) -> Link:
    fields = dict(row)
    fields["by"] = LinkSource(row["by"])
    return Link(**fields)


async def links_of(tx: Tx, message_ids: Iterable[int]) -> dict[int, Link]:
    """The links of these messages, by message id."""
    wanted = list(message_ids)
    found: dict[int, Link] = {}
    for start in range(0, len(wanted), _BATCH):
        part = wanted[start : start + _BATCH]
        rows = await tx.execute(select(*_COLUMNS).where(links.c.message_id.in_(part)))
        found.update({row["message_id"]: _link(row) for row in rows.mappings()})
    return found


async def links_in(tx: Tx, zone_id: int, *, since: datetime, until: datetime) -> dict[int, Link]:
    """The links of a room's messages between two moments, both included, by message id."""
    statement = (
        select(*_COLUMNS)
        .join(messages, messages.c.id == links.c.message_id)
        .where(messages.c.zone_id == zone_id, messages.c.at >= since, messages.c.at <= until)
    )
    return {row["message_id"]: _link(row) for row in (await tx.execute(statement)).mappings()}


async def roots_of(tx: Tx, message_ids: Iterable[int]) -> dict[int, int]:
    """The root of each message's thread, by message id; unlinked messages are missing."""
    wanted = list(message_ids)
    found: dict[int, int] = {}
    for start in range(0, len(wanted), _BATCH):
        part = wanted[start : start + _BATCH]
        columns = (links.c.message_id, links.c.root_id)
        rows = await tx.execute(select(*columns).where(links.c.message_id.in_(part)))
        found.update({row["message_id"]: row["root_id"] for row in rows.mappings()})
    return found


async def keep_links(tx: Tx, new: Iterable[Link], roots: Mapping[int, int]) -> None:
    """Keep links, each with the root of its thread (its own id where `roots` names none).

    A link is replaced only by one whose source ranks as high: model = mention < platform <
    person.
    """
    rows = [
        {
            "message_id": link.message_id,
            "parent_id": link.parent_id,
            "root_id": roots.get(link.message_id, link.message_id),
            "confidence": link.confidence,
            "by": link.by.value,
        }
        for link in new
    ]
    if not rows:
        return
    statement = insert_into(tx, links)
    weaker = case(*((links.c.by == by.value, rank) for by, rank in _RANK.items()), else_=0)
    given = statement.excluded
    rank = case(*((given.by == by.value, rank) for by, rank in _RANK.items()), else_=0)
    await tx.execute(
        statement.on_conflict_do_update(
            index_elements=["message_id"],
            set_={name: given[name] for name in ("parent_id", "root_id", "confidence", "by")},
            where=weaker <= rank,
        ),
        rows,
    )
