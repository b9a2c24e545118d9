"""What leaves on paper: posters of an article or of a week, and the handbook."""

import asyncio
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field

from community.people import Community
from community.proven import UseKind
from community.store.uses import record_uses
from server.addresses import library_address
from server.auth import Inside
from server.deps import Deps, Given
from server.locales import sentence
from server.printing.designs import DESIGNS, Design, Page
from server.printing.handbook import handbook_of
from server.printing.handbook_files import book_as
from server.printing.outside import Words
from server.printing.poster import Plan, article_poster, plan_of, week_claims, week_poster
from server.printing.standing import Desk, desk_of
from server.printing.typesetting import Format, typeset
from server.shelving import shelf_of
from server.weekly import best_of, week_in, week_of
from server.weekly_digest import offer_digest

router = APIRouter(tags=["library"])

KINDS = {
    "pdf": "application/pdf",
    "png": "image/png",
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
}
SEEN_AT = 60
"""Pixels an inch of a poster that is only looked at; one to keep has 200."""
KEPT_AT = 200
Language = Annotated[Literal["zh", "en"] | None, Query()]
Claims = Annotated[list[int] | None, Query(max_length=100)]


class DigestOut(BaseModel):
    """The draft that was put in the queue; None where it is there already or there is nothing."""

    suggestion_id: int | None


class DesignOut(BaseModel):
    """A design, and why an article does not fit it; None where it does."""

    name: Design
    refused: str | None


class PrintedSentenceOut(BaseModel):
    """A claim as it would stand on paper; `left_out` says why it cannot."""

    claim_id: int
    text: str
    left_out: str | None
    on: list[Design]
    """The designs that show it when nobody chooses."""


class PosterPlanOut(BaseModel):
    """What can be printed of an article, and which design fits best."""

    best: Design
    designs: list[DesignOut]
    sentences: list[PrintedSentenceOut]
    leads_to: str
    """Where the code on it leads; "" where there is none, for want of an address to reach us by."""


class PosterWish(BaseModel):
    """How a poster is wanted: as which file, in which design and language, of which claims."""

    form: Format = "pdf"
    design: Design | None = None
    language: Literal["zh", "en"] | None = None
    claims: list[int] | None = Field(default=None, max_length=100)
    keep: bool = False


@router.get("/articles/{article_id}/poster/plan")
async def plan_poster(
    article_id: int,
    here: Inside,
    deps: Given,
    request: Request,
    language: Language = None,
    claims: Claims = None,
) -> PosterPlanOut:
    """Which designs fit an article (or these claims of it), and what of it can stand on paper."""
    desk = await _desk(deps, here.community, language)
    whole = plan_of(desk, article_id)
    plan = plan_of(desk, article_id, claims) if claims else whole
    tongue = desk.words.language
    return PosterPlanOut(
        best=plan.best,
        designs=[DesignOut(name=each, refused=_refused(plan, each, tongue)) for each in DESIGNS],
        sentences=_sentences(desk, whole, tongue),
        leads_to=_leads_to(deps, here.community, request, article_id),
    )


def _leads_to(deps: Deps, home: Community, request: Request, article_id: int | None = None) -> str:
    """Where a code leads: under the address that was set, else the one this page is seen at."""
    return library_address(deps.settings, home, article_id, reached=str(request.base_url))


def _refused(plan: Plan, design: Design, language: str) -> str | None:
    page = plan.pages[design]
    return None if isinstance(page, Page) else sentence(language, f"print.{page}", {})


def _designs_showing(plan: Plan, claim_id: int) -> list[Design]:
    found: list[Design] = []
    for design, page in plan.pages.items():
        if isinstance(page, Page) and claim_id in page.shown:
            found.append(design)
    return found


def _sentences(desk: Desk, plan: Plan, language: str) -> list[PrintedSentenceOut]:
    standing = {each.claim.id: each.text for each in plan.standing.entries}
    return [
        PrintedSentenceOut(
            claim_id=claim.id,
            text=standing.get(claim.id) or desk.set(plan.article, claim.text),
            left_out=None
            if claim.id in standing
            else sentence(language, f"print.left_{plan.standing.left_out[claim.id]}", {}),
            on=_designs_showing(plan, claim.id),
        )
        for claim in desk.shelf.leaving(plan.article).claims
    ]


