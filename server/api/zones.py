"""The built-in room: its zones, what is said in them, reactions and what was read."""

from datetime import datetime

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, Field

from community.conversation import MessageKind
from community.people import Purpose, Role
from server.auth import Inside
from server.deps import Given

router = APIRouter(tags=["room"])


class ZoneOut(BaseModel):
    """A zone and how much in it the person who asks has not read."""

    id: int
    key: str
    name: str
    purpose: Purpose
    muted: bool
    unread: int


class ZonesOut(BaseModel):
    """The zones of a community."""

    zones: list[ZoneOut]


class AuthorOut(BaseModel):
    """Who said it."""

    id: int
    name: str
    role: Role


class ReplyOut(BaseModel):
    """The message that is answered, shortened."""

    id: int
    author: str | None
    text: str


class ReactionOut(BaseModel):
    """How many gave one emoji, and whether the person who asks did."""

    emoji: str
    count: int
    mine: bool


class MessageOut(BaseModel):
    """What one member, or Simmer from its own account, said once.

    `thread` is the id of the message its topic starts with; `private` marks one that only the
    person who asks can see. `approved_by` names who approved what Simmer says.
    """

    id: int
    author: AuthorOut | None
    by_simmer: bool
    approved_by: str | None
    at: datetime
    text: str
    kind: MessageKind
    reply_to: ReplyOut | None
    private: bool
    edited: bool
    recalled: bool
    reactions: list[ReactionOut]
    thread: int | None


class MessagesOut(BaseModel):
    """Messages, oldest first; `more` says that there are earlier ones."""

    messages: list[MessageOut]
    more: bool


class MessageIn(BaseModel):
    """A message to post; `key` makes a repeated request harmless."""

    text: str = Field(min_length=1, max_length=8000)
    reply_to: int | None = None
    key: str = Field(min_length=8, max_length=100)


class MessageEditIn(BaseModel):
    """A new wording."""

    text: str = Field(min_length=1, max_length=8000)


class ReadIn(BaseModel):
    """The newest message that was read."""

    message_id: int


Emoji = Path(min_length=1, max_length=32)


@router.get("/communities/{community_id}/zones")
async def list_zones(community_id: int, here: Inside, deps: Given) -> ZonesOut:
    """The zones of a community, with what is unread."""
    raise NotImplementedError


@router.get("/zones/{zone_id}/messages")
async def list_messages(
    zone_id: int,
    here: Inside,
    deps: Given,
    before: int | None = None,
    limit: int = Query(default=50, ge=1, le=200),
) -> MessagesOut:
    """The latest messages of a zone, or those before one of them."""
    raise NotImplementedError


@router.post("/zones/{zone_id}/messages", status_code=201)
async def post_message(zone_id: int, body: MessageIn, here: Inside, deps: Given) -> MessageOut:
    """Say something; a repeated key gives the same message again."""
    raise NotImplementedError


@router.put("/messages/{message_id}")
async def edit_message(
    message_id: int, body: MessageEditIn, here: Inside, deps: Given
) -> MessageOut:
    """Give one's own message a new wording."""
    raise NotImplementedError


@router.delete("/messages/{message_id}")
async def recall_message(message_id: int, here: Inside, deps: Given) -> MessageOut:
    """Take one's own message back."""
    raise NotImplementedError


@router.put("/messages/{message_id}/reactions/{emoji}")
async def add_reaction(
    message_id: int, here: Inside, deps: Given, emoji: str = Emoji
) -> MessageOut:
    """React to a message."""
    raise NotImplementedError


@router.delete("/messages/{message_id}/reactions/{emoji}")
async def remove_reaction(
    message_id: int, here: Inside, deps: Given, emoji: str = Emoji
) -> MessageOut:
    """Take a reaction back."""
    raise NotImplementedError


@router.post("/zones/{zone_id}/read", status_code=204)
async def mark_read(zone_id: int, body: ReadIn, here: Inside, deps: Given) -> None:
    """Note how far one has read."""
    raise NotImplementedError
