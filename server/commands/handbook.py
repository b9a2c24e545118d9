"""simmer handbook: the signed library of a community as Markdown, HTML or PDF."""

import argparse
import asyncio
from pathlib import Path

from community.errors import Invalid
from community.proven import UseKind
from community.store.uses import record_uses
from server.deps import Deps
from server.finding import community_called
from server.printing.handbook import handbook_of
from server.printing.handbook_files import FORMS, book_as
from server.printing.outside import Words
from server.printing.standing import desk_of
from server.shelving import shelf_of
from server.terminal import run_beside, said


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare whose library, what of it, and where to."""
    parser.add_argument("--community", required=True, help="short name or name of the community")
    parser.add_argument("--topic", help="one topic alone")
    parser.add_argument("--language", choices=("zh", "en"), help="else the community's own")
    parser.add_argument("--out", type=Path, default=Path("handbook.pdf"), help="FILE.{pdf,md,html}")


def run(arguments: argparse.Namespace) -> int:
    """Write the handbook; its ending says in which format."""
    out: Path = arguments.out

    async def write(deps: Deps) -> int:
        form = out.suffix.lstrip(".").lower()
        if form not in FORMS:
            raise Invalid("handbook_form", name=out.name, known=", ".join(FORMS))
        async with deps.store.read() as tx:
            shelf = await shelf_of(tx, await community_called(tx, arguments.community))
        words = Words(language=arguments.language or shelf.home.language)
        book = handbook_of(desk_of(shelf, words), arguments.topic, deps.clock())
        made = await book_as(book, form)
        try:
            await asyncio.to_thread(out.write_bytes, made)
        except OSError as error:
            raise Invalid("file_unwritable", name=str(out), reason=error.strerror) from error
        async with deps.store.write() as tx:
            await record_uses(tx, shelf.home.id, book.claim_ids, UseKind.HANDBOOK, deps.clock())
        print(said("handbook.done", articles=len(book.sections), file=str(out), bytes=len(made)))
        return 0

    return run_beside(write)
