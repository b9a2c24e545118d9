"""simmer bring: take in articles a community has already (Markdown, CSV, XLSX, DOCX, zip)."""

import argparse
import asyncio
from pathlib import Path

from community.errors import Invalid
from connectors.articles.reading import read_articles
from server.bringing import bring_articles
from server.deps import Deps
from server.finding import community_called
from server.terminal import complain, run_beside, said


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the file, and whose it is."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--community", required=True, help="short name or name of the community")


def run(arguments: argparse.Namespace) -> int:
    """Read the file and keep its entries as drafts."""
    path: Path = arguments.file
    if not path.is_file():
        return complain(Invalid("file_unreadable", file=str(path)))

    async def bring(deps: Deps) -> int:
        entries = await asyncio.to_thread(lambda: read_articles(path.name, path.read_bytes()))
        async with deps.changing() as change:
            home = await community_called(change.tx, arguments.community)
            brought = await bring_articles(change.tx, home, entries, deps.clock(), file=path.name)
            for draft in brought.drafts[:1]:
                change.tell("distillation", home.id, draft)
        print(said("brought", drafts=len(brought.drafts), known=brought.known))
        return 0

    return run_beside(bring)
