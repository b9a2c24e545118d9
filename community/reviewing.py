"""How experts review together: comments, hand-overs, questions to authors, passes for a phone."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What an expert says about an article, or about one claim of it; open until settled."""

    id: int
    community_id: int
    distillation_id: int
    claim_id: int | None
    author_id: int
    text: str
    at: datetime
    settled_at: datetime | None = None
    settled_by_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """An article laid on the desk of another expert; it ends when signed, returned or undone."""

    id: int
    community_id: int
    distillation_id: int
    from_id: int
    to_id: int
    at: datetime
    note: str | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorQuestion:
    """What an expert asks whose words a claim rests on; a draft until a person accepts it."""

    id: int
    community_id: int
    claim_id: int
    asker_id: int
    author_id: int
    text: str
    asked_at: datetime
    suggestion_id: int | None = None
    answer: str | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPass:
    """A few claims to decide on without signing in; only the digest of its token is kept.

    It is over once finished or expired; `member_id` is in whose name it decides.
    """

    id: int
    community_id: int
    member_id: int
    digest: str
    claim_ids: tuple[int, ...]
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
    finished_at: datetime | None = None
