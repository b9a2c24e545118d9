"""A question asked over HTTP of a Simmer whose model is a real llama.cpp server.

The model is so small that it may say anything: what reaches the asker is carried by the sources or
is not said, and where nothing is, the article's own words stand and the reason is told.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn

from agent.answering.brief import Source
from agent.answering.support import problems
from community.actions.distillations import keep_distillation
from community.distillation import ArticleKind, Citation, Claim, ClaimKind, Distillation
from community.people import Role
from tests.server.house import House, a_house
from tests.server.test_knowledge import say, sign
from tests.slow.peer import HOST, PEERS, a_peer, free_port, wait_for

KEY, CONTEXT = "sesame", 1536
SAID = "Whoever is paged twice in one night starts at noon the next day, without asking anybody."
TITLE = "When do I start after a night with two pages?"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(300),
    pytest.mark.skipif(not PEERS.is_dir(), reason="no llama.cpp server here: make peers"),
]


@pytest.fixture(scope="module")
def peer() -> Iterator[int]:
    with a_peer(context=CONTEXT, key=KEY) as port:
        yield port


@asynccontextmanager
async def asking_at(folder: Path, endpoint: int, key: str = KEY) -> AsyncGenerator[tuple[str, Any]]:
    """A served community with one signed article: the address to ask at, and who asks."""
    async with AsyncExitStack() as stack:
        house = await stack.enter_async_context(
            a_house(
                folder,
                language="en",
                llm_base_url=f"http://{HOST}:{endpoint}/v1",
                llm_api_key=key,
                llm_model="smollm2",
                llm_timeout=90,
            )
        )
        await sign(house, await _article(house))
        port = free_port()
        served = uvicorn.Server(
            uvicorn.Config(house.app, host=HOST, port=port, log_level="error", lifespan="off")  # pyright: ignore[reportArgumentType]
        )
        serving = asyncio.create_task(served.serve())
        await asyncio.to_thread(wait_for, port)
        member = await house.as_role(Role.MEMBER)
        member.headers["Cookie"] = "; ".join(f"{k}={v}" for k, v in member.cookies.items())
        path = f"/api/communities/{house.community.id}/questions/stream"
        try:
            yield f"http://{HOST}:{port}{path}", dict(member.headers)
        finally:
            served.should_exit = True
            await serving
            await (await house.deps.thinking()).engines.close()


async def _article(house: House) -> int:
    message_id = await say(house, Role.ACTIVE_MEMBER, SAID, "paged-twice")
    cited = Citation(message_id=message_id, start=0, end=len(SAID), quote=SAID)
    new = Distillation(
        id=0,
        community_id=house.community.id,
        zone_id=house.zone.id,
        root_id=message_id,
        title=TITLE,
        kind=ArticleKind.FAQ,
        language="en",
        claims=(Claim(id=0, text=SAID, kind=ClaimKind.EXPERIENCE, citations=(cited,)),),
        message_ids=(message_id,),
        created_at=house.clock.now,
    )
    async with house.deps.store.write() as tx:
        return (await keep_distillation(tx, new)).id


async def heard(address: str, headers: dict[str, str], text: str) -> list[tuple[str, Any]]:
    """The events of one answer, in the order they came over the wire."""
    found: list[tuple[str, Any]] = []
    async with (
        httpx.AsyncClient(timeout=200) as client,
        client.stream("POST", address, json={"text": text}, headers=headers) as reply,
    ):
        assert reply.status_code == 200
        event = ""
        async for line in reply.aiter_lines():
            name, _, rest = line.partition(": ")
            event = rest if name == "event" else event
            if name == "data":
                found.append((event, json.loads(rest)))
    return found


def check_told(events: list[tuple[str, Any]]) -> dict[str, Any]:
    """Sources come first, what follows the last sources is the answer; give the kept one."""
    names = [name for name, _ in events]
    assert names[0] == "sources"
    assert names[-1] == "done"
    done = events[-1][1]
    begun = len(names) - names[::-1].index("sources")
    assert [said for _, said in events[begun:-1]] == done["sentences"]
    source = Source(number=1, title=TITLE, text=SAID)
    for name, said in events:
        if name == "sentence":
            assert said["numbers"] == [1]
            assert problems(said["text"], [source]) == ()
    return done


async def test_only_what_the_sources_carry_is_said_else_their_own_words_and_why(
    tmp_path: Path, peer: int
) -> None:
    async with asking_at(tmp_path, peer) as (address, headers):
        events = await heard(address, headers, TITLE)
        done = check_told(events)
        ((name, refused),) = await heard(address, headers, "How do I book the canteen?")
    assert done["answered"]
    assert done["citations"][0]["passage"] == SAID
    assert done["failure"] == "" or [one["text"] for one in done["sentences"]] == [SAID]
    assert (name, refused["answered"], refused["sentences"]) == ("done", False, [])


@asynccontextmanager
async def cutting(upstream: int, after: int) -> AsyncGenerator[int]:
    """The port of a wire to the peer that breaks after so many bytes of a reply."""

    async def relay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection(HOST, upstream)
        forth = asyncio.create_task(_poured(reader, back))
        left = after
        while left > 0 and (part := await there.read(min(left, 512))):
            writer.write(part)
            await writer.drain()
            left -= len(part)
        forth.cancel()
        back.close()
        writer.transport.abort()

    port = free_port()
    wire = await asyncio.start_server(relay, HOST, port)
    try:
        yield port
    finally:
        wire.close()
        await wire.wait_closed()


async def _poured(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while part := await reader.read(65536):
        writer.write(part)
        await writer.drain()


@pytest.mark.parametrize("after", [900, 4000])
async def test_a_stream_that_is_cut_leaves_the_articles_words_and_the_reason(
    tmp_path: Path, peer: int, after: int
) -> None:
    async with cutting(peer, after) as wire, asking_at(tmp_path, wire) as (address, headers):
        done = check_told(await heard(address, headers, TITLE))
    assert (done["answered"], done["failure"]) == (True, "model_unreachable")
    assert [one["text"] for one in done["sentences"]] == [SAID]


@pytest.mark.parametrize(
    ("key", "gone", "code"),
    [("wrong", False, "model_unauthorised"), (KEY, True, "model_unreachable")],
    ids=["a wrong key", "nobody there"],
)
async def test_an_endpoint_that_fails_is_told_and_the_articles_words_stand(
    tmp_path: Path, peer: int, key: str, code: str, *, gone: bool
) -> None:
    endpoint = free_port() if gone else peer
    async with asking_at(tmp_path, endpoint, key) as (address, headers):
        done = check_told(await heard(address, headers, TITLE))
    assert (done["answered"], done["failure"]) == (True, code)
    assert [one["text"] for one in done["sentences"]] == [SAID]
