"""The last screen of a chat: looked at first, taken in, taken back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field

from agent.distilling.support import checked
from community.actions.distillations import reopen_claims
from community.actions.let_go import let_drafts_go
from community.actions.messages import recall_message
from community.actions.pastes import forget_paste
from community.delivery import Delivery, DeliveryState
from community.errors import NotFound
from community.people import Zone
from community.store import bulk, communities, members, messages, outbox
from connectors.base import MemberSeen, MessagePosted, Skipped
from connectors.paste import import_pasted, preview_pasted
from server.api.reports import ReportOut, report_out
from server.auth import Inside
from server.broadcast import Change
from server.deps import Deps, Given
from server.tongue import Tongue

router = APIRouter(tags=["import"])
MOST = 2000
"""Messages of one paste."""


class PasteIn(BaseModel):
    """Chat text as it was copied from a screen."""

    zone: int
    text: str = Field(min_length=1, max_length=200_000)


class PasteOut(BaseModel):
    """What was new in it, what was known, and which copied drafts were seen posted.

    `message_ids` are its new messages and `member_ids` who was met in it for the first time, by
    which they can be taken out again. Drafts that come of it arrive a moment later, told by the
    stream of news.
    """

    report: ReportOut
    confirmed: list[int]
    message_ids: list[int]
    member_ids: list[int]


class PreviewLineOut(BaseModel):
    """A new message of a paste; a line without an author was written by the platform."""

    author: str | None
    at: datetime
    text: str


class PreviewOut(BaseModel):
    """What a paste would bring; `confirmed` drafts stand in it, `skipped` lines say nothing."""

    lines: list[PreviewLineOut]
    known: int
    skipped: int
    confirmed: int


class PasteUndoIn(BaseModel):
    """The messages one paste brought, and the members."""

    message_ids: Annotated[list[int], Field(min_length=1, max_length=MOST)]
    member_ids: Annotated[list[int], Field(max_length=MOST)] = []


class PasteUndoOut(BaseModel):
    """How many messages were taken back, and how many members with them."""

    recalled: int
    members: int


@router.post("/communities/{community_id}/paste/preview")
async def preview_paste(community_id: int, body: PasteIn, _: Inside, deps: Given) -> PreviewOut:
    """Who said what and when in a pasted text, as far as it is new; nothing is kept."""
    zone, awaiting, _copied = await _room(deps, community_id, body.zone)
    seen = await preview_pasted(deps.store, zone, body.text, now=deps.clock(), awaiting=awaiting)
    names = {each.member: each.name for each in seen.events if isinstance(each, MemberSeen)}
    return PreviewOut(
        lines=[
            PreviewLineOut(author=names.get(each.member or ""), at=each.at, text=each.text)
            for each in seen.events
            if isinstance(each, MessagePosted)
        ],
        known=seen.known,
        skipped=sum(isinstance(each, Skipped) for each in seen.events),
        confirmed=len(seen.confirmed),
    )


@router.post("/communities/{community_id}/paste")
async def paste_chat(
    community_id: int, body: PasteIn, _: Inside, deps: Given, language: Tongue
) -> PasteOut:
    """Take in the last screen of a chat that no program may listen to."""
    zone, awaiting, copied = await _room(deps, community_id, body.zone)
    before = await _people(deps, community_id)
    told = await import_pasted(
        deps.store, deps.queue, zone, body.text, now=deps.clock(), awaiting=awaiting
    )
    async with deps.store.read() as tx:
        kept = sorted((await bulk.ids_by_source_key(tx, community_id, told.keys)).values())
    async with deps.changing() as change:
        await _confirm(
            change, [e for e in copied if e.suggestion_id in told.confirmed], deps.clock()
        )
        for message_id in kept[-1:]:
            change.tell("message", community_id, message_id, zone.id)
    return PasteOut(
        report=report_out(told.report, language),
        confirmed=list(told.confirmed),
        message_ids=kept,
        member_ids=sorted(await _people(deps, community_id) - before),
    )


@router.post("/communities/{community_id}/paste/undo")
async def undo_paste(
    community_id: int, body: PasteUndoIn, here: Inside, deps: Given
) -> PasteUndoOut:
    """Take back what one paste brought, all of it or nothing; its words are gone from the room."""
    now = deps.clock()
    async with deps.changing() as change:
        found = await messages.messages_by_id(change.tx, tuple(body.message_ids))
        zones = {zone.id: zone for zone in await communities.zones(change.tx, community_id)}
        if set(found) != set(body.message_ids) or any(
            said.zone_id not in zones for said in found.values()
        ):
            raise NotFound("not_found")
        for said in found.values():
            await recall_message(
                change.tx,
                deps.queue,
                zone=zones[said.zone_id],
                message_id=said.id,
                member=here.me,
                at=now,
            )
            await reopen_claims(change.tx, deps.queue, message_id=said.id, at=now, check=checked)
            for draft in await let_drafts_go(
                change.tx, community_id=community_id, message_id=said.id
            ):
                change.tell("suggestion", community_id, draft.id, draft.zone_id)
            change.tell("message", community_id, said.id, said.zone_id)
        gone = await forget_paste(change.tx, found.values(), body.member_ids)
    return PasteUndoOut(recalled=len(found), members=len(gone))


async def _people(deps: Deps, community_id: int) -> frozenset[int]:
    async with deps.store.read() as tx:
        return frozenset(each.id for each in await members.members(tx, community_id))


async def _room(
    deps: Deps, community_id: int, zone_id: int
) -> tuple[Zone, Mapping[int, str], tuple[Delivery, ...]]:
    """The zone, the drafts that are awaited in it, and how they were copied out."""
    async with deps.store.read() as tx:
        zone = await communities.zone(tx, zone_id)
        copied = tuple(await outbox.copied_in(tx, zone_id))
    if zone is None or zone.community_id != community_id:
        raise NotFound("zone_not_found", zone=zone_id)
    awaiting = {each.suggestion_id: each.text for each in copied if each.suggestion_id is not None}
    return zone, awaiting, copied


async def _confirm(change: Change, seen: list[Delivery], now: datetime) -> None:
    """Note that what was posted by hand was seen in the room."""
    for each in seen:
        await outbox.move_delivery(
            change.tx, each.id, was=DeliveryState.COPIED, to=DeliveryState.SENT, at=now
        )
        assert each.suggestion_id is not None
        change.tell("suggestion", each.community_id, each.suggestion_id, each.zone_id)
