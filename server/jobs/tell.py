"""notice → webhook: tried again with growing pauses, then left for a person to send again."""

from dataclasses import replace
from datetime import timedelta

from community.actions.webhooks import notice_job
from community.store import webhooks
from community.webhook import Notice, NoticeState, Webhook
from connectors import webhook as address
from server.work import Work

PAUSES = (30, 120, 600, 3_600, 10_800, 21_600)
"""Seconds between the attempts: about ten hours in all."""


async def tell(work: Work) -> None:
    """Tell one address one thing; what is removed or paused meanwhile is not told."""
    async with work.deps.store.read() as tx:
        waiting = await webhooks.notice(tx, work.number("notice"))
        hook = None if waiting is None else await webhooks.webhook(tx, waiting.webhook_id)
    if waiting is None or hook is None or waiting.state is not NoticeState.WAITING:
        return
    private = work.deps.settings.webhooks_private
    after = await _told(work, hook, waiting, private=private)
    async with work.finishing() as change:
        await webhooks.set_notice(change.tx, after)
        if after.state is NoticeState.WAITING:
            await work.deps.queue.put(change.tx, notice_job(after))


async def _told(work: Work, hook: Webhook, waiting: Notice, *, private: bool) -> Notice:
    if hook.removed_at is not None or hook.paused_at is not None:
        return replace(waiting, state=NoticeState.FAILED, error="webhook_stopped")
    reply = await address.tell(hook, waiting, work.now, private=private)
    tried = replace(waiting, attempts=waiting.attempts + 1, status=reply.status, error=reply.error)
    if reply.accepted:
        return replace(tried, state=NoticeState.DELIVERED, delivered_at=work.now)
    if reply.final or tried.attempts > len(PAUSES):
        return replace(tried, state=NoticeState.FAILED)
    pause = timedelta(seconds=PAUSES[tried.attempts - 1])
    return replace(tried, not_before=work.now + pause)
