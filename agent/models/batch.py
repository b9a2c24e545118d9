"""Requests to and completions from files in the OpenAI Batch format: any model, no endpoint."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import TypeVar, cast

from agent.completions import read_reply, schema_of
from agent.models.base import Completion, Request
from agent.models.rendering import Rendered, rendered
from agent.tokens import count
from community.errors import ModelFailed
from community.suggestion import Usage

T = TypeVar("T")


def key_of(prompt: Rendered) -> str:
    """The custom_id of a request: the hash of what is sent, so that a file fits any run."""
    return hashlib.sha256(f"{prompt.system}\n{prompt.talk}".encode()).hexdigest()[:24]


def line_for(request: Request[T], model: str, key: str = "") -> str:
    """One line of a Batch input file, by the hash of what is sent or by a key of its own."""
    prompt = rendered(request)
    body: dict[str, object] = {
        "model": model,
        "messages": [
            {"role": "system", "content": prompt.system},
            {"role": "user", "content": prompt.talk},
        ],
        "response_format": {
            "type": "json_schema",
            "json_schema": {
                "name": request.result.__name__.lower(),
                "strict": True,
                "schema": schema_of(request.result),
            },
        },
    }
    entry = {
        "custom_id": key or key_of(prompt),
        "method": "POST",
        "url": "/v1/chat/completions",
        "body": body,
    }
    return json.dumps(entry, ensure_ascii=False)


def replies_in(lines: Iterable[str]) -> Mapping[str, str]:
    """custom_id → what the model said, from a Batch output file; failed entries are left out."""
    found: dict[str, str] = {}
    for line in lines:
        if not line.strip():
            continue
        entry = cast("dict[str, object]", json.loads(line))
        response = cast("dict[str, object] | None", entry.get("response"))
        body = cast("dict[str, object]", (response or {}).get("body") or {})
        choices = cast("list[dict[str, dict[str, str | None]]]", body.get("choices") or [])
        if choices and (text := choices[0]["message"].get("content")):
            found[str(entry["custom_id"])] = text
    return found


class BatchModel:
    """Answers from a file of completions; what is not in it is kept in `waiting` and refused."""

    engine = "batch"

    def __init__(self, replies: Mapping[str, str] | None = None, *, model: str = "any") -> None:
        self._replies = dict(replies or {})
        self._model = model
        self.waiting: dict[str, str] = {}

    async def complete(self, request: Request[T]) -> Completion[T]:
        """The completion of the file, else ModelFailed with the request kept to be written."""
        prompt = rendered(request)
        key = key_of(prompt)
        text = self._replies.get(key)
        if text is None:
            self.waiting[key] = line_for(request, self._model)
            raise ModelFailed("model_waits_for_batch", purpose=request.purpose)
        return Completion(
            value=read_reply(text, request.result, request.purpose),
            engine=self.engine,
            prompt_version=prompt.version,
            usage=Usage(
                tokens_in=count(prompt.system) + count(prompt.talk), tokens_out=count(text)
            ),
        )
