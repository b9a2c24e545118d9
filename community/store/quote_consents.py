"""What members say about being quoted in articles."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import RowMapping, select, update

from community.credit import QuoteConsent, Shape
from community.store.engine import Tx
from community.store.once import insert_once
from community.store.tables import distillations, quote_consents

_t = quote_consents.c


def _read(row: RowMapping) -> QuoteConsent:
    fields = dict(row)
    fields["shape"] = Shape(row["shape"])
    return QuoteConsent(**fields)


async def insert_quote_consent(tx: Tx, new: QuoteConsent) -> int | None:
    """Ask a member about one article; None where they were asked about it before."""
    values: dict[str, object] = {
        "community_id": new.community_id,
        "distillation_id": new.distillation_id,
        "member_id": new.member_id,
        "shape": new.shape.value,
        "nickname": new.nickname,
        "asked_at": new.asked_at,
        "answered_at": new.answered_at,
    }
    return await insert_once(tx, quote_consents, values)


async def quote_consent(tx: Tx, consent_id: int) -> QuoteConsent | None:
    """The word of a member about an article, by its own id."""
    found = await tx.execute(select(quote_consents).where(_t.id == consent_id))
    row = found.mappings().one_or_none()
    return None if row is None else _read(row)


async def quote_consents_in(
    tx: Tx, distillation_ids: Collection[int]
) -> dict[int, dict[int, QuoteConsent]]:
    """Who said what about being quoted: by article, then by member."""
    statement = select(quote_consents).where(_t.distillation_id.in_(distillation_ids))
    found: dict[int, dict[int, QuoteConsent]] = {}
    for row in (await tx.execute(statement)).mappings():
        found.setdefault(row["distillation_id"], {})[row["member_id"]] = _read(row)
    return found


async def quote_consents_of(tx: Tx, member_id: int) -> tuple[QuoteConsent, ...]:
    """Every article a member was asked about, the newest first."""
    statement = select(quote_consents).where(_t.member_id == member_id).order_by(_t.id.desc())
    return tuple(_read(row) for row in (await tx.execute(statement)).mappings())


async def quote_words(tx: Tx, distillation_id: int) -> dict[int, QuoteConsent]:
    """The latest word of each member about any version of an article, by member."""
    mine = distillations.alias("mine")
    statement = (
        select(quote_consents)
        .join(distillations, distillations.c.id == _t.distillation_id)
        .join(
            mine,
            (mine.c.community_id == distillations.c.community_id)
            & (mine.c.root_id == distillations.c.root_id),
        )
        .where(mine.c.id == distillation_id)
        .order_by(_t.answered_at, _t.distillation_id)
    )
    found: dict[int, QuoteConsent] = {}
    for row in (await tx.execute(statement)).mappings():
        word = _read(row)
        if word.answered_at is not None or word.member_id not in found:
            found[word.member_id] = word
    return found


async def set_shape(
    tx: Tx, consent_id: int, shape: Shape, nickname: str | None, at: datetime | None
) -> None:
    """Keep what a member chose, or that they took it back (`at` None)."""
    await tx.execute(
        update(quote_consents)
        .where(_t.id == consent_id)
        .values(shape=shape.value, nickname=nickname, answered_at=at)
    )
