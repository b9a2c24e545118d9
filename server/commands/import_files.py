"""simmer import: chat exports into a community, beside a running server or without one."""

import argparse
import asyncio
import json
from collections.abc import Generator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from community.actions.communities import found_community
from community.actions.importing import begin_import
from community.errors import SimmerError
from community.intake import ImportReport
from community.people import Community, Role
from community.store import Tx, communities, members
from connectors.base import MessagePosted
from connectors.exports import Export, Wish, open_export
from connectors.intake import Intake, Phase, digest_of, import_export
from connectors.intake import Progress as Told
from server.deps import Deps
from server.importing import lease_kept, mapping_of
from server.locales import sentence
from server.terminal import run_beside, said, tongue

TIMEZONES = {"zh": "Asia/Shanghai", "en": "UTC"}
LISTENED = 300
"""Messages from which the language of a new community is told."""
SHOWN = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the files, where they go, and how they are read."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--community", required=True, help="name; made if there is none")
    parser.add_argument("--zone", help="put everything into this zone")
    parser.add_argument("--mapping", help="columns of a table: time=…,sender=…,text=…")
    parser.add_argument("--language", choices=("zh", "en"), help="of a new community")
    parser.add_argument("--timezone", help="of a new community, and of times without a zone")
    parser.add_argument("--json", action="store_true", help="one JSON object as the last line")


def run(arguments: argparse.Namespace) -> int:
    """Import file by file; the exit code is 2 if one of them could not be."""

    async def act(deps: Deps) -> int:
        return await _import_all(deps, arguments)

    return run_beside(act)


async def _import_all(deps: Deps, arguments: argparse.Namespace) -> int:
    home: Community | None = None
    kept: list[dict[str, object]] = []
    failed: list[dict[str, object]] = []
    for path in arguments.files:
        try:
            home, report = await _import_one(deps, path, arguments)
        except SimmerError as error:
            reason = sentence(tongue(), f"error.{error.code}", error.facts)
            print(said("import.failed", name=path.name, reason=reason))
            failed.append({"file": path.name, "code": error.code, "facts": error.facts})
            continue
        kept.append({"file": path.name, **report.as_json()})
        _tell(path.name, report)
    if home is not None:
        await _tell_who_sees(deps, home)
        print(said("import.next"))
    if arguments.json:
        slug = home.slug if home else None
        print(json.dumps({"community": slug, "files": kept, "failed": failed}, ensure_ascii=False))
    return 2 if failed else 0


async def _import_one(
    deps: Deps, path: Path, arguments: argparse.Namespace
) -> tuple[Community, ImportReport]:
    mapping = mapping_of(arguments.mapping)
    async with deps.store.read() as tx:
        home = await _known(tx, arguments.community)
    limit = deps.settings.import_limit
    first = await asyncio.to_thread(open_export, path, Wish(mapping=mapping), limit=limit)
    if first.mapping:
        columns = ", ".join(f"{word} = {column}" for word, column in first.mapping.items())
        print(said("import.mapping", name=path.name, columns=columns))
    home = home or await _founded(deps, first, arguments)
    wish = Wish(timezone=arguments.timezone or home.timezone, mapping=mapping)
    export = await asyncio.to_thread(open_export, path, wish, limit=limit)
    digest = await asyncio.to_thread(digest_of, path)
    async with deps.store.write() as tx:
        import_id = await begin_import(
            tx,
            deps.queue,
            community_id=home.id,
            name=path.name,
            digest=digest,
            at=deps.clock(),
            beside=True,
        )
    intake = Intake(community_id=home.id, zone=arguments.zone, import_id=import_id)
    async with lease_kept(deps, import_id):
        with _shown(path.name) as told:
            report = await import_export(
                deps.store, deps.queue, export, intake, now=deps.clock(), on_progress=told
            )
    async with deps.changing() as change:
        change.tell("import", home.id, import_id)
    return home, report


async def _known(tx: Tx, name: str) -> Community | None:
    by_slug = await communities.community_by_slug(tx, name)
    return by_slug or await communities.community_by_name(tx, name)


async def _founded(deps: Deps, export: Export, arguments: argparse.Namespace) -> Community:
    language = arguments.language or await asyncio.to_thread(language_of, export)
    async with deps.store.write() as tx:
        home = await found_community(
            tx,
            name=arguments.community,
            language=language,
            timezone=arguments.timezone or TIMEZONES[language],
            at=deps.clock(),
        )
    print(said("import.found", name=home.name, slug=home.slug, timezone=home.timezone))
    return home


def language_of(export: Export) -> str:
    """'zh' if a fifth of the letters of the first messages are Chinese characters, else 'en'."""
    posted = (event for event in export.events() if isinstance(event, MessagePosted))
    letters = [
        letter for event in islice(posted, LISTENED) for letter in event.text if letter.isalpha()
    ]
    chinese = sum("\u4e00" <= letter <= "\u9fff" for letter in letters)
    return "zh" if chinese * 5 > len(letters) else "en"


@contextmanager
def _shown(name: str) -> Generator[Told]:
    """A progress bar: bytes while the file is read, messages while they are kept."""
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks = {
            "read": bar.add_task(said("import.reading", name=name), total=None),
            "keep": bar.add_task(said("import.keeping"), total=None, visible=False),
        }

        def told(phase: Phase, done: int, total: int) -> None:
            bar.update(tasks[phase], completed=done, total=total, visible=True)

        yield told


def _tell(name: str, report: ImportReport) -> None:
    facts = {key: value for key, value in report.as_json().items() if isinstance(value, int | str)}
    print(said("import.done", **{**facts, "name": name}))
    if report.joins or report.edits or report.recalls or report.reactions:
        print(said("import.more", **facts))
    if report.skipped:
        print(said("import.skipped", skipped=report.skipped))
    for line in report.lines[:SHOWN]:
        facts = {"place": line.place, **line.facts}
        print("  " + sentence(tongue(), f"skip.{line.code}", facts))
    if report.skipped > SHOWN:
        print("  " + said("import.and_so_on", more=report.skipped - SHOWN))


async def _tell_who_sees(deps: Deps, home: Community) -> None:
    """Where nobody may look at the drafts yet: the one way to make somebody an owner."""
    async with deps.store.read() as tx:
        people = await members.members(tx, home.id)
    if not any(one.role in (Role.OWNER, Role.FACILITATOR) for one in people):
        print(said("import.no_owner", slug=home.slug))
