"""An engine that costs tokens, kept inside the budget of a community's day."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from agent.models.base import NO_USAGE, ChatModel, Completion, Request, usage_of
from agent.models.budgeted import BudgetedModel
from agent.models.fallback import FallbackModel
from agent.models.reserve import RESERVED
from community.errors import ModelFailed
from community.people import Community
from community.store import Store
from community.store.spends import add_spend, spent_on
from community.suggestion import Usage
from server.budget import day_of, limit_of
from server.clock import Clock

T = TypeVar("T")
ROOMY = 0.5
"""Share of the day's tokens that may be spent while drafts are still worded several times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Engines:
    """The engine that needs nothing, and the one that costs tokens where there is one."""

    store: Store
    clock: Clock
    offline: ChatModel
    costly: ChatModel | None = None
    daily_tokens: int = 0
    hang_up: Callable[[], Awaitable[None]] | None = None

    async def close(self) -> None:
        """Let go of the connections to the endpoint."""
        if self.hang_up is not None:
            await self.hang_up()

    def model_for(self, home: Community) -> ChatModel:
        """The engine of one community: its budget, its count, and offline when it fails."""
        return self.costly_for(home) or self.offline

    def costly_for(self, home: Community) -> ChatModel | None:
        """The engine that costs, None where a community has none: then nothing of it can fail.

        An owner who sets the limit to 0 wants no model: that is no failure to be told of.
        """
        limit = limit_of(home, self.daily_tokens)
        if self.costly is None or (limit == 0 and self.daily_tokens):
            return None
        counted = _Counted(engines=self, home=home, model=self.costly)
        budgeted = BudgetedModel(counted, limit=limit, spent=counted.spent)
        return FallbackModel(budgeted, self.offline)

    async def roomy(self, home: Community) -> bool:
        """Whether a draft may be worded several times: offline always, else early in the budget."""
        return self.costly is None or await self._share(home) <= ROOMY

    async def later(self, home: Community) -> datetime | None:
        """When work nobody waits for may go on; None: now.

        While only the reserve of the day is left, it waits for the next day of the community.
        """
        limit = limit_of(home, self.daily_tokens)
        if self.costly is None or limit == 0 or await self._share(home) < 1 - RESERVED:
            return None
        there = self.clock().astimezone(ZoneInfo(home.timezone))
        return datetime.combine(there.date() + timedelta(days=1), time(), there.tzinfo)

    async def _share(self, home: Community) -> float:
        limit = limit_of(home, self.daily_tokens)
        async with self.store.read() as tx:
            spent = await spent_on(tx, home.id, day_of(home, self.clock()))
        return spent / limit if limit else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """Writes down what each completion cost."""

    engines: Engines
    home: Community
    model: ChatModel

    async def spent(self) -> int:
        """What the community spent today."""
        async with self.engines.store.read() as tx:
            return await spent_on(tx, self.home.id, day_of(self.home, self.engines.clock()))

    async def complete(self, request: Request[T]) -> Completion[T]:
        """Answer, and add the cost to the day; a failure that was answered costs too."""
        try:
            completion = await self.model.complete(request)
        except ModelFailed as failed:
            await self._count(usage_of(failed))
            raise
        await self._count(completion.usage)
        return completion

    async def _count(self, usage: Usage) -> None:
        if usage == NO_USAGE:
            return
        day = day_of(self.home, self.engines.clock())
        async with self.engines.store.write() as tx:
            await add_spend(tx, self.home.id, day, usage)