@router.get("/articles/{article_id}/poster", response_class=Response)
async def print_article(
    article_id: int,
    here: Inside,
    deps: Given,
    request: Request,
    wished: Annotated[PosterWish, Query()],
) -> Response:
    """A poster of one article in the design that fits best, or in another one that fits.

    With `claims` of these sentences alone; with `keep` in full size and as a file, which counts
    as a use of what it shows.
    """
    desk = await _desk(deps, here.community, wished.language)
    plan = plan_of(desk, article_id, wished.claims or ())
    chosen, form, keep = wished.design or plan.best, wished.form, wished.keep
    address = _leads_to(deps, here.community, request, article_id)
    sheet = article_poster(desk, plan, chosen, address)
    made = await typeset(f"poster_{chosen}", sheet, form, ppi=KEPT_AT if keep else SEEN_AT)
    if keep:
        await _note(deps, here.community, sorted(plan.page(chosen).shown), UseKind.POSTER)
    return as_file(made, form, f"poster-{article_id}-{chosen}", keep=keep)


@router.get("/communities/{community_id}/poster", response_class=Response)
async def print_week(
    community_id: int,
    here: Inside,
    deps: Given,
    request: Request,
    form: Format = "pdf",
    week: date | None = None,
    language: Language = None,
    *,
    keep: bool = False,
) -> Response:
    """A poster of the best of a week, this one without `week` (any day of it)."""
    home = here.community
    monday = week_of(deps.clock(), home.timezone, week)
    desk = await _desk(deps, home, language)
    async with deps.store.read() as tx:
        chosen = best_of(desk.shelf, monday, await week_in(tx, desk.shelf, monday))
    sheet = week_poster(desk, chosen, monday, _leads_to(deps, home, request))
    made = await typeset("poster_week", sheet, form, ppi=KEPT_AT if keep else SEEN_AT)
    if keep:
        await _note(deps, home, week_claims(desk, chosen), UseKind.DIGEST)
    assert community_id == home.id
    return as_file(made, form, f"week-{monday.isoformat()}", keep=keep)


async def _desk(deps: Deps, home: Community, language: str | None) -> Desk:
    async with deps.store.read() as tx:
        shelf = await shelf_of(tx, home)
    return await asyncio.to_thread(desk_of, shelf, Words(language=language or home.language))


@router.post("/communities/{community_id}/digest")
async def draft_digest(community_id: int, here: Inside, deps: Given) -> DigestOut:
    """Put the best of this week into the queue as a draft; a person posts it or does not."""
    home, now = here.community, deps.clock()
    monday = week_of(now, home.timezone)
    async with deps.changing() as change:
        offered = await offer_digest(change.tx, deps.queue, home, monday, now)
        if offered is not None:
            change.tell("suggestion", community_id, offered.id, offered.zone_id)
    return DigestOut(suggestion_id=None if offered is None else offered.id)


@router.get("/communities/{community_id}/handbook", response_class=Response)
async def print_handbook(
    community_id: int,
    here: Inside,
    deps: Given,
    form: Literal["pdf", "md", "html"] = "pdf",
    topic: Annotated[str | None, Query(max_length=120)] = None,
    language: Language = None,
) -> Response:
    """The handbook of the library, or of one topic ("" is what has none)."""
    home = here.community
    desk = await _desk(deps, home, language)
    book = handbook_of(desk, topic, deps.clock())
    made = await book_as(book, form)
    await _note(deps, home, book.claim_ids, UseKind.HANDBOOK)
    return as_file(made, form, f"handbook-{community_id}", keep=True)


async def _note(deps: Deps, home: Community, ids: Iterable[int], kind: UseKind) -> None:
    async with deps.store.write() as tx:
        await record_uses(tx, home.id, ids, kind, deps.clock())


def as_file(made: bytes, form: str, name: str, *, keep: bool) -> Response:
    """A file to keep, or one to look at in the page."""
    shown = "attachment" if keep else "inline"
    return Response(
        made,
        media_type=KINDS[form],
        headers={"content-disposition": f'{shown}; filename="{name}.{form}"'},
    )
