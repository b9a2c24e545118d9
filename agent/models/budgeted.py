"""An engine that stops when a community has used up its tokens of the day."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from agent.models.base import ChatModel, Completion, Request
from agent.models.rendering import rendered
from agent.tokens import count
from community.errors import ModelFailed

T = TypeVar("T")
REPLY_TOKENS = 300
"""What a reply is taken to cost before it is known."""


def fits(cost: int, spent: int, limit: int) -> bool:
    """Whether one more request stays within the day's tokens; limit 0 means none at all."""
    return spent + cost <= limit


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
        prompt = rendered(request)
        cost = count(prompt.system) + count(prompt.talk) + REPLY_TOKENS
        spent = await self._spent()
        if not fits(cost, spent, self._limit):
            raise ModelFailed("model_budget_spent", limit=self._limit, spent=spent)
        return await self._model.complete(request)
