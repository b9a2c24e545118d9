"""One process that serves the pages and does the work."""

import asyncio
import socket
from collections.abc import Awaitable, Callable

import uvicorn

from community.actions.importing import fail_left_imports
from community.store.jobs import Claim
from server.app import create_app
from server.deps import Deps
from server.jobs.at_once import AT_ONCE
from server.work import Work

GRACE = 3
"""Seconds open requests are given when the server stops."""


async def do_job(deps: Deps, claim: Claim) -> None:
    """Do one claimed job by the one table of jobs; what needs no engine does not wait for one."""
    name = claim.job.name
    act = AT_ONCE.get(name) or (await deps.thinking()).jobs[name]
    await act(Work(deps, claim))


async def work(deps: Deps) -> None:
    """Do jobs until cancelled; meanwhile load the engines and keep the library."""
    alone = deps.settings.alone
    async with deps.changing() as change:
        for import_id, home in await fail_left_imports(change.tx, deps.clock(), alone=alone):
            change.tell("import", home, import_id)
    doing = asyncio.create_task(deps.queue.work(lambda claim: do_job(deps, claim), alone=alone))
    keeping = asyncio.create_task(_keep_library(deps))
    try:
        await asyncio.gather(doing, keeping)
    finally:
        for task in (doing, keeping):
            task.cancel()
            await asyncio.wait([task])


async def _keep_library(deps: Deps) -> None:
    """Bring the library up to date; it and the engines stay open until cancelled."""
    thinking = await deps.thinking()
    try:
        await thinking.library.catch_up()
        await asyncio.Event().wait()
    finally:
        await thinking.library.close()
        await thinking.engines.close()


async def work_off(deps: Deps) -> int:
    """Do what is due now, one job after the other; the result is how many were done."""
    return await deps.queue.work_off(lambda claim: do_job(deps, claim))


async def serve(
    deps: Deps, bound: socket.socket, begun: Callable[[], Awaitable[None]] | None = None
) -> None:
    """Serve and work until a signal comes; `begun` is called once requests are answered."""
    config = uvicorn.Config(
        create_app(deps),
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=GRACE,
        server_header=False,
    )
    server = uvicorn.Server(config)
    working = asyncio.create_task(work(deps))
    serving = asyncio.create_task(server.serve(sockets=[bound]))
    following = asyncio.create_task(deps.broadcaster.follow())
    greeting = asyncio.create_task(_greet(server, begun))
    try:
        await _until_stopped(server, working, serving)
    finally:
        server.should_exit = True
        deps.broadcaster.close()
        for task in (greeting, working, following):
            task.cancel()
        ended = await asyncio.gather(serving, working, following, greeting, return_exceptions=True)
        await deps.store.close()
    for failure in ended:
        if isinstance(failure, Exception):
            raise failure


async def _until_stopped(server: uvicorn.Server, *tasks: asyncio.Task[None]) -> None:
    """Wait for a signal, which uvicorn shows by a flag alone, or for a task to fail."""
    while not server.should_exit and not any(task.done() for task in tasks):  # noqa: ASYNC110
        await asyncio.sleep(0.1)


async def _greet(server: uvicorn.Server, begun: Callable[[], Awaitable[None]] | None) -> None:
    while not server.started:  # noqa: ASYNC110 - uvicorn shows it by a flag alone
        await asyncio.sleep(0.02)
    if begun is not None:
        await begun()
