"""What is on its way to a platform after a person accepted it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from community.errors import Invalid


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What the platform of a community takes from here.

    `private`: a text can reach one member alone; `idempotent`: one sent again under its key is
    not posted again; `max_characters` of one text, as Unicode counts them.
    """

    private: bool
    idempotent: bool
    max_characters: int


def check_fits(text: str, platform: Capabilities, *, private: bool) -> None:
    """Refuse what a platform would cut, and what is private where everybody would see it."""
    if private and not platform.private:
        raise Invalid("platform_not_private")
    over = len(text) - platform.max_characters
    if over > 0:
        raise Invalid("too_long_for_platform", over=over, limit=platform.max_characters)
