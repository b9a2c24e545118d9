"""Who is asking, and may they: one-time links, signed cookies, and the one table of access."""

import hmac
import secrets
from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Request, Response
from itsdangerous import BadSignature, URLSafeTimedSerializer

from community.actions.members import token_digest
from community.errors import Invalid, NotAllowed, NotFound
from community.people import Account, Community, Member, pages_in
from community.store import Tx
from community.store.communities import community
from community.store.members import (
    account,
    member_of_account,
    members_of_account,
    use_signin_link,
)
from community.store.places import PARAMETERS, community_of
from server.access import ACCESS, Access
from server.deps import Deps, Given
from server.errors import SignInFirst
from server.guests import admit_guest
from server.settings import Settings

COOKIE = "simmer_session"
CSRF_HEADER = "x-csrf-token"
LONGEST_ID = 18
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What the cookie says: an account, and the token its pages send with each change."""

    account_id: int
    csrf: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Who is asking; `here` is set where the path leads to a community of theirs."""

    account: Account
    csrf: str
    here: "Here | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """A community and the member who is asking in it."""

    community: Community
    me: Member


def new_token() -> str:
    """A one-time token nobody can guess."""
    return secrets.token_urlsafe(32)


def sign_in_address(settings: Settings, token: str) -> str:
    """Where a one-time token is traded for a session."""
    return f"{settings.address}/sign-in/{token}"


def _signer(deps: Deps) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(deps.secret, salt="session")


async def open_session(tx: Tx, deps: Deps, token: str, response: Response) -> None:
    """Trade a one-time token for a signed cookie; a used or old one is refused."""
    account_id = await use_signin_link(tx, token_digest(token), deps.clock())
    if account_id is None:
        raise Invalid("link_used_or_expired")
    value = _signer(deps).dumps({"account": account_id, "csrf": secrets.token_urlsafe(16)})
    response.set_cookie(
        COOKIE,
        value,
        max_age=deps.settings.session_days * 86_400,
        httponly=True,
        samesite="lax",
        secure=deps.settings.address.startswith("https:"),
        path="/",
    )


def _session(request: Request, deps: Deps) -> Session:
    raw = request.cookies.get(COOKIE)
    if raw is None:
        raise SignInFirst("sign_in_first")
    try:
        kept = _signer(deps).loads(raw, max_age=deps.settings.session_days * 86_400)
    except BadSignature as error:
        raise SignInFirst("sign_in_first") from error
    values = cast("dict[str, str | int]", kept)
    return Session(account_id=int(values["account"]), csrf=str(values["csrf"]))


def _check_csrf(request: Request, session: Session) -> None:
    sent = request.headers.get(CSRF_HEADER, "")
    if request.method not in SAFE and not hmac.compare_digest(sent, session.csrf):
        raise NotAllowed("csrf_missing")


async def _here(request: Request, tx: Tx, account_id: int, access: Access) -> Here:
    """The community a path leads to; for a stranger it does not exist."""
    name = next(name for name in request.path_params if name in PARAMETERS)
    given = str(request.path_params[name])
    if not given.isascii() or not given.isdigit() or len(given) > LONGEST_ID:
        raise NotFound("not_found")
    community_id = await community_of(tx, name, int(given))
    home = await community(tx, community_id) if community_id else None
    me = await member_of_account(tx, community_id, account_id) if community_id else None
    if home is None or me is None or me.left_at is not None:
        raise NotFound("not_found")
    if me.role not in access.roles:
        raise NotAllowed("role_may_not", role=me.role)
    return Here(community=home, me=me)


async def _any_role(tx: Tx, account_id: int, access: Access) -> None:
    mine = await members_of_account(tx, account_id)
    if not any(me.left_at is None and me.role in access.roles for me in mine):
        raise NotAllowed("role_may_not", role="")


async def authorize(request: Request, deps: Given) -> Visitor | None:
    """Let a request through, by the table of access; every route depends on this."""
    access = ACCESS[cast("str", request.scope["endpoint"].__name__)]
    if access.scope == "anyone":
        return None
    if access.right is not None:
        request.state.guest = await admit_guest(request, deps, access.right)
        return None
    session = _session(request, deps)
    _check_csrf(request, session)
    async with deps.store.read() as tx:
        who = await account(tx, session.account_id)
        if who is None:
            raise SignInFirst("sign_in_first")
        request.state.language = who.language
        here = None
        if access.scope == "community":
            here = await _here(request, tx, who.id, access)
            request.state.language = pages_in(here.me) or who.language
        if access.scope == "any_community":
            await _any_role(tx, who.id, access)
    return Visitor(account=who, csrf=session.csrf, here=here)


def _visitor(visitor: Annotated[Visitor | None, Depends(authorize)]) -> Visitor:
    assert visitor is not None
    return visitor


def _in_community(visitor: Annotated[Visitor, Depends(_visitor)]) -> Here:
    assert visitor.here is not None
    return visitor.here


Asking = Annotated[Visitor, Depends(_visitor)]
"""The signed-in person who asks."""
Inside = Annotated[Here, Depends(_in_community)]
"""The community the path leads to, and the member who asks."""
