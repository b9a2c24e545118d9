"""What was said: messages, reactions, who answers whom, and the talk an agent is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from community.agreement import Agreed
from community.pains import Pain
from community.people import Community, Member, Zone


class MessageKind(StrEnum):
    """What a message is made of; only TEXT and LINK carry words of the author."""

    TEXT = "text"
    LINK = "link"
    MEDIA = "media"
    FILE = "file"
    STICKER = "sticker"
    SYSTEM = "system"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What one member said once.

    `author_id` is None for system lines and for Simmer's own account (`by_simmer`). `to_id`
    marks a private message, seen by that member alone. `text` is the newest revision; a
    recalled message keeps its row and has an empty text. `id` is 0 until it is kept.
    """

    id: int
    community_id: int
    zone_id: int
    author_id: int | None
    at: datetime
    text: str
    kind: MessageKind = MessageKind.TEXT
    reply_to_id: int | None = None
    to_id: int | None = None
    external_id: str | None = None
    revision: int = 0
    edited_at: datetime | None = None
    recalled_at: datetime | None = None
    by_simmer: bool = False
    approved_by_id: int | None = None
    suggestion_id: int | None = None
    from_history: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """A one-touch answer of a member to a message."""

    message_id: int
    member_id: int
    emoji: str
    at: datetime


class LinkSource(StrEnum):
    """Who says that one message answers another; a person's word wins."""

    PLATFORM = "platform"
    MENTION = "mention"
    MODEL = "model"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A message and the one it answers; `parent_id` None means that it starts a topic."""

    message_id: int
    parent_id: int | None
    confidence: float
    by: LinkSource


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A topic and what was said on it, oldest first; its root's id is its own."""

    root_id: int
    messages: tuple[Message, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """One room as known at one moment: the whole input of a look.

    `messages` are sorted by (at, id) and hold nothing later than the look; `links` are by
    message id. `refused` holds message and kind of each signal a person said is wrong. `pains`
    are the community's pain points, pinned ones first, then the strongest; `agreed` is what its
    members agreed to. Nothing here may be read from the clock or the store by those who get it.
    """

    community: Community
    zone: Zone
    members: Mapping[int, Member]
    messages: tuple[Message, ...]
    reactions: tuple[Reaction, ...] = ()
    links: Mapping[int, Link] = field(default_factory=dict[int, Link])
    refused: frozenset[tuple[int, str]] = frozenset()
    pains: tuple[Pain, ...] = ()
    agreed: Agreed = field(default_factory=Agreed)
