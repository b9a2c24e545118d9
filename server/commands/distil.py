"""simmer distil: turn the finished threads of a community into drafts for an expert."""

import argparse
import json

from rich.progress import track

from agent.decide import linked
from community.people import Community
from community.store import communities, messages
from server.deps import Deps
from server.finding import community_called
from server.jobs.distil import keep_taught, subject_of, taught_by, waiting_threads
from server.terminal import run_beside, said

EVER = 36_500
"""Days that hold any history."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare whose threads."""
    parser.add_argument("--community", required=True, help="short name or name of the community")
    parser.add_argument("--json", action="store_true", help="one JSON object as the last line")


def run(arguments: argparse.Namespace) -> int:
    """Distil what is finished and was not distilled as it stands."""

    async def distil(deps: Deps) -> int:
        async with deps.store.read() as tx:
            home = await community_called(tx, arguments.community)
        waiting = await _waiting(deps, home)
        drafts = 0
        for zone_id, root_id, subject in track(
            waiting, description=said("distil.doing"), transient=True
        ):
            drafts += await _distil_one(deps, zone_id, root_id, subject)
        if arguments.json:
            print(json.dumps({"threads": len(waiting), "drafts": drafts}))
        else:
            print(said("distil.done", threads=len(waiting), drafts=drafts))
        return 0

    return run_beside(distil)


async def _waiting(deps: Deps, home: Community) -> list[tuple[int, int, str]]:
    """(zone, root, subject) of every finished thread that was not distilled as it stands."""
    found: list[tuple[int, int, str]] = []
    now = deps.clock()
    async with deps.store.read() as tx:
        for zone in await communities.zones(tx, home.id):
            talk = linked(await messages.talk(tx, zone.id, now=now, days=EVER))
            waiting = await waiting_threads(tx, talk, now)
            found += [(zone.id, one.root_id, subject_of(one)) for one in waiting]
    return found


async def _distil_one(deps: Deps, zone_id: int, root_id: int, subject: str) -> int:
    taught = await taught_by(deps, zone_id, root_id, subject)
    if taught is None:
        return 0
    async with deps.changing() as change:
        return 0 if await keep_taught(change, deps.queue, taught, deps.clock()) is None else 1
