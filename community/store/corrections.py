"""What people corrected in what was heard: kept for the next look, and for evals."""

from collections.abc import Iterable
from datetime import datetime
from typing import cast

from sqlalchemy import ColumnElement, RowMapping, insert, or_, select, update

from community.heard import About, Correction, MarkVerdict
from community.obligation import HEARD_AS, DebtState
from community.store.engine import Tx
from community.store.tables import corrections, obligations

_row = corrections.c
_debt = obligations.c
_BATCH = 500


def _read(row: RowMapping) -> Correction:
    fields = dict(row)
    fields["about"] = About(row["about"])
    return Correction(**fields)


async def insert_correction(tx: Tx, new: Correction) -> int:
    """Keep a correction; the result is its id."""
    values = {name: getattr(new, name) for name in Correction.__dataclass_fields__ if name != "id"}
    rows = {"about": new.about.value, "before": dict(new.before), "after": dict(new.after)}
    statement = insert(corrections).values(values | rows)
    return cast("int", await tx.scalar(statement.returning(_row.id)))


async def correction(tx: Tx, correction_id: int) -> Correction | None:
    """The correction with this id."""
    found = await tx.execute(select(corrections).where(_row.id == correction_id))
    row = found.mappings().one_or_none()
    return None if row is None else _read(row)


async def take_back(tx: Tx, correction_id: int, at: datetime) -> None:
    """Note that a correction was undone; the row stays."""
    await tx.execute(update(corrections).where(_row.id == correction_id).values(undone_at=at))


async def _all(tx: Tx, *conditions: ColumnElement[bool]) -> list[Correction]:
    found = await tx.execute(select(corrections).where(*conditions).order_by(_row.id))
    return [_read(row) for row in found.mappings()]


async def corrections_in(tx: Tx, community_id: int) -> tuple[Correction, ...]:
    """Every correction of a community that was not undone, oldest first."""
    return tuple(await _all(tx, _row.community_id == community_id, _row.undone_at.is_(None)))


async def last_move(tx: Tx, zone_id: int, message_id: int) -> Correction | None:
    """The last time somebody moved this message and did not undo it."""
    found = await _all(
        tx,
        _row.zone_id == zone_id,
        _row.message_id == message_id,
        _row.about == About.LINK.value,
        _row.undone_at.is_(None),
    )
    return found[-1] if found else None


async def verdicts_of(
    tx: Tx, zone_id: int, message_ids: Iterable[int]
) -> dict[tuple[int, str], Correction]:
    """The last word on each mark of these messages, by message and kind."""
    wanted = list(message_ids)
    found: list[Correction] = []
    for start in range(0, len(wanted), _BATCH):
        part = wanted[start : start + _BATCH]
        found += await _all(
            tx,
            _row.zone_id == zone_id,
            _row.message_id.in_(part),
            _row.about == About.SIGNAL.value,
            _row.undone_at.is_(None),
        )
    return {(each.message_id, each.kind or ""): each for each in found}


async def refused(tx: Tx, zone_id: int, now: datetime) -> frozenset[tuple[int, str]]:
    """Message and kind of each signal a person had said is wrong by `now`."""
    said = await _all(
        tx,
        _row.zone_id == zone_id,
        _row.about == About.SIGNAL.value,
        _row.at <= now,
        or_(_row.undone_at.is_(None), _row.undone_at > now),
    )
    last = {(each.message_id, each.kind or ""): each.after.get("verdict") for each in said}
    wrong = {key for key, verdict in last.items() if verdict == MarkVerdict.WRONG}
    return frozenset(wrong | await _excused(tx, zone_id))


async def _excused(tx: Tx, zone_id: int) -> set[tuple[int, str]]:
    """What a person let go as a debt calls for nothing any more."""
    statement = select(_debt.message_id, _debt.kind).where(
        _debt.zone_id == zone_id,
        _debt.state == DebtState.EXCUSED.value,
        _debt.closed_by_id.is_not(None),
    )
    return {
        (row.message_id, heard)
        for row in await tx.execute(statement)
        for heard in HEARD_AS.get(row.kind, ())
    }
