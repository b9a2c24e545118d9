"""simmer serve: the pages and the work, in one process."""

import argparse
import asyncio

from community.errors import SimmerError
from community.store.schema import migrate
from server.deps import Deps
from server.folder import held
from server.settings import Settings, read_settings
from server.terminal import complain, listen, said
from server.wiring import build
from server.working import serve


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may differ from the settings."""
    parser.add_argument("--host", help="the address to listen on")
    parser.add_argument("--port", type=int, help="the port to listen on")


def run(arguments: argparse.Namespace) -> int:
    """Serve until a signal comes."""
    given = {name: getattr(arguments, name) for name in ("host", "port")}
    wished = {name: value for name, value in given.items() if value is not None}
    try:
        settings = read_settings().model_copy(update=wished)
        with held(settings.data_dir):
            migrate(settings.store_url)
            return asyncio.run(_serve(settings))
    except SimmerError as error:
        return complain(error)


async def _serve(settings: Settings) -> int:
    bound, settings = listen(settings)
    deps = build(settings)
    await serve(deps, bound, begun=lambda: _greet(deps))
    return 0


async def _greet(deps: Deps) -> None:
    print(said("serve.ready", address=deps.settings.address), flush=True)
