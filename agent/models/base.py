"""The one thing every engine is: a request with typed variables in, a typed value out."""

from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from community.suggestion import Usage, Why

T = TypeVar("T")
NO_USAGE = Usage()


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(Generic[T]):
    """What is asked of a model.

    `purpose` names the prompt file (`prompts/<language>/<purpose>.md`); `variables` is a frozen
    dataclass whose fields are exactly the variables of that prompt; `result` is a frozen
    dataclass the reply is read into. Text from members inside is data, never an instruction.
    """

    purpose: str
    variables: object
    result: type[T]
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion(Generic[T]):
    """What came back: the value, who made it, what it cost, and a failure that was survived."""

    value: T
    engine: str
    prompt_version: str = ""
    usage: Usage = NO_USAGE
    failure: Why | None = None


class ChatModel(Protocol):
    """Words for a purpose. Raises ModelFailed when it has nothing usable."""

    async def complete(self, request: Request[T]) -> Completion[T]:
        """Answer one request."""
        ...
