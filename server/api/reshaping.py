"""Making a review short: approve what is green, put claims together, take them apart, turn down."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from agent.distilling.support import checked
from community.actions import articles, reshaping
from community.distillation import Distillation
from community.people import Member
from server.api.draft_shapes import DistillationOut
from server.api.drafted_articles import shown
from server.auth import Inside
from server.broadcast import Change
from server.deps import Deps, Given
from server.tongue import Tongue

router = APIRouter(tags=["review"])
Digest = Annotated[str, Field(max_length=64)]


class SeenIn(BaseModel):
    """The digests of the claims that were shown."""

    seen: list[Digest] = Field(max_length=200)


class MergeIn(BaseModel):
    """Another claim to put into this one; the digests of both as shown, this one first."""

    other_id: int
    seen: list[Digest] = Field(min_length=2, max_length=2)


class SplitIn(BaseModel):
    """The sentences a claim is taken apart into."""

    parts: list[Annotated[str, Field(max_length=2000)]] = Field(min_length=2, max_length=8)
    seen: Digest


class RejectionIn(BaseModel):
    """Why a draft is turned down."""

    reason: str | None = Field(default=None, max_length=200)


@dataclass(frozen=True, slots=True)
class Desk:
    """The review of one expert, told to the open pages."""

    here: Inside
    deps: Deps
    language: str

    @property
    def me(self) -> Member:
        """The expert."""
        return self.here.me

    async def out(self, change: Change, changed: Distillation) -> DistillationOut:
        """The draft as it is now."""
        change.tell("distillation", changed.community_id, changed.id, changed.zone_id)
        return await shown(change.tx, changed, self.language)


def _desk(here: Inside, deps: Given, language: Tongue) -> Desk:
    return Desk(here, deps, language)


Reviewing = Annotated[Desk, Depends(_desk)]


@router.post("/distillations/{distillation_id}/approve-supported")
async def approve_supported(distillation_id: int, body: SeenIn, desk: Reviewing) -> DistillationOut:
    """Approve every open claim that was shown and that its source carries."""
    async with desk.deps.changing() as change:
        changed = await reshaping.approve_supported(
            change.tx,
            distillation_id=distillation_id,
            by=desk.me.id,
            at=desk.deps.clock(),
            seen=body.seen,
            check=checked,
        )
        return await desk.out(change, changed)


@router.post("/claims/{claim_id}/merge")
async def merge_claims(claim_id: int, body: MergeIn, desk: Reviewing) -> DistillationOut:
    """Put another claim into this one."""
    async with desk.deps.changing() as change:
        changed = await reshaping.merge_claims(
            change.tx,
            claim_id=claim_id,
            other_id=body.other_id,
            by=desk.me.id,
            seen=body.seen,
            check=checked,
        )
        return await desk.out(change, changed)


@router.post("/claims/{claim_id}/split")
async def split_claim(claim_id: int, body: SplitIn, desk: Reviewing) -> DistillationOut:
    """Take a claim apart."""
    async with desk.deps.changing() as change:
        changed = await reshaping.split_claim(
            change.tx, claim_id=claim_id, parts=body.parts, seen=body.seen, check=checked
        )
        return await desk.out(change, changed)


@router.post("/distillations/{distillation_id}/reject")
async def reject_distillation(
    distillation_id: int, body: RejectionIn, desk: Reviewing
) -> DistillationOut:
    """Turn a whole draft down."""
    async with desk.deps.changing() as change:
        changed = await articles.reject_draft(
            change.tx,
            distillation_id=distillation_id,
            by=desk.me.id,
            at=desk.deps.clock(),
            reason=body.reason,
        )
        return await desk.out(change, changed)


@router.post("/distillations/{distillation_id}/restore")
async def restore_distillation(distillation_id: int, desk: Reviewing) -> DistillationOut:
    """Take up a draft again that was turned down."""
    async with desk.deps.changing() as change:
        changed = await articles.restore_draft(
            change.tx,
            distillation_id=distillation_id,
            by=desk.me.id,
            at=desk.deps.clock(),
        )
        return await desk.out(change, changed)
