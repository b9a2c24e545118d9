"""The tokens of a community; of the token itself only the digest is kept."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import RowMapping, insert, or_, select, update

from community.store.engine import Tx
from community.store.tables import tokens as table
from community.token import Right, Token

_t = table.c
_COLUMNS = tuple(_t[name] for name in Token.__dataclass_fields__)
USED_AGAIN = timedelta(minutes=1)
"""How exactly the last use of a token is kept: reading may not cost a write each time."""


def _read(row: RowMapping) -> Token:
    fields = dict(row)
    fields["rights"] = tuple(Right(right) for right in row["rights"])
    return Token(**fields)


async def insert_token(tx: Tx, new: Token, digest: str) -> Token:
    """Keep a token by its digest."""
    values = {name: getattr(new, name) for name in Token.__dataclass_fields__ if name != "id"}
    values |= {"rights": [right.value for right in new.rights], "digest": digest}
    id_ = cast("int", await tx.scalar(insert(table).values(values).returning(_t.id)))
    return replace(new, id=id_)


async def tokens_of(tx: Tx, community_id: int) -> tuple[Token, ...]:
    """The tokens of a community that were not revoked, newest first."""
    statement = select(*_COLUMNS).where(_t.community_id == community_id, _t.revoked_at.is_(None))
    rows = await tx.execute(statement.order_by(_t.id.desc()))
    return tuple(_read(row) for row in rows.mappings())


async def token_by_digest(tx: Tx, digest: str) -> Token | None:
    """The token somebody shows."""
    rows = await tx.execute(select(*_COLUMNS).where(_t.digest == digest))
    row = rows.mappings().one_or_none()
    return None if row is None else _read(row)


async def revoke_token(tx: Tx, token_id: int, at: datetime) -> bool:
    """End a token; False where it was ended before."""
    ended = await tx.execute(
        update(table).where(_t.id == token_id, _t.revoked_at.is_(None)).values(revoked_at=at)
    )
    return ended.rowcount > 0


async def note_use(tx: Tx, token_id: int, at: datetime) -> None:
    """Remember that a token was used, to the minute."""
    long_ago = or_(_t.last_used_at.is_(None), _t.last_used_at < at - USED_AGAIN)
    await tx.execute(update(table).where(_t.id == token_id, long_ago).values(last_used_at=at))
