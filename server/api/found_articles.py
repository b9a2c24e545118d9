"""An article by its number, wherever it stands now: shelved, put away, or in another cohort."""

from fastapi import APIRouter
from pydantic import BaseModel

from community.errors import NotFound
from server.api.article_shapes import ArticleOut
from server.api.articles import article_out
from server.api.inherited import inherited_article
from server.api.versions import readable_article
from server.auth import Inside
from server.cohorts import parent_of
from server.deps import Given
from server.shelving import shelf_of

router = APIRouter(tags=["library"])


class FoundOut(BaseModel):
    """The article that answers now, inherited or one's own; None: it is only kept to be read."""

    article: ArticleOut | None


@router.get("/communities/{community_id}/library/{found_id}")
async def find_article(community_id: int, found_id: int, here: Inside, deps: Given) -> FoundOut:
    """Where an old address leads: one's own article, a version kept, else the cohort before."""
    assert community_id == here.community.id
    async with deps.store.read() as tx:
        shelf = await shelf_of(tx, here.community)
        own = shelf.article(found_id)
        if own is not None and own.signed_at:
            return FoundOut(article=article_out(shelf, own, here))
        try:
            await readable_article(tx, found_id, here)
        except NotFound:
            parent = await parent_of(tx, here.community)
            if parent is None:
                raise
            earlier = await shelf_of(tx, parent)
            return FoundOut(article=inherited_article(earlier, found_id, here.community.language))
    return FoundOut(article=None)
