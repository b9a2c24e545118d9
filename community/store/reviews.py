"""Reviews: who decided what and when; a decision that was taken back stays on record."""

from dataclasses import replace
from datetime import datetime
from typing import cast

from sqlalchemy import RowMapping, insert, select, update

from community.review import Decision, Review, Subject
from community.store.engine import Tx
from community.store.tables import reviews as review_table

_table = review_table.c


def _review(row: RowMapping) -> Review:
    fields = dict(row)
    fields["subject"] = Subject(row["subject"])
    fields["decision"] = Decision(row["decision"])
    return Review(**fields)


async def insert_review(tx: Tx, new: Review) -> Review:
    """Keep a review; its id is given here."""
    values = {name: getattr(new, name) for name in Review.__dataclass_fields__ if name != "id"}
    values |= {"subject": new.subject.value, "decision": new.decision.value}
    statement = insert(review_table).values(values).returning(_table.id)
    return replace(new, id=cast("int", await tx.scalar(statement)))


async def last_review(tx: Tx, subject: Subject, subject_id: int) -> Review | None:
    """The decision that holds: the latest that was not taken back."""
    statement = (
        select(review_table)
        .where(
            _table.subject == subject.value,
            _table.subject_id == subject_id,
            _table.undone_at.is_(None),
        )
        .order_by(_table.id.desc())
        .limit(1)
    )
    row = (await tx.execute(statement)).mappings().one_or_none()
    return None if row is None else _review(row)


async def set_undone(tx: Tx, review_id: int, at: datetime) -> None:
    """Note that a decision was taken back."""
    await tx.execute(update(review_table).where(_table.id == review_id).values(undone_at=at))


async def reviews_since(
    tx: Tx, community_id: int, *, subject: Subject, since: datetime, until: datetime
) -> tuple[Review, ...]:
    """The reviews of one subject between two moments, both included, oldest first."""
    statement = (
        select(review_table)
        .where(
            _table.community_id == community_id,
            _table.subject == subject.value,
            _table.at >= since,
            _table.at <= until,
        )
        .order_by(_table.at, _table.id)
    )
    return tuple(_review(row) for row in (await tx.execute(statement)).mappings())
