"""Export files made up for a test."""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from connectors.base import Event
from connectors.exports import Wish, open_export

USERS = [
    {"id": "U1", "name": "ann", "is_owner": True, "profile": {"display_name": "Ann"}},
    {"id": "U2", "name": "robo", "is_bot": True},
]
CHANNELS = [{"id": "C1", "name": "general"}, {"id": "C2", "name": "random"}]


def chatlab(messages: Sequence[object], members: Sequence[object] = ()) -> dict[str, object]:
    return {
        "chatlab": {"version": "0.0.2", "exportedAt": 1},
        "meta": {"name": "群", "platform": "wechat", "type": "group", "groupId": "g1"},
        "members": members,
        "messages": messages,
    }


def message(number: int, text: str | None, **changes: object) -> dict[str, object]:
    return {
        "sender": "u1",
        "accountName": "许冉",
        "timestamp": 1772406000 + number,
        "type": 0,
        "content": text,
        "platformMessageId": f"m{number}",
        **changes,
    }


def as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def as_lines(*objects: object) -> bytes:
    return b"\n".join(one if isinstance(one, bytes) else as_json(one) for one in objects)


def zipped(files: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def slack(days: Mapping[str, Sequence[object]], **more: bytes) -> bytes:
    files = {
        "users.json": as_json(USERS),
        "channels.json": as_json(CHANNELS),
        **{f"{name}.json": as_json(list(day)) for name, day in days.items()},
        **more,
    }
    return zipped(files)


def read(folder: Path, content: bytes, wish: Wish | None = None) -> list[Event]:
    """Every event of a file with this content; its name says nothing."""
    path = folder / "export.bin"
    path.write_bytes(content)
    return list(open_export(path, wish).events())
