"""The flight recorder: every look of the gate, with its reason in a sentence."""

from datetime import datetime

from fastapi import APIRouter, Query
from pydantic import BaseModel

from server.auth import Inside
from server.deps import Given
from server.sentences import Spoken

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
    here: Inside,
    deps: Given,
    limit: int = Query(default=50, ge=1, le=500),
) -> ObservationsOut:
    """The latest looks of the gate."""
    raise NotImplementedError
