"""What leaves on paper: posters of an article or of a week, and the handbook."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel

from community.people import Community
from community.proven import UseKind
from community.store.uses import record_uses
from server.auth import Inside
from server.deps import Deps, Given
from server.printing.handbook import handbook_of
from server.printing.handbook_files import book_as
from server.printing.outside import Words
from server.printing.poster import Design, article_poster, week_poster
from server.printing.typesetting import Format, typeset
from server.shelving import shelf_of
from server.weekly import answered_in, best_of, week_of
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


class DigestOut(BaseModel):
    """The draft that was put in the queue; None where it is there already or there is nothing."""

    suggestion_id: int | None


@router.get("/articles/{article_id}/poster", response_class=Response)
async def print_article(
    article_id: int,
    here: Inside,
    deps: Given,
    form: Format = "pdf",
    design: Design = "ember",
    language: Language = None,
    *,
    keep: bool = False,
) -> Response:
    """A poster of one article; with `keep` in full size and as a file, which counts as a use."""
    async with deps.store.read() as tx:
        shelf = await shelf_of(tx, here.community)
    words = Words(language=language or here.community.language)
    address = address_of(deps, here.community, article_id)
    sheet = article_poster(shelf, article_id, words, design, address)
    made = await typeset(f"poster_{design}", sheet, form, ppi=KEPT_AT if keep else SEEN_AT)
    if keep:
        article = shelf.article(article_id)
        used = [claim.id for claim in article.claims] if article else []
        await _note(deps, here.community, used, UseKind.POSTER)
    return as_file(made, form, f"poster-{article_id}-{design}", keep=keep)


@router.get("/communities/{community_id}/poster", response_class=Response)
async def print_week(
    community_id: int,
    here: Inside,
    deps: Given,
    form: Format = "pdf",
    design: Design = "ember",
    week: date | None = None,
    language: Language = None,
    *,
    keep: bool = False,
) -> Response:
    """A poster of the best of a week, this one without `week` (any day of it)."""
    home = here.community
    monday = week_of(deps.clock(), home.timezone, week)
    async with deps.store.read() as tx:
        shelf = await shelf_of(tx, home)
        chosen = best_of(shelf, monday, await answered_in(tx, shelf, monday))
    words = Words(language=language or home.language)
    sheet = week_poster(shelf, chosen, monday, words, design, address_of(deps, home))
    made = await typeset(f"poster_{design}", sheet, form, ppi=KEPT_AT if keep else SEEN_AT)
    if keep:
        ids = [claim.id for article in chosen for claim in article.claims]
        await _note(deps, home, ids, UseKind.DIGEST)
    assert community_id == home.id
    return as_file(made, form, f"week-{monday.isoformat()}-{design}", keep=keep)


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
    async with deps.store.read() as tx:
        shelf = await shelf_of(tx, home)
    words = Words(language=language or home.language)
    book = handbook_of(shelf, topic, words, deps.clock())
    made = await book_as(book, form)
    await _note(deps, home, book.claim_ids, UseKind.HANDBOOK)
    return as_file(made, form, f"handbook-{community_id}", keep=True)


def address_of(deps: Deps, home: Community, article_id: int | None = None) -> str:
    """Where an article, or the library, stands for people outside; "" without SIMMER_BASE_URL."""
    if not deps.settings.base_url:
        return ""
    library = f"{deps.settings.address}/c/{home.slug}/library"
    return library if article_id is None else f"{library}/{article_id}"


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
