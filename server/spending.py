"""An engine that costs tokens, kept inside the budget of a community's day."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar
from zoneinfo import ZoneInfo

from agent.models.base import ChatModel, Completion, Request
from agent.models.budgeted import BudgetedModel
from agent.models.fallback import FallbackModel
from community.people import Community
from community.store import Store
from community.store.spends import add_spend, spent_on
from server.deps import Clock

T = TypeVar("T")


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
        if self.costly is None:
            return self.offline
        counted = _Counted(engines=self, home=home, model=self.costly)
        budgeted = BudgetedModel(counted, limit=self.daily_tokens, spent=counted.spent)
        return FallbackModel(budgeted, self.offline)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """Writes down what each completion cost."""

    engines: Engines
    home: Community
    model: ChatModel

    @property
    def _day(self) -> str:
        there = self.engines.clock().astimezone(ZoneInfo(self.home.timezone))
        return there.date().isoformat()

    async def spent(self) -> int:
        """What the community spent today."""
        async with self.engines.store.read() as tx:
            return await spent_on(tx, self.home.id, self._day)

    async def complete(self, request: Request[T]) -> Completion[T]:
        """Answer, and add the cost to the day."""
        completion = await self.model.complete(request)
        async with self.engines.store.write() as tx:
            await add_spend(tx, self.home.id, self._day, completion.usage)
        return completion
