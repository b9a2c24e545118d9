"""Observations: every look of the gate, whether it spoke or not."""

from dataclasses import dataclass
from typing import cast

from sqlalchemy import RowMapping, insert, select

from community.store.engine import Tx
from community.store.reasons import candidate_of, candidate_row, why_of, why_row
from community.store.tables import observations as observation_table
from community.suggestion import Observation, Usage

_table = observation_table.c


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
    tx: Tx, community_id: int, *, limit: int | None = None
) -> tuple[Recorded, ...]:
    """The looks of a community, newest first."""
    statement = (
        select(observation_table)
        .where(_table.community_id == community_id)
        .order_by(_table.at.desc(), _table.id.desc())
        .limit(limit)
    )
    rows = (await tx.execute(statement)).mappings()
    return tuple(Recorded(id=row["id"], observation=_observation(row)) for row in rows)
