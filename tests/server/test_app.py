"""What goes over the wire: packed where it pays, at once where it is awaited."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from pathlib import Path
from typing import get_args

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from community.people import Role
from server import pages
from server.access import ACCESS
from server.api.events import READ_BY
from server.app import SMALLEST_PACKED
from server.news import Kind
from server.ports import free_socket
from tests.server.house import House


async def test_large_answers_are_packed_and_small_ones_are_not(house: House) -> None:
    host = await house.as_role(Role.FACILITATOR)
    for number in range(20):
        await house.offer(text=f"“拆成两页”，第 {number} 页上放的是什么？" * 3, key=f"k{number}")
    large = await host.get(f"/api/communities/{house.community.id}/suggestions")
    small = await host.get("/api/me")
    assert large.headers["content-encoding"] == "gzip"
    assert len(large.json()["suggestions"]) == 20
    assert len(small.content) < SMALLEST_PACKED
    assert "content-encoding" not in small.headers


async def test_a_line_of_events_arrives_at_once_through_the_packing(house: House) -> None:
    host = await house.as_role(Role.FACILITATOR)
    bound = free_socket("127.0.0.1", 0)
    address = f"http://127.0.0.1:{bound.getsockname()[1]}"
    config = uvicorn.Config(house.app, log_level="warning", lifespan="off")  # pyright: ignore[reportArgumentType]
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve(sockets=[bound]))
    headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in host.cookies.items())}
    path = f"/api/communities/{house.community.id}/events"
    async with asyncio.timeout(10), httpx.AsyncClient(base_url=address, headers=headers) as client:
        async with client.stream("GET", path, headers={"Accept-Encoding": "gzip"}) as stream:
            lines = stream.aiter_lines()
            assert await anext(lines) == ": open"
            draft = await house.offer()
            async with house.deps.changing() as change:
                change.tell("suggestion", house.community.id, draft.id, house.zone.id)
            heard = [line async for line in _until_told(lines)]
        assert "content-encoding" not in stream.headers
    assert heard == ["event: suggestion", f'data: {{"id":{draft.id},"zone":{house.zone.id}}}']
    house.deps.broadcaster.close()
    server.should_exit = True
    await serving


async def _until_told(lines: AsyncIterator[str]) -> AsyncGenerator[str]:
    """The lines that are not empty, up to the first with content."""
    async for line in lines:
        if line:
            yield line
        if line.startswith("data:"):
            return


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        pytest.param("/assets/a-1f2e.js", "public, max-age=31536000, immutable", id="hashed"),
        pytest.param("/index.html", "no-cache", id="the page"),
        pytest.param("/c/teachers/queue", "no-cache", id="an address of ours"),
    ],
)
async def test_hashed_assets_are_kept_for_a_year_and_pages_are_asked_for_again(
    tmp_path: Path, path: str, kept: str
) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "a-1f2e.js").write_text("1")
    (tmp_path / "index.html").write_text("<p>")
    app = FastAPI()
    pages.install(app, tmp_path)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://simmer.test") as client:
        answer = await client.get(path)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == kept


def test_every_kind_of_news_has_an_endpoint_that_says_who_hears_of_it() -> None:
    assert set(READ_BY) == set(get_args(Kind))
    assert set(READ_BY.values()) <= ACCESS.keys()
