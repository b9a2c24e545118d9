"""How far each member has read in each zone."""

from sqlalchemy import and_, func, or_, select

from community.store.engine import Tx
from community.store.once import insert_into
from community.store.tables import messages, reads, zones


async def set_read(tx: Tx, member_id: int, zone_id: int, message_id: int) -> None:
    """Remember the last message seen; it only ever moves on."""
    statement = insert_into(tx, reads).values(
        member_id=member_id, zone_id=zone_id, message_id=message_id
    )
    await tx.execute(
        statement.on_conflict_do_update(
            index_elements=["member_id", "zone_id"],
            set_={"message_id": statement.excluded.message_id},
            where=reads.c.message_id < statement.excluded.message_id,
        )
    )


async def unread_counts(tx: Tx, member_id: int, community_id: int) -> dict[int, int]:
    """Unread messages of others that this member may see, by zone id.

    Imported history counts as read; every zone of the community is named.
    """
    seen = and_(reads.c.zone_id == zones.c.id, reads.c.member_id == member_id)
    unread = and_(
        messages.c.zone_id == zones.c.id,
        messages.c.id > func.coalesce(reads.c.message_id, 0),
        messages.c.from_history.is_(False),
        messages.c.recalled_at.is_(None),
        or_(messages.c.author_id.is_(None), messages.c.author_id != member_id),
        or_(messages.c.to_id.is_(None), messages.c.to_id == member_id),
    )
    statement = (
        select(zones.c.id, func.count(messages.c.id).label("unread"))
        .join_from(zones, reads, seen, isouter=True)
        .join(messages, unread, isouter=True)
        .where(zones.c.community_id == community_id)
        .group_by(zones.c.id)
    )
    return {row.id: row.unread for row in await tx.execute(statement)}
