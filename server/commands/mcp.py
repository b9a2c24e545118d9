"""simmer mcp: let another assistant ask a community's signed library, over standard input."""

import argparse

from server.deps import Deps
from server.finding import community_called
from server.outward import library_server
from server.terminal import run_beside


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare whose library."""
    parser.add_argument("--community", required=True, help="short name or name of the community")


def run(arguments: argparse.Namespace) -> int:
    """Serve until the other side hangs up."""

    async def serve(deps: Deps) -> int:
        async with deps.store.read() as tx:
            home = await community_called(tx, arguments.community)
        await library_server(deps, home).run_stdio_async()
        return 0

    return run_beside(serve)
