"""Communities and their people: making one, roles, and one-time sign-in links."""

from datetime import datetime
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from community.people import Role
from server.api.session import MembershipOut
from server.auth import Asking, Inside
from server.deps import Given

router = APIRouter(tags=["people"])


class CommunityIn(BaseModel):
    """A new community."""

    name: str = Field(min_length=1, max_length=100)
    language: Literal["zh", "en"]
    timezone: str = Field(min_length=1, max_length=64)


class MemberOut(BaseModel):
    """A member as those who look after the community see them."""

    id: int
    name: str
    role: Role
    joined_at: datetime | None
    left_at: datetime | None
    opted_out: bool
    has_account: bool


class MembersOut(BaseModel):
    """The members of a community."""

    members: list[MemberOut]


class RoleIn(BaseModel):
    """A role."""

    role: Role


class LinkOut(BaseModel):
    """A sign-in link that works once."""

    url: str
    expires_at: datetime


@router.post("/communities", status_code=201)
async def create_community(body: CommunityIn, visitor: Asking, deps: Given) -> MembershipOut:
    """Make a community; who makes it owns it."""
    raise NotImplementedError


@router.get("/communities/{community_id}/members")
async def list_members(community_id: int, here: Inside, deps: Given) -> MembersOut:
    """The members of a community."""
    raise NotImplementedError


@router.put("/members/{member_id}/role")
async def set_member_role(
    member_id: int, body: RoleIn, here: Inside, deps: Given
) -> MemberOut:
    """Give a member a role; a community keeps at least one owner."""
    raise NotImplementedError


@router.post("/members/{member_id}/link", status_code=201)
async def make_member_link(member_id: int, here: Inside, deps: Given) -> LinkOut:
    """Make a one-time sign-in link for a member."""
    raise NotImplementedError
