"""What is on its way to a platform after a person accepted it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class DeliveryState(StrEnum):
    """pending → sending → sent | refused | unknown; or copied (posted by hand) | taken_back.

    A delivery that is `unknown` is never sent again by the machine: a person looks.
    """

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    COPIED = "copied"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One text that is to be posted once; `author_id` None means Simmer's own account."""

    id: int
    idempotency_key: str
    community_id: int
    zone_id: int
    text: str
    not_before: datetime
    created_at: datetime
    suggestion_id: int | None = None
    author_id: int | None = None
    to_id: int | None = None
    reply_to_id: int | None = None
    approved_by_id: int | None = None
    state: DeliveryState = DeliveryState.PENDING
    attempts: int = 0
    message_id: int | None = None
    error: str | None = None
