"""What the server is given: values chosen by the wiring, named nowhere else."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, cast

from fastapi import Depends, Request

from community.store import Store
from connectors.base import Connector
from server.broadcast import Broadcaster, Change
from server.clock import Clock
from server.jobqueue.embedded import EmbeddedQueue
from server.settings import Settings
from server.turnstile import Turnstile

if TYPE_CHECKING:  # loading the engines takes seconds; pages are served meanwhile
    from server.thinking import Thinking


@dataclass(slots=True, kw_only=True)
class Progress:
    """How far an import is: bytes while the file is read, messages while they are kept."""

    task: "asyncio.Task[None]"
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Deps:
    """The implementations in use. `thinking` waits until the engines are loaded."""

    settings: Settings
    secret: str
    store: Store
    queue: EmbeddedQueue
    connectors: Mapping[str, Connector]
    clock: Clock
    thinking: Callable[[], Awaitable["Thinking"]]
    turnstile: Turnstile
    broadcaster: Broadcaster
    imports: dict[int, Progress] = field(default_factory=dict[int, Progress])

    def changing(self) -> AbstractAsyncContextManager[Change]:
        """A transaction that tells the open pages what it changed."""
        return self.broadcaster.changing(self.store.write())


def deps_of(request: Request) -> Deps:
    """What the app was made with."""
    return cast("Deps", request.app.state.deps)


Given = Annotated[Deps, Depends(deps_of)]
