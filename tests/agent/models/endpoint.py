"""A small real server that speaks the chat completions protocol, and keeps what it was asked."""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import cast

Reply = tuple[int, str]
"""HTTP status and body."""


def said(text: str, finish: str = "stop", *, counted: bool = True) -> Reply:
    """A completion with this text."""
    usage = {"prompt_tokens": 700, "completion_tokens": 40, "total_tokens": 740}
    body: dict[str, object] = {
        "id": "c1",
        "object": "chat.completion",
        "created": 1,
        "model": "small",
        "choices": [
            {
                "index": 0,
                "finish_reason": finish,
                "message": {"role": "assistant", "content": text},
            }
        ],
    }
    return 200, json.dumps(body | ({"usage": usage} if counted else {}))


def refused(status: int, message: str) -> Reply:
    """An error as such endpoints word it."""
    return status, json.dumps({"error": {"message": message, "type": "error", "code": status}})


@dataclass(slots=True)
class Endpoint:
    """Answers with `replies` in turn, the last one again and again; `delay` seconds late."""

    replies: list[Reply]
    delay: float = 0.0
    asked: list[dict[str, object]] = field(default_factory=list[dict[str, object]])
    url: str = ""

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, as many requests as it brings."""
        try:
            while head := await _head(reader):
                body = await reader.readexactly(head)
                self.asked.append(cast("dict[str, object]", json.loads(body)))
                await asyncio.sleep(self.delay)
                status, text = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
                raw = text.encode()
                writer.write(
                    f"HTTP/1.1 {status} x\r\ncontent-type: application/json\r\n"
                    f"content-length: {len(raw)}\r\n\r\n".encode()
                )
                writer.write(raw)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


async def _head(reader: asyncio.StreamReader) -> int:
    length = 0
    while line := (await reader.readline()).strip():
        name, _, value = line.decode().partition(":")
        if name.lower() == "content-length":
            length = int(value)
    return length


@asynccontextmanager
async def endpoint(*replies: Reply, delay: float = 0.0) -> AsyncGenerator[Endpoint]:
    """The server, running on a free port of this machine."""
    spoken = Endpoint(replies=list(replies), delay=delay)
    server = await asyncio.start_server(spoken.answer, "127.0.0.1", 0)
    port = cast("int", server.sockets[0].getsockname()[1])
    spoken.url = f"http://127.0.0.1:{port}/v1"
    try:
        yield spoken
    finally:
        server.close()
