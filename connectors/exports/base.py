"""An export file that was recognised, and what every reader of one shares."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from connectors.base import Event

Told = Callable[[int], None]
"""Is told how many bytes of the file have been read."""

HEAD_BYTES = 65536
REMEMBERED = 20_000


def nobody(_: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A chat export, recognised by its content.

    `name` is what it calls the group. `zones` names the rooms by the keys that events carry; a
    reader that knows of one room only leaves the key empty. `mapping` says which columns of a
    table mean what, and may be shown before anything is read.
    """

    format: str
    name: str
    size: int
    read: Callable[[Told], Iterator[Event]]
    zones: Mapping[str, str] = field(default_factory=dict[str, str])
    mapping: Mapping[str, str] = field(default_factory=dict[str, str])

    def events(self, told: Told = nobody) -> Iterator[Event]:
        """Read the file from its start, a piece at a time."""
        return self.read(told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How a person wants a file to be read: where times without a zone belong, which columns."""

    timezone: str = "UTC"
    mapping: Mapping[str, str] = field(default_factory=dict[str, str])
    now: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileStart:
    """A file and its first bytes; `text` is None where they are no text."""

    path: Path
    size: int
    head: bytes
    encoding: str | None
    text: str | None

    @property
    def whole(self) -> bool:
        """Whether the start is all there is."""
        return self.size <= len(self.head)


def clean(text: str) -> str:
    """The words without NULs; half of a surrogate pair becomes a replacement character."""
    if "\x00" in text:
        text = text.replace("\x00", "")
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def moment(seconds: float) -> datetime:
    """Unix seconds as a moment; numbers too large for seconds are milliseconds.

    Raises ValueError or OverflowError for what is no time between 1990 and 2100.
    """
    if seconds > 1e11:  # noqa: PLR2004 - seconds reach this in the year 5138
        seconds /= 1000
    if not 631_152_000 <= seconds < 4_102_444_800:  # noqa: PLR2004 - see the docstring
        raise ValueError(seconds)
    return datetime.fromtimestamp(seconds, tz=UTC)


def short(identity: str, limit: int = 150) -> str:
    """An id that fits its column: long ones are replaced by their digest."""
    if len(identity) <= limit:
        return identity
    return hashlib.sha256(identity.encode("utf-8", "replace")).hexdigest()[:40]


class Ordinals:
    """Keys for messages without ids: hash(room, author, time, text, ordinal among equals).

    Equal messages carry equal times, and files are sorted by time one way or the other; so it
    is enough to remember the last few thousand.
    """

    def __init__(self, room: str) -> None:
        self._room = room
        self._seen: OrderedDict[str, int] = OrderedDict()

    def key(self, author: str, at: datetime, text: str) -> str:
        """The key of the next message with these facts."""
        facts = "\x1f".join((self._room, author, str(round(at.timestamp())), text))
        digest = hashlib.sha256(facts.encode("utf-8", "replace")).hexdigest()[:32]
        ordinal = self._seen.get(digest, 0)
        self._seen[digest] = ordinal + 1
        self._seen.move_to_end(digest)
        if len(self._seen) > REMEMBERED:
            self._seen.popitem(last=False)
        return f"hash:{digest}:{ordinal}"
