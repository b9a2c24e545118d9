"""Programs that show a token: which community they read."""

from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Request

from community.actions.members import token_digest
from community.errors import NotAllowed
from community.people import Community
from community.store.communities import community
from community.store.tokens import note_use, token_by_digest
from community.token import Right, Token
from server.deps import Deps
from server.errors import SignInFirst

BEARER = "bearer "


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """A program and the community whose library it may read."""

    community: Community
    token: Token


async def admit_guest(request: Request, deps: Deps, right: Right) -> Guest:
    """The guest a request comes from, by its Authorization: Bearer header."""
    shown = request.headers.get("authorization", "")
    if not shown.lower().startswith(BEARER):
        raise SignInFirst("token_missing")
    digest = token_digest(shown[len(BEARER) :].strip())
    async with deps.store.read() as tx:
        token = await token_by_digest(tx, digest)
        home = None if token is None else await community(tx, token.community_id)
    now = deps.clock()
    if token is None or home is None or not token.holds(now):
        raise SignInFirst("token_unknown")
    if not token.opens(right, now):
        raise NotAllowed("token_may_not", right=right.value)
    deps.turnstile.pass_through(token.id)
    async with deps.store.write() as tx:
        await note_use(tx, token.id, now)
    request.state.language = home.language
    return Guest(community=home, token=token)


def _guest(request: Request) -> Guest:
    return cast("Guest", request.state.guest)


Reading = Annotated[Guest, Depends(_guest)]
"""The program that reads, after it was let in."""
