"""Members join, leave, get a role and get a way to sign in."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256

from community.errors import Conflict, Invalid, NotAllowed, NotFound
from community.people import RUNNING, Account, Member, Role
from community.store import members
from community.store.engine import Tx

LINK_LIFE = timedelta(days=2)
"""How long a one-time sign-in link waits for its owner."""


def token_digest(token: str) -> str:
    """What is kept of a sign-in token: its SHA-256 in hex, never the token."""
    return sha256(token.encode()).hexdigest()


async def add_member(
    tx: Tx, *, community_id: int, name: str, role: Role = Role.MEMBER, at: datetime
) -> Member:
    """Take a person into a community."""
    clean = " ".join(name.split())
    if not clean:
        raise Invalid("member_name_empty")
    new = Member(id=0, community_id=community_id, name=clean[:200], role=role, joined_at=at)
    return await members.insert_member(tx, new)


async def admit_member(tx: Tx, *, name: str, role: Role, by: Member, at: datetime) -> Member:
    """Take a person in by name, to be invited; a second one of that name would be mistaken.

    Who comes with an import under this name later is this member.
    """
    if by.role not in RUNNING or (role in RUNNING and by.role is not Role.OWNER):
        raise NotAllowed("role_not_yours_to_give")
    clean = " ".join(name.replace("\x00", "").split())
    here = await members.members(tx, by.community_id)
    if any(one.left_at is None and one.name.casefold() == clean.casefold() for one in here):
        raise Conflict("member_name_taken", name=clean)
    return await add_member(tx, community_id=by.community_id, name=clean, role=role, at=at)


async def set_member_role(tx: Tx, *, member_id: int, role: Role, by: Member) -> Member:
    """Give a member another role: owners any, facilitators up to expert.

    A community keeps at least one owner.
    """
    found = await members.member(tx, member_id)
    if found is None or found.community_id != by.community_id:
        raise NotFound("member_not_found", member=member_id)
    strong = {Role.OWNER, Role.FACILITATOR}
    if by.role not in strong:
        raise NotAllowed("role_not_yours_to_give")
    if by.role is not Role.OWNER and (role in strong or found.role in strong):
        raise NotAllowed("role_not_yours_to_give")
    if found.role is Role.OWNER and role is not Role.OWNER:
        owners = [
            one for one in await members.members(tx, by.community_id) if one.role is Role.OWNER
        ]
        if len(owners) == 1:
            raise Conflict("community_needs_an_owner")
    await members.set_role(tx, member_id, role)
    return replace(found, role=role)


def check_may_invite(member: Member, *, by: Member) -> None:
    """A sign-in link opens everything its member may open: only owners make one for the strong."""
    strong = member.role in (Role.OWNER, Role.FACILITATOR)
    if strong and by.role is not Role.OWNER and member.id != by.id:
        raise NotAllowed("role_not_yours_to_give")


async def invite_member(
    tx: Tx, *, member_id: int, token: str, at: datetime, life: timedelta = LINK_LIFE
) -> Account:
    """Let a member sign in once with this token; an account is made where there is none."""
    found = await members.member(tx, member_id)
    if found is None:
        raise NotFound("member_not_found", member=member_id)
    opened = None
    if found.account_id is not None:
        opened = await members.account(tx, found.account_id)
    if opened is None:
        opened = await members.insert_account(tx, Account(id=0, name=found.name), at)
        await members.set_account(tx, member_id, opened.id)
    await members.insert_signin_link(tx, token_digest(token), opened.id, at, at + life)
    return opened


async def set_opt_out(tx: Tx, *, member_id: int, opted_out: bool) -> Member:
    """Respect a member's wish never to be named, quoted or addressed, or lift it."""
    found = await members.member(tx, member_id)
    if found is None:
        raise NotFound("member_not_found", member=member_id)
    changed = replace(found, opted_out=opted_out)
    await members.update_member(tx, changed)
    return changed


async def remember(tx: Tx, *, member_id: int, facts: Mapping[str, object]) -> None:
    """Add facts to what is known about a member; a fact of None is forgotten."""
    found = await members.member(tx, member_id)
    if found is None:
        raise NotFound("member_not_found", member=member_id)
    merged = {**found.profile, **facts}
    known = {key: fact for key, fact in merged.items() if fact is not None}
    await members.set_profile(tx, member_id, known)
