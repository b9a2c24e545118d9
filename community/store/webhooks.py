"""Who is told what was signed, and the notices on their way."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import cast

from sqlalchemy import RowMapping, insert, select, update

from community.store.engine import Tx
from community.store.once import insert_once
from community.store.tables import webhook_deliveries, webhooks
from community.webhook import Notice, NoticeState, Occasion, Webhook

_w = webhooks.c
_n = webhook_deliveries.c
_HOOK = tuple(_w[name] for name in Webhook.__dataclass_fields__)
_NOTICE = tuple(_n[name] for name in Notice.__dataclass_fields__)


def _hook(row: RowMapping) -> Webhook:
    fields = dict(row)
    fields["occasions"] = tuple(Occasion(each) for each in row["occasions"])
    return Webhook(**fields)


def _notice(row: RowMapping) -> Notice:
    fields = dict(row)
    fields["occasion"] = Occasion(row["occasion"])
    fields["state"] = NoticeState(row["state"])
    return Notice(**fields)


async def insert_webhook(tx: Tx, new: Webhook) -> Webhook:
    """Keep an address that is to be told."""
    values = {name: getattr(new, name) for name in Webhook.__dataclass_fields__ if name != "id"}
    values["occasions"] = [each.value for each in new.occasions]
    id_ = cast("int", await tx.scalar(insert(webhooks).values(values).returning(_w.id)))
    return replace(new, id=id_)


async def webhook(tx: Tx, webhook_id: int) -> Webhook | None:
    """The webhook with this id, removed or not."""
    row = (await tx.execute(select(*_HOOK).where(_w.id == webhook_id))).mappings().one_or_none()
    return None if row is None else _hook(row)


async def webhooks_of(tx: Tx, community_id: int) -> tuple[Webhook, ...]:
    """The webhooks of a community, oldest first."""
    statement = select(*_HOOK).where(_w.community_id == community_id, _w.removed_at.is_(None))
    return tuple(_hook(row) for row in (await tx.execute(statement.order_by(_w.id))).mappings())


async def set_paused(tx: Tx, webhook_id: int, at: datetime | None) -> None:
    """Stop telling a webhook, or (None) go on."""
    await tx.execute(update(webhooks).where(_w.id == webhook_id).values(paused_at=at))


async def set_removed(tx: Tx, webhook_id: int, at: datetime | None) -> None:
    """Take a webhook off the list, or (None) put it back."""
    await tx.execute(update(webhooks).where(_w.id == webhook_id).values(removed_at=at))


async def insert_notice(tx: Tx, new: Notice) -> Notice | None:
    """Keep what is to be told; None where it was told or is waiting already."""
    values = {name: getattr(new, name) for name in Notice.__dataclass_fields__ if name != "id"}
    values |= {"occasion": new.occasion.value, "state": new.state.value}
    kept = await insert_once(tx, webhook_deliveries, values)
    return None if kept is None else replace(new, id=kept)


async def notice(tx: Tx, notice_id: int) -> Notice | None:
    """The notice with this id."""
    row = (await tx.execute(select(*_NOTICE).where(_n.id == notice_id))).mappings().one_or_none()
    return None if row is None else _notice(row)


async def notices_of(
    tx: Tx, webhook_ids: Iterable[int], *, limit: int = 20
) -> dict[int, tuple[Notice, ...]]:
    """The last notices of each of these webhooks, newest first."""
    found: dict[int, tuple[Notice, ...]] = {}
    for webhook_id in webhook_ids:
        statement = select(*_NOTICE).where(_n.webhook_id == webhook_id)
        rows = await tx.execute(statement.order_by(_n.id.desc()).limit(limit))
        found[webhook_id] = tuple(_notice(row) for row in rows.mappings())
    return found


async def set_notice(tx: Tx, told: Notice) -> None:
    """Keep what came of telling."""
    await tx.execute(
        update(webhook_deliveries)
        .where(_n.id == told.id)
        .values(
            state=told.state.value,
            attempts=told.attempts,
            not_before=told.not_before,
            status=told.status,
            error=told.error,
            delivered_at=told.delivered_at,
        )
    )
