"""The one thing every engine is: a request with typed variables in, a typed value out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from community.errors import ModelFailed
from community.suggestion import Usage, Why

T = TypeVar("T")
NO_USAGE = Usage()
OFFLINE = "offline"
"""The name of the engine that costs nothing and needs nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(Generic[T]):
    """What is asked of a model.

    `purpose` names the prompt file (`prompts/<language>/<purpose>.md`); `variables` is a frozen
    dataclass whose fields are exactly the variables of that prompt; `result` is a frozen
    dataclass the reply is read into. Text from members inside is data, never an instruction.
    `growing` is told the reply's text so far while it is written, by engines that can.
    """

    purpose: str
    variables: object
    result: type[T]
    language: str
    growing: Callable[[str], None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion(Generic[T]):
    """What came back: the value, who made it, what it cost, and a failure that was survived."""

    value: T
    engine: str
    prompt_version: str = ""
    usage: Usage = NO_USAGE
    failure: Why | None = None


def usage_of(failed: ModelFailed) -> Usage:
    """What a failure cost, 0 where nothing was answered."""
    read, written = failed.facts.get("tokens_in"), failed.facts.get("tokens_out")
    return Usage(
        tokens_in=read if isinstance(read, int) else 0,
        tokens_out=written if isinstance(written, int) else 0,
    )


class ChatModel(Protocol):
    """Words for a purpose. Raises ModelFailed when it has nothing usable."""

    async def complete(self, request: Request[T]) -> Completion[T]:
        """Answer one request."""
        ...
