"""The review page: what threads taught, claim beside source, decided by an expert."""

from datetime import datetime
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from community.distillation import ArticleKind, ClaimKind, ClaimState, DistillationState
from server.auth import Inside
from server.deps import Given

router = APIRouter(tags=["review"])


class CitationOut(BaseModel):
    """The exact words a claim rests on: `quote` is `text[start:end]` of the message."""

    message_id: int
    author: str | None
    at: datetime
    text: str
    start: int
    end: int
    quote: str


class ProblemOut(BaseModel):
    """Why a claim is not supported, in a sentence."""

    code: str
    text: str


class ClaimOut(BaseModel):
    """One sentence to decide on; an approval is bound to `digest`."""

    id: int
    text: str
    kind: ClaimKind
    state: ClaimState
    supported: bool
    problems: list[ProblemOut]
    own_words: bool
    original_text: str | None
    reason: str | None
    digest: str
    citations: list[CitationOut]


class SourceOut(BaseModel):
    """One message of the thread a distillation was made from."""

    id: int
    author: str | None
    at: datetime
    text: str


class DistillationOut(BaseModel):
    """A draft article with its claims and the thread it comes from."""

    id: int
    title: str
    kind: ArticleKind
    state: DistillationState
    version: int
    zone_id: int
    engine: str
    created_at: datetime
    signed_by: str | None
    signed_at: datetime | None
    claims: list[ClaimOut]
    thread: list[SourceOut]
    open_questions: list[str]


class DistillationRow(BaseModel):
    """A distillation in a list: how many of its claims are in which state."""

    id: int
    title: str
    kind: ArticleKind
    state: DistillationState
    created_at: datetime
    claims: int
    open: int
    approved: int
    rejected: int
    signed_by: str | None
    signed_at: datetime | None


class DistillationsOut(BaseModel):
    """Distillations, newest first."""

    distillations: list[DistillationRow]


class ClaimReviewIn(BaseModel):
    """A decision on one claim; `seen` is the digest of what was shown."""

    decision: Literal["approve", "edit", "reject", "reopen"]
    text: str | None = Field(default=None, min_length=1, max_length=2000)
    reason: str | None = Field(default=None, max_length=300)
    seen: str = Field(max_length=64)


class SignatureIn(BaseModel):
    """Signing an article; `seen` are the digests of the approved claims as shown."""

    title: str | None = Field(default=None, min_length=1, max_length=200)
    seen: list[str] = Field(max_length=200)


class ThreadIn(BaseModel):
    """The message a topic starts with (any message of it will do)."""

    root_id: int


class StartedOut(BaseModel):
    """The thread that is being distilled now."""

    root_id: int


@router.get("/communities/{community_id}/distillations")
async def list_distillations(
    community_id: int,
    here: Inside,
    deps: Given,
    state: DistillationState | None = None,
) -> DistillationsOut:
    """The distillations of a community; without a state those that wait for a decision."""
    raise NotImplementedError


@router.get("/distillations/{distillation_id}")
async def read_distillation(distillation_id: int, here: Inside, deps: Given) -> DistillationOut:
    """One distillation, claim beside source."""
    raise NotImplementedError


@router.post("/claims/{claim_id}/review")
async def review_claim(
    claim_id: int, body: ClaimReviewIn, here: Inside, deps: Given
) -> DistillationOut:
    """Decide on one claim."""
    raise NotImplementedError


@router.post("/distillations/{distillation_id}/sign")
async def sign_distillation(
    distillation_id: int, body: SignatureIn, here: Inside, deps: Given
) -> DistillationOut:
    """Sign the article; its approved claims become answerable."""
    raise NotImplementedError


@router.post("/communities/{community_id}/distillations", status_code=202)
async def start_distillation(
    community_id: int, body: ThreadIn, here: Inside, deps: Given
) -> StartedOut:
    """Distil a thread now; the draft appears in the review page."""
    raise NotImplementedError
