"""How far a library can be relied on, and what to do next about it."""

from fastapi import APIRouter
from pydantic import BaseModel

from community.store.standings import standings
from community.trust import Drag, trust_of
from server.auth import Inside
from server.deps import Given

router = APIRouter(tags=["library"])


class BlamedOut(BaseModel):
    """An article that costs points; one that is not `live` answers no more."""

    id: int
    title: str
    live: bool


class TrustPartOut(BaseModel):
    """One part of the score: points it can give, points lost, and the articles to blame."""

    drag: Drag
    weight: int
    lost: float
    value: float
    count: int
    examples: list[BlamedOut]


class TrustOut(BaseModel):
    """0–100, the costliest part first; `score` is null where nothing is signed."""

    score: int | None
    articles: int
    parts: list[TrustPartOut]


@router.get("/communities/{community_id}/trust")
async def read_trust(community_id: int, _: Inside, deps: Given) -> TrustOut:
    """The trust score of a library and what drags it down."""
    now = deps.clock()
    async with deps.store.read() as tx:
        found = trust_of(await standings(tx, community_id, now), now)
    return TrustOut(
        score=found.score,
        articles=found.articles,
        parts=[
            TrustPartOut(
                drag=each.drag,
                weight=each.weight,
                lost=each.lost,
                value=each.value,
                count=each.count,
                examples=[
                    BlamedOut(id=one.id, title=one.title, live=one.live) for one in each.examples
                ],
            )
            for each in found.parts
        ],
    )
