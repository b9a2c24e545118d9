"""`simmer serve` as a process beside the test, and a community it serves."""

import asyncio
import os
import socket
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

import httpx

from community.actions.members import invite_member
from community.people import Role
from community.store import Store, communities, members
from server.wiring import utc_now
from tests.builders import a_community, a_member, a_zone
from tests.stores import Group

TOKEN = "a-one-time-token-that-is-long-enough"
HOST = "127.0.0.1"


@dataclass(slots=True)
class Served:
    """`simmer serve` in a process of its own, started as often as it is killed."""

    folder: Path
    port: int
    process: asyncio.subprocess.Process | None = None
    kills: int = 0
    settings: dict[str, str] = field(default_factory=dict[str, str])

    async def start(self) -> None:
        """Start it and wait until it answers."""
        self.process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "server.cli",
            "serve",
            "--port",
            str(self.port),
            env={**os.environ, "SIMMER_DATA_DIR": str(self.folder), **self.settings},
            stdout=asyncio.subprocess.DEVNULL,
        )
        async with httpx.AsyncClient(base_url=f"http://{HOST}:{self.port}") as client:
            while True:
                try:
                    await client.get("/api/me")
                except httpx.HTTPError:
                    assert self.process.returncode is None
                    await asyncio.sleep(0.1)
                else:
                    return

    async def kill(self) -> None:
        """Kill it without a word."""
        assert self.process is not None
        self.process.kill()
        await self.process.wait()
        self.kills += 1


def free_port() -> int:
    with socket.socket() as tried:
        tried.bind((HOST, 0))
        return int(tried.getsockname()[1])


async def a_group(store: Store) -> Group:
    """One community with an owner who can sign in once."""
    async with store.write() as tx:
        home = await communities.insert_community(tx, a_community())
        zone = await communities.insert_zone(tx, replace(a_zone(), community_id=home.id))
        owner, ann, bo = [
            await members.insert_member(tx, replace(one, community_id=home.id))
            for one in (a_member(0, "周砚秋", Role.OWNER), a_member(0, "许冉"), a_member(0, "阿敏"))
        ]
        await invite_member(tx, member_id=owner.id, token=TOKEN, at=utc_now())
    return Group(store, home, zone, owner, ann, bo)


async def signed_in(client: httpx.AsyncClient) -> None:
    """Let the owner in with the one token there is."""
    assert (await client.post("/api/session", json={"token": TOKEN})).status_code == 204
    client.headers["X-CSRF-Token"] = (await client.get("/api/me")).json()["csrf"]
