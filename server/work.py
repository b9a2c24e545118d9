"""What a job is given: the implementations, the engines, its payload, and one way to end."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from community.store.jobs import Claim
from server.broadcast import Change
from server.deps import Deps
from server.jobqueue.embedded import finishing


@dataclass(frozen=True, slots=True)
class Work:
    """One job that is being done."""

    deps: Deps
    claim: Claim

    @property
    def now(self) -> datetime:
        """The moment."""
        return self.deps.clock()

    def number(self, name: str) -> int:
        """One number of the payload."""
        return int(self.claim.job.payload[name])

    @asynccontextmanager
    async def finishing(self) -> AsyncGenerator[Change]:
        """Keep the result, the next jobs and the end of this one in one transaction."""
        ending = finishing(self.deps.store, self.claim)
        async with self.deps.broadcaster.changing(ending) as change:
            yield change
