"""The flight recorder: every look of the gate, with its reason in a sentence."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from community.store.observations import Recorded, observations_in
from community.suggestion import Candidate
from server.auth import Inside
from server.deps import Given
from server.sentences import Spoken, spoken
from server.tongue import Tongue

router = APIRouter(tags=["suggestions"])


class CandidateOut(BaseModel):
    """A move that could have been made."""

    move: str
    lane: str
    score: float
    why: Spoken
    anchor_ids: list[int]


class ObservationOut(BaseModel):
    """One look: what was chosen, or silence, and why."""

    id: int
    at: datetime
    zone_id: int
    move: str
    why: Spoken
    signals: list[str]
    candidates: list[CandidateOut]
    engine: str
    failure: Spoken | None


class ObservationsOut(BaseModel):
    """Looks, newest first."""

    observations: list[ObservationOut]


@router.get("/communities/{community_id}/observations")
async def list_observations(
    community_id: int,
    _: Inside,
    deps: Given,
    language: Tongue,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
) -> ObservationsOut:
    """The latest looks of the gate."""
    async with deps.store.read() as tx:
        found = await observations_in(tx, community_id, limit=limit)
    return ObservationsOut(observations=[_out(each, language) for each in found])


def _out(each: Recorded, language: str) -> ObservationOut:
    seen = each.observation
    return ObservationOut(
        id=each.id,
        at=seen.at,
        zone_id=seen.zone_id,
        move=seen.move,
        why=spoken(seen.why, language),
        signals=list(seen.signals),
        candidates=[_candidate(one, language) for one in seen.candidates],
        engine=seen.engine,
        failure=spoken(seen.failure, language) if seen.failure else None,
    )


def _candidate(one: Candidate, language: str) -> CandidateOut:
    return CandidateOut(
        move=one.move,
        lane=one.lane,
        score=round(one.score, 3),
        why=spoken(one.why, language),
        anchor_ids=list(one.anchor_ids),
    )
