"""Cohorts: which community this one comes after, and what that one was stuck on week by week."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from community.actions.cohorts import inherit_from
from community.errors import NotFound
from community.people import Community
from community.store import Tx, communities, members
from server.access import ACCESS
from server.api.article_shapes import ArticleOut
from server.api.inherited import inherited_article
from server.auth import Asking, Inside
from server.cohort_relay import offer_relay
from server.cohorts import Stuck, parent_of, stuck_in, week_number
from server.deps import Given
from server.shelving import shelf_of

router = APIRouter(tags=["library"])


class InheritanceIn(BaseModel):
    """The community before (None: this is the first) and the first day of the first week."""

    parent_id: int | None
    began_on: date | None = None


class EarlierOut(BaseModel):
    """A community one may come after."""

    id: int
    name: str


class StuckOut(BaseModel):
    """What a week of the earlier cohort was stuck on, how many, and the signed answer if any."""

    words: str
    people: int
    article_id: int | None
    title: str | None
    answer: str | None


class InheritanceOut(BaseModel):
    """What this cohort inherits; `stuck` is of the same `week` of the earlier one."""

    parent: EarlierOut | None
    began_on: date | None
    week: int
    stuck: list[StuckOut]
    may_change: bool
    may_draft: bool
    choices: list[EarlierOut]


class RelayOut(BaseModel):
    """The draft that was put in the queue; None where it is there already or there is nothing."""

    suggestion_id: int | None


@router.get("/communities/{community_id}/cohort")
async def read_cohort(
    community_id: int,
    here: Inside,
    who: Asking,
    deps: Given,
    week: Annotated[int | None, Query(ge=1, le=520)] = None,
) -> InheritanceOut:
    """Where a community comes from, and what the earlier cohort was stuck on in a week."""
    home = here.community
    number = week or week_number(home, deps.clock())
    may_change = here.me.role in ACCESS["set_cohort"].roles
    async with deps.store.read() as tx:
        parent = await parent_of(tx, home)
        stuck = await stuck_in(tx, parent, number) if parent else ()
        choices = await _choices(tx, community_id, who.account.id) if may_change else []
    return InheritanceOut(
        parent=None if parent is None else EarlierOut(id=parent.id, name=parent.name),
        began_on=date.fromisoformat(home.began_on) if home.began_on else None,
        week=number,
        stuck=[_stuck(each) for each in stuck],
        may_change=may_change,
        may_draft=here.me.role in ACCESS["draft_relay"].roles and bool(stuck),
        choices=[EarlierOut(id=each.id, name=each.name) for each in choices],
    )


@router.put("/communities/{community_id}/cohort", status_code=204)
async def set_cohort(
    community_id: int, body: InheritanceIn, _: Inside, who: Asking, deps: Given
) -> None:
    """Say which community this one comes after; only who keeps both may let one inherit."""
    async with deps.changing() as change:
        if body.parent_id is not None:
            allowed = {each.id for each in await _choices(change.tx, community_id, who.account.id)}
            if body.parent_id not in allowed:
                raise NotFound("cohort_not_yours")
        await inherit_from(
            change.tx, community_id, parent_id=body.parent_id, began_on=body.began_on
        )
        change.tell("library", community_id, community_id)


@router.get("/communities/{community_id}/inherited/{inherited_id}")
async def read_inherited(
    community_id: int, inherited_id: int, here: Inside, deps: Given
) -> ArticleOut:
    """One article of the cohort before; of its people only who agreed is named."""
    assert community_id == here.community.id
    async with deps.store.read() as tx:
        parent = await parent_of(tx, here.community)
        shelf = await shelf_of(tx, parent) if parent else None
    if shelf is None:
        raise NotFound("not_found")
    return inherited_article(shelf, inherited_id, here.community.language)


@router.post("/communities/{community_id}/cohort/relay")
async def draft_relay(community_id: int, here: Inside, deps: Given) -> RelayOut:
    """Put what the earlier cohort was stuck on this week into the queue, as a draft."""
    async with deps.changing() as change:
        offered = await offer_relay(change.tx, deps.queue, here.community, deps.clock())
        if offered is not None:
            change.tell("suggestion", community_id, offered.id, offered.zone_id)
    return RelayOut(suggestion_id=None if offered is None else offered.id)


async def _choices(tx: Tx, community_id: int, account_id: int) -> list[Community]:
    """The communities an account keeps, but for this one."""
    keeping = ACCESS["read_settings"].roles
    mine = await members.members_of_account(tx, account_id)
    ids = [me.community_id for me in mine if me.left_at is None and me.role in keeping]
    found = [await communities.community(tx, id_) for id_ in ids if id_ != community_id]
    return [each for each in found if each is not None]


def _stuck(each: Stuck) -> StuckOut:
    article = each.article
    return StuckOut(
        words=each.words,
        people=each.people,
        article_id=None if article is None else article.id,
        title=None if article is None else article.title,
        answer=each.answer,
    )
