"""A whole server without a socket: one community, a person of each role, a clock to turn."""

from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import httpx

from community.actions.members import invite_member
from community.people import Community, Member, Role, Zone
from community.store import communities, members
from community.store.suggestions import insert_suggestion
from community.suggestion import Audience, Lane, Speaker, Suggestion, Why
from server.app import create_app
from server.deps import Deps
from server.settings import Settings
from server.wiring import build
from tests.builders import MONDAY, a_community, a_member, a_zone
from tests.databases import database_of, lay_tables

NAMES = {
    Role.OWNER: "周砚秋",
    Role.FACILITATOR: "林满",
    Role.ASSISTANT: "助教小唐",
    Role.EXPERT: "顾老师",
    Role.LEADER: "队长老赵",
    Role.ACTIVE_MEMBER: "阿敏",
    Role.MEMBER: "许冉",
}


@dataclass(slots=True)
class Clock:
    """A clock that stands still until it is turned."""

    now: datetime = MONDAY

    def __call__(self) -> datetime:
        """The moment it shows."""
        return self.now

    def turn(self, **span: float) -> None:
        """Let time pass."""
        self.now += timedelta(**span)


@dataclass(slots=True)
class House:
    """Everything a test needs to knock at the door as somebody."""

    deps: Deps
    clock: Clock
    community: Community
    zone: Zone
    people: dict[Role, Member]
    app: object
    stack: AsyncExitStack
    clients: dict[str, httpx.AsyncClient] = field(default_factory=dict[str, httpx.AsyncClient])

    def stranger(self) -> httpx.AsyncClient:
        """Somebody who is not signed in."""
        transport = httpx.ASGITransport(app=self.app)  # pyright: ignore[reportArgumentType]
        return httpx.AsyncClient(transport=transport, base_url="http://simmer.test")

    async def token(self, member: Member) -> str:
        """A one-time token of a member."""
        token = f"token-of-{member.id}-at-{self.clock.now.timestamp()}-long-enough"
        async with self.deps.store.write() as tx:
            await invite_member(tx, member_id=member.id, token=token, at=self.clock.now)
        return token

    async def as_member(self, member: Member) -> httpx.AsyncClient:
        """A browser in which a member is signed in."""
        client = await self.stack.enter_async_context(self.stranger())
        token = await self.token(member)
        entered = await client.post("/api/session", json={"token": token})
        assert entered.status_code == 204, entered.text
        me = await client.get("/api/me")
        client.headers["X-CSRF-Token"] = me.json()["csrf"]
        return client

    async def as_role(self, role: Role) -> httpx.AsyncClient:
        """A browser in which the person of a role is signed in."""
        if role.value not in self.clients:
            self.clients[role.value] = await self.as_member(self.people[role])
        return self.clients[role.value]

    async def offer(self, **changes: object) -> Suggestion:
        """A draft in the queue."""
        draft = a_draft(self, **changes)
        async with self.deps.store.write() as tx:
            kept = await insert_suggestion(tx, draft)
        assert kept is not None
        return kept


def a_draft(house: House, **changes: object) -> Suggestion:
    fields: dict[str, object] = {
        "id": 0,
        "community_id": house.community.id,
        "zone_id": house.zone.id,
        "key": f"first_reply:{len(changes)}:{changes.get('text', '')}",
        "move": "first_reply",
        "lane": Lane.OBLIGATION,
        "audience": Audience.PUBLIC,
        "speaker": Speaker.FACILITATOR,
        "text": "“拆成两页，反而不砍了”，第二页上放的是什么？",
        "language": "zh",
        "anchor_ids": (),
        "why": Why(code="unanswered", facts={"minutes": 90}),
        "confidence": 0.8,
        "created_at": house.clock.now,
    }
    return Suggestion(**(fields | changes))  # pyright: ignore[reportArgumentType]


@asynccontextmanager
async def a_house(folder: Path, *, language: str = "zh", **given: object) -> AsyncGenerator[House]:
    clock = Clock()
    given = {"database_url": database_of(folder), **given}
    settings = Settings(data_dir=folder, _env_file=None, **given)  # pyright: ignore[reportCallIssue, reportArgumentType]
    deps = build(settings, clock=clock, indexed=False)
    await lay_tables(deps.store, folder)
    async with deps.store.write() as tx:
        home = await communities.insert_community(tx, a_community(language=language))
        zone = await communities.insert_zone(tx, replace(a_zone(), community_id=home.id))
        people = {
            role: await members.insert_member(
                tx, replace(a_member(0, name, role), community_id=home.id)
            )
            for role, name in NAMES.items()
        }
    async with AsyncExitStack() as stack:
        yield House(deps, clock, home, zone, people, create_app(deps), stack)
        await deps.store.close()
