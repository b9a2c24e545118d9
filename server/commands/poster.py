"""simmer poster: one signed article, or the best of a week, as a sheet for the wall."""

import argparse
import asyncio
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from community.errors import Invalid, NotFound
from community.proven import UseKind
from community.store.uses import record_uses
from server.addresses import library_address
from server.deps import Deps
from server.finding import community_called
from server.printing.designs import DESIGNS, Design, Page
from server.printing.outside import Words
from server.printing.poster import article_poster, plan_of, told_of_week, week_claims, week_poster
from server.printing.standing import Desk, desk_of
from server.printing.typesetting import Format, typeset
from server.shelving import shelf_of
from server.terminal import run_beside, said
from server.weekly import Picked, best_of, week_in, week_of

FORMS: tuple[Format, ...] = get_args(Format)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what is printed, how, and where to."""
    parser.add_argument("--community", required=True, help="short name or name of the community")
    parser.add_argument("--article", type=int, help="number of a signed article; else the week")
    parser.add_argument("--week", type=date.fromisoformat, help="a day of the week; else this one")
    parser.add_argument("--design", choices=DESIGNS, help="else the one that fits best")
    parser.add_argument("--claims", type=int, nargs="+", default=[], help="these sentences alone")
    parser.add_argument("--language", choices=("zh", "en"), help="else the community's own")
    parser.add_argument("--plan", action="store_true", help="say which designs fit, print nothing")
    parser.add_argument("--out", type=Path, default=Path("poster.pdf"), help="FILE.{pdf,png}")


def run(arguments: argparse.Namespace) -> int:
    """Write the poster; its ending says in which format."""
    return run_beside(lambda deps: _print(deps, arguments))


async def _print(deps: Deps, arguments: argparse.Namespace) -> int:
    out: Path = arguments.out
    form = _form(out)
    async with deps.store.read() as tx:
        home = await community_called(tx, arguments.community)
        shelf = await shelf_of(tx, home)
        monday = week_of(deps.clock(), home.timezone, arguments.week)
        chosen = best_of(shelf, monday, await week_in(tx, shelf, monday))
    desk = desk_of(shelf, Words(language=arguments.language or home.language))
    address = library_address(deps.settings, home, arguments.article)
    if arguments.article is None and arguments.plan:
        return _tell_week(desk, chosen)
    if arguments.article is None:
        sheet, claims = week_poster(desk, chosen, monday, address), week_claims(desk, chosen)
        design, kind = "week", UseKind.DIGEST
    else:
        plan = plan_of(desk, arguments.article, arguments.claims)
        if arguments.plan:
            return _tell(desk, plan.best, plan.pages)
        design, kind = arguments.design or plan.best, UseKind.POSTER
        sheet = article_poster(desk, plan, design, address)
        claims = sorted(plan.page(design).shown)
    made = await typeset(f"poster_{design}", sheet, form)
    await _keep(out, made)
    async with deps.store.write() as tx:
        await record_uses(tx, home.id, claims, kind, deps.clock())
    print(said("poster.done", design=desk.words.say(f"design_{design}"), file=str(out)))
    if not address:
        print(said("poster.no_code"))
    return 0


def _form(out: Path) -> Format:
    for form in FORMS:
        if out.suffix.lower() == f".{form}":
            return form
    raise Invalid("handbook_form", name=out.name, known=", ".join(FORMS))


async def _keep(out: Path, made: bytes) -> None:
    try:
        await asyncio.to_thread(out.write_bytes, made)
    except OSError as error:
        raise Invalid("file_unwritable", name=str(out), reason=error.strerror) from error


def _tell(desk: Desk, best: Design, pages: Mapping[Design, Page | str]) -> int:
    """Which designs fit, the best one marked, and why the others do not."""
    for line in _lines(desk, best, pages):
        print(line)
    return 0


def _tell_week(desk: Desk, chosen: Sequence[Picked]) -> int:
    """Which articles the poster of a week would tell of, and how many sentences that are."""
    told = told_of_week(desk, chosen)
    if not told:
        raise NotFound("nothing_this_week")
    for each, entry in told:
        print(f"{each.article.id:>4} {each.article.title}\n     {entry.text}")
    return 0


def _lines(desk: Desk, best: Design, pages: Mapping[Design, Page | str]) -> Iterable[str]:
    for design, page in pages.items():
        mark: Literal["*", " "] = "*" if design == best else " "
        why = desk.words.say(page) if isinstance(page, str) else ""
        yield f"{mark} {design:<7} {desk.words.say(f'design_{design}')}  {why}".rstrip()
