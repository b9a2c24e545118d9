"""simmer demo: a running product with the two sample communities."""

import argparse
import asyncio
import time

from rich.console import Console

from community.errors import SimmerError
from community.store.schema import migrate
from server.deps import Deps
from server.folder import held
from server.sampling import is_ready, make_ready, sign_in_links
from server.settings import Settings, read_settings
from server.terminal import complain, listen, said
from server.wiring import build
from server.working import serve


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may differ from the settings."""
    parser.add_argument("--port", type=int, help="the port to listen on")
    parser.add_argument("--prepare", action="store_true", help="load the samples and stop")


def run(arguments: argparse.Namespace) -> int:
    """Make ready what is missing, then serve until a signal comes."""
    wished = {} if arguments.port is None else {"port": arguments.port}
    try:
        settings = read_settings().model_copy(update=wished)
        with held(settings.data_dir):
            migrate(settings.store_url)
            return asyncio.run(_demo(settings, serving=not arguments.prepare))
    except SimmerError as error:
        return complain(error)


async def _demo(settings: Settings, *, serving: bool) -> int:
    bound, settings = listen(settings)
    deps = build(settings)
    if await is_ready(deps):
        print(said("demo.kept", folder=str(settings.data_dir)), flush=True)
    else:
        await _prepare(deps)
    if serving:
        await serve(deps, bound, begun=lambda: _greet(deps))
    else:
        bound.close()
        await (await deps.thinking()).library.close()
        await deps.store.close()
    return 0


async def _prepare(deps: Deps) -> None:
    """Make the samples ready, each step seen while it is done."""
    console, began = Console(), time.monotonic()
    with console.status(said("demo.begin")) as status:

        def told(step: str) -> None:
            seconds = time.monotonic() - began
            console.print(f"[dim]{seconds:5.1f} s[/dim]  {said(f'demo.{step}')}")
            status.update(said(f"demo.{step}"))

        await make_ready(deps, told)


async def _greet(deps: Deps) -> None:
    links = await sign_in_links(deps)
    print("\n" + said("demo.ready", address=deps.settings.address) + "\n")
    for role, link in links.items():
        print(f"  {said(f'demo.as_{role.value}')}\n  {link}\n")
    print(said("demo.note"), flush=True)
