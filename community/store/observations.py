"""Observations: every look of the gate, whether it spoke or not."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import RowMapping, Select, func, insert, select

from community.store.engine import Tx
from community.store.reasons import candidate_of, candidate_row, why_of, why_row
from community.store.tables import observations as observation_table
from community.suggestion import Observation, Usage

_table = observation_table.c
_NEWEST = (_table.at.desc(), _table.id.desc())


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """An observation with the id it is kept under."""

    id: int
    observation: Observation


def _observation(row: RowMapping) -> Observation:
    return Observation(
        community_id=row["community_id"],
        zone_id=row["zone_id"],
        at=row["at"],
        move=row["move"],
        why=why_of(row["why"]),
        signals=tuple(row["signals"]),
        candidates=tuple(candidate_of(each) for each in row["candidates"]),
        engine=row["engine"],
        prompt_version=row["prompt_version"],
        usage=Usage(tokens_in=row["tokens_in"], tokens_out=row["tokens_out"]),
        failure=None if row["failure"] is None else why_of(row["failure"]),
    )


async def insert_observation(tx: Tx, seen: Observation) -> int:
    """Keep a look; the result is its id."""
    statement = insert(observation_table).values(
        community_id=seen.community_id,
        zone_id=seen.zone_id,
        at=seen.at,
        move=seen.move,
        why=why_row(seen.why),
        signals=list(seen.signals),
        candidates=[candidate_row(each) for each in seen.candidates],
        engine=seen.engine,
        prompt_version=seen.prompt_version,
        tokens_in=seen.usage.tokens_in,
        tokens_out=seen.usage.tokens_out,
        failure=None if seen.failure is None else why_row(seen.failure),
    )
    return cast("int", await tx.scalar(statement.returning(_table.id)))


async def observations_in(
    tx: Tx,
    community_id: int,
    *,
    zone_id: int | None = None,
    reason: str | None = None,
    limit: int | None = None,
) -> tuple[Recorded, ...]:
    """The looks of a community, newest first; of one room, or with one reason."""
    statement = select(observation_table).where(_table.community_id == community_id)
    if zone_id is not None:
        statement = statement.where(_table.zone_id == zone_id)
    if reason is not None:
        statement = statement.where(_table.why["code"].as_string() == reason)
    return await _recorded(tx, statement.order_by(*_NEWEST).limit(limit))


async def look_before(tx: Tx, zone_id: int, at: datetime) -> Recorded | None:
    """The last look at a room up to an instant."""
    statement = select(observation_table).where(_table.zone_id == zone_id, _table.at <= at)
    found = await _recorded(tx, statement.order_by(*_NEWEST).limit(1))
    return found[0] if found else None


async def look_times_around(
    tx: Tx, zone_id: int, at: datetime
) -> tuple[datetime | None, datetime | None]:
    """When the looks before and after an instant were."""
    here = _table.zone_id == zone_id
    before = await tx.scalar(select(func.max(_table.at)).where(here, _table.at < at))
    after = await tx.scalar(select(func.min(_table.at)).where(here, _table.at > at))
    return before, after


async def reasons_between(
    tx: Tx, community_id: int, since: datetime, until: datetime
) -> tuple[tuple[str, str, int], ...]:
    """How many looks of [since, until) ended in each (move, reason), the most frequent first."""
    code = _table.why["code"].as_string()
    count = func.count()
    statement = (
        select(_table.move, code, count)
        .where(_table.community_id == community_id, _table.at >= since, _table.at < until)
        .group_by(_table.move, code)
        .order_by(count.desc(), code)
    )
    return tuple((move, reason, times) for move, reason, times in await tx.execute(statement))


async def first_look_at(tx: Tx, community_id: int) -> datetime | None:
    """When a community was first looked at."""
    return await tx.scalar(select(func.min(_table.at)).where(_table.community_id == community_id))


async def _recorded(tx: Tx, statement: Select[*tuple[object, ...]]) -> tuple[Recorded, ...]:
    rows = (await tx.execute(statement)).mappings()
    return tuple(Recorded(id=row["id"], observation=_observation(row)) for row in rows)
