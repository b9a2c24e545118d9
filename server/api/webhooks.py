"""Addresses that are told what was signed, and what came of telling them."""

import base64
import secrets
from datetime import datetime
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from community.actions import webhooks as actions
from community.store import webhooks as rows
from community.webhook import Notice, NoticeState, Occasion, Webhook
from server.auth import Inside
from server.deps import Given
from server.telling import body_of, title_told

router = APIRouter(tags=["outside"])

SECRET_BYTES = 24


class WebhookIn(BaseModel):
    """Who is to be told of what."""

    url: str = Field(min_length=1, max_length=600)
    occasions: list[Literal[Occasion.PUBLISHED, Occasion.WITHDRAWN]] = Field(min_length=1)


class PauseIn(BaseModel):
    """Whether a webhook is to rest."""

    paused: bool


class NoticeOut(BaseModel):
    """One thing a webhook was told; `error` is a code where it gave no status.

    `title` is the article it was told of; "" for a test.
    """

    id: int
    occasion: Occasion
    title: str
    state: NoticeState
    attempts: int
    status: int | None
    error: str | None
    at: datetime
    next_at: datetime | None


class WebhookOut(BaseModel):
    """A webhook; its secret is for the receiver, to check who is speaking."""

    id: int
    url: str
    secret: str
    occasions: list[Occasion]
    created_at: datetime
    paused: bool
    notices: list[NoticeOut]


class WebhooksOut(BaseModel):
    """The webhooks of a community, oldest first, each with its last notices."""

    webhooks: list[WebhookOut]


@router.get("/communities/{community_id}/webhooks")
async def list_webhooks(community_id: int, _: Inside, deps: Given) -> WebhooksOut:
    """Who is told, and what came of it lately."""
    async with deps.store.read() as tx:
        hooks = await rows.webhooks_of(tx, community_id)
        told = await rows.notices_of(tx, [each.id for each in hooks], limit=8)
    return WebhooksOut(webhooks=[_out(each, told[each.id]) for each in hooks])


@router.post("/communities/{community_id}/webhooks", status_code=201)
async def add_webhook(community_id: int, body: WebhookIn, here: Inside, deps: Given) -> WebhookOut:
    """Tell an address from now on."""
    assert here.community.id == community_id
    secret = "whsec_" + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()
    async with deps.store.write() as tx:
        kept = await actions.add_webhook(
            tx,
            by=here.me,
            url=body.url,
            secret=secret,
            occasions=body.occasions,
            at=deps.clock(),
        )
    return _out(kept, ())


@router.put("/webhooks/{webhook_id}/pause")
async def pause_webhook(webhook_id: int, body: PauseIn, here: Inside, deps: Given) -> WebhookOut:
    """Let it rest, or go on telling it."""
    at = deps.clock() if body.paused else None
    async with deps.store.write() as tx:
        changed = await actions.pause_webhook(tx, webhook_id=webhook_id, by=here.me, at=at)
        told = await rows.notices_of(tx, [webhook_id], limit=8)
    return _out(changed, told[webhook_id])


@router.delete("/webhooks/{webhook_id}", status_code=204)
async def remove_webhook(webhook_id: int, here: Inside, deps: Given) -> None:
    """Tell it nothing any more."""
    async with deps.store.write() as tx:
        await actions.remove_webhook(tx, webhook_id=webhook_id, by=here.me, at=deps.clock())


@router.post("/webhooks/{webhook_id}/restore")
async def restore_webhook(webhook_id: int, here: Inside, deps: Given) -> WebhookOut:
    """Put a removed webhook back."""
    async with deps.store.write() as tx:
        back = await actions.restore_webhook(tx, webhook_id=webhook_id, by=here.me, at=deps.clock())
        told = await rows.notices_of(tx, [webhook_id], limit=8)
    return _out(back, told[webhook_id])


@router.post("/webhooks/{webhook_id}/test", status_code=202)
async def test_webhook(webhook_id: int, here: Inside, deps: Given) -> None:
    """Tell it something that means nothing, to see whether it hears."""
    now = deps.clock()
    async with deps.store.write() as tx:
        await actions.tell_one(
            tx,
            deps.queue,
            webhook_id=webhook_id,
            by=here.me,
            key=f"test:{now.isoformat()}",
            body=body_of(Occasion.TEST, now, {"community": here.community.name}),
            at=now,
        )


@router.post("/webhooks/{webhook_id}/notices/{notice}/again", status_code=202)
async def send_notice_again(webhook_id: int, notice: int, here: Inside, deps: Given) -> None:
    """Try a failed notice once more."""
    async with deps.store.write() as tx:
        await actions.send_again(
            tx, deps.queue, webhook_id=webhook_id, notice_id=notice, by=here.me, at=deps.clock()
        )


def _out(hook: Webhook, told: tuple[Notice, ...]) -> WebhookOut:
    return WebhookOut(
        id=hook.id,
        url=hook.url,
        secret=hook.secret,
        occasions=list(hook.occasions),
        created_at=hook.created_at,
        paused=hook.paused_at is not None,
        notices=[_notice(each) for each in told],
    )


def _notice(one: Notice) -> NoticeOut:
    waiting = one.state is NoticeState.WAITING
    return NoticeOut(
        id=one.id,
        occasion=one.occasion,
        title=title_told(one.body),
        state=one.state,
        attempts=one.attempts,
        status=one.status,
        error=one.error,
        at=one.delivered_at or one.created_at,
        next_at=one.not_before if waiting and one.attempts else None,
    )
