"""Who answers whom, as last judged; a person's word is never judged again."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import RowMapping, case, delete, select, update

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


async def links_and_roots(tx: Tx, message_ids: Iterable[int]) -> dict[int, tuple[Link, int]]:
    """The links of these messages, each with the root of its thread, by message id."""
    wanted = list(message_ids)
    found: dict[int, tuple[Link, int]] = {}
    for start in range(0, len(wanted), _BATCH):
        part = wanted[start : start + _BATCH]
        statement = select(*_COLUMNS, links.c.root_id).where(links.c.message_id.in_(part))
        for row in (await tx.execute(statement)).mappings():
            fields = dict(row)
            fields["by"] = LinkSource(row["by"])
            root = fields.pop("root_id")
            found[row["message_id"]] = (Link(**fields), root)
    return found


async def parents_in(tx: Tx, root_id: int) -> dict[int, int | None]:
    """What each message of a thread answers, by message id."""
    columns = (links.c.message_id, links.c.parent_id)
    rows = await tx.execute(select(*columns).where(links.c.root_id == root_id))
    return {row["message_id"]: row["parent_id"] for row in rows.mappings()}


def below(message_id: int, parents: Mapping[int, int | None]) -> set[int]:
    """The message and everything that answers it, directly or not; a circle is walked once."""
    children: dict[int | None, list[int]] = {}
    for child, parent in parents.items():
        children.setdefault(parent, []).append(child)
    found, waiting = {message_id}, [message_id]
    while waiting:
        fresh = [each for each in children.get(waiting.pop(), ()) if each not in found]
        found.update(fresh)
        waiting += fresh
    return found


async def put_link(tx: Tx, message_id: int, link: Link | None, root_id: int) -> None:
    """Set or clear the link of a message, whoever said it before: only for a person's word."""
    await tx.execute(delete(links).where(links.c.message_id == message_id))
    if link is not None:
        await keep_links(tx, [link], {message_id: root_id})


async def set_roots(tx: Tx, message_ids: Iterable[int], root_id: int) -> None:
    """Put these messages into the thread of `root_id`."""
    wanted = list(message_ids)
    for start in range(0, len(wanted), _BATCH):
        part = wanted[start : start + _BATCH]
        await tx.execute(update(links).where(links.c.message_id.in_(part)).values(root_id=root_id))


async def follow_roots(tx: Tx, moved: Mapping[int, int]) -> None:
    """Take along what was tied to a message before it was judged: `moved` is its new root."""
    wanted = [old for old, root in moved.items() if old != root]
    for start in range(0, len(wanted), _BATCH):
        part = wanted[start : start + _BATCH]
        statement = select(links.c.root_id).where(links.c.root_id.in_(part)).distinct()
        for old in list(await tx.scalars(statement)):
            change = update(links).where(links.c.root_id == old, links.c.message_id != old)
            await tx.execute(change.values(root_id=moved[old]))


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
