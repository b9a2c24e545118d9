"""A throw-away store with one community in it, and a queue that only remembers."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from community.jobs import Job
from community.people import Community, Member, Role, Zone
from community.store import Store, Tx, communities, members, open_store
from tests.builders import a_community, a_member, a_zone
from tests.databases import database_of, lay_tables


@dataclass(slots=True)
class PutJobs:
    """A queue that keeps what it is given; a job replaces the one with the same key."""

    jobs: dict[str, Job] = field(default_factory=dict[str, Job])

    async def put(self, tx: Tx, job: Job) -> None:
        """Remember the job."""
        assert tx.in_transaction()
        self.jobs[job.key] = job


@dataclass(frozen=True, slots=True)
class Group:
    """One community with a zone, an owner and two members."""

    store: Store
    community: Community
    zone: Zone
    owner: Member
    ann: Member
    bo: Member


@asynccontextmanager
async def a_store(folder: Path) -> AsyncGenerator[Store]:
    store = open_store(database_of(folder))
    await lay_tables(store, folder)
    try:
        yield store
    finally:
        await store.close()


@asynccontextmanager
async def a_group(folder: Path, language: str = "zh") -> AsyncGenerator[Group]:
    async with a_store(folder) as store:
        async with store.write() as tx:
            group = await communities.insert_community(tx, a_community(language))
            zone = await communities.insert_zone(tx, replace(a_zone(), community_id=group.id))
            people = [
                await members.insert_member(tx, replace(one, community_id=group.id))
                for one in (
                    a_member(0, "周砚秋", Role.OWNER),
                    a_member(0, "许冉"),
                    a_member(0, "Bo عبد 🙂"),
                )
            ]
        yield Group(store, group, zone, *people)
