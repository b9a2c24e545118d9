"""simmer link: a one-time sign-in link for a member."""

import argparse
from datetime import datetime, timedelta

from community.actions.members import add_member, invite_member
from community.errors import NotFound
from community.people import Community, Member, Role
from community.store import Tx, members
from server.auth import new_token, sign_in_address
from server.deps import Deps
from server.finding import community_called, member_called
from server.terminal import run_beside, said


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare for whom."""
    parser.add_argument("--community", required=True, help="short name or name of the community")
    parser.add_argument("--name", required=True, help="the member")
    parser.add_argument(
        "--role",
        choices=[role.value for role in Role],
        help="give this role first; somebody not yet a member becomes one",
    )


def run(arguments: argparse.Namespace) -> int:
    """Make and print the link."""

    async def make(deps: Deps) -> int:
        token, life = new_token(), timedelta(hours=deps.settings.link_hours)
        async with deps.store.write() as tx:
            home = await community_called(tx, arguments.community)
            member = await _member(tx, home, arguments, deps.clock())
            await invite_member(tx, member_id=member.id, token=token, at=deps.clock(), life=life)
        print(said("link.made", name=member.name, hours=deps.settings.link_hours))
        print(sign_in_address(deps.settings, token))
        return 0

    return run_beside(make)


async def _member(tx: Tx, home: Community, arguments: argparse.Namespace, now: datetime) -> Member:
    """The member of that name; with a role, made one where nobody is called so."""
    role = None if arguments.role is None else Role(arguments.role)
    try:
        found = await member_called(tx, home, arguments.name)
    except NotFound:
        if role is None:
            raise
        return await add_member(tx, community_id=home.id, name=arguments.name, role=role, at=now)
    if role is not None:
        await members.set_role(tx, found.id, role)
    return found
