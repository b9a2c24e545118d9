"""Links with which an expert decides on a few claims; only the digests of their tokens are kept."""

from dataclasses import asdict, replace
from datetime import datetime
from typing import cast

from sqlalchemy import RowMapping, insert, select, update

from community.reviewing import ReviewPass
from community.store.engine import Tx
from community.store.tables import review_passes

_t = review_passes.c


def _read(row: RowMapping) -> ReviewPass:
    fields = dict(row)
    fields["claim_ids"] = tuple(row["claim_ids"])
    return ReviewPass(**fields)


async def insert_pass(tx: Tx, new: ReviewPass) -> ReviewPass:
    """Keep a pass; its id is given here."""
    values = {**asdict(new), "claim_ids": list(new.claim_ids)}
    del values["id"]
    kept = await tx.scalar(insert(review_passes).values(values).returning(_t.id))
    return replace(new, id=cast("int", kept))


async def pass_of(tx: Tx, digest: str) -> ReviewPass | None:
    """The pass whose token has this digest."""
    found = await tx.execute(select(review_passes).where(_t.digest == digest))
    row = found.mappings().one_or_none()
    return None if row is None else _read(row)


async def set_opened(tx: Tx, pass_id: int, at: datetime) -> None:
    """Note when a pass was opened first."""
    await tx.execute(
        update(review_passes).where(_t.id == pass_id, _t.used_at.is_(None)).values(used_at=at)
    )


async def set_finished(tx: Tx, pass_id: int, at: datetime) -> bool:
    """Use a pass up; False where it was used up before."""
    changed = await tx.execute(
        update(review_passes)
        .where(_t.id == pass_id, _t.finished_at.is_(None))
        .values(finished_at=at)
    )
    return changed.rowcount == 1
