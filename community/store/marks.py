"""Marks: what each look heard at which message, until a later look hears it no more."""

from collections.abc import Iterable
from datetime import datetime
from typing import cast

from sqlalchemy import Row, RowMapping, case, select, update

from community.heard import Mark
from community.store.engine import Tx
from community.store.once import insert_into
from community.store.tables import marks

Keys = frozenset[tuple[int, str]]
"""Marks by the message they stand at and their kind."""
_mark = marks.c
_BATCH = 500
_HEARD = ("member_ids", "confidence", "facts")


def _read(row: RowMapping) -> Mark:
    fields = dict(row)
    fields["member_ids"] = tuple(row["member_ids"])
    return Mark(**fields)


def _row(mark: Mark) -> dict[str, object]:
    return {
        "community_id": mark.community_id,
        "zone_id": mark.zone_id,
        "message_id": mark.message_id,
        "kind": mark.kind,
        "member_ids": list(mark.member_ids),
        "confidence": mark.confidence,
        "facts": dict(mark.facts),
        "noticed_at": mark.noticed_at,
        "over_at": None,
    }


async def mark(tx: Tx, mark_id: int) -> Mark | None:
    """The mark with this id."""
    row = (await tx.execute(select(marks).where(_mark.id == mark_id))).mappings().one_or_none()
    return None if row is None else _read(row)


async def marks_of(tx: Tx, message_ids: Iterable[int]) -> tuple[Mark, ...]:
    """The marks that stand at these messages, in the order they were noticed."""
    wanted = list(message_ids)
    found: list[Mark] = []
    for start in range(0, len(wanted), _BATCH):
        part = wanted[start : start + _BATCH]
        statement = select(marks).where(_mark.message_id.in_(part), _mark.over_at.is_(None))
        rows = await tx.execute(statement.order_by(_mark.noticed_at, _mark.id))
        found += [_read(row) for row in rows.mappings()]
    return tuple(found)


async def keep_marks(
    tx: Tx, zone_id: int, heard: Iterable[Mark], at: datetime, refused: Keys = frozenset()
) -> bool:
    """Keep what a look heard, end what it hears no more; whether anything came or went.

    A mark that is heard on keeps the time it was first noticed. One that a person refused is
    neither kept anew nor ended: nobody sees it, and it is back should the refusal be undone.
    """
    every = {(each.message_id, each.kind): each for each in heard}
    new = {key: each for key, each in every.items() if key not in refused}
    standing = await _standing(tx, zone_id)
    on = new.keys() | refused
    gone = [row.id for row in standing if (row.message_id, row.kind) not in on]
    if gone:
        await tx.execute(update(marks).where(_mark.id.in_(gone)).values(over_at=at))
    if new:
        await _upsert(tx, new.values())
    known = {(row.message_id, row.kind) for row in standing}
    return bool(gone) or not new.keys() <= known


async def _standing(tx: Tx, zone_id: int) -> list[Row[tuple[int, int, str]]]:
    columns = select(_mark.id, _mark.message_id, _mark.kind)
    found = await tx.execute(columns.where(_mark.zone_id == zone_id, _mark.over_at.is_(None)))
    return list(cast("Iterable[Row[tuple[int, int, str]]]", found))


async def _upsert(tx: Tx, heard: Iterable[Mark]) -> None:
    statement = insert_into(tx, marks)
    given = statement.excluded
    since = case((_mark.over_at.is_(None), _mark.noticed_at), else_=given.noticed_at)
    await tx.execute(
        statement.on_conflict_do_update(
            index_elements=["message_id", "kind"],
            set_={name: given[name] for name in _HEARD} | {"noticed_at": since, "over_at": None},
        ),
        [_row(each) for each in heard],
    )
