"""simmer replay: decide at past moments as the gate would have, without the future."""

import argparse
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from agent.graphs.facilitate import facilitate as look_at
from agent.look import SILENT
from agent.replay import WINDOW, as_known_then, remembered
from community.errors import Invalid
from community.people import Community, Zone
from community.review import Ledger
from community.store import communities, messages
from community.suggestion import Lane, Look
from server.deps import Deps
from server.finding import community_called
from server.locales import sentence
from server.platform_ids import platform_ids
from server.terminal import run_beside, tongue


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare whose history and which moments."""
    parser.add_argument("--community", required=True, help="short name or name of the community")
    parser.add_argument(
        "--looks", type=Path, required=True, help='JSON lines of {"at": unix seconds}'
    )


def run(arguments: argparse.Namespace) -> int:
    """Decide at each moment, in order, and print one JSON line for each."""

    async def replay(deps: Deps) -> int:
        async with deps.store.read() as tx:
            home = await community_called(tx, arguments.community)
            zones = await communities.zones(tx, home.id)
        past = Ledger()
        for at in moments(arguments.looks):
            looked = await _look(deps, home, zones, past, at)
            if looked is not None and looked.suggestion is not None:
                past = remembered(past, looked.suggestion, at)
            print(json.dumps(await _line(deps, at, looked), ensure_ascii=False), flush=True)
        return 0

    return run_beside(replay)


def moments(path: Path) -> Iterator[datetime]:
    """The moments of a file of looks, in its order."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise Invalid("file_unreadable", file=str(path)) from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _moment(line, number)


def _moment(line: str, number: int) -> datetime:
    try:
        return datetime.fromtimestamp(float(json.loads(line)["at"]), UTC)
    except (ValueError, KeyError, TypeError, OverflowError) as error:
        raise Invalid("look_unreadable", line=number) from error


async def _look(
    deps: Deps, home: Community, zones: Iterable[Zone], past: Ledger, at: datetime
) -> Look | None:
    """The most pressing look among the zones; of silent ones that of the liveliest."""
    looks: list[tuple[tuple[float, ...], Look]] = []
    context = (await deps.thinking()).context(home)
    for zone in zones:
        async with deps.store.read() as tx:
            talk = await messages.talk(tx, zone.id, now=at, days=WINDOW.days)
        look = await look_at(as_known_then(talk), past, at, context)
        looks.append(((*_pressing(look), len(talk.messages)), look))
    return max(looks, key=lambda each: each[0])[1] if looks else None


def _pressing(look: Look) -> tuple[float, float]:
    offered = look.suggestion
    if offered is None:
        return (-len(Lane), 0)
    return (-list(Lane).index(offered.lane), offered.confidence)


async def _line(deps: Deps, at: datetime, look: Look | None) -> dict[str, object]:
    """One look for machines: anchors by the platform's ids, the reason in a sentence."""
    if look is None:
        return {"at": at.timestamp(), "move": SILENT, "anchors": [], "reason": "", "draft": None}
    why, offered = look.observation.why, look.suggestion
    async with deps.store.read() as tx:
        names = await platform_ids(tx, offered.anchor_ids if offered else ())
    return {
        "at": at.timestamp(),
        "move": look.observation.move,
        "anchors": [names[id_] for id_ in offered.anchor_ids] if offered else [],
        "reason": sentence(tongue(), f"why.{why.code}", why.facts),
        "draft": offered.text if offered else None,
    }
