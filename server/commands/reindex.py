"""simmer reindex: throw the search index away and make it again from the database."""

import argparse
import asyncio

from community.errors import SimmerError
from community.store.schema import migrate
from server.folder import held
from server.library import shelved_passages
from server.settings import Settings, read_settings
from server.terminal import complain, said
from server.wiring import build


def add_arguments(_: argparse.ArgumentParser) -> None:
    """Nothing to choose."""


def run(_: argparse.Namespace) -> int:
    """Rebuild; no server may work in the folder meanwhile."""
    try:
        settings = read_settings()
        with held(settings.data_dir):
            migrate(settings.store_url)
            return asyncio.run(_rebuild(settings))
    except SimmerError as error:
        return complain(error)


async def _rebuild(settings: Settings) -> int:
    deps = build(settings)
    library = (await deps.thinking()).library
    await library.rebuild(await shelved_passages(deps.store))
    health = library.health
    await library.close()
    await deps.store.close()
    print(said(f"reindex.{health.index.value}", passages=health.passages))
    return 0 if health.index.value == "ready" else 1
