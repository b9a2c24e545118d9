"""Signing in with a one-time link, signing out, and who one is."""

from typing import Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from community.actions.members import remember
from community.people import PAGES_IN, Account, Community, Member, Role, pages_in
from community.store import members
from community.store.communities import community
from server import auth
from server.auth import Asking, Inside
from server.deps import Given

router = APIRouter(tags=["session"])


class SignIn(BaseModel):
    """The token of a one-time link."""

    token: str = Field(max_length=200)


class AccountOut(BaseModel):
    """Somebody who signs in."""

    id: int
    name: str
    language: str | None


class MembershipOut(BaseModel):
    """A community of the person who asks, and what they are in it.

    `pages_in` is the language they chose for the pages of this one; None follows the account.
    """

    id: int
    slug: str
    name: str
    language: str
    timezone: str
    is_sample: bool
    role: Role
    member_id: int
    member_name: str
    pages_in: str | None


class Me(BaseModel):
    """Who is signed in; `csrf` goes into the X-CSRF-Token header of every change."""

    account: AccountOut
    csrf: str
    communities: list[MembershipOut]


class LanguageIn(BaseModel):
    """The language pages and errors are in from now on."""

    language: Literal["zh", "en"]


@router.post("/session", status_code=204)
async def open_session(body: SignIn, response: Response, deps: Given) -> None:
    """Sign in with the token of a one-time link."""
    async with deps.store.write() as tx:
        await auth.open_session(tx, deps, body.token, response)


@router.delete("/session", status_code=204)
async def close_session(response: Response, _: Asking) -> None:
    """Sign out."""
    response.delete_cookie(auth.COOKIE, path="/")


@router.get("/me")
async def read_me(visitor: Asking, deps: Given) -> Me:
    """Who is signed in, and their communities."""
    memberships: list[MembershipOut] = []
    async with deps.store.read() as tx:
        for member in await members.members_of_account(tx, visitor.account.id):
            home = await community(tx, member.community_id)
            if home is not None and member.left_at is None:
                memberships.append(membership(home, member))
    return Me(account=_out(visitor.account), csrf=visitor.csrf, communities=memberships)


@router.put("/me/language")
async def set_language(body: LanguageIn, visitor: Asking, deps: Given) -> AccountOut:
    """Keep the language of the person who asks."""
    async with deps.store.write() as tx:
        await members.set_language(tx, visitor.account.id, body.language)
    return AccountOut(id=visitor.account.id, name=visitor.account.name, language=body.language)


@router.put("/communities/{community_id}/language", status_code=204)
async def set_language_here(community_id: int, body: LanguageIn, here: Inside, deps: Given) -> None:
    """Keep the language of the person who asks for the pages of one community alone."""
    assert community_id == here.community.id
    async with deps.store.write() as tx:
        await remember(tx, member_id=here.me.id, facts={PAGES_IN: body.language})


def membership(home: Community, member: Member) -> MembershipOut:
    """A community as one of its members sees it in the list of theirs."""
    return MembershipOut(
        id=home.id,
        slug=home.slug,
        name=home.name,
        language=home.language,
        timezone=home.timezone,
        is_sample=home.is_sample,
        role=member.role,
        member_id=member.id,
        member_name=member.name,
        pages_in=pages_in(member),
    )


def _out(account: Account) -> AccountOut:
    return AccountOut(id=account.id, name=account.name, language=account.language)
