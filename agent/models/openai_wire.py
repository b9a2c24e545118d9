"""The chat completions protocol: messages out, text back; retries, and failures by name."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from json import JSONDecodeError
from typing import Literal

import httpx
from openai import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    AsyncOpenAI,
    AsyncStream,
    InternalServerError,
    RateLimitError,
    omit,
)
from openai.types import CompletionUsage
from openai.types.chat import ChatCompletion, ChatCompletionChunk, ChatCompletionMessageParam
from openai.types.shared_params import ResponseFormatJSONSchema
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt
from tenacity.wait import wait_exponential_jitter

from agent.completions import schema_of
from community.errors import ModelFailed
from community.suggestion import Usage

ATTEMPTS = 3
LONGEST_WAIT = 8.0
"""Seconds between two attempts at most."""
TRANSIENT = (APIConnectionError, APITimeoutError, RateLimitError, InternalServerError)
STATUS = {401: "model_unauthorised", 403: "model_unauthorised", 404: "model_unknown_model"}
Talk = list[ChatCompletionMessageParam]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What one call asks for: the talk, the shape of the reply, the tokens it may take."""

    talk: Talk
    result: type[object]
    room: int
    purpose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What an endpoint said, so far; `cut` where it ran out of room, `usage` where it counted."""

    text: str
    cut: bool = False
    usage: Usage | None = None


class Wire:
    """One endpoint. Learns what it does not take: schemas, the older name of the room."""

    def __init__(self, client: AsyncOpenAI, model: str, wait: float = LONGEST_WAIT) -> None:
        self._client = client
        self._model = model
        self._wait = wait
        self._structured = True
        self._room = "max_tokens"

    async def said(self, asking: Asking) -> Said:
        """The whole reply; ModelFailed with what went wrong."""
        async with _named(asking.purpose):
            reply = await self._tried(asking, stream=False)
            assert isinstance(reply, ChatCompletion)
            first = reply.choices[0] if reply.choices else None
            return Said(
                text=(first.message.content or "") if first else "",
                cut=first is not None and first.finish_reason == "length",
                usage=_counted(reply.usage),
            )

    async def growing(self, asking: Asking) -> AsyncIterator[Said]:
        """The reply so far, each time there is more of it."""
        text, cut, usage = "", False, None
        async with _named(asking.purpose):
            stream = await self._tried(asking, stream=True)
            assert isinstance(stream, AsyncStream)
            async with stream:
                async for piece in stream:
                    usage = _counted(piece.usage) or usage
                    for choice in piece.choices[:1]:
                        text += choice.delta.content or ""
                        cut = cut or choice.finish_reason == "length"
                    yield Said(text=text, cut=cut, usage=usage)

    async def _tried(
        self, asking: Asking, *, stream: bool
    ) -> ChatCompletion | AsyncStream[ChatCompletionChunk]:
        retrying = AsyncRetrying(
            stop=stop_after_attempt(ATTEMPTS),
            wait=wait_exponential_jitter(
                multiplier=self._wait / 16, max=self._wait, jitter=self._wait / 16
            ),
            retry=retry_if_exception_type(TRANSIENT),
            reraise=True,
        )
        async for attempt in retrying:
            with attempt:
                return await self._sent(asking, stream=stream)
        raise ModelFailed("model_unreachable", purpose=asking.purpose)

    async def _sent(
        self, asking: Asking, *, stream: bool
    ) -> ChatCompletion | AsyncStream[ChatCompletionChunk]:
        """Sent as the endpoint is known to take it; once more for each thing it turns down."""
        while True:
            try:
                return await self._client.chat.completions.create(
                    model=self._model,
                    messages=asking.talk,
                    stream=stream,
                    stream_options={"include_usage": True} if stream else omit,
                    response_format=_form(asking.result) if self._structured else omit,
                    extra_body={self._room: asking.room},
                )
            except APIStatusError as error:
                if not self._learnt(str(error)):
                    raise

    def _learnt(self, refusal: str) -> bool:
        """Whether a refusal taught something that another try can heed."""
        if self._structured and ("response_format" in refusal or "json_schema" in refusal):
            self._structured = False
            return True
        if self._room == "max_tokens" and "max_completion_tokens" in refusal:
            self._room = "max_completion_tokens"
            return True
        return False


def _form(result: type[object]) -> ResponseFormatJSONSchema:
    kind: Literal["json_schema"] = "json_schema"
    name, schema = result.__name__.lower(), schema_of(result)
    return {"type": kind, "json_schema": {"name": name, "strict": True, "schema": schema}}


def _counted(usage: CompletionUsage | None) -> Usage | None:
    if usage is None:
        return None
    return Usage(tokens_in=usage.prompt_tokens, tokens_out=usage.completion_tokens)


@asynccontextmanager
async def _named(purpose: str) -> AsyncGenerator[None]:
    """Failures of the protocol as ModelFailed."""
    try:
        yield
    except APITimeoutError as error:
        raise ModelFailed("model_timeout", purpose=purpose) from error
    except APIConnectionError as error:
        raise ModelFailed("model_unreachable", purpose=purpose) from error
    except APIStatusError as error:
        raise _failed(error, purpose) from error
    except httpx.TimeoutException as error:  # the client wraps none that comes within a stream
        raise ModelFailed("model_timeout", purpose=purpose) from error
    except httpx.HTTPError as error:
        raise ModelFailed("model_unreachable", purpose=purpose) from error
    except JSONDecodeError as error:
        raise ModelFailed("model_bad_reply", purpose=purpose) from error
    except APIError as error:  # said in the middle of a stream
        raise ModelFailed("model_failed", purpose=purpose, status=0) from error


def _failed(error: APIStatusError, purpose: str) -> ModelFailed:
    code = STATUS.get(error.status_code, "model_failed")
    if "context" in str(error).lower():
        code = "model_context_too_long"
    elif isinstance(error, RateLimitError):
        code = "model_busy"
    return ModelFailed(code, purpose=purpose, status=error.status_code)
