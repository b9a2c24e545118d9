"""抛砖: a volunteer begins a talk with something small of their own; never in their name."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from community.suggestion import SuggestionState

BEFORE = timedelta(hours=2)
"""So long before its hour a topic may be begun."""
AFTER = timedelta(hours=12)
"""So long after it a first word still counts; then the task lapses."""
RESTS = timedelta(days=14)
"""Who said "next time" is left alone so long."""

TAKES_BACK = timedelta(seconds=10)
"""So long a host may take it back that they turned a draft down."""


class SeedState(StrEnum):
    """asked → taken → done, else declined, lapsed (its hour passed) or withdrawn (no consent)."""

    ASKED = "asked"
    TAKEN = "taken"
    DECLINED = "declined"
    DONE = "done"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"


OPEN = frozenset({SeedState.ASKED, SeedState.TAKEN})
STANDING = frozenset({SuggestionState.OFFERED, SuggestionState.SNOOZED, SuggestionState.ACCEPTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """One volunteer asked to begin the talk on a topic at its hour.

    `offered` is what became of the draft that asks them; they know of it once it was accepted.
    `answered_at` is when they answered, or when a host turned the draft down for somebody else.
    """

    id: int
    community_id: int
    zone_id: int
    member_id: int
    topic: str
    brief: str
    for_at: datetime
    asked_at: datetime
    state: SeedState = SeedState.ASKED
    suggestion_id: int | None = None
    message_id: int | None = None
    answered_at: datetime | None = None
    offered: SuggestionState | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody may still begin by it."""
        return self.state in OPEN and self.offered in STANDING

    @property
    def is_known(self) -> bool:
        """Whether a host accepted the draft, so that the volunteer knows of it."""
        return self.offered is SuggestionState.ACCEPTED

    def is_passed_over(self, now: datetime) -> bool:
        """Whether a host wants somebody else to be asked, and can no longer take it back."""
        turned = self.state is SeedState.ASKED and self.offered is SuggestionState.DISMISSED
        return turned and self.answered_at is not None and now >= self.answered_at + TAKES_BACK

    def shows(self, now: datetime) -> bool:
        """Whether the volunteer sees it as a task."""
        return self.state in OPEN and self.is_known and now < self.for_at + AFTER
