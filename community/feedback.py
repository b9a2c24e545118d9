"""What a member said about an answer, and what the one who signed it replied."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class FeedbackKind(StrEnum):
    """It helped, was of no use, says something wrong, or what is no longer so."""

    HELPED = "helpful"
    NO_USE = "not_helpful"
    WRONG = "wrong"
    OUTDATED = "outdated"


FOR_THE_SIGNER = (FeedbackKind.WRONG, FeedbackKind.OUTDATED)
"""Kinds that wait for a reply of somebody who signs, note or none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """One member's word about one answer; `seen_at` is when they saw what was replied to it."""

    id: int
    community_id: int
    question_id: int
    member_id: int
    kind: FeedbackKind
    note: str | None
    at: datetime
    answered_by_id: int | None = None
    answer: str | None = None
    answered_at: datetime | None = None
    seen_at: datetime | None = None

    @property
    def waits(self) -> bool:
        """Whether it is somebody's turn to reply: an objection, or a note with no praise."""
        objects = self.kind in FOR_THE_SIGNER
        noted = self.kind is FeedbackKind.NO_USE and bool(self.note)
        return self.answered_at is None and (objects or noted)
