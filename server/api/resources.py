"""The resource shelf of a community, and what its next cohort may see of it."""

from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel, Field

from community.actions import resources as actions
from community.people import HOSTS, Member
from community.resource import Readers, Resource
from community.store import communities
from community.store import resources as rows
from server.access import ACCESS
from server.auth import Inside
from server.deps import Given

router = APIRouter(tags=["library"])


class ResourceIn(BaseModel):
    """A resource as it is written down: a title and a link, a note or both."""

    title: str = Field(max_length=200)
    url: str | None = Field(default=None, max_length=600)
    note: str | None = Field(default=None, max_length=2000)
    topic: str | None = Field(default=None, max_length=40)
    week: int | None = None
    audience: Readers = Readers.MEMBERS
    rights: str = Field(default="", max_length=200)


class ResourceOut(BaseModel):
    """A resource; `cohort` names the earlier community it comes from, None for one's own."""

    id: int
    title: str
    url: str | None
    note: str | None
    topic: str | None
    week: int | None
    audience: Readers
    rights: str
    added_at: datetime
    cohort: str | None


class ResourcesOut(BaseModel):
    """The shelf by week, then newest first; one's own before those of the cohort before."""

    resources: list[ResourceOut]
    may_change: bool


@router.get("/communities/{community_id}/resources")
async def list_resources(community_id: int, here: Inside, deps: Given) -> ResourcesOut:
    """What the one who asks may see of the shelf, the earlier cohort's open part included."""
    async with deps.store.read() as tx:
        own = await rows.resources_of(tx, community_id)
        parent_id = here.community.parent_id
        parent = await communities.community(tx, parent_id) if parent_id else None
        earlier = await rows.resources_of(tx, parent.id) if parent else ()
    return ResourcesOut(
        resources=[
            *(_out(each, None) for each in own if _may_see(each, here.me)),
            *(
                _out(each, parent.name if parent else None)
                for each in earlier
                if each.audience is Readers.EVERYONE
            ),
        ],
        may_change=here.me.role in ACCESS["add_resource"].roles,
    )


@router.post("/communities/{community_id}/resources", status_code=201)
async def add_resource(
    community_id: int, body: ResourceIn, here: Inside, deps: Given
) -> ResourceOut:
    """Put a link or a note on the shelf."""
    new = Resource(
        id=0,
        community_id=community_id,
        added_at=deps.clock(),
        added_by_id=here.me.id,
        **body.model_dump(),
    )
    async with deps.changing() as change:
        kept = await actions.add_resource(change.tx, new)
        change.tell("library", community_id, kept.id)
    return _out(kept, None)


@router.put("/resources/{resource_id}")
async def edit_resource(
    resource_id: int, body: ResourceIn, here: Inside, deps: Given
) -> ResourceOut:
    """Change what a resource says."""
    changed = Resource(
        id=resource_id,
        community_id=here.community.id,
        added_at=deps.clock(),
        **body.model_dump(),
    )
    async with deps.changing() as change:
        kept = await actions.edit_resource(change.tx, changed)
        change.tell("library", kept.community_id, kept.id)
    return _out(kept, None)


@router.delete("/resources/{resource_id}", status_code=204)
async def remove_resource(resource_id: int, _: Inside, deps: Given) -> None:
    """Take a resource off the shelf; it can be put back."""
    async with deps.changing() as change:
        gone = await actions.remove_resource(change.tx, resource_id, deps.clock())
        change.tell("library", gone.community_id, gone.id)


@router.post("/resources/{resource_id}/restore")
async def restore_resource(resource_id: int, _: Inside, deps: Given) -> ResourceOut:
    """Put a resource back that was taken off."""
    async with deps.changing() as change:
        kept = await actions.restore_resource(change.tx, resource_id)
        change.tell("library", kept.community_id, kept.id)
    return _out(kept, None)


def _may_see(each: Resource, me: Member) -> bool:
    return each.audience is not Readers.HOSTS or me.role in HOSTS


def _out(each: Resource, cohort: str | None) -> ResourceOut:
    return ResourceOut(
        id=each.id,
        title=each.title,
        url=each.url,
        note=each.note,
        topic=each.topic,
        week=each.week,
        audience=each.audience,
        rights=each.rights,
        added_at=each.added_at,
        cohort=cohort,
    )
