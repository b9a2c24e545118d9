"""simmer export: links, claims or observations as JSON lines, by the platform's message ids."""

import argparse
import json
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import asdict

from agent.decide import linked
from community.people import Community
from community.store import Tx, communities, messages
from community.store.distillations import distillations_of
from community.store.observations import observations_in
from server.deps import Deps
from server.finding import community_called
from server.platform_ids import platform_id, platform_ids
from server.terminal import run_beside

EVER = 36_500
"""Days that hold any history."""
Line = dict[str, object]


async def links(tx: Tx, home: Community, deps: Deps) -> AsyncIterator[Line]:
    """Who answers whom, for every message: {id, parent, confidence}."""
    for zone in await communities.zones(tx, home.id):
        talk = linked(await messages.talk(tx, zone.id, now=deps.clock(), days=EVER))
        parents = [link.parent_id for link in talk.links.values() if link.parent_id]
        names = await platform_ids(tx, parents)
        for said in talk.messages:
            link = talk.links.get(said.id)
            parent = link.parent_id if link else None
            yield {
                "id": platform_id(said),
                "parent": names.get(parent) if parent else None,
                "confidence": round(link.confidence, 4) if link else 0.0,
            }


async def claims(tx: Tx, home: Community, _: Deps) -> AsyncIterator[Line]:
    """Every claim with what it cites and how it was decided: {claim, kind, ids, state}."""
    for article in await distillations_of(tx, home.id, limit=100_000):
        cited = {one.message_id for claim in article.claims for one in claim.citations}
        names = await platform_ids(tx, cited)
        for claim in article.claims:
            ids = dict.fromkeys(one.message_id for one in claim.citations)
            yield {
                "claim": claim.text,
                "kind": claim.kind.value,
                "ids": [names[id_] for id_ in ids if id_ in names],
                "state": claim.state.value,
                "article": article.id,
                "article_state": article.state.value,
                "supported": claim.supported,
            }


async def observations(tx: Tx, home: Community, _: Deps) -> AsyncIterator[Line]:
    """Every look of the gate, oldest first."""
    for each in reversed(await observations_in(tx, home.id)):
        seen = each.observation
        yield {
            "at": seen.at.timestamp(),
            "zone": seen.zone_id,
            "move": seen.move,
            "reason": {"code": seen.why.code, "facts": dict(seen.why.facts)},
            "signals": list(seen.signals),
            "candidates": [asdict(one) for one in seen.candidates],
            "engine": seen.engine,
        }


KINDS: Mapping[str, Callable[[Tx, Community, Deps], AsyncIterator[Line]]] = {
    "links": links,
    "claims": claims,
    "observations": observations,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what, and of whom."""
    parser.add_argument("kind", choices=sorted(KINDS))
    parser.add_argument("--community", required=True, help="short name or name of the community")


def run(arguments: argparse.Namespace) -> int:
    """Print one JSON object per line."""

    async def export(deps: Deps) -> int:
        async with deps.store.read() as tx:
            home = await community_called(tx, arguments.community)
            async for line in KINDS[arguments.kind](tx, home, deps):
                print(json.dumps(line, ensure_ascii=False))
        return 0

    return run_beside(export)
