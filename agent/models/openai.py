"""Any OpenAI-compatible endpoint: prompt files, structured replies, retries, a timeout."""

from typing import TypeVar

from openai import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AsyncOpenAI,
    InternalServerError,
    RateLimitError,
)
from openai.types.chat import ChatCompletion, ChatCompletionMessageParam
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt
from tenacity.wait import wait_random_exponential

from agent.completions import read_reply, schema_of
from agent.models.base import Completion, Request
from agent.models.rendering import Rendered, rendered
from agent.tokens import count
from community.errors import ModelFailed
from community.suggestion import Usage

T = TypeVar("T")
ATTEMPTS = 3
LONGEST_WAIT = 8.0
"""Seconds between two attempts at most."""
REPLY_TOKENS = 900
TRANSIENT = (APIConnectionError, APITimeoutError, RateLimitError, InternalServerError)
STATUS = {401: "model_unauthorised", 403: "model_unauthorised", 404: "model_unknown_model"}
AGAIN = {
    "zh": "上面的回复不是要求的 JSON。只回一个 JSON 对象，不要别的字。",
    "en": "That was not the JSON asked for. Reply with one JSON object and nothing else.",
}


class OpenAIModel:
    """Words by a language model. Transient failures are tried again, other ones translated.

    A reply that is not what was asked for is asked for once more. `wait` is the longest pause
    between attempts, in seconds.
    """

    def __init__(
        self,
        *,
        base_url: str,
        api_key: str,
        model: str,
        timeout: float = 30.0,
        wait: float = LONGEST_WAIT,
    ) -> None:
        self._client = AsyncOpenAI(
            base_url=base_url, api_key=api_key or "none", timeout=timeout, max_retries=0
        )
        self._model = model
        self._wait = wait
        self._structured = True

    @property
    def engine(self) -> str:
        """What a completion says made it."""
        return f"openai:{self._model}"

    async def complete(self, request: Request[T]) -> Completion[T]:
        """One structured reply; raises ModelFailed with what went wrong."""
        prompt = rendered(request)
        messages = _messages(prompt)
        reply = await self._asked(messages, request)
        usage = _usage(reply, prompt)
        try:
            value = read_reply(_text(reply), request.result, request.purpose)
        except ModelFailed:
            second = await self._asked(_again(messages, reply, request.language), request)
            more = _usage(second, prompt)
            usage = Usage(
                tokens_in=usage.tokens_in + more.tokens_in,
                tokens_out=usage.tokens_out + more.tokens_out,
            )
            value = read_reply(_text(second), request.result, request.purpose)
        return Completion(
            value=value, engine=self.engine, prompt_version=prompt.version, usage=usage
        )

    async def close(self) -> None:
        """Let go of the connections."""
        await self._client.close()

    async def _asked(
        self, messages: list[ChatCompletionMessageParam], request: Request[T]
    ) -> ChatCompletion:
        try:
            return await self._tried(messages, request)
        except APITimeoutError as error:
            raise ModelFailed("model_timeout", purpose=request.purpose) from error
        except APIConnectionError as error:
            raise ModelFailed("model_unreachable", purpose=request.purpose) from error
        except APIStatusError as error:
            raise _failed(error, request.purpose) from error

    async def _tried(
        self, messages: list[ChatCompletionMessageParam], request: Request[T]
    ) -> ChatCompletion:
        retrying = AsyncRetrying(
            stop=stop_after_attempt(ATTEMPTS),
            wait=wait_random_exponential(multiplier=self._wait / 16, max=self._wait),
            retry=retry_if_exception_type(TRANSIENT),
            reraise=True,
        )
        async for attempt in retrying:
            with attempt:
                return await self._sent(messages, request)
        raise ModelFailed("model_unreachable", purpose=request.purpose)

    async def _sent(
        self, messages: list[ChatCompletionMessageParam], request: Request[T]
    ) -> ChatCompletion:
        """With a strict schema where the endpoint takes one, else with plain JSON."""
        if self._structured:
            try:
                return await self._client.chat.completions.create(
                    model=self._model,
                    messages=messages,
                    max_tokens=REPLY_TOKENS,
                    response_format={
                        "type": "json_schema",
                        "json_schema": {
                            "name": request.result.__name__.lower(),
                            "strict": True,
                            "schema": schema_of(request.result),
                        },
                    },
                )
            except APIStatusError as error:
                if "response_format" not in str(error) and "json_schema" not in str(error):
                    raise
                self._structured = False
        return await self._client.chat.completions.create(
            model=self._model, messages=messages, max_tokens=REPLY_TOKENS
        )


def _messages(prompt: Rendered) -> list[ChatCompletionMessageParam]:
    return [{"role": "system", "content": prompt.system}, {"role": "user", "content": prompt.talk}]


def _again(
    messages: list[ChatCompletionMessageParam], reply: ChatCompletion, language: str
) -> list[ChatCompletionMessageParam]:
    return [
        *messages,
        {"role": "assistant", "content": _text(reply)},
        {"role": "user", "content": AGAIN[language]},
    ]


def _text(reply: ChatCompletion) -> str:
    return (reply.choices[0].message.content or "") if reply.choices else ""


def _usage(reply: ChatCompletion, prompt: Rendered) -> Usage:
    """The endpoint's own count, else ours."""
    if reply.usage is not None:
        return Usage(tokens_in=reply.usage.prompt_tokens, tokens_out=reply.usage.completion_tokens)
    return Usage(
        tokens_in=count(prompt.system) + count(prompt.talk), tokens_out=count(_text(reply))
    )


def _failed(error: APIStatusError, purpose: str) -> ModelFailed:
    code = STATUS.get(error.status_code, "model_failed")
    if "context" in str(error).lower():
        code = "model_context_too_long"
    elif isinstance(error, RateLimitError):
        code = "model_busy"
    return ModelFailed(code, purpose=purpose, status=error.status_code)
