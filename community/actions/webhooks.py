"""Webhooks: added, paused, removed and put back; each thing is told each of them once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from community.errors import Conflict, Invalid, NotFound
from community.jobs import Job, JobQueue
from community.people import Member
from community.store import webhooks
from community.store.audits import insert_audit
from community.store.engine import Tx
from community.webhook import Notice, NoticeState, Occasion, Webhook

MOST = 10
LONGEST_URL = 600


def readable_url(url: str) -> str:
    """An address that can be posted to: http or https, a host, no name or password in it."""
    clean = url.strip()
    try:
        parts = urlsplit(clean)
        named = bool(parts.username or parts.password)
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError as error:
        raise Invalid("webhook_url_unusable") from error
    if not known or named or len(clean) > LONGEST_URL:
        raise Invalid("webhook_url_unusable")
    return clean


async def add_webhook(
    tx: Tx, *, by: Member, url: str, secret: str, occasions: Sequence[Occasion], at: datetime
) -> Webhook:
    """Tell an address from now on; the same address twice is refused."""
    clean = readable_url(url)
    if not occasions:
        raise Invalid("webhook_told_nothing")
    there = await webhooks.webhooks_of(tx, by.community_id)
    if any(each.url == clean for each in there):
        raise Conflict("webhook_there_already", url=clean)
    if len(there) >= MOST:
        raise Conflict("too_many_webhooks", most=MOST)
    new = Webhook(
        id=0,
        community_id=by.community_id,
        url=clean,
        secret=secret,
        occasions=tuple(dict.fromkeys(occasions)),
        created_by_id=by.id,
        created_at=at,
    )
    kept = await webhooks.insert_webhook(tx, new)
    await _note(tx, by, "webhook_added", kept, at)
    return kept


async def pause_webhook(tx: Tx, *, webhook_id: int, by: Member, at: datetime | None) -> Webhook:
    """Stop telling it, or (None) go on; what happened meanwhile is not told afterwards."""
    found = await _mine(tx, webhook_id, by)
    await webhooks.set_paused(tx, found.id, at)
    return replace(found, paused_at=at)


async def remove_webhook(tx: Tx, *, webhook_id: int, by: Member, at: datetime) -> None:
    """Tell it nothing any more."""
    found = await _mine(tx, webhook_id, by)
    await webhooks.set_removed(tx, found.id, at)
    await _note(tx, by, "webhook_removed", found, at)


async def restore_webhook(tx: Tx, *, webhook_id: int, by: Member, at: datetime) -> Webhook:
    """Put a removed webhook back as it was."""
    found = await webhooks.webhook(tx, webhook_id)
    if found is None or found.community_id != by.community_id:
        raise NotFound("webhook_not_found", webhook=webhook_id)
    await webhooks.set_removed(tx, found.id, None)
    await _note(tx, by, "webhook_restored", found, at)
    return replace(found, removed_at=None)


async def tell_webhooks(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    community_id: int,
    occasion: Occasion,
    key: str,
    body: str,
    at: datetime,
) -> int:
    """Put down one notice for each webhook that wants to know; how many there were."""
    told = 0
    for hook in await webhooks.webhooks_of(tx, community_id):
        if occasion in hook.occasions and hook.paused_at is None:
            told += await _tell(tx, queue, hook, occasion, key, body, at)
    return told


async def tell_one(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    webhook_id: int,
    by: Member,
    key: str,
    body: str,
    at: datetime,
) -> None:
    """Send a test to one webhook."""
    found = await _mine(tx, webhook_id, by)
    await _tell(tx, queue, found, Occasion.TEST, key, body, at)


async def send_again(
    tx: Tx, queue: JobQueue[Tx], *, webhook_id: int, notice_id: int, by: Member, at: datetime
) -> Notice:
    """Try a failed notice once more, from its first attempt."""
    await _mine(tx, webhook_id, by)
    found = await webhooks.notice(tx, notice_id)
    if found is None or found.webhook_id != webhook_id:
        raise NotFound("notice_not_found", notice=notice_id)
    if found.state is not NoticeState.FAILED:
        raise Conflict("notice_not_failed")
    again = replace(found, state=NoticeState.WAITING, attempts=0, not_before=at)
    await webhooks.set_notice(tx, again)
    await queue.put(tx, notice_job(again))
    return again


def notice_job(one: Notice) -> Job:
    """The job that tells it; one address is told one thing at a time."""
    return Job(
        name="tell",
        key=f"tell:{one.id}",
        room=f"webhook:{one.webhook_id}",
        due=one.not_before,
        payload={"notice": one.id},
    )


async def _tell(
    tx: Tx,
    queue: JobQueue[Tx],
    hook: Webhook,
    occasion: Occasion,
    key: str,
    body: str,
    at: datetime,
) -> bool:
    new = Notice(
        id=0,
        webhook_id=hook.id,
        idempotency_key=f"{hook.id}:{key}",
        occasion=occasion,
        body=body,
        state=NoticeState.WAITING,
        not_before=at,
        created_at=at,
    )
    kept = await webhooks.insert_notice(tx, new)
    if kept is not None:
        await queue.put(tx, notice_job(kept))
    return kept is not None


async def _mine(tx: Tx, webhook_id: int, by: Member) -> Webhook:
    found = await webhooks.webhook(tx, webhook_id)
    if found is None or found.community_id != by.community_id or found.removed_at is not None:
        raise NotFound("webhook_not_found", webhook=webhook_id)
    return found


async def _note(tx: Tx, by: Member, action: str, one: Webhook, at: datetime) -> None:
    await insert_audit(
        tx,
        at=at,
        action=action,
        subject=f"webhook:{one.id}",
        community_id=by.community_id,
        account_id=by.account_id,
        facts={"url": one.url},
    )
