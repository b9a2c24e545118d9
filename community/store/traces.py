"""Whether anything in the database is somebody's, and taking away who left nothing."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Table, and_, delete, exists, select, update

from community.store.engine import Tx
from community.store.tables import members, messages, metadata, suggestions
from community.suggestion import SuggestionState


async def left_traces(tx: Tx, member_id: int, but: Collection[int]) -> bool:
    """Whether any row points at a member, these messages and drafts let go of left out."""
    for table in metadata.sorted_tables:
        for column in table.columns:
            if any(key.column.table is members for key in column.foreign_keys):
                counted = and_(column == member_id, *_counted(table, but))
                if await tx.scalar(select(exists().where(counted))):
                    return True
    return False


def _counted(table: Table, but: Collection[int]) -> list[ColumnElement[bool]]:
    if table is messages:
        return [messages.c.id.not_in(but)]
    if table is suggestions:
        return [suggestions.c.state != SuggestionState.EXPIRED.value]
    return []


async def free_sources(tx: Tx, message_ids: Collection[int]) -> None:
    """Forget where messages came from, so that the same words may come in once more."""
    for each in message_ids:
        words = f"undone:{each}"
        await tx.execute(update(messages).where(messages.c.id == each).values(source_key=words))


async def remove_member(tx: Tx, member_id: int) -> None:
    """Take a member away; messages of theirs that were taken back stay, as nobody's."""
    theirs = messages.c.author_id == member_id
    await tx.execute(update(messages).where(theirs).values(author_id=None))
    await tx.execute(delete(members).where(members.c.id == member_id))
