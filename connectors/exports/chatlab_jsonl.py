"""ChatLab as JSON lines: one object a line, the header first, # begins a remark."""

import json
from collections.abc import Iterator
from typing import cast

import orjson

from connectors.base import Event, Skipped
from connectors.exports.base import Export, FileStart, Told
from connectors.exports.chatlab import (
    Fields,
    Reading,
    member_events,
    message_events,
    reading_of,
)
from connectors.exports.lines import Line, lines_of

FORMAT = "chatlab_jsonl"


def recognise(start: FileStart) -> Export | None:
    """An export if the first line that is no remark is an object that says its `_type`."""
    for line in (start.text or "").splitlines():
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        first = _object(words)
        if first is None or not isinstance(first.get("_type"), str):
            return None
        meta = _meta(first)
        return Export(
            format=FORMAT,
            name=str(meta.get("name") or start.path.stem),
            size=start.size,
            read=lambda told: _events(start, told),
        )
    return None


def _object(text: str) -> Fields | None:
    """The object of a line; orjson is strict about half characters, which json lets through."""
    value: object
    try:
        value = orjson.loads(text)
    except ValueError:
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            return None
    return cast("Fields", value) if isinstance(value, dict) else None


def _meta(header: Fields) -> Fields:
    meta = header.get("meta", header)
    return cast("Fields", meta) if isinstance(meta, dict) else {}


def _events(start: FileStart, told: Told) -> Iterator[Event]:
    """The events line by line; a bad line is left out and named."""
    reading: Reading | None = None
    for line in lines_of(start, told):
        if isinstance(line, Skipped):
            yield line
            continue
        words = line.text.strip()
        if not words or words.startswith("#"):
            continue
        fields = _object(words)
        if fields is not None and fields.get("_type") == "header":
            reading = reading_of(_meta(fields))
            continue
        reading = reading or reading_of({})
        yield from _one(fields, reading, line)


def _one(fields: Fields | None, reading: Reading, line: Line) -> Iterator[Event]:
    place = f"#{line.number}"
    match fields.get("_type") if fields is not None else None:
        case "member" if fields is not None:
            yield from member_events(fields, reading)
        case "message" if fields is not None:
            yield from message_events(fields, reading, place)
        case _:
            code = "not_json" if fields is None else "unknown_type"
            yield Skipped(place=place, code=code)
