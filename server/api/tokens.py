"""Keys for programs outside: made and shown once, listed by their last characters, revoked."""

import secrets
from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel, Field

from community.actions import tokens as actions
from community.store import tokens as rows
from community.token import Right, Token
from server.api.drafted_articles import names_in
from server.auth import Inside
from server.deps import Given

router = APIRouter(tags=["outside"])

PREFIX = "simmer_"
"""How our tokens begin, so that scanners of leaked secrets know them."""


class TokenIn(BaseModel):
    """What a token is for, what it opens, and for how many days (None: until revoked)."""

    name: str = Field(min_length=1, max_length=200)
    rights: list[Right] = Field(min_length=1)
    days: int | None = Field(default=None, ge=1, le=3_650)


class TokenOut(BaseModel):
    """A token as it is listed; `hint` are its last characters."""

    id: int
    name: str
    hint: str
    rights: list[Right]
    created_by: str
    created_at: datetime
    expires_at: datetime | None
    expired: bool
    last_used_at: datetime | None


class TokensOut(BaseModel):
    """The tokens of a community, newest first, and where they are shown."""

    tokens: list[TokenOut]
    address: str


class NewTokenOut(BaseModel):
    """A new token; `words` are told this once."""

    token: TokenOut
    words: str


@router.get("/communities/{community_id}/tokens")
async def list_tokens(community_id: int, _: Inside, deps: Given) -> TokensOut:
    """Every token that was not revoked."""
    async with deps.store.read() as tx:
        names = await names_in(tx, community_id)
        found = await rows.tokens_of(tx, community_id)
    now = deps.clock()
    return TokensOut(
        tokens=[_out(each, names.get(each.created_by_id or 0, ""), now) for each in found],
        address=deps.settings.address,
    )


@router.post("/communities/{community_id}/tokens", status_code=201)
async def make_token(community_id: int, body: TokenIn, here: Inside, deps: Given) -> NewTokenOut:
    """Make a token."""
    assert here.community.id == community_id
    words = PREFIX + secrets.token_urlsafe(32)
    now = deps.clock()
    async with deps.store.write() as tx:
        kept = await actions.make_token(
            tx,
            by=here.me,
            words=words,
            name=body.name,
            rights=body.rights,
            at=now,
            days=body.days,
        )
    return NewTokenOut(token=_out(kept, here.me.name, now), words=words)


@router.delete("/tokens/{token_id}", status_code=204)
async def revoke_token(token_id: int, here: Inside, deps: Given) -> None:
    """End a token at once."""
    async with deps.store.write() as tx:
        await actions.revoke_token(tx, token_id=token_id, by=here.me, at=deps.clock())


def _out(one: Token, maker: str, now: datetime) -> TokenOut:
    return TokenOut(
        id=one.id,
        name=one.name,
        hint=one.hint,
        rights=list(one.rights),
        created_by=maker,
        created_at=one.created_at,
        expires_at=one.expires_at,
        expired=not one.holds(now),
        last_used_at=one.last_used_at,
    )
