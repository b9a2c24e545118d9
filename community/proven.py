"""What became of a signed claim: where it was used."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class UseKind(StrEnum):
    """Where a claim went: into an answer, a page that is handed round, or out over the API."""

    ANSWER = "answer"
    HANDBOOK = "handbook"
    POSTER = "poster"
    DIGEST = "digest"
    API = "api"


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A claim was used once; `question_id` is set for an answer alone."""

    id: int
    community_id: int
    claim_id: int
    kind: UseKind
    at: datetime
    question_id: int | None = None
