"""An engine that is left alone for a while after it could not be reached at all."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from agent.models.base import ChatModel, Completion, Request
from community.errors import ModelFailed

T = TypeVar("T")
REST = timedelta(seconds=60)
DOWN = frozenset(
    {"model_unreachable", "model_timeout", "model_unauthorised", "model_unknown_model"}
)
"""Failures the next request would meet too: waiting for each of them makes everybody wait."""


class RestingModel:
    """Asks `model`; after one of these failures repeats it at once, until a minute has passed."""

    def __init__(self, model: ChatModel, clock: Callable[[], datetime]) -> None:
        self._model = model
        self._clock = clock
        self._down: ModelFailed | None = None
        self._until: datetime | None = None

    async def complete(self, request: Request[T]) -> Completion[T]:
        """Answer, or fail as it last did."""
        if self._down is not None and self._until is not None and self._clock() < self._until:
            raise ModelFailed(self._down.code, **self._down.facts)
        try:
            completion = await self._model.complete(request)
        except ModelFailed as failed:
            if failed.code in DOWN:
                self._down, self._until = failed, self._clock() + REST
            raise
        self._down = None
        return completion
