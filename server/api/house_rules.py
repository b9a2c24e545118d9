"""House rules while they are written: what of each Simmer can hear by itself."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field, StringConstraints

from agent.house_rules import watched
from server.auth import Inside

router = APIRouter(tags=["settings"])

Rule = Annotated[str, StringConstraints(min_length=1, max_length=400)]


class RulesIn(BaseModel):
    """Rules as they stand on the page, kept or not."""

    rules: list[Rule] = Field(max_length=100)


class WatchedOut(BaseModel):
    """What is heard of one rule, by kind; `words` it names itself. Nothing: it is not watched."""

    kinds: list[str]
    words: list[str]


class RulesWatchedOut(BaseModel):
    """One answer for each rule, in their order."""

    watched: list[WatchedOut]


@router.post("/communities/{community_id}/house-rules/watched")
async def read_watched_rules(community_id: int, body: RulesIn, here: Inside) -> RulesWatchedOut:
    """What of each rule can be heard; nothing is kept."""
    assert community_id == here.community.id
    found = [watched(rule) for rule in body.rules]
    return RulesWatchedOut(
        watched=[WatchedOut(kinds=list(each.kinds), words=list(each.words)) for each in found]
    )
