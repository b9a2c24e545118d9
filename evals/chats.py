"""A labelled community as it lies in its folder: its talk and the parents by meaning."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from community.conversation import Message, MessageKind
from community.people import Member

_KINDS = {
    0: MessageKind.TEXT,
    1: MessageKind.MEDIA,
    2: MessageKind.MEDIA,
    3: MessageKind.MEDIA,
    4: MessageKind.FILE,
    5: MessageKind.STICKER,
    7: MessageKind.LINK,
    25: MessageKind.TEXT,
    80: MessageKind.SYSTEM,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A labelled community: its talk, and the parent by meaning of each message but system ones."""

    members: tuple[Member, ...]
    messages: tuple[Message, ...]
    parents: dict[int, int | None]


def read_labelled(folder: Path) -> Labelled:
    """chat.json (ChatLab) and links.jsonl of one folder."""
    chat = cast(
        "dict[str, list[dict[str, object]]]", json.loads((folder / "chat.json").read_text())
    )
    authors = {str(raw["platformId"]): at for at, raw in enumerate(chat["members"], 1)}
    members = tuple(
        Member(
            id=authors[str(raw["platformId"])],
            community_id=1,
            name=str(raw.get("groupNickname") or raw["accountName"]),
            aliases=(str(raw["accountName"]),),
        )
        for raw in chat["members"]
    )
    ids = {str(raw["platformMessageId"]): at for at, raw in enumerate(chat["messages"], 1)}
    messages = tuple(_message(raw, ids, authors) for raw in chat["messages"])
    lines = (folder / "links.jsonl").read_text().splitlines()
    rows = [cast("dict[str, str | None]", json.loads(line)) for line in lines if line.strip()]
    return Labelled(
        members=members,
        messages=messages,
        parents={ids[str(row["id"])]: ids.get(str(row["parent"])) for row in rows},
    )


def _message(raw: dict[str, object], ids: dict[str, int], authors: dict[str, int]) -> Message:
    kind = _KINDS.get(int(str(raw["type"])), MessageKind.OTHER)
    reply = raw.get("replyToMessageId")
    message = Message(
        id=ids[str(raw["platformMessageId"])],
        community_id=1,
        zone_id=1,
        author_id=None if kind is MessageKind.SYSTEM else authors.get(str(raw["sender"])),
        at=datetime.fromtimestamp(int(str(raw["timestamp"])), UTC),
        text=str(raw.get("content") or ""),
        kind=kind,
        reply_to_id=ids.get(str(reply)) if reply else None,
    )
    return replace(message, recalled_at=message.at, text="") if raw["type"] == 81 else message  # noqa: PLR2004
