"""An engine that replays given completions: for tests, demonstrations and evals."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from agent.completions import read_reply
from agent.models.base import Completion, Request
from agent.models.rendering import as_object, rendered
from agent.tokens import count
from community.errors import ModelFailed
from community.suggestion import Usage

T = TypeVar("T")


class ScriptedModel:
    """Says what it was given for a purpose, in order; then ModelFailed.

    A text is read like a model's reply, a ModelFailed is raised, any other value is the result.
    With `counted` the prompt is rendered and its tokens are counted. `asked` keeps the requests.
    """

    engine = "scripted"

    def __init__(self, script: Mapping[str, Sequence[object]], *, counted: bool = False) -> None:
        self._script = {purpose: list(replies) for purpose, replies in script.items()}
        self._counted = counted
        self.asked: list[Request[object]] = []

    async def complete(self, request: Request[T]) -> Completion[T]:
        """The next reply for the purpose."""
        self.asked.append(as_object(request))
        replies = self._script.get(request.purpose) or []
        if not replies:
            raise ModelFailed("model_script_ended", purpose=request.purpose)
        reply = replies.pop(0)
        if isinstance(reply, ModelFailed):
            raise reply
        value = self._value(reply, request)
        usage, version = Usage(), ""
        if self._counted:
            prompt = rendered(self.asked[-1])
            version = prompt.version
            usage = Usage(
                tokens_in=count(prompt.system) + count(prompt.talk), tokens_out=count(str(reply))
            )
        return Completion(value=value, engine=self.engine, prompt_version=version, usage=usage)

    def _value(self, reply: object, request: Request[T]) -> T:
        if isinstance(reply, str):
            return read_reply(reply, request.result, request.purpose)
        if isinstance(reply, request.result):
            return reply
        raise ModelFailed("model_wrong_result", purpose=request.purpose)
