"""Pain points of a community and the taps that ask for them."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import cast

from sqlalchemy import RowMapping, delete, insert, select, update

from community.pains import Pain, PainState, Tap
from community.store.engine import Tx
from community.store.tables import pain_points, taps

_LISTS = ("message_ids", "tap_ids", "people_ids", "silent_ids")


def _pain(row: RowMapping) -> Pain:
    fields = dict(row)
    fields["state"] = PainState(row["state"])
    for name in _LISTS:
        fields[name] = tuple(row[name])
    return Pain(**fields)


def _pain_row(pain: Pain) -> dict[str, object]:
    lists = {name: list(getattr(pain, name)) for name in _LISTS}
    values: dict[str, object] = {**asdict(pain), **lists, "state": pain.state.value}
    del values["id"]
    return values


async def pain(tx: Tx, pain_id: int) -> Pain | None:
    """The pain point with this id."""
    found = await tx.execute(select(pain_points).where(pain_points.c.id == pain_id))
    row = found.mappings().one_or_none()
    return None if row is None else _pain(row)


async def pains_in(
    tx: Tx, community_id: int, *states: PainState, limit: int | None = None
) -> tuple[Pain, ...]:
    """The pain points of a community: pinned ones first, then the strongest."""
    statement = select(pain_points).where(pain_points.c.community_id == community_id)
    if states:
        statement = statement.where(pain_points.c.state.in_([state.value for state in states]))
    pinned = (pain_points.c.state == PainState.PINNED.value).desc()
    order = (pinned, pain_points.c.strength.desc(), pain_points.c.id)
    rows = (await tx.execute(statement.order_by(*order).limit(limit))).mappings()
    return tuple(_pain(row) for row in rows)


async def insert_pain(tx: Tx, new: Pain) -> Pain:
    """Keep a pain point; its id is given here."""
    statement = insert(pain_points).values(_pain_row(new)).returning(pain_points.c.id)
    return replace(new, id=cast("int", await tx.scalar(statement)))


async def update_pain(tx: Tx, changed: Pain) -> None:
    """Keep every field of a pain point as it is now."""
    statement = update(pain_points).where(pain_points.c.id == changed.id)
    await tx.execute(statement.values(_pain_row(changed)))


async def delete_pains(tx: Tx, pain_ids: Sequence[int]) -> None:
    """Forget pain points nobody tells any more and nobody decided on."""
    await tx.execute(delete(pain_points).where(pain_points.c.id.in_(list(pain_ids))))


async def tap(tx: Tx, tap_id: int) -> Tap | None:
    """The tap with this id."""
    found = await tx.execute(select(taps).where(taps.c.id == tap_id))
    row = found.mappings().one_or_none()
    return None if row is None else Tap(**dict(row))


async def taps_of(tx: Tx, member_id: int) -> tuple[Tap, ...]:
    """What a member was asked, newest first."""
    statement = select(taps).where(taps.c.member_id == member_id)
    rows = await tx.execute(statement.order_by(taps.c.asked_at.desc(), taps.c.id.desc()))
    return tuple(Tap(**dict(row)) for row in rows.mappings())


async def answered_taps(tx: Tx, community_id: int, *, since: datetime) -> tuple[Tap, ...]:
    """The answers of a community's members since a moment, oldest first."""
    statement = select(taps).where(taps.c.community_id == community_id, taps.c.answered_at >= since)
    rows = await tx.execute(statement.order_by(taps.c.answered_at, taps.c.id))
    return tuple(Tap(**dict(row)) for row in rows.mappings())


async def insert_tap(tx: Tx, new: Tap) -> Tap:
    """Keep that a member is asked; the id is given here."""
    values = asdict(new)
    del values["id"]
    statement = insert(taps).values(values).returning(taps.c.id)
    return replace(new, id=cast("int", await tx.scalar(statement)))


async def update_tap(tx: Tx, changed: Tap) -> None:
    """Keep every field of a tap as it is now."""
    values = asdict(changed)
    await tx.execute(update(taps).where(taps.c.id == values.pop("id")).values(values))
