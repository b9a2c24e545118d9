"""The review page: what threads taught, claim beside source, decided by an expert."""

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from agent.distilling.support import checked
from community.actions import articles as article_actions
from community.actions import distillations as actions
from community.actions.desk import desk_of
from community.actions.distillations import ClaimDecision, ClaimVerdict
from community.actions.reshaping import unmerged
from community.distillation import DistillationState
from community.errors import NotFound
from community.store import Tx, beside, links, messages
from community.store import distillations as rows
from server.api.draft_shapes import DistillationOut, DistillationRow
from server.api.drafted_articles import Around, names_in, row_of, shown
from server.auth import Inside
from server.choosing import cited_from
from server.contradicting import clashes_of, keep_clashes, refuse_untold
from server.deps import Given
from server.distilling import distil_job
from server.tongue import Tongue

router = APIRouter(tags=["review"])


class DistillationsOut(BaseModel):
    """What waits, what was handed to the reader first; articles of another state, newest first."""

    distillations: list[DistillationRow]


class ClaimReviewIn(BaseModel):
    """A decision on one claim; `seen` is the digest of what was shown.

    With an edit: `sources` are the messages it is to rest on (null: the ones it rests on), `own`
    says that it may stand as one's own words where they do not say it.
    """

    decision: Literal["approve", "edit", "reject", "reopen"]
    text: str | None = Field(default=None, min_length=1, max_length=2000)
    reason: str | None = Field(default=None, max_length=300)
    own: bool = False
    sources: list[int] | None = Field(default=None, min_length=1, max_length=20)
    seen: str = Field(max_length=64)


class SignatureIn(BaseModel):
    """Signing an article; `seen` are the digests of the approved claims as shown.

    `against` are the seals of the contradictions that were shown and are signed all the same.
    """

    title: str | None = Field(default=None, min_length=1, max_length=200)
    seen: list[str] = Field(max_length=200)
    against: list[str] = Field(default_factory=list[str], max_length=200)


class ThreadIn(BaseModel):
    """The message a topic starts with (any message of it will do)."""

    root_id: int


class StartedOut(BaseModel):
    """The thread that is being distilled now."""

    root_id: int


@router.get("/communities/{community_id}/distillations")
async def list_distillations(
    community_id: int, here: Inside, deps: Given, state: DistillationState | None = None
) -> DistillationsOut:
    """The distillations of a community; without a state those that wait for a decision."""
    async with deps.store.read() as tx:
        names = await names_in(tx, community_id)
        if state is None:
            found, handed = await desk_of(tx, community_id, here.me.id, deps.clock())
        else:
            found = await rows.distillations_of(tx, community_id, states={state})
            handed = {}
        comments = await beside.open_comments(tx, [each.id for each in found])
    around = Around(comments=comments, handed=handed)
    return DistillationsOut(distillations=[row_of(each, names, around) for each in found])


@router.get("/distillations/{distillation_id}")
async def read_distillation(
    distillation_id: int, _: Inside, deps: Given, language: Tongue
) -> DistillationOut:
    """One distillation, claim beside source."""
    async with deps.store.read() as tx:
        found = await rows.distillation(tx, distillation_id)
        if found is None:
            raise NotFound("not_found")
        return await shown(tx, found, language)


@router.post("/claims/{claim_id}/review")
async def review_claim(
    claim_id: int, body: ClaimReviewIn, here: Inside, deps: Given, language: Tongue
) -> DistillationOut:
    """Decide on one claim; refused with the reasons where new words go beyond the sources."""
    async with deps.changing() as change:
        decided = await actions.review_claim(
            change.tx,
            deps.queue,
            claim_id=claim_id,
            by=here.me.id,
            verdict=await _verdict(change.tx, body),
            at=deps.clock(),
            check=checked,
        )
        if body.decision == ClaimDecision.REOPEN.value:
            decided = await unmerged(change.tx, decided, claim_id, checked)
        change.tell("distillation", decided.community_id, decided.id, decided.zone_id)
        return await shown(change.tx, decided, language)


async def _verdict(tx: Tx, body: ClaimReviewIn) -> ClaimVerdict:
    return ClaimVerdict(
        decision=ClaimDecision(body.decision),
        seen=body.seen,
        text=body.text,
        reason=body.reason,
        own=body.own,
        sources=await cited_from(tx, body.sources, body.text or ""),
    )


@router.post("/distillations/{distillation_id}/sign")
async def sign_distillation(
    distillation_id: int, body: SignatureIn, here: Inside, deps: Given, language: Tongue
) -> DistillationOut:
    """Sign the article; refused where it contradicts a signed one and the signer was not told."""
    async with deps.changing() as change:
        clashes = await clashes_of(change.tx, await rows.distillation(change.tx, distillation_id))
        refuse_untold(clashes, body.against)
        signed = await article_actions.sign_article(
            change.tx,
            deps.queue,
            distillation_id=distillation_id,
            by=here.me.id,
            at=deps.clock(),
            seen=body.seen,
            title=body.title,
        )
        await keep_clashes(change.tx, signed.community_id, clashes, deps.clock())
        change.tell("distillation", signed.community_id, signed.id, signed.zone_id)
        return await shown(change.tx, signed, language)


@router.post("/communities/{community_id}/distillations", status_code=202)
async def start_distillation(
    community_id: int, body: ThreadIn, _: Inside, deps: Given
) -> StartedOut:
    """Distil a thread now; the draft appears in the review page."""
    async with deps.store.write() as tx:
        said = await messages.message(tx, body.root_id)
        if said is None or said.community_id != community_id or said.to_id is not None:
            raise NotFound("message_not_found", message=body.root_id)
        roots = await links.roots_of(tx, [said.id])
        root = roots.get(said.id, said.id)
        await deps.queue.put(tx, distil_job(said.zone_id, root, deps.clock()))
    return StartedOut(root_id=root)
