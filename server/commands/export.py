"""simmer export: what was heard, learned and corrected as JSON lines; or everything as a zip."""

import argparse
import json
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import asdict
from pathlib import Path

from agent.decide import linked
from agent.figures.report import figures_of
from agent.figures.trend import SERIES, trend
from agent.figures.view import Seen
from community.errors import Fact, Invalid
from community.heard import CARE
from community.people import Community
from community.store import Tx, communities, messages
from community.store.corrections import corrections_in
from community.store.distillations import distillations_of
from community.store.observations import observations_in
from server.counting import counted_anew
from server.deps import Deps
from server.everything.archive import write_everything
from server.finding import community_called
from server.platform_ids import platform_id, platform_ids
from server.terminal import run_beside
from server.terminal import said as spoken

EVER = 36_500
"""Days that hold any history."""
Line = dict[str, object]
ALL = "all"


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


async def corrections(tx: Tx, home: Community, _: Deps) -> AsyncIterator[Line]:
    """People's corrections that stand, oldest first: {about, id, kind, before, after, at}.

    Nobody's name is in them, and what was said of somebody's trouble stays here.
    """
    kept = [
        each
        for each in await corrections_in(tx, home.id)
        if not CARE & {each.kind, each.after.get("kind")}
    ]
    sides = [side.get("parent") for each in kept for side in (each.before, each.after)]
    parents = {int(parent) for parent in sides if parent is not None}
    names = await platform_ids(tx, parents | {each.message_id for each in kept})
    for each in kept:
        yield {
            "about": each.about.value,
            "id": names[each.message_id],
            "kind": each.kind,
            "before": _named(each.before, names),
            "after": _named(each.after, names),
            "at": each.at.timestamp(),
        }


def _named(side: Mapping[str, Fact], names: Mapping[int, str]) -> Mapping[str, Fact]:
    """One side of a correction; a message in it is called as the platform calls it."""
    if "parent" not in side:
        return side
    parent = side["parent"]
    return {**side, "parent": None if parent is None else names.get(int(parent))}


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


async def figures(tx: Tx, home: Community, deps: Deps) -> AsyncIterator[Line]:
    """Every figure as of now: {figure, value, of, unit, unseen}; then each series by week.

    Counted from the messages, so it needs no server; nobody is named.
    """
    seen = await counted_anew(tx, home, deps.clock())
    for one in figures_of(seen):
        reading = one.reading
        known = isinstance(reading, Seen)
        yield {
            "figure": one.code,
            "value": reading.value if known else None,
            "of": reading.of if known else None,
            "unit": one.unit,
            "unseen": None if known else {"code": reading.reason, "facts": dict(reading.facts)},
        }
    for code in SERIES:
        for point in trend(seen, code):
            line = {name: getattr(point, name) for name in ("value", "low", "high")}
            yield {"series": code, "week": point.start.isoformat(), **line}


KINDS: Mapping[str, Callable[[Tx, Community, Deps], AsyncIterator[Line]]] = {
    "links": links,
    "claims": claims,
    "observations": observations,
    "figures": figures,
    "corrections": corrections,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what, and of whom."""
    parser.add_argument("kind", choices=[ALL, *sorted(KINDS)])
    parser.add_argument("--community", required=True, help="short name or name of the community")
    parser.add_argument("--out", type=Path, default=Path("simmer.zip"), help="the zip of `all`")


async def _everything(deps: Deps, home: Community, out: Path) -> int:
    try:
        counts = await write_everything(deps.store, home, out, deps.clock())
    except OSError as error:
        raise Invalid("file_unwritable", name=str(out), reason=error.strerror) from error
    print(spoken("export.done", file=str(out), files=len(counts), lines=sum(counts.values())))
    return 0


def run(arguments: argparse.Namespace) -> int:
    """Print one JSON object per line."""

    async def export(deps: Deps) -> int:
        async with deps.store.read() as tx:
            home = await community_called(tx, arguments.community)
        if arguments.kind == ALL:
            return await _everything(deps, home, arguments.out)
        async with deps.store.read() as tx:
            async for line in KINDS[arguments.kind](tx, home, deps):
                print(json.dumps(line, ensure_ascii=False))
        return 0

    return run_beside(export)
