"""What is hard for a community just now, and the private question that asks each member."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PainState(StrEnum):
    """open ⇄ pinned; either → dismissed or merged, and back to open."""

    OPEN = "open"
    PINNED = "pinned"
    MERGED = "merged"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pain:
    """One recurring problem. `words` are a member's, verbatim; `own_words` a facilitator's.

    `people_ids` are all who told it, also who may not be quoted; `silent_ids` those touched by it
    who have said nothing in four weeks. `strength` orders them; it means nothing by itself. `id`
    is 0 until it is kept.
    """

    id: int
    community_id: int
    words: str
    message_ids: tuple[int, ...]
    tap_ids: tuple[int, ...]
    people_ids: tuple[int, ...]
    silent_ids: tuple[int, ...]
    strength: float
    first_at: datetime
    last_at: datetime
    state: PainState = PainState.OPEN
    own_words: str | None = None
    merged_into_id: int | None = None
    decided_by_id: int | None = None
    decided_at: datetime | None = None

    @property
    def said(self) -> str:
        """The words it goes by."""
        return self.own_words or self.words


@dataclass(frozen=True, slots=True, kw_only=True)
class Tap:
    """One private asking of one member what is hardest now.

    Answered by naming a known problem (`pain_id`) or in own words (`text`), which are shown to
    nobody unless `may_quote`. Declined for now, or `for_good`.
    """

    id: int
    community_id: int
    member_id: int
    asked_at: datetime
    answered_at: datetime | None = None
    declined_at: datetime | None = None
    for_good: bool = False
    pain_id: int | None = None
    text: str | None = None
    may_quote: bool = False

    @property
    def waits(self) -> bool:
        """Whether the member has neither answered nor declined."""
        return self.answered_at is None and self.declined_at is None
