"""Two servers at one database: what one does, a page that is open at the other hears of."""

import asyncio
import json
import time
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from community.store import Store, open_store
from community.store.schema import migrate
from tests.slow.serving import HOST, Served, a_group, free_port, signed_in
from tests.stores import Group

PATIENCE = 20


@dataclass(frozen=True, slots=True)
class Neighbours:
    """An owner who speaks at one server and listens at the other."""

    group: Group
    speaking: httpx.AsyncClient
    lines: AsyncIterator[str]

    async def say(self, text: str) -> int:
        """Say something at the one server; the id of what was kept."""
        path = f"/api/zones/{self.group.zone.id}/messages"
        answer = await self.speaking.post(path, json={"text": text, "key": f"key of {text}"})
        assert answer.status_code == 201, answer.text
        return int(answer.json()["id"])

    async def hear(self, kind: str, id_: int) -> None:
        """Wait for one piece of news at the other server."""
        kinds = ""
        async with asyncio.timeout(PATIENCE):
            async for line in self.lines:
                kinds = line.removeprefix("event: ") if line.startswith("event: ") else kinds
                told = line.removeprefix("data: ") if line.startswith("data: ") else "{}"
                if kinds == kind and json.loads(told).get("id") == id_:
                    return
        raise AssertionError("the stream ended")


@asynccontextmanager
async def neighbours(url: str, folder: Path) -> AsyncGenerator[Neighbours]:
    """Two processes of `simmer serve` at one database, with a page open at the second."""
    migrate(url)
    group = await a_group(open_store(url))
    given = {"SIMMER_DATABASE_URL": url, "SIMMER_SECRET": "one-secret-for-both" * 2}
    both = [Served(folder / name, free_port(), settings=given) for name in ("one", "other")]
    try:
        await asyncio.gather(*(each.start() for each in both))
        first, second = (f"http://{HOST}:{each.port}" for each in both)
        async with httpx.AsyncClient(base_url=first, timeout=PATIENCE) as speaking:
            await signed_in(speaking)
            cookies = dict(speaking.cookies)
            async with httpx.AsyncClient(base_url=second, cookies=cookies, timeout=60) as other:
                path = f"/api/communities/{group.community.id}/events"
                async with other.stream("GET", path) as stream:
                    assert stream.status_code == 200
                    lines = stream.aiter_lines()
                    assert await anext(lines) == ": open"
                    yield Neighbours(group, speaking, lines)
    finally:
        for each in both:
            await each.kill()
        await group.store.close()


async def told_within_a_second(here: Neighbours, after: str = "") -> None:
    """What is said at the one is heard at the other within a second, five times in a row."""
    for number in range(5):
        id_ = await here.say(f"{after}said {number}")
        kept = time.perf_counter()
        await here.hear("message", id_)
        assert time.perf_counter() - kept < 1.0


async def told_again_after(here: Neighbours, cut: Callable[[Store], Awaitable[None]]) -> None:
    """After a lost connection the page is told to fetch all, and then hears as before."""
    await cut(here.group.store)
    await here.hear("missed", 0)
    await told_within_a_second(here, "then ")
