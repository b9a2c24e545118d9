"""Two signed claims of different articles that say the same, or the contrary."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ConflictKind(StrEnum):
    """What was found of the two."""

    DUPLICATE = "duplicate"
    CONTRADICTION = "contradiction"


class Outcome(StrEnum):
    """How people settled it; which claim holds is said from the side of the first one.

    keep_both: each holds under its own conditions, which are noted · first, second: this claim is
    right, the other one is open again · merged: the first holds with the sources of both.
    """

    KEEP_BOTH = "keep_both"
    FIRST = "first"
    SECOND = "second"
    MERGED = "merged"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimConflict:
    """Found by code at the words whose hash is `digest`; other words are another conflict.

    `score` is the share of words in common, 0–1.
    """

    id: int
    community_id: int
    claim_id: int
    other_id: int
    kind: ConflictKind
    score: float
    digest: str
    found_at: datetime
    settled_at: datetime | None = None
    settled_by_id: int | None = None
    outcome: Outcome | None = None
    note: str | None = None


def words_digest(one: str, other: str) -> str:
    """Hash of the two sentences a conflict was found in."""
    return hashlib.sha256(f"{one}\n{other}".encode()).hexdigest()[:32]
