"""Live pages: one stream per open page, with ids only."""

from collections.abc import AsyncIterable

from fastapi import APIRouter
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel

from server.auth import Inside
from server.deps import Given

router = APIRouter(tags=["live"])


class ChangedOut(BaseModel):
    """What changed; the page fetches it again and sees what it may see."""

    id: int
    zone: int | None


@router.get("/communities/{community_id}/events", response_class=EventSourceResponse)
async def stream_events(
    community_id: int, here: Inside, deps: Given
) -> AsyncIterable[ServerSentEvent]:
    """Tell what changes, from now on."""
    with deps.broadcaster.listening(here.community.id) as coming:
        yield ServerSentEvent(comment="open")
        async for news in coming:
            changed = ChangedOut(id=news.id, zone=news.zone_id)
            yield ServerSentEvent(event=news.kind, data=changed)
