"""Reviewing together: comments, handing over, asking whose words they are."""

from fastapi import APIRouter
from pydantic import BaseModel, Field

from community.actions import beside as actions
from community.actions.asking_authors import LONGEST_QUESTION
from community.actions.beside import LONGEST_COMMENT, LONGEST_NOTE
from community.errors import NotFound
from community.store import claims
from community.store import distillations as rows
from server.api.draft_shapes import DistillationOut
from server.api.reshaping import Desk, Reviewing
from server.asking_authors import put_to_author
from server.broadcast import Change

router = APIRouter(tags=["review"])


class CommentIn(BaseModel):
    """What to say about the article, or about one claim."""

    claim_id: int | None = None
    text: str = Field(min_length=1, max_length=LONGEST_COMMENT)


class HandOverIn(BaseModel):
    """To whom the article goes, and why."""

    to_id: int
    note: str | None = Field(default=None, max_length=LONGEST_NOTE)


class AuthorQuestionIn(BaseModel):
    """What to ask whose words the claim rests on."""

    author_id: int
    text: str = Field(min_length=1, max_length=LONGEST_QUESTION)


async def _now(change: Change, desk: Desk, distillation_id: int) -> DistillationOut:
    found = await rows.distillation(change.tx, distillation_id)
    if found is None:
        raise NotFound("not_found")
    return await desk.out(change, found)


@router.post("/distillations/{distillation_id}/comments")
async def write_comment(distillation_id: int, body: CommentIn, desk: Reviewing) -> DistillationOut:
    """Say something where the article is reviewed."""
    async with desk.deps.changing() as change:
        kept = await actions.write_comment(
            change.tx,
            distillation_id=distillation_id,
            claim_id=body.claim_id,
            by=desk.me,
            text=body.text,
            at=desk.deps.clock(),
        )
        return await _now(change, desk, kept.distillation_id)


@router.post("/comments/{comment_id}/settle")
async def settle_comment(comment_id: int, desk: Reviewing) -> DistillationOut:
    """Note that a comment is settled."""
    return await _settled(comment_id, desk, settled=True)


@router.post("/comments/{comment_id}/unsettle")
async def unsettle_comment(comment_id: int, desk: Reviewing) -> DistillationOut:
    """Open a settled comment again."""
    return await _settled(comment_id, desk, settled=False)


async def _settled(comment_id: int, desk: Desk, *, settled: bool) -> DistillationOut:
    async with desk.deps.changing() as change:
        kept = await actions.settle_comment(
            change.tx, comment_id=comment_id, by=desk.me, at=desk.deps.clock(), settled=settled
        )
        return await _now(change, desk, kept.distillation_id)


@router.post("/distillations/{distillation_id}/hand-over")
async def hand_over_article(
    distillation_id: int, body: HandOverIn, desk: Reviewing
) -> DistillationOut:
    """Lay an article on the desk of another expert."""
    async with desk.deps.changing() as change:
        kept = await actions.hand_over_article(
            change.tx,
            distillation_id=distillation_id,
            by=desk.me,
            to_id=body.to_id,
            note=body.note,
            at=desk.deps.clock(),
        )
        return await _now(change, desk, kept.distillation_id)


@router.delete("/hand-overs/{hand_over_id}")
async def end_hand_over(hand_over_id: int, desk: Reviewing) -> DistillationOut:
    """Return what one was handed, or take back what one handed over."""
    async with desk.deps.changing() as change:
        ended = await actions.end_hand_over(
            change.tx, hand_over_id=hand_over_id, by=desk.me, at=desk.deps.clock()
        )
        return await _now(change, desk, ended.distillation_id)


@router.post("/claims/{claim_id}/ask-author")
async def ask_author(claim_id: int, body: AuthorQuestionIn, desk: Reviewing) -> DistillationOut:
    """Ask whose words these are: a private draft, which reaches them once a person accepts it."""
    async with desk.deps.changing() as change:
        claim = await claims.claim(change.tx, claim_id)
        home = await rows.distillation_of_claim(change.tx, claim_id)
        if claim is None or home is None:
            raise NotFound("claim_not_found", claim=claim_id)
        asked = await put_to_author(
            change.tx,
            desk.deps,
            claim=claim,
            home=home,
            community=desk.here.community,
            by=desk.me,
            author_id=body.author_id,
            text=body.text,
        )
        if asked.suggestion_id is not None:
            change.tell("suggestion", home.community_id, asked.suggestion_id, home.zone_id)
        return await _now(change, desk, home.id)
