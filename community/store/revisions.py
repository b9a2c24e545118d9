"""Later wordings of messages: an edit or a recall is added, nothing is overwritten."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from sqlalchemy import RowMapping, delete, func, insert, select, update

from community.conversation import Message
from community.store.engine import Tx
from community.store.once import insert_once
from community.store.tables import messages, revisions

_COLUMNS = (
    revisions.c.message_id,
    revisions.c.number,
    revisions.c.text,
    revisions.c.at,
    revisions.c.recall,
)


def revised(message: Message, rows: Iterable[RowMapping], until: datetime | None) -> Message:
    """The message as it stood at `until` (None: as it stands), from all its revisions.

    The latest wording by (time, number) counts; once recalled there are no words.
    """
    known = sorted(
        (row for row in rows if until is None or row["number"] == 0 or row["at"] <= until),
        key=lambda row: (row["at"], row["number"]) if row["number"] else (row["at"], -1),
    )
    if not known:
        return message
    edits = [row for row in known if row["number"] and not row["recall"]]
    recalls = [row for row in known if row["recall"]]
    latest = edits[-1] if edits else known[0]
    return replace(
        message,
        text="" if recalls else latest["text"],
        revision=len(known) - 1,
        edited_at=edits[-1]["at"] if edits else None,
        recalled_at=recalls[0]["at"] if recalls else None,
    )


async def revisions_of(tx: Tx, message_id: int) -> tuple[RowMapping, ...]:
    """Every wording of a message, the first one (number 0) first; none if it never changed."""
    statement = select(*_COLUMNS).where(revisions.c.message_id == message_id)
    rows = await tx.execute(statement.order_by(revisions.c.number))
    return tuple(rows.mappings())


async def as_of(tx: Tx, said: tuple[Message, ...], now: datetime) -> tuple[Message, ...]:
    """The same messages with the words they had at `now`: later edits and recalls are undone."""
    changed = [
        message.id
        for message in said
        if (message.edited_at and message.edited_at > now)
        or (message.recalled_at and message.recalled_at > now)
    ]
    if not changed:
        return said
    rows: dict[int, list[RowMapping]] = {}
    for start in range(0, len(changed), 500):
        statement = select(*_COLUMNS).where(
            revisions.c.message_id.in_(changed[start : start + 500])
        )
        for row in (await tx.execute(statement)).mappings():
            rows.setdefault(row["message_id"], []).append(row)
    return tuple(revised(message, rows.get(message.id, ()), now) for message in said)


async def revise(
    tx: Tx, message: Message, *, at: datetime, source_key: str, text: str | None
) -> Message | None:
    """Add a wording (`text` None: a recall) to a message; None if this key did so already."""
    key = f"{message.community_id}:{source_key}"
    if message.revision == 0:
        first = {"number": 0, "text": message.text, "at": message.at, "recall": False}
        first_key = f"{message.community_id}:first:{message.id}"
        await insert_once(
            tx, revisions, {"message_id": message.id, "source_key": first_key, **first}
        )
    seen = await tx.scalar(select(revisions.c.id).where(revisions.c.source_key == key))
    if seen is not None:
        return None
    newest = select(func.max(revisions.c.number)).where(revisions.c.message_id == message.id)
    await tx.execute(
        insert(revisions).values(
            message_id=message.id,
            number=(await tx.scalar(newest) or 0) + 1,
            text=text or "",
            at=at,
            recall=text is None,
            source_key=key,
        )
    )
    return await _refreshed(tx, message)


async def take_back(tx: Tx, message: Message, *, source_key: str) -> Message | None:
    """Undo one wording of a message, a recall say; None where there is none by this key."""
    key = f"{message.community_id}:{source_key}"
    gone = await tx.execute(
        delete(revisions).where(revisions.c.source_key == key).returning(revisions.c.id)
    )
    return await _refreshed(tx, message) if gone.scalar() is not None else None


async def known_keys(tx: Tx, wanted: Mapping[str, int]) -> frozenset[str]:
    """Which of these keys, each with its community, brought a wording that still counts."""
    full = {f"{community}:{key}": key for key, community in wanted.items()}
    if not full:
        return frozenset()
    statement = select(revisions.c.source_key).where(revisions.c.source_key.in_(full))
    return frozenset(full[row.source_key] for row in await tx.execute(statement))


async def last_words(tx: Tx, message: Message) -> str:
    """The last words of a message, recalled or not."""
    rows = [row for row in await revisions_of(tx, message.id) if not row["recall"]]
    return str(rows[-1]["text"]) if rows else message.text


async def _refreshed(tx: Tx, message: Message) -> Message:
    """The message as all its wordings leave it, kept."""
    now = revised(message, await revisions_of(tx, message.id), None)
    await tx.execute(
        update(messages)
        .where(messages.c.id == message.id)
        .values(
            text=now.text,
            revision=now.revision,
            edited_at=now.edited_at,
            recalled_at=now.recalled_at,
        )
    )
    return now
