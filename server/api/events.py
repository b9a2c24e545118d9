"""Live pages: one stream per open page, with ids only."""

from collections.abc import AsyncIterable, Mapping

from fastapi import APIRouter
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel

from server.access import ACCESS
from server.auth import Inside
from server.deps import Given
from server.news import Kind

router = APIRouter(tags=["live"])

READ_BY: Mapping[Kind, str] = {
    "suggestion": "list_suggestions",
    "message": "list_messages",
    "reaction": "list_messages",
    "heard": "list_messages",
    "distillation": "list_distillations",
    "question": "list_questions",
    "feedback": "list_feedback",
    "answer": "list_my_questions",
    "import": "read_import",
    "obligation": "list_obligations",
    "pain": "list_pains",
    "library": "list_articles",
    "seed": "list_seeds",
    "round": "read_round",
    "missed": "stream_events",
}
"""The endpoint behind each kind of news: who may not open it does not hear of it."""


class ChangedOut(BaseModel):
    """What changed; the page fetches it again and sees what it may see."""

    id: int
    zone: int | None


@router.get("/communities/{community_id}/events", response_class=EventSourceResponse)
async def stream_events(
    community_id: int, here: Inside, deps: Given
) -> AsyncIterable[ServerSentEvent]:
    """Tell what changes, from now on."""
    with deps.broadcaster.listening(community_id) as coming:
        yield ServerSentEvent(comment="open")
        async for news in coming:
            if here.me.role in ACCESS[READ_BY[news.kind]].roles:
                changed = ChangedOut(id=news.id, zone=news.zone_id)
                yield ServerSentEvent(event=news.kind, data=changed)
