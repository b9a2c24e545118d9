"""One engine, and another when it fails; the failure that was survived stays visible."""

from dataclasses import replace
from typing import TypeVar

from agent.models.base import ChatModel, Completion, Request, usage_of
from community.errors import ModelFailed
from community.suggestion import Why

T = TypeVar("T")


class FallbackModel:
    """Asks `first`; where that fails asks `second` and says in the completion what happened.

    What the failure cost is on the completion too. Where the second has nothing either, the first
    failure is the one that is raised: it is the one a person can do something about.
    """

    def __init__(self, first: ChatModel, second: ChatModel) -> None:
        self._first = first
        self._second = second

    async def complete(self, request: Request[T]) -> Completion[T]:
        """Answer with the first engine that can."""
        try:
            return await self._first.complete(request)
        except ModelFailed as failed:
            return await self._instead(request, failed)

    async def _instead(self, request: Request[T], failed: ModelFailed) -> Completion[T]:
        try:
            completion = await self._second.complete(request)
        except ModelFailed:
            raise failed from None
        survived = Why(code=failed.code, facts=failed.facts)
        return replace(completion, failure=survived, usage=usage_of(failed))
