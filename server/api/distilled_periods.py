"""A stretch of time, or one topic in it, as one draft article."""

import asyncio
from datetime import datetime, timedelta

from fastapi import APIRouter
from pydantic import BaseModel, Field

from community.errors import Invalid, NotFound
from community.store import communities
from server.auth import Inside
from server.deps import Given
from server.distilling import period_job
from server.jobs.distil_period import meant, period_talk

router = APIRouter(tags=["review"])
LONGEST = timedelta(days=120)
"""A longer stretch is no article."""


class PeriodIn(BaseModel):
    """A stretch of time in a zone (`until` is no part of it), and the topic that is meant."""

    zone_id: int
    since: datetime
    until: datetime
    about: str = Field(default="", max_length=60)


class PeriodOut(BaseModel):
    """How many threads are being distilled into one draft now."""

    threads: int


@router.post("/communities/{community_id}/distillations/period")
async def start_period(community_id: int, body: PeriodIn, _: Inside, deps: Given) -> PeriodOut:
    """Distil a period, or a topic in it, now; the draft appears on the review page."""
    since, until, about = body.since, body.until, " ".join(body.about.split())
    if since.tzinfo is None or until.tzinfo is None or not since < until <= since + LONGEST:
        raise Invalid("period_bounds", days=LONGEST.days)
    now = deps.clock()
    async with deps.store.read() as tx:
        zone = await communities.zone(tx, body.zone_id)
        if zone is None or zone.community_id != community_id:
            raise NotFound("zone_not_found", zone=body.zone_id)
        talk = await period_talk(tx, zone.id, since, now)
    _talk, threads = await asyncio.to_thread(meant, talk, since, until, about)
    if not threads:
        raise Invalid("period_empty", about=about or "-")
    async with deps.store.write() as tx:
        await deps.queue.put(tx, period_job(zone.id, since, until, about, now))
    return PeriodOut(threads=len(threads))
