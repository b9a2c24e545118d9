"""Duplicates and contradictions between signed articles: side by side, settled by who may sign."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel, Field

from agent.comparing import compared
from community.actions import conflicts as actions
from community.actions.conflicts import Settlement, Sides
from community.actions.withholding import withheld_from
from community.conflict import ConflictKind, Outcome
from community.distillation import (
    ArticleKind,
    Claim,
    ClaimState,
    Distillation,
    DistillationState,
)
from community.people import Member
from community.store import Tx, members
from community.store import conflicts as rows
from community.verifying import verifier_of
from server.auth import Here, Inside
from server.broadcast import Change
from server.cited import CitedWords, cited_words
from server.deps import Given

router = APIRouter(tags=["library"])


class SideSourceOut(BaseModel):
    """Words a claim rests on; `brought` are those of a text that came from a file."""

    author: str | None
    brought: bool
    at: datetime
    quote: str


class SideOut(BaseModel):
    """One claim of a pair, its article and who verifies it; `mine`: the one who asks does."""

    claim_id: int
    text: str
    state: ClaimState
    article_id: int
    title: str
    kind: ArticleKind
    article_state: DistillationState
    signed_by: str | None
    signed_at: datetime | None
    verifier: str | None
    mine: bool
    sources: list[SideSourceOut]


class ConflictOut(BaseModel):
    """Two claims that say the same or the contrary; `reason`: what parts them (docs/library.md)."""

    id: int
    kind: ConflictKind
    reason: str | None
    found_at: datetime
    sides: list[SideOut]
    settled_at: datetime | None
    settled_by: str | None
    outcome: Outcome | None
    note: str | None


class ConflictsOut(BaseModel):
    """Pairs, contradictions first and one's own before others'; then what was settled lately."""

    open: list[ConflictOut]
    settled: list[ConflictOut]


class SettlementIn(BaseModel):
    """What was decided; `note` says under which conditions each holds."""

    outcome: Outcome
    note: str | None = Field(default=None, max_length=actions.LONGEST_NOTE)


SETTLED_SHOWN = 20


@router.get("/communities/{community_id}/conflicts")
async def list_conflicts(community_id: int, here: Inside, deps: Given) -> ConflictsOut:
    """What signed articles say twice or against each other."""
    async with deps.store.read() as tx:
        found = await rows.conflicts_of(tx, community_id)
        sides = [each for one in found if (each := await actions.sides_of(tx, one)) is not None]
        told = [each for each in sides if await _may_tell(tx, each)]
        shown = await _shown(tx, told, here.me)
    open_ones = [each for each in shown if each.settled_at is None]
    open_ones.sort(key=lambda each: (each.kind != ConflictKind.CONTRADICTION, not _mine(each)))
    settled = [each for each in shown if each.settled_at is not None]
    settled.sort(key=lambda each: str(each.settled_at), reverse=True)
    return ConflictsOut(open=open_ones, settled=settled[:SETTLED_SHOWN])


@router.post("/conflicts/{conflict_id}/settle")
async def settle_conflict(
    conflict_id: int, body: SettlementIn, here: Inside, deps: Given
) -> ConflictOut:
    """Decide which holds; what does not leaves answers at once."""
    async with deps.changing() as change:
        sides = await actions.settle_conflict(
            change.tx,
            deps.queue,
            conflict_id=conflict_id,
            by=here.me,
            settlement=Settlement(outcome=body.outcome, note=body.note),
            at=deps.clock(),
        )
        return await _changed(change, sides, here)


@router.post("/conflicts/{conflict_id}/reopen")
async def reopen_conflict(conflict_id: int, here: Inside, deps: Given) -> ConflictOut:
    """Take a decision back; both claims stand as they did."""
    async with deps.changing() as change:
        sides = await actions.reopen_conflict(
            change.tx, deps.queue, conflict_id=conflict_id, by=here.me, at=deps.clock()
        )
        return await _changed(change, sides, here)


def _mine(found: ConflictOut) -> bool:
    return any(side.mine for side in found.sides)


async def _may_tell(tx: Tx, sides: Sides) -> bool:
    """Whether neither sentence says or names who may not be quoted."""
    for claim, home in zip(sides.claims, sides.homes, strict=True):
        if (await withheld_from(tx, home)).hides(claim.text):
            return False
    return True


async def _changed(change: Change, sides: Sides, here: Here) -> ConflictOut:
    for home in sides.homes:
        change.tell("distillation", home.community_id, home.id, home.zone_id)
    return (await _shown(change.tx, [sides], here.me))[0]


async def _shown(tx: Tx, found: Sequence[Sides], me: Member) -> list[ConflictOut]:
    people = await members.members(tx, me.community_id)
    homes = {home.id: home for each in found for home in each.homes}
    words = await cited_words(tx, me.community_id, list(homes.values()))
    return [_out(each, people, words, me) for each in found]


def _out(
    sides: Sides,
    people: Sequence[Member],
    words: Mapping[int, Sequence[CitedWords]],
    me: Member,
) -> ConflictOut:
    names = {each.id: each.name for each in people}
    asked = [verifier_of(home, people) for home in sides.homes]
    one, other = sides.claims
    found = compared(one.text, other.text, (sides.homes[0].title, sides.homes[1].title))
    kept = sides.conflict
    return ConflictOut(
        id=kept.id,
        kind=kept.kind,
        reason=found.reason if found else None,
        found_at=kept.found_at,
        sides=[
            _side(claim, home, verifier.member if verifier else None, names, words, me)
            for claim, home, verifier in zip(sides.claims, sides.homes, asked, strict=True)
        ],
        settled_at=kept.settled_at,
        settled_by=names.get(kept.settled_by_id or 0),
        outcome=kept.outcome,
        note=kept.note,
    )


def _side(
    claim: Claim,
    home: Distillation,
    verifier: Member | None,
    names: Mapping[int, str],
    words: Mapping[int, Sequence[CitedWords]],
    me: Member,
) -> SideOut:
    return SideOut(
        claim_id=claim.id,
        text=claim.text,
        state=claim.state,
        article_id=home.id,
        title=home.title,
        kind=home.kind,
        article_state=home.state,
        signed_by=names.get(home.signed_by_id or 0),
        signed_at=home.signed_at,
        verifier=verifier.name if verifier else None,
        mine=verifier is not None and verifier.id == me.id,
        sources=[
            SideSourceOut(author=each.author, brought=each.brought, at=each.at, quote=each.quote)
            for each in words.get(claim.id, ())
        ],
    )
