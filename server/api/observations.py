"""The flight recorder: every look of the gate, with its reason in a sentence, for any instant."""

import asyncio
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import AwareDatetime, BaseModel

from agent.look import SILENT, signals_of
from agent.replay import WINDOW, look_again_at
from community.errors import NotFound
from community.store import Tx, communities, messages
from community.store.observations import (
    Recorded,
    look_before,
    look_times_around,
    observations_in,
)
from community.store.suggestions import ledger
from community.suggestion import Candidate, Observation
from server.auth import Inside
from server.deps import Given
from server.sentences import Spoken, spoken
from server.tongue import Tongue

router = APIRouter(tags=["suggestions"])


class CandidateOut(BaseModel):
    """A move that could have been made; `against` is null for the one that was chosen."""

    move: str
    lane: str
    score: float
    why: Spoken
    against: Spoken | None
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


class LookOut(BaseModel):
    """The look that tells of an instant.

    `reconstructed` says that none was kept for it: then it was worked out afresh, from what had
    been said until then, with the settings of today. `earlier` and `later` are kept looks.
    """

    asked_at: datetime
    look: ObservationOut
    reconstructed: bool
    earlier: datetime | None
    later: datetime | None


@router.get("/communities/{community_id}/observations")
async def list_observations(
    community_id: int,
    _: Inside,
    deps: Given,
    language: Tongue,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
    zone: int | None = None,
    reason: Annotated[str | None, Query(max_length=40)] = None,
) -> ObservationsOut:
    """The latest looks of the gate; of one room, or with one reason."""
    async with deps.store.read() as tx:
        found = await observations_in(tx, community_id, zone_id=zone, reason=reason, limit=limit)
    return ObservationsOut(observations=[_out(each, language) for each in found])


@router.get("/communities/{community_id}/looks")
async def read_look(
    community_id: int,
    _: Inside,
    deps: Given,
    language: Tongue,
    zone: int,
    at: AwareDatetime,
) -> LookOut:
    """Why nothing (or what) was said at an instant in a room."""
    asked = min(at, deps.clock())
    async with deps.store.read() as tx:
        room = await communities.zone(tx, zone)
        if room is None or room.community_id != community_id:
            raise NotFound("zone_not_found", zone=zone)
        kept = await _kept_for(tx, zone, asked)
        found = kept or await _worked_out(tx, zone, asked)
        before, after = await look_times_around(tx, zone, found.observation.at)
    return LookOut(
        asked_at=asked,
        look=_out(found, language),
        reconstructed=kept is None,
        earlier=before,
        later=after,
    )


async def _kept_for(tx: Tx, zone_id: int, at: datetime) -> Recorded | None:
    """The last look before an instant, if nothing was said in between that it did not hear."""
    found = await look_before(tx, zone_id, at)
    if found is None or await messages.was_anything_said(tx, zone_id, found.observation.at, at):
        return None
    return found


async def _worked_out(tx: Tx, zone_id: int, at: datetime) -> Recorded:
    """A look at the past that nobody kept; it is not kept either."""
    talk = await messages.talk(tx, zone_id, now=at, days=WINDOW.days)
    past = await ledger(tx, talk.community.id, now=at)
    decided = await asyncio.to_thread(look_again_at, talk, past, at)
    choice = decided.choice
    seen = Observation(
        community_id=talk.community.id,
        zone_id=zone_id,
        at=at,
        move=choice.candidate.move if choice.candidate else SILENT,
        why=choice.why,
        signals=signals_of(decided.moment),
        candidates=choice.weighed,
        engine="none",
    )
    return Recorded(id=0, observation=seen)


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
        against=spoken(one.against, language) if one.against else None,
        anchor_ids=list(one.anchor_ids),
    )
