"""What a chat platform or an export says, and what came of saying something back."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from community.conversation import MessageKind
from community.delivery import Capabilities


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberSeen:
    """A member as the platform names them; `roles` are the platform's own words."""

    member: str
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    joined_at: datetime | None = None
    left_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagePosted:
    """A message; `key` is unique in the community, so that a replay adds nothing."""

    key: str
    zone: str
    member: str | None
    at: datetime
    text: str
    kind: MessageKind = MessageKind.TEXT
    message: str | None = None
    reply_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageEdited:
    """A new wording of a message known by the platform's id."""

    key: str
    message: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageRecalled:
    """A message taken back by its author or removed."""

    key: str
    message: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Reacted:
    """A one-touch answer to a message known by the platform's id."""

    key: str
    message: str
    member: str
    emoji: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """What could not be read: where and why (a code for the locales)."""

    place: str
    code: str
    facts: Mapping[str, str | int] = field(default_factory=dict[str, str | int])


Event = MemberSeen | MessagePosted | MessageEdited | MessageRecalled | Reacted | Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A text to post. `idempotency_key` lets the receiver see a repetition."""

    idempotency_key: str
    zone: str
    text: str
    member: str | None = None
    to: str | None = None
    reply_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """The platform has it, under its own message id."""

    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Retry:
    """Not now; try again after this many seconds."""

    after: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Never; the platform says why."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """Nobody knows whether it arrived: never sent again by the machine, shown to a person."""

    reason: str


Receipt = Sent | Retry | Refused | Unknown


class Connector(Protocol):
    """One chat platform."""

    @property
    def capabilities(self) -> Capabilities:
        """What this platform takes."""
        ...

    def events(self, cursor: str | None) -> AsyncIterator[tuple[str, Event]]:
        """Events after a cursor, each with the cursor to go on from."""
        ...

    async def send(self, outgoing: Outgoing) -> Receipt:
        """Post one text; never raises for what the platform answers."""
        ...
