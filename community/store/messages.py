"""Messages, and the talk of a room as it stood at any moment."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, RowMapping, Select, or_, select, tuple_

from community.conversation import Message, MessageKind, Talk
from community.errors import NotFound
from community.people import Member
from community.store.communities import community, zone
from community.store.corrections import refused
from community.store.engine import Tx
from community.store.links import keep_links, links_in, links_of
from community.store.members import members
from community.store.once import insert_once
from community.store.reactions import reactions_in
from community.store.revisions import as_of, revise
from community.store.tables import links
from community.store.tables import messages as message_table

__all__ = [
    "insert_message",
    "keep_links",
    "last_message",
    "links_of",
    "message",
    "message_by_external_id",
    "message_by_source_key",
    "message_values",
    "messages_by_id",
    "messages_in",
    "recall",
    "revise",
    "talk",
    "texts_by",
    "thread_messages",
    "was_said_here",
]

HERE = "room:"
"""How the keys of messages begin that were written in the built-in room."""
_COLUMNS = tuple(message_table.c[name] for name in Message.__dataclass_fields__)
_ORDER = (message_table.c.at, message_table.c.id)


def _message(row: RowMapping) -> Message:
    fields = dict(row)
    fields["kind"] = MessageKind(row["kind"])
    return Message(**fields)


def message_values(new: Message, source_key: str) -> dict[str, object]:
    """The row of a message, without its id."""
    values = {name: getattr(new, name) for name in Message.__dataclass_fields__ if name != "id"}
    return {**values, "kind": new.kind.value, "source_key": source_key}


async def _one(tx: Tx, *conditions: ColumnElement[bool]) -> Message | None:
    statement = select(*_COLUMNS).where(*conditions).order_by(*_ORDER).limit(1)
    row = (await tx.execute(statement)).mappings().one_or_none()
    return None if row is None else _message(row)


async def _all(tx: Tx, statement: Select[*tuple[object, ...]]) -> tuple[Message, ...]:
    return tuple(_message(row) for row in (await tx.execute(statement)).mappings())


async def message(tx: Tx, message_id: int) -> Message | None:
    """The message with this id."""
    return await _one(tx, message_table.c.id == message_id)


async def message_by_source_key(tx: Tx, community_id: int, source_key: str) -> Message | None:
    """The message that this event brought."""
    return await _one(
        tx,
        message_table.c.community_id == community_id,
        message_table.c.source_key == source_key,
    )


async def message_by_external_id(tx: Tx, community_id: int, external_id: str) -> Message | None:
    """The message the platform knows by this id."""
    return await _one(
        tx,
        message_table.c.community_id == community_id,
        message_table.c.external_id == external_id,
    )


async def messages_by_id(tx: Tx, message_ids: tuple[int, ...]) -> dict[int, Message]:
    """These messages by id; unknown ids are missing."""
    found: dict[int, Message] = {}
    for start in range(0, len(message_ids), 500):
        part = message_ids[start : start + 500]
        statement = select(*_COLUMNS).where(message_table.c.id.in_(part))
        found.update({message.id: message for message in await _all(tx, statement)})
    return found


async def texts_by(tx: Tx, author_id: int) -> tuple[str, ...]:
    """The words of every message of a member, oldest first."""
    statement = select(message_table.c.text).where(message_table.c.author_id == author_id)
    return tuple((await tx.scalars(statement.order_by(message_table.c.id))).all())


async def messages_in(
    tx: Tx,
    zone_id: int,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    limit: int | None = None,
    before_id: int | None = None,
    reader_id: int | None = None,
) -> tuple[Message, ...]:
    """The messages of a room in ascending (at, id); `limit` keeps the newest of them.

    `since` and `until` are both included; `before_id` asks for what stands before that
    message. Private messages are left out, but for those to or by `reader_id`.
    """
    private = message_table.c.to_id
    mine = (private == reader_id, message_table.c.author_id == reader_id) if reader_id else ()
    statement = select(*_COLUMNS).where(
        message_table.c.zone_id == zone_id, or_(private.is_(None), *mine)
    )
    if since is not None:
        statement = statement.where(message_table.c.at >= since)
    if until is not None:
        statement = statement.where(message_table.c.at <= until)
    if before_id is not None:
        before = select(*_ORDER).where(message_table.c.id == before_id).subquery()
        statement = statement.where(tuple_(*_ORDER) < select(before).scalar_subquery())
    if limit is None:
        return await _all(tx, statement.order_by(*_ORDER))
    newest = statement.order_by(*(column.desc() for column in _ORDER)).limit(limit)
    return tuple(reversed(await _all(tx, newest)))


async def was_said_here(tx: Tx, message_id: int) -> bool:
    """Whether it was written in the built-in room, not imported, pasted or brought from outside."""
    key = message_table.c.source_key
    found = await tx.scalar(
        select(message_table.c.id).where(message_table.c.id == message_id, key.startswith(HERE))
    )
    return found is not None


async def last_message(tx: Tx, zone_id: int) -> Message | None:
    """The latest public message of a room."""
    found = await messages_in(tx, zone_id, limit=1)
    return found[0] if found else None


async def was_anything_said(tx: Tx, zone_id: int, after: datetime, until: datetime) -> bool:
    """Whether a public message of a room lies in (after, until]."""
    found = await tx.scalar(
        select(message_table.c.id)
        .where(
            message_table.c.zone_id == zone_id,
            message_table.c.to_id.is_(None),
            message_table.c.at > after,
            message_table.c.at <= until,
        )
        .limit(1)
    )
    return found is not None


async def thread_messages(tx: Tx, root_id: int) -> tuple[Message, ...]:
    """The public messages of a thread, oldest first, by the links last kept."""
    statement = (
        select(*_COLUMNS)
        .outerjoin(links, links.c.message_id == message_table.c.id)
        .where(
            or_(links.c.root_id == root_id, message_table.c.id == root_id),
            message_table.c.to_id.is_(None),
        )
    )
    return await _all(tx, statement.order_by(*_ORDER))


async def insert_message(tx: Tx, new: Message, source_key: str) -> Message | None:
    """Keep a message; its id is given here. None where this event was kept before."""
    kept = await insert_once(tx, message_table, message_values(new, source_key))
    return None if kept is None else replace(new, id=kept)


async def recall(tx: Tx, said: Message, *, at: datetime, source_key: str) -> Message | None:
    """Take a message back: its row stays, its words go; None if this event did so before."""
    return await revise(tx, said, at=at, source_key=source_key, text=None)


def _member_at(member: Member, now: datetime) -> Member:
    gone = member.left_at is not None and member.left_at <= now
    return member if gone or member.left_at is None else replace(member, left_at=None)


async def talk(tx: Tx, zone_id: int, *, now: datetime, days: int = 28) -> Talk:
    """The room as it was known at `now`, over the `days` before: nothing later shows.

    Messages have the words they had then, reactions and leaves that came later are not there,
    and members who joined later and had said nothing are unknown.
    """
    room = await zone(tx, zone_id)
    group = None if room is None else await community(tx, room.community_id)
    if room is None or group is None:
        raise NotFound("zone_not_found", zone=zone_id)
    since = now - timedelta(days=days)
    said = await as_of(tx, await messages_in(tx, zone_id, since=since, until=now), now)
    authors = {message.author_id for message in said}
    known = {
        member.id: _member_at(member, now)
        for member in await members(tx, group.id)
        if member.id in authors or member.joined_at is None or member.joined_at <= now
    }
    public = {message.id for message in said}
    return Talk(
        community=group,
        zone=room,
        members=known,
        messages=said,
        reactions=tuple(
            reaction
            for reaction in await reactions_in(tx, zone_id, since=since, until=now)
            if reaction.message_id in public
        ),
        links={
            key: link
            for key, link in (await links_in(tx, zone_id, since=since, until=now)).items()
            if key in public
        },
        refused=await refused(tx, zone_id, now),
    )
