"""A person's decision on one suggestion, claim or article."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from community.suggestion import Suggestion


class Decision(StrEnum):
    """Facilitators accept, edit, dismiss or snooze; experts approve, edit, reject or reopen."""

    ACCEPT = "accept"
    EDIT = "edit"
    DISMISS = "dismiss"
    SNOOZE = "snooze"
    APPROVE = "approve"
    REJECT = "reject"
    REOPEN = "reopen"


class DismissReason(StrEnum):
    """The one-tap reasons; they feed back-off and the evals."""

    WRONG_MOMENT = "wrong_moment"
    WRONG_WORDS = "wrong_words"
    NOT_TRUE = "not_true"
    ALREADY_DONE = "already_done"
    TOO_MANY = "too_many"
    OTHER = "other"


class Subject(StrEnum):
    """What a review is about."""

    SUGGESTION = "suggestion"
    CLAIM = "claim"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One person's decision on one subject; `text` is their wording where they edited."""

    id: int
    community_id: int
    subject: Subject
    subject_id: int
    member_id: int
    decision: Decision
    at: datetime
    text: str | None = None
    reason: str | None = None
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What was offered in a community lately and what people did with it (30 days, oldest first).

    What was asked of the group is in it for 90 days.

    The gate reads budgets, cool-downs and dismissal back-off from it.
    """

    suggestions: tuple[Suggestion, ...] = ()
    reviews: tuple[Review, ...] = ()
