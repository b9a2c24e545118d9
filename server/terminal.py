"""What commands say to a person at a terminal, in their language, and how they begin and end."""

import asyncio
import os
import sys
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager

from community.errors import Fact, SimmerError
from community.store.schema import migrate
from server.deps import Deps
from server.locales import sentence
from server.settings import Settings
from server.wiring import build


def tongue() -> str:
    """The language of the terminal: Chinese where its locale is Chinese, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def said(code: str, **facts: Fact) -> str:
    """A sentence of a command."""
    return sentence(tongue(), f"command.{code}", facts)


def complain(error: SimmerError) -> int:
    """Say what went wrong in one sentence; the result is the exit code."""
    sys.stderr.write(f"simmer: {sentence(tongue(), f'error.{error.code}', error.facts)}\n")
    return 2


@asynccontextmanager
async def beside(settings: Settings) -> AsyncGenerator[Deps]:
    """The product for a command that runs beside a server: it compares exactly, from SQL."""
    deps = build(settings, indexed=False)
    try:
        yield deps
    finally:
        await deps.store.close()


def run_beside(act: Callable[[Deps], Awaitable[int]]) -> int:
    """Run a command on the data folder alone, server or not; what goes wrong is one sentence."""

    async def run(settings: Settings) -> int:
        async with beside(settings) as deps:
            return await act(deps)

    try:
        settings = Settings()
        migrate(settings.store_url)
        return asyncio.run(run(settings))
    except SimmerError as error:
        return complain(error)
