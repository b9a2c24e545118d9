"""What commands say to a person at a terminal, in their language, and how they begin and end."""

import asyncio
import socket
import sys
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager

from community.errors import Fact, Invalid, SimmerError
from community.store.schema import migrate
from server.deps import Deps
from server.locales import sentence, terminal_language
from server.ports import free_socket
from server.settings import Settings, read_settings
from server.wiring import build


def tongue() -> str:
    """The language of the terminal."""
    return terminal_language()


def said(code: str, **facts: Fact) -> str:
    """A sentence of a command."""
    return sentence(tongue(), f"command.{code}", facts)


def complain(error: SimmerError) -> int:
    """Say what went wrong in one sentence; the result is the exit code."""
    sys.stderr.write(f"simmer: {sentence(tongue(), f'error.{error.code}', error.facts)}\n")
    return 2


def listen(settings: Settings) -> tuple[socket.socket, Settings]:
    """A socket on the port of the settings or, with a word about it, on the next free one."""
    try:
        bound = free_socket(settings.host, settings.port)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Invalid("port_unusable", port=settings.port, reason=reason) from error
    port = int(bound.getsockname()[1])
    if settings.port not in (0, port):
        sys.stdout.write(said("serve.port_busy", busy=settings.port, port=port) + "\n")
    return bound, settings.model_copy(update={"port": port})


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
        settings = read_settings()
        migrate(settings.store_url)
        return asyncio.run(run(settings))
    except SimmerError as error:
        return complain(error)
