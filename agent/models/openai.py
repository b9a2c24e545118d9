"""Any OpenAI-compatible endpoint: prompt files, structured replies, retries, a timeout."""

from typing import TypeVar

from openai import AsyncOpenAI

from agent.completions import read_reply
from agent.models.base import Completion, Request
from agent.models.openai_wire import LONGEST_WAIT, Asking, Said, Talk, Wire
from agent.models.rendering import Rendered, rendered
from agent.tokens import count
from community.errors import ModelFailed
from community.suggestion import Usage

T = TypeVar("T")
REPLY_TOKENS = 900
"""Room of a reply at first; one that was cut off is asked for again with twice as much."""
AGAIN = {
    "zh": "上面的回复不是要求的 JSON。只回一个 JSON 对象，不要别的字。",
    "en": "That was not the JSON asked for. Reply with one JSON object and nothing else.",
}


class OpenAIModel:
    """Words by a language model. Transient failures are tried again, other ones translated.

    A reply that is not what was asked for, or that was cut off, is asked for once more. A failure
    carries the tokens it cost. `wait` is the longest pause between attempts, in seconds.
    """

    def __init__(
        self,
        *,
        base_url: str,
        api_key: str,
        model: str,
        timeout: float = 30.0,
        wait: float = LONGEST_WAIT,
        room: int = REPLY_TOKENS,
    ) -> None:
        self._client = AsyncOpenAI(
            base_url=base_url, api_key=api_key or "none", timeout=timeout, max_retries=0
        )
        self._wire = Wire(self._client, model, wait)
        self._model = model
        self._room = room

    @property
    def engine(self) -> str:
        """What a completion says made it."""
        return f"openai:{self._model}"

    async def complete(self, request: Request[T]) -> Completion[T]:
        """One structured reply; raises ModelFailed with what went wrong."""
        prompt = rendered(request)
        talk = _talk(prompt)
        said = await self._first(request, _asking(request, talk, self._room))
        usage = _usage(said, prompt)
        value = None if said.cut else _read(said, request)
        if value is None:
            again = talk if said.cut else _again(talk, said, request.language)
            room = self._room * 2 if said.cut else self._room
            said = await self._second(_asking(request, again, room), usage)
            usage = _sum(usage, _usage(said, prompt))
            value = _whole(said, request, usage)
        return Completion(
            value=value, engine=self.engine, prompt_version=prompt.version, usage=usage
        )

    async def close(self) -> None:
        """Let go of the connections."""
        await self._client.close()

    async def _first(self, request: Request[T], asking: Asking) -> Said:
        """The reply at once, or bit by bit where somebody listens to it grow."""
        if request.growing is None:
            return await self._wire.said(asking)
        said = Said(text="")
        async for said in self._wire.growing(asking):
            request.growing(said.text)
        return said

    async def _second(self, asking: Asking, usage: Usage) -> Said:
        try:
            return await self._wire.said(asking)
        except ModelFailed as failed:
            raise _paid(failed, usage) from failed


def _asking(request: Request[T], talk: Talk, room: int) -> Asking:
    return Asking(talk=talk, result=request.result, room=room, purpose=request.purpose)


def _talk(prompt: Rendered) -> Talk:
    return [{"role": "system", "content": prompt.system}, {"role": "user", "content": prompt.talk}]


def _again(talk: Talk, said: Said, language: str) -> Talk:
    return [
        *talk,
        {"role": "assistant", "content": said.text},
        {"role": "user", "content": AGAIN[language]},
    ]


def _read(said: Said, request: Request[T]) -> T | None:
    try:
        return read_reply(said.text, request.result, request.purpose)
    except ModelFailed:
        return None


def _whole(said: Said, request: Request[T], usage: Usage) -> T:
    """The value of a reply that must do; ModelFailed with what it cost where it does not."""
    if said.cut:
        raise _paid(ModelFailed("model_cut_short", purpose=request.purpose), usage)
    try:
        return read_reply(said.text, request.result, request.purpose)
    except ModelFailed as failed:
        raise _paid(failed, usage) from failed


def _paid(failed: ModelFailed, usage: Usage) -> ModelFailed:
    facts = {**failed.facts, "tokens_in": usage.tokens_in, "tokens_out": usage.tokens_out}
    return ModelFailed(failed.code, **facts)


def _usage(said: Said, prompt: Rendered) -> Usage:
    """The endpoint's own count, else ours."""
    if said.usage is not None:
        return said.usage
    return Usage(tokens_in=count(prompt.system) + count(prompt.talk), tokens_out=count(said.text))


def _sum(one: Usage, other: Usage) -> Usage:
    return Usage(
        tokens_in=one.tokens_in + other.tokens_in, tokens_out=one.tokens_out + other.tokens_out
    )
