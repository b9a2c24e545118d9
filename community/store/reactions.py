"""One-touch answers to messages."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, select

from community.conversation import Reaction
from community.store.engine import Tx
from community.store.once import insert_once
from community.store.tables import messages, reactions

_COLUMNS = (reactions.c.message_id, reactions.c.member_id, reactions.c.emoji, reactions.c.at)
_ORDER = (reactions.c.at, reactions.c.id)
_BATCH = 500


async def insert_reaction(tx: Tx, new: Reaction) -> bool:
    """Keep a reaction; False where the member gave this one already."""
    values = {
        "message_id": new.message_id,
        "member_id": new.member_id,
        "emoji": new.emoji,
        "at": new.at,
    }
    return await insert_once(tx, reactions, values) is not None


async def delete_reaction(tx: Tx, message_id: int, member_id: int, emoji: str) -> bool:
    """Take a reaction back; False where there was none."""
    gone = await tx.execute(
        delete(reactions).where(
            reactions.c.message_id == message_id,
            reactions.c.member_id == member_id,
            reactions.c.emoji == emoji,
        )
    )
    return gone.rowcount > 0


async def reactions_of(tx: Tx, message_ids: Iterable[int]) -> tuple[Reaction, ...]:
    """The reactions to these messages, oldest first."""
    wanted = list(message_ids)
    found: list[Reaction] = []
    for start in range(0, len(wanted), _BATCH):
        part = wanted[start : start + _BATCH]
        statement = select(*_COLUMNS).where(reactions.c.message_id.in_(part)).order_by(*_ORDER)
        found += [Reaction(**dict(row)) for row in (await tx.execute(statement)).mappings()]
    return tuple(found)


async def reactions_in(
    tx: Tx, zone_id: int, *, since: datetime, until: datetime
) -> tuple[Reaction, ...]:
    """The reactions given until then to a room's messages of that time, oldest first."""
    statement = (
        select(*_COLUMNS)
        .join(messages, messages.c.id == reactions.c.message_id)
        .where(
            messages.c.zone_id == zone_id,
            messages.c.at >= since,
            messages.c.at <= until,
            reactions.c.at <= until,
        )
        .order_by(*_ORDER)
    )
    return tuple(Reaction(**dict(row)) for row in (await tx.execute(statement)).mappings())
