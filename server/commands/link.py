"""simmer link: a one-time sign-in link for a member."""

import argparse
from datetime import timedelta

from community.actions.members import invite_member
from server.auth import new_token, sign_in_address
from server.deps import Deps
from server.finding import community_called, member_called
from server.terminal import run_beside, said


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare for whom."""
    parser.add_argument("--community", required=True, help="short name or name of the community")
    parser.add_argument("--name", required=True, help="the member")


def run(arguments: argparse.Namespace) -> int:
    """Make and print the link."""

    async def make(deps: Deps) -> int:
        token, life = new_token(), timedelta(hours=deps.settings.link_hours)
        async with deps.store.write() as tx:
            home = await community_called(tx, arguments.community)
            member = await member_called(tx, home, arguments.name)
            await invite_member(tx, member_id=member.id, token=token, at=deps.clock(), life=life)
        print(said("link.made", name=member.name, hours=deps.settings.link_hours))
        print(sign_in_address(deps.settings, token))
        return 0

    return run_beside(make)
