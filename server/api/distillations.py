"""The review page: what threads taught, claim beside source, decided by an expert."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from agent.distilling.support import checked
from community.actions import articles as article_actions
from community.actions import distillations as actions
from community.actions.distillations import ClaimDecision, ClaimVerdict
from community.conversation import Message
from community.distillation import (
    ArticleKind,
    Citation,
    Claim,
    ClaimKind,
    ClaimState,
    Distillation,
    DistillationState,
)
from community.errors import NotFound
from community.store import Tx, links, members, messages
from community.store import distillations as rows
from server.auth import Inside
from server.deps import Given
from server.distilling import distil_job
from server.locales import sentence
from server.tongue import Tongue

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


@dataclass(frozen=True, slots=True)
class _Sources:
    """The messages a distillation rests on, and what their authors are called."""

    messages: Mapping[int, Message]
    names: Mapping[int, str]

    def author(self, said: Message | None) -> str | None:
        return None if said is None else self.names.get(said.author_id or 0)


@router.get("/communities/{community_id}/distillations")
async def list_distillations(
    community_id: int, _: Inside, deps: Given, state: DistillationState | None = None
) -> DistillationsOut:
    """The distillations of a community; without a state those that wait for a decision."""
    states = actions.DRAFT if state is None else frozenset({state})
    async with deps.store.read() as tx:
        found = await rows.distillations_of(tx, community_id, states=states)
        names = await _names(tx, community_id)
    return DistillationsOut(distillations=[_row(each, names) for each in found])


@router.get("/distillations/{distillation_id}")
async def read_distillation(
    distillation_id: int, _: Inside, deps: Given, language: Tongue
) -> DistillationOut:
    """One distillation, claim beside source."""
    async with deps.store.read() as tx:
        found = await rows.distillation(tx, distillation_id)
        if found is None:
            raise NotFound("not_found")
        return await _out(tx, found, language)


@router.post("/claims/{claim_id}/review")
async def review_claim(
    claim_id: int, body: ClaimReviewIn, here: Inside, deps: Given, language: Tongue
) -> DistillationOut:
    """Decide on one claim."""
    verdict = ClaimVerdict(
        decision=ClaimDecision(body.decision),
        seen=body.seen,
        text=body.text,
        reason=body.reason,
    )
    async with deps.changing() as change:
        decided = await actions.review_claim(
            change.tx,
            deps.queue,
            claim_id=claim_id,
            by=here.me.id,
            verdict=verdict,
            at=deps.clock(),
            check=checked,
        )
        change.tell("distillation", decided.community_id, decided.id, decided.zone_id)
        return await _out(change.tx, decided, language)


@router.post("/distillations/{distillation_id}/sign")
async def sign_distillation(
    distillation_id: int, body: SignatureIn, here: Inside, deps: Given, language: Tongue
) -> DistillationOut:
    """Sign the article; its approved claims become answerable."""
    async with deps.changing() as change:
        signed = await article_actions.sign_article(
            change.tx,
            deps.queue,
            distillation_id=distillation_id,
            by=here.me.id,
            at=deps.clock(),
            seen=body.seen,
            title=body.title,
        )
        change.tell("distillation", signed.community_id, signed.id, signed.zone_id)
        return await _out(change.tx, signed, language)


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


async def _names(tx: Tx, community_id: int) -> dict[int, str]:
    return {member.id: member.name for member in await members.members(tx, community_id)}


def _row(each: Distillation, names: Mapping[int, str]) -> DistillationRow:
    def count(state: ClaimState) -> int:
        return sum(claim.state is state for claim in each.claims)

    return DistillationRow(
        id=each.id,
        title=each.title,
        kind=each.kind,
        state=each.state,
        created_at=each.created_at,
        claims=len(each.claims),
        open=count(ClaimState.OPEN),
        approved=count(ClaimState.APPROVED),
        rejected=count(ClaimState.REJECTED),
        signed_by=names.get(each.signed_by_id or 0),
        signed_at=each.signed_at,
    )


async def _out(tx: Tx, each: Distillation, language: str) -> DistillationOut:
    cited = {one.message_id for claim in each.claims for one in claim.citations}
    found = await messages.messages_by_id(tx, tuple(cited | set(each.message_ids)))
    sources = _Sources(found, await _names(tx, each.community_id))
    thread = [found[id_] for id_ in each.message_ids if id_ in found]
    return DistillationOut(
        id=each.id,
        title=each.title,
        kind=each.kind,
        state=each.state,
        version=each.version,
        zone_id=each.zone_id,
        engine=each.engine,
        created_at=each.created_at,
        signed_by=sources.names.get(each.signed_by_id or 0),
        signed_at=each.signed_at,
        claims=[_claim(claim, sources, language) for claim in each.claims],
        thread=[
            SourceOut(id=said.id, author=sources.author(said), at=said.at, text=said.text)
            for said in thread
        ],
        open_questions=list(each.open_questions),
    )


def _claim(claim: Claim, sources: _Sources, language: str) -> ClaimOut:
    problems = [
        ProblemOut(code=code, text=sentence(language, f"problem.{code}", {}))
        for code in claim.problems
    ]
    cited = [_citation(each, sources) for each in claim.citations]
    return ClaimOut(
        id=claim.id,
        text=claim.text,
        kind=claim.kind,
        state=claim.state,
        supported=claim.supported,
        problems=problems,
        own_words=claim.own_words,
        original_text=claim.original_text,
        reason=claim.reason,
        digest=claim.digest,
        citations=[each for each in cited if each is not None],
    )


def _citation(each: Citation, sources: _Sources) -> CitationOut | None:
    """A source; a span that is no longer verbatim in its message is not shown as support."""
    said = sources.messages.get(each.message_id)
    if said is None or said.text[each.start : each.end] != each.quote:
        return None
    return CitationOut(
        message_id=each.message_id,
        author=sources.author(said),
        at=said.at,
        text=said.text,
        start=each.start,
        end=each.end,
        quote=each.quote,
    )
