"""What one message of Slack's export says, in the words its readers saw."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from community.conversation import MessageKind
from connectors.base import (
    Event,
    MemberSeen,
    MessageEdited,
    MessagePosted,
    MessageRecalled,
    Reacted,
    Skipped,
)
from connectors.exports.base import clean, moment
from connectors.exports.slack_emoji import emoji_of, with_emoji

Fields = Mapping[str, object]
REFERENCE = re.compile(r"<(?P<sign>[@#!]?)(?P<target>[^<>|]*)(?:\|(?P<label>[^<>]*))?>")
JOINS = frozenset({"channel_join", "group_join"})
LEAVES = frozenset({"channel_leave", "group_leave"})
DELETED = frozenset({"tombstone", "message_deleted"})
SPOKEN = frozenset({"", "me_message", "thread_broadcast", "file_share", "file_comment"})


@dataclass(slots=True)
class Directory:
    """Names of members and channels, and which accounts are machines."""

    channels: Mapping[str, str]
    names: dict[str, str] = field(default_factory=dict[str, str])
    machines: set[str] = field(default_factory=set[str])


def _part(fields: Fields, name: str) -> Fields:
    value = fields.get(name)
    return cast("Fields", value) if isinstance(value, dict) else {}


def _parts(fields: Fields, name: str) -> list[Fields]:
    value = fields.get(name)
    many = cast("list[object]", value) if isinstance(value, list) else []
    return [cast("Fields", one) for one in many if isinstance(one, dict)]


def _stamp(value: object) -> datetime | None:
    try:
        return moment(float(str(value)))
    except (ValueError, OverflowError):
        return None


def words(text: str, directory: Directory) -> str:
    """Slack's text as it was shown: @name, #channel, link addresses with their labels, emoji."""

    def shown(found: re.Match[str]) -> str:
        target, label = found["target"], found["label"]
        match found["sign"]:
            case "@":
                return f"@{directory.names.get(target, label or target)}"
            case "#":
                return f"#{label or directory.channels.get(target, target)}"
            case "!":
                return f"@{label or target}"
            case _:
                return target if not label or label in target else f"{label} ({target})"

    return html.unescape(with_emoji(REFERENCE.sub(shown, clean(text))))


def message_events(
    fields: Fields, channel: str, place: str, directory: Directory
) -> Iterator[Event]:
    """One message, with who came or left, edits, recalls and reactions that it carries."""
    at = _stamp(fields.get("ts"))
    if at is None:
        yield Skipped(place=place, code="no_time")
        return
    subtype = str(fields.get("subtype") or "")
    message = f"{channel}/{fields['ts']}"
    author = str(fields.get("user") or _part(fields, "comment").get("user") or "")
    spoken = subtype in SPOKEN and author and author not in directory.machines
    if spoken and author not in directory.names:
        profile = _part(fields, "user_profile")
        name = str(profile.get("display_name") or profile.get("real_name") or author)
        directory.names[author] = clean(name)
        yield MemberSeen(member=author, name=clean(name)[:200])
    if author and subtype in JOINS | LEAVES and author not in directory.machines:
        yield _crossing(author, at, directory, came=subtype in JOINS)
    parent = fields.get("thread_ts")
    yield MessagePosted(
        key=f"slack:{message}",
        zone=channel,
        member=author if spoken else None,
        at=at,
        text=_text(fields, directory),
        kind=_kind(fields, subtype, spoken=bool(spoken)),
        message=message,
        reply_to=f"{channel}/{parent}" if parent and parent != fields["ts"] else None,
    )
    yield from _later(fields, message, at, subtype, directory)


def _crossing(author: str, at: datetime, directory: Directory, *, came: bool) -> Event:
    return MemberSeen(
        member=author,
        name=directory.names.get(author, author)[:200],
        joined_at=at if came else None,
        left_at=None if came else at,
    )


def _kind(fields: Fields, subtype: str, *, spoken: bool) -> MessageKind:
    if not spoken:
        return MessageKind.SYSTEM
    if subtype == "file_share" or fields.get("files") or fields.get("upload"):
        return MessageKind.TEXT if str(fields.get("text") or "").strip() else MessageKind.FILE
    return MessageKind.TEXT


def _text(fields: Fields, directory: Directory) -> str:
    """The words; what a machine posted says it in its attachments."""
    text = str(fields.get("text") or "")
    if not text.strip():
        shown = [
            str(part.get("fallback") or part.get("pretext") or part.get("text") or "")
            for part in _parts(fields, "attachments")
        ]
        text = "\n".join(one for one in shown if one)
    if not text.strip():
        names = [str(one.get("name") or "") for one in _parts(fields, "files")]
        text = " ".join(f"[{name}]" for name in names if name)
    return words(text, directory)


def _later(
    fields: Fields, message: str, at: datetime, subtype: str, directory: Directory
) -> Iterator[Event]:
    edited = _stamp(_part(fields, "edited").get("ts"))
    if edited is not None:
        key = f"slack:{message}:edited:{_part(fields, 'edited')['ts']}"
        text = _text(fields, directory)
        yield MessageEdited(key=key, message=message, at=max(edited, at), text=text)
    if subtype in DELETED:
        yield MessageRecalled(key=f"slack:{message}:recall", message=message, at=at)
    for reaction in _parts(fields, "reactions"):
        emoji = emoji_of(str(reaction.get("name") or ""))
        givers = reaction.get("users")
        for giver in cast("list[object]", givers) if isinstance(givers, list) else []:
            key = f"slack:{message}:{emoji}:{giver}"
            yield Reacted(key=key, message=message, member=str(giver), emoji=emoji, at=at)
