"""ChatLab as one JSON object, read as a stream: a file of any size needs the same memory."""

from collections.abc import Iterator
from typing import cast

from community.errors import Invalid
from connectors.base import Event, Skipped
from connectors.exports.base import Export, FileStart, Told
from connectors.exports.chatlab import Fields, member_events, message_events, reading_of
from connectors.exports.json_stream import ROOT, DamagedJson, JsonStream

FORMAT = "chatlab_json"
PIECE = 262_144
META_WITHIN = 16 * PIECE


def recognise(start: FileStart) -> Export | None:
    """An export if the file is a JSON object with a `chatlab` or `meta` part in it."""
    head = (start.text or "").lstrip()
    if not head.startswith("{"):
        return None
    if start.encoding not in ("utf-8", "utf-8-sig"):
        raise Invalid("import_encoding")
    meta = _meta(start)
    if meta is None:
        raise Invalid("import_json_unknown")
    return Export(
        format=FORMAT,
        name=str(meta.get("name") or start.path.stem),
        size=start.size,
        read=lambda told: _events(start, meta, told),
    )


def _meta(start: FileStart) -> Fields | None:
    """The group's description, which stands before the messages; None if this is no ChatLab."""
    stream = JsonStream(ROOT)
    wanted: dict[str, object] = {}
    with start.path.open("rb") as file:
        for _ in range(META_WITHIN // PIECE):
            piece = file.read(PIECE)
            pairs = cast("list[tuple[str, object]]", _read(stream, piece))
            wanted |= {key: value for key, value in pairs if key in ("chatlab", "meta")}
            if "meta" in wanted or not piece:
                break
    meta = wanted.get("meta")
    if isinstance(meta, dict):
        return cast("Fields", meta)
    return {} if "chatlab" in wanted else None


def _events(start: FileStart, meta: Fields, told: Told) -> Iterator[Event]:
    """Members and messages in the order of the file; a damaged file raises Invalid."""
    reading = reading_of(meta)
    members, messages = JsonStream("members.item"), JsonStream("messages.item")
    place, read = 0, 0
    with start.path.open("rb") as file:
        while True:
            piece = file.read(PIECE)
            for one in _read(members, piece):
                if isinstance(one, dict):
                    yield from member_events(cast("Fields", one), reading)
            for one in _read(messages, piece):
                place += 1
                if isinstance(one, dict):
                    yield from message_events(cast("Fields", one), reading, f"#{place}")
                else:
                    yield Skipped(place=f"#{place}", code="not_an_object")
            read += len(piece)
            told(read)
            if not piece:
                return


def _read(stream: JsonStream, piece: bytes) -> list[object]:
    try:
        return stream.feed(piece)
    except DamagedJson as error:
        raise Invalid(error.code) from error
