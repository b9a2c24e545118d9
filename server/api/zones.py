"""The built-in room: its zones, what is said in them, reactions and what was read."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query
from pydantic import BaseModel, Field

from agent.distilling.support import checked
from community.actions import messages as actions
from community.actions.distillations import reopen_claims
from community.conversation import Message
from community.errors import NotFound
from community.people import Purpose, Zone
from community.store import communities, messages, reads
from server.api.spoken_messages import MessageOut, MessagesOut, shown, visible
from server.auth import Inside
from server.broadcast import Change
from server.deps import Deps, Given
from server.mentions import answer_job
from server.news import Kind
from server.relaying import draft_of_reply

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


Emoji = Annotated[str, Path(min_length=1, max_length=32)]


@dataclass(frozen=True, slots=True)
class Room:
    """Who does something in a room, and with what."""

    here: Inside
    deps: Deps

    @property
    def debounce(self) -> timedelta:
        """How long a room must rest before it is looked at."""
        return timedelta(seconds=self.deps.settings.debounce)

    async def message(self, change: Change, message_id: int) -> tuple[Zone, Message]:
        """A message the person who asks can see, and its zone."""
        found = await messages.message(change.tx, message_id)
        zone = None if found is None else await communities.zone(change.tx, found.zone_id)
        if found is None or zone is None or not visible(found, self.here.me):
            raise NotFound("not_found")
        return zone, found

    async def reopen(self, change: Change, message_id: int) -> None:
        """Take what rests on changed words out of every answer until it is reviewed again."""
        await reopen_claims(
            change.tx,
            self.deps.queue,
            message_id=message_id,
            at=self.deps.clock(),
            check=checked,
        )

    async def out(self, change: Change, message_id: int, kind: Kind = "message") -> MessageOut:
        """The message as it is now, told to the open pages."""
        zone, found = await self.message(change, message_id)
        change.tell(kind, zone.community_id, found.id, zone.id)
        return (await shown(change.tx, [found], self.here))[0]


def _room(here: Inside, deps: Given) -> Room:
    return Room(here, deps)


Inhabited = Annotated[Room, Depends(_room)]


@router.get("/communities/{community_id}/zones")
async def list_zones(community_id: int, here: Inside, deps: Given) -> ZonesOut:
    """The zones of a community, with what is unread."""
    async with deps.store.read() as tx:
        unread = await reads.unread_counts(tx, here.me.id, community_id)
        found = await communities.zones(tx, community_id)
    return ZonesOut(
        zones=[
            ZoneOut(
                id=zone.id,
                key=zone.key,
                name=zone.name,
                purpose=zone.purpose,
                muted=zone.muted,
                unread=unread.get(zone.id, 0),
            )
            for zone in found
        ]
    )


@router.get("/zones/{zone_id}/messages")
async def list_messages(
    zone_id: int,
    here: Inside,
    deps: Given,
    before: int | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> MessagesOut:
    """The latest messages of a zone, or those before one of them."""
    async with deps.store.read() as tx:
        found = await messages.messages_in(
            tx, zone_id, limit=limit + 1, before_id=before, reader_id=here.me.id
        )
        latest = found[-limit:]
        return MessagesOut(messages=await shown(tx, latest, here), more=len(found) > limit)


@router.post("/zones/{zone_id}/messages", status_code=201)
async def post_message(zone_id: int, body: MessageIn, room: Inhabited) -> MessageOut:
    """Say something; a repeated key gives the same message again."""
    deps, here = room.deps, room.here
    async with deps.changing() as change:
        zone = await communities.zone(change.tx, zone_id)
        assert zone is not None
        said = await actions.record_message(
            change.tx,
            deps.queue,
            zone=zone,
            author=here.me,
            text=body.text,
            at=deps.clock(),
            key=body.key,
            reply_to=body.reply_to,
            debounce=room.debounce,
        )
        asked = answer_job(said)
        if asked is not None:
            await deps.queue.put(change.tx, asked)
        drafted = await draft_of_reply(change.tx, here.community, said, deps.clock())
        if drafted is not None:
            change.tell("distillation", zone.community_id, drafted, zone_id)
        await reads.set_read(change.tx, here.me.id, zone_id, said.id)
        return await room.out(change, said.id)


@router.put("/messages/{message_id}")
async def edit_message(message_id: int, body: MessageEditIn, room: Inhabited) -> MessageOut:
    """Give one's own message a new wording."""
    async with room.deps.changing() as change:
        zone, _ = await room.message(change, message_id)
        await actions.edit_message(
            change.tx,
            room.deps.queue,
            zone=zone,
            message_id=message_id,
            editor=room.here.me,
            text=body.text,
            at=room.deps.clock(),
            debounce=room.debounce,
        )
        await room.reopen(change, message_id)
        return await room.out(change, message_id)


@router.delete("/messages/{message_id}")
async def recall_message(message_id: int, room: Inhabited) -> MessageOut:
    """Take one's own message back; facilitators and owners may take any."""
    async with room.deps.changing() as change:
        zone, _ = await room.message(change, message_id)
        await actions.recall_message(
            change.tx,
            room.deps.queue,
            zone=zone,
            message_id=message_id,
            member=room.here.me,
            at=room.deps.clock(),
            debounce=room.debounce,
        )
        await room.reopen(change, message_id)
        return await room.out(change, message_id)


@router.put("/messages/{message_id}/reactions/{emoji}")
async def add_reaction(message_id: int, room: Inhabited, emoji: Emoji) -> MessageOut:
    """React to a message."""
    async with room.deps.changing() as change:
        zone, _ = await room.message(change, message_id)
        await actions.react(
            change.tx,
            room.deps.queue,
            zone=zone,
            message_id=message_id,
            member=room.here.me,
            emoji=emoji,
            at=room.deps.clock(),
            debounce=room.debounce,
        )
        return await room.out(change, message_id, "reaction")


@router.delete("/messages/{message_id}/reactions/{emoji}")
async def remove_reaction(message_id: int, room: Inhabited, emoji: Emoji) -> MessageOut:
    """Take a reaction back."""
    async with room.deps.changing() as change:
        zone, _ = await room.message(change, message_id)
        await actions.unreact(
            change.tx,
            room.deps.queue,
            zone=zone,
            message_id=message_id,
            member=room.here.me,
            emoji=emoji,
            at=room.deps.clock(),
            debounce=room.debounce,
        )
        return await room.out(change, message_id, "reaction")


@router.post("/zones/{zone_id}/read", status_code=204)
async def mark_read(zone_id: int, body: ReadIn, here: Inside, deps: Given) -> None:
    """Note how far one has read."""
    async with deps.store.write() as tx:
        found = await messages.message(tx, body.message_id)
        if found is not None and found.zone_id == zone_id:
            await reads.set_read(tx, here.me.id, zone_id, found.id)
