"""An engine that stops when a community has used up its tokens of the day."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from agent.models.base import ChatModel, Completion, Request
from agent.models.rendering import rendered
from agent.models.reserve import ceiling, fits
from agent.tokens import count
from community.errors import ModelFailed

T = TypeVar("T")
REPLY_TOKENS = 300
"""What a reply is taken to cost before it is known."""


class BudgetedModel:
    """Asks `model` while the day's tokens last, else ModelFailed.

    `spent` tells the tokens of the community today; who keeps that count is the caller's matter.
    """

    def __init__(
        self, model: ChatModel, *, limit: int, spent: Callable[[], Awaitable[int]]
    ) -> None:
        self._model = model
        self._limit = limit
        self._spent = spent

    async def complete(self, request: Request[T]) -> Completion[T]:
        """Answer unless the budget says no; a request that cannot be counted is not sent."""
        await self._allow(request)
        return await self._model.complete(request)

    async def _allow(self, request: Request[T]) -> None:
        prompt = rendered(request)
        cost = count(prompt.system) + count(prompt.talk) + REPLY_TOKENS
        spent = await self._spent()
        if not fits(cost, spent, self._limit):
            raise ModelFailed("model_budget_spent", limit=self._limit, spent=spent)
        if not fits(cost, spent, ceiling(request.purpose, self._limit)):
            raise ModelFailed("model_budget_kept", limit=self._limit, spent=spent)
