"""The queue: drafted moves, why they are offered, and what a person decides."""

from datetime import datetime
from typing import Literal

from fastapi import APIRouter, Query
from pydantic import AwareDatetime, BaseModel, Field

from community.review import DismissReason
from community.suggestion import Audience, Lane, Speaker, SuggestionState
from server.auth import Inside
from server.deps import Given
from server.sentences import Spoken

router = APIRouter(tags=["suggestions"])


class AnchorOut(BaseModel):
    """A message a draft answers."""

    id: int
    author: str | None
    text: str
    at: datetime


class CheckOut(BaseModel):
    """One check of a draft, in a sentence."""

    code: str
    text: str
    passed: bool


class ZoneRef(BaseModel):
    """Where it is posted."""

    id: int
    name: str


class SuggestionOut(BaseModel):
    """A drafted move. `may_accept` is False where it would be posted in another's name.

    `delivery` says what became of an accepted one: pending, sending, sent, refused, unknown,
    or copied (posted by hand). `disclosure` names who drafted it, for people to read.
    """

    id: int
    move: str
    lane: Lane
    audience: Audience
    speaker: Speaker
    speaker_name: str | None
    to_name: str | None
    text: str
    anchors: list[AnchorOut]
    why: Spoken
    rule: str
    confidence: float
    checks: list[CheckOut]
    created_at: datetime
    due_at: datetime | None
    snoozed_until: datetime | None
    from_history: bool
    zone: ZoneRef
    engine: str
    disclosure: str
    state: SuggestionState
    may_accept: bool
    delivery: str | None


class SuggestionsOut(BaseModel):
    """Drafts, the most urgent and newest first, and how many there are in each state."""

    suggestions: list[SuggestionOut]
    counts: dict[str, int]


class SuggestionReviewIn(BaseModel):
    """What a person decides on one draft."""

    decision: Literal["accept", "edit", "dismiss", "snooze"]
    text: str | None = Field(default=None, min_length=1, max_length=4000)
    reason: DismissReason | None = None
    until: AwareDatetime | None = None


class SuggestionReviewOut(BaseModel):
    """The draft as it is now, and how long the decision can be taken back."""

    suggestion: SuggestionOut
    undo_until: datetime


@router.get("/communities/{community_id}/suggestions")
async def list_suggestions(
    community_id: int,
    here: Inside,
    deps: Given,
    state: SuggestionState = SuggestionState.OFFERED,
    limit: int = Query(default=100, ge=1, le=200),
) -> SuggestionsOut:
    """The drafts of a community in one state."""
    raise NotImplementedError


@router.post("/suggestions/{suggestion_id}/review")
async def review_suggestion(
    suggestion_id: int, body: SuggestionReviewIn, here: Inside, deps: Given
) -> SuggestionReviewOut:
    """Decide on a draft; it is decided once."""
    raise NotImplementedError


@router.post("/suggestions/{suggestion_id}/undo")
async def undo_suggestion(suggestion_id: int, here: Inside, deps: Given) -> SuggestionOut:
    """Take a decision back while there is time."""
    raise NotImplementedError


@router.post("/suggestions/{suggestion_id}/posted")
async def mark_suggestion_posted(suggestion_id: int, here: Inside, deps: Given) -> SuggestionOut:
    """Say that a draft was copied out and posted by hand."""
    raise NotImplementedError
