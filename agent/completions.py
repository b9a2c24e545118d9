"""A model's text as a typed value: fences off, what was cut off closed, else ModelFailed."""

import json
import re
from functools import cache
from typing import TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from community.errors import ModelFailed

T = TypeVar("T")
FENCE = re.compile(r"^```[a-z]*\s*|\s*```$", re.IGNORECASE)
THOUGHT = re.compile(r"<think>.*?</think>", re.DOTALL | re.IGNORECASE)
HALF = re.compile(r'(?:,?\s*"[^"]*"\s*:\s*|[,\s]+)$')
"""A key without its value, or a comma with nothing after it."""
TOLD = frozenset({"title", "description"})
"""What a schema says besides its shape: the prompt says it better, and once."""
CLOSING = {"{": "}", "[": "]"}


def read_reply(text: str, result: type[T], purpose: str) -> T:
    """The reply as `result`; raises ModelFailed when it is no such value."""
    raw = _object_in(text)
    if raw is None:
        raise ModelFailed("model_bad_reply", purpose=purpose)
    try:
        return cast("T", _adapter(result).validate_python(raw))
    except ValidationError as error:
        fields = ", ".join(".".join(map(str, each["loc"])) for each in error.errors()[:3])
        raise ModelFailed("model_bad_reply", purpose=purpose, fields=fields) from error


def schema_of(result: type[object]) -> dict[str, object]:
    """The JSON schema of a result in the strict form: every field, and no other."""
    return cast("dict[str, object]", _strict(_adapter(result).json_schema()))


def line_of(value: object) -> str:
    """A frozen dataclass as one line of JSON."""
    return _adapter(type(value)).dump_json(value).decode()


def read_line(line: str, result: type[T]) -> T:
    """A dataclass from its line; ValueError where it is none."""
    return cast("T", _adapter(result).validate_json(line))


def repaired(text: str) -> str:
    """JSON that was cut off, closed; a string cut in the middle is dropped, never taken whole."""
    stack: list[str] = []
    inside = escaped = False
    began = 0
    for at, letter in enumerate(text):
        if inside:
            inside = escaped or letter != '"'
            escaped = letter == "\\" and not escaped
        elif letter == '"':
            inside, began = True, at
        elif letter in CLOSING:
            stack.append(CLOSING[letter])
        elif stack and letter == stack[-1]:
            stack.pop()
    bare = HALF.sub("", text[:began] if inside else text)
    return (bare + "".join(reversed(stack))).replace(",{}", "")


def _object_in(text: str) -> dict[str, object] | None:
    bare = FENCE.sub("", THOUGHT.sub("", text).strip())
    start = bare.find("{")
    if start < 0:
        return None
    for attempt in (bare[start : bare.rfind("}") + 1], bare[start:], repaired(bare[start:])):
        try:
            raw: object = json.loads(attempt)
        except json.JSONDecodeError:
            continue
        if isinstance(raw, dict):
            return cast("dict[str, object]", raw)
    return None


@cache
def _adapter(result: type[object]) -> TypeAdapter[object]:
    return TypeAdapter(result)


def _strict(schema: object) -> object:
    if isinstance(schema, list):
        return [_strict(each) for each in cast("list[object]", schema)]
    if not isinstance(schema, dict):
        return schema
    fields = {
        key: _strict(value)
        for key, value in cast("dict[str, object]", schema).items()
        if key != "default" and not (key in TOLD and isinstance(value, str))
    }
    if "properties" in fields:
        properties = cast("dict[str, object]", fields["properties"])
        fields |= {"required": sorted(properties), "additionalProperties": False}
    return fields
