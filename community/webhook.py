"""Telling other programs what was signed: who is told, what, and what came of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Occasion(StrEnum):
    """What a webhook is told of."""

    PUBLISHED = "article.published"
    WITHDRAWN = "article.withdrawn"
    TEST = "test"


class NoticeState(StrEnum):
    """waiting → delivered | failed, which a person may send again."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """An address that is told, by POST, when something is signed or withdrawn.

    `secret` (whsec_…) signs every notice, after the Standard Webhooks specification 1.0.
    """

    id: int
    community_id: int
    url: str
    secret: str
    occasions: tuple[Occasion, ...]
    created_by_id: int | None
    created_at: datetime
    paused_at: datetime | None = None
    removed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing one webhook is told; the receiver knows a repetition by `idempotency_key`."""

    id: int
    webhook_id: int
    idempotency_key: str
    occasion: Occasion
    body: str
    state: NoticeState
    not_before: datetime
    created_at: datetime
    attempts: int = 0
    status: int | None = None
    error: str | None = None
    delivered_at: datetime | None = None
