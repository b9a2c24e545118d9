"""Communities and their people: making one, roles, and one-time sign-in links."""

from datetime import datetime, timedelta
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from community.actions import communities as community_actions
from community.actions import members as actions
from community.errors import NotFound
from community.people import Member, Role
from community.store import members
from server.api.session import MembershipOut, membership
from server.auth import Asking, Inside, new_token, sign_in_address
from server.deps import Given

router = APIRouter(tags=["people"])


class CommunityIn(BaseModel):
    """A new community; how long its name may be, the action says."""

    name: str = Field(max_length=2000)
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


class MemberIn(BaseModel):
    """Somebody to take in."""

    name: str = Field(max_length=100)
    role: Role = Role.MEMBER


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
    async with deps.store.write() as tx:
        made, owner = await community_actions.create_community(
            tx,
            name=body.name,
            language=body.language,
            timezone=body.timezone,
            owner=visitor.account,
            at=deps.clock(),
        )
    return membership(made, owner)


@router.get("/communities/{community_id}/members")
async def list_members(community_id: int, _: Inside, deps: Given) -> MembersOut:
    """The members of a community."""
    async with deps.store.read() as tx:
        found = await members.members(tx, community_id)
    return MembersOut(members=[_out(each) for each in found])


@router.post("/communities/{community_id}/members", status_code=201)
async def admit_member(community_id: int, body: MemberIn, here: Inside, deps: Given) -> MemberOut:
    """Take somebody in by name; their one-time link is made for them afterwards."""
    assert community_id == here.community.id
    async with deps.store.write() as tx:
        made = await actions.admit_member(
            tx, name=body.name, role=body.role, by=here.me, at=deps.clock()
        )
    return _out(made)


@router.put("/members/{member_id}/role")
async def set_member_role(member_id: int, body: RoleIn, here: Inside, deps: Given) -> MemberOut:
    """Give a member a role; a community keeps at least one owner."""
    async with deps.store.write() as tx:
        changed = await actions.set_member_role(tx, member_id=member_id, role=body.role, by=here.me)
    return _out(changed)


@router.post("/members/{member_id}/link", status_code=201)
async def make_member_link(member_id: int, here: Inside, deps: Given) -> LinkOut:
    """Make a one-time sign-in link for a member; nobody makes one for a stronger role."""
    token, now = new_token(), deps.clock()
    life = timedelta(hours=deps.settings.link_hours)
    async with deps.store.write() as tx:
        found = await members.member(tx, member_id)
        if found is None or found.left_at is not None:
            raise NotFound("not_found")
        actions.check_may_invite(found, by=here.me)
        await actions.invite_member(tx, member_id=member_id, token=token, at=now, life=life)
    return LinkOut(url=sign_in_address(deps.settings, token), expires_at=now + life)


def _out(member: Member) -> MemberOut:
    return MemberOut(
        id=member.id,
        name=member.name,
        role=member.role,
        joined_at=member.joined_at,
        left_at=member.left_at,
        opted_out=member.opted_out,
        has_account=member.account_id is not None,
    )
