"""Two servers at one database: what the first one does is left to it until it is gone."""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

import httpx
from sqlalchemy import text

from community.conversation import Message
from community.people import Member
from community.store import Store, messages, open_store
from community.store.schema import migrate
from server.wiring import utc_now
from tests.connectors.exports import files
from tests.slow.serving import HOST, Served, a_group, free_port, signed_in
from tests.stores import Group

PATIENCE = 120
MANY = 400_000
"""Messages of a file that takes longer to come in than a server takes to start."""
ASKED = "请问晚上九点以后家长在群里发消息，你们第二天怎么回？"
TOLD = "我们班定了规矩：晚上九点以后的消息第二天早上八点统一回，孩子发烧的除外。"


@dataclass(frozen=True, slots=True)
class Pair:
    """A server that works, one that is not yet started, and the rows of both."""

    group: Group
    first: Served
    second: Served
    client: httpx.AsyncClient
    asked: asyncio.Event

    async def rows(self, query: str) -> list[tuple[object, ...]]:
        """What the database holds."""
        store: Store = self.group.store
        async with store.read() as tx:
            return [tuple(row) for row in await tx.execute(text(query))]

    async def until(self, query: str, wanted: tuple[object, ...]) -> None:
        """Wait for a row."""
        async with asyncio.timeout(PATIENCE):
            while await self.rows(query) != [wanted]:  # noqa: ASYNC110 - it is another process
                await asyncio.sleep(0.2)

    async def bring(self, path: Path) -> int:
        """Begin to import a file at the first server."""
        where = f"/api/communities/{self.group.community.id}/imports"
        with path.open("rb") as file:
            answer = await self.client.post(where, files={"file": (path.name, file)})
        assert answer.status_code == 202, answer.text
        return int(answer.json()["id"])


@asynccontextmanager
async def a_pair(url: str, folder: Path) -> AsyncGenerator[Pair]:
    """Two servers that ask a model which never answers; the first one is started."""
    migrate(url)
    group = await a_group(open_store(url))
    asked = asyncio.Event()

    async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while await reader.read(1 << 16):
                asked.set()
        writer.close()

    silent = await asyncio.start_server(say_nothing, HOST, 0)
    given = {
        "SIMMER_DATABASE_URL": url,
        "SIMMER_SECRET": "one-secret-for-both" * 2,
        "SIMMER_LLM_BASE_URL": f"http://{HOST}:{silent.sockets[0].getsockname()[1]}/v1",
        "SIMMER_LLM_MODEL": "silent",
        "SIMMER_LLM_TIMEOUT": "900",
        "SIMMER_DEBOUNCE": "3600",
    }
    first, second = (Served(folder / name, free_port(), settings=given) for name in ("1", "2"))
    try:
        await first.start()
        base = f"http://{HOST}:{first.port}"
        async with httpx.AsyncClient(base_url=base, timeout=PATIENCE) as client:
            await signed_in(client)
            yield Pair(group, first, second, client, asked)
    finally:
        for each in (first, second):
            if each.process is not None and each.process.returncode is None:
                await each.kill()
        silent.close()
        await asyncio.sleep(0.2)
        await group.store.close()


def a_long_file(folder: Path, name: str) -> Path:
    """An export of many messages, each name another talk."""
    path = folder / name
    with path.open("w", encoding="utf-8") as lines:
        lines.write(json.dumps({"_type": "header", **files.chatlab([])}, ensure_ascii=False) + "\n")
        for number in range(MANY):
            said = {
                "_type": "message",
                "sender": f"u{number % 50}",
                "accountName": f"u{number % 50}",
                "timestamp": 1_772_406_000 + number,
                "type": 0,
                "content": f"{name} {number}",
                "platformMessageId": f"{name}:{number}",
            }
            lines.write(json.dumps(said) + "\n")
    return path


async def a_talk_is_distilled(here: Pair) -> None:
    """A job that runs at the first server for as long as it lives: it waits for the model."""
    group = here.group
    async with group.store.write() as tx:
        asked = await messages.insert_message(tx, _said(group, group.ann, ASKED), "asked")
        assert asked is not None
        told = replace(_said(group, group.bo, TOLD), reply_to_id=asked.id)
        await messages.insert_message(tx, told, "told")
    path = f"/api/communities/{group.community.id}/distillations"
    began = await here.client.post(path, json={"root_id": asked.id})
    assert began.status_code == 202, began.text
    async with asyncio.timeout(PATIENCE):
        await here.asked.wait()
    assert await here.rows(DISTILLING) == [("running", 1)]


def _said(group: Group, author: Member, words: str) -> Message:
    return Message(
        id=0,
        community_id=group.community.id,
        zone_id=group.zone.id,
        author_id=author.id,
        at=utc_now(),
        text=words,
    )


DISTILLING = "SELECT state, fence FROM job WHERE name = 'distil'"


async def left_to_the_living_and_taken_from_the_dead(here: Pair, folder: Path) -> None:
    """The whole story: one works, another starts, the one dies, the other takes over."""
    await a_talk_is_distilled(here)
    state = "SELECT state FROM import WHERE id = {}"
    whole = await here.bring(a_long_file(folder, "whole.jsonl"))
    await here.second.start()
    assert await here.rows(state.format(whole)) == [("running",)], "a longer file is needed"
    await asyncio.sleep(3)
    assert await here.rows(DISTILLING) == [("running", 1)]
    await here.until(state.format(whole), ("done",))
    broken = await here.bring(a_long_file(folder, "broken.jsonl"))
    await here.first.kill()
    assert await here.rows(state.format(broken)) == [("running",)]
    await here.until(state.format(broken), ("failed",))
    await here.until(DISTILLING, ("running", 2))
    counted = "SELECT count(*) FROM message WHERE text LIKE '{}.jsonl%'"
    assert await here.rows(counted.format("whole")) == [(MANY,)]
    assert await here.rows(counted.format("broken")) == [(0,)]
