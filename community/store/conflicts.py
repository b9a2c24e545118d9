"""Conflicts between signed claims as rows; what was settled stays until its words change."""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import RowMapping, delete, insert, select, update

from community.conflict import ClaimConflict, ConflictKind, Outcome
from community.store.engine import Tx
from community.store.tables import conflicts as table

_t = table.c
DECIDED = (Outcome.FIRST, Outcome.SECOND, Outcome.MERGED)
"""Outcomes after which one of the two answers no more."""


def _read(row: RowMapping) -> ClaimConflict:
    fields = dict(row)
    fields["kind"] = ConflictKind(row["kind"])
    fields["outcome"] = None if row["outcome"] is None else Outcome(row["outcome"])
    return ClaimConflict(**fields)


async def conflict(tx: Tx, id_: int) -> ClaimConflict | None:
    """One conflict."""
    row = (await tx.execute(select(table).where(_t.id == id_))).mappings().one_or_none()
    return None if row is None else _read(row)


async def conflicts_of(
    tx: Tx, community_id: int, *, settled: bool | None = None
) -> tuple[ClaimConflict, ...]:
    """The conflicts of a community, contradictions first, then by age: open, settled or all."""
    statement = select(table).where(_t.community_id == community_id)
    if settled is not None:
        statement = statement.where(
            _t.settled_at.is_not(None) if settled else _t.settled_at.is_(None)
        )
    ordered = statement.order_by(_t.kind, _t.found_at.desc(), _t.id)
    return tuple(_read(row) for row in (await tx.execute(ordered)).mappings())


async def contradictions_about(tx: Tx, claim_ids: Collection[int]) -> tuple[ClaimConflict, ...]:
    """What is open, or was decided for one side, between one of these claims and another one."""
    if not claim_ids:
        return ()
    wanted = sorted(claim_ids)
    statement = select(table).where(
        _t.kind == ConflictKind.CONTRADICTION.value,
        _t.settled_at.is_(None) | _t.outcome.in_([Outcome.FIRST.value, Outcome.SECOND.value]),
        _t.claim_id.in_(wanted) | _t.other_id.in_(wanted),
    )
    rows = await tx.execute(statement.order_by(_t.id))
    return tuple(_read(row) for row in rows.mappings())


async def keep_conflicts(
    tx: Tx, community_id: int, found: Sequence[ClaimConflict]
) -> tuple[int, ...]:
    """Make the rows what was found now; the result are the claims of what is new.

    An open one that is found no more is dropped. A settled one comes back where the words of its
    claims are others, or where the claim that gave way was approved again.
    """
    known = {(each.claim_id, each.other_id): each for each in await conflicts_of(tx, community_id)}
    wanted = {(each.claim_id, each.other_id) for each in found}
    gone = [old.id for pair, old in known.items() if pair not in wanted and old.settled_at is None]
    await tx.execute(delete(table).where(_t.id.in_(gone)))
    return await add_conflicts(tx, community_id, found)


async def add_conflicts(
    tx: Tx, community_id: int, found: Sequence[ClaimConflict]
) -> tuple[int, ...]:
    """Add what was found of some claims and leave all others; the claims of what is new."""
    known = {(each.claim_id, each.other_id): each for each in await conflicts_of(tx, community_id)}
    new: dict[int, None] = {}
    for each in found:
        old = known.get((each.claim_id, each.other_id))
        if old is not None and old.digest == each.digest and old.outcome not in DECIDED:
            continue
        values = asdict(each) | {"kind": each.kind.value}
        del values["id"]
        if old is None:
            await tx.execute(insert(table).values(values))
        else:
            await tx.execute(update(table).where(_t.id == old.id).values(values))
        new |= {each.claim_id: None, each.other_id: None}
    return tuple(new)


async def set_settled(
    tx: Tx, id_: int, *, outcome: Outcome, by: int, at: datetime, note: str | None
) -> bool:
    """Settle a conflict; False where somebody was first."""
    result = await tx.execute(
        update(table)
        .where(_t.id == id_, _t.settled_at.is_(None))
        .values(settled_at=at, settled_by_id=by, outcome=outcome.value, note=note)
    )
    return result.rowcount == 1


async def set_open(tx: Tx, id_: int) -> bool:
    """Take a settlement back; False where it was open."""
    result = await tx.execute(
        update(table)
        .where(_t.id == id_, _t.settled_at.is_not(None))
        .values(settled_at=None, settled_by_id=None, outcome=None, note=None)
    )
    return result.rowcount == 1
