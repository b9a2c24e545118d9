"""What a thread taught: claims with their exact sources, drafted for an expert to sign."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ArticleKind(StrEnum):
    """The shape of an article (thresholds.md §4)."""

    FAQ = "faq"
    CASE = "case"
    LESSON = "lesson"
    CHECKLIST = "checklist"
    PLAYBOOK = "playbook"
    METHOD = "method"
    DEBATE = "debate"
    TOOL = "tool"
    RESOURCES = "resources"


class ClaimKind(StrEnum):
    """What sort of sentence a claim is."""

    FACT = "fact"
    EXPERIENCE = "experience"
    OPINION = "opinion"
    DECISION = "decision"


class ClaimState(StrEnum):
    """open → approved | rejected; reopened when what it rests on changes."""

    OPEN = "open"
    APPROVED = "approved"
    REJECTED = "rejected"


class DistillationState(StrEnum):
    """captured → drafted → checked → in review → signed → shelved → … (thresholds.md §4)."""

    IN_REVIEW = "in_review"
    CHANGES_REQUESTED = "changes_requested"
    SHELVED = "shelved"
    DUE = "due"
    STALE = "stale"
    WITHDRAWN = "withdrawn"
    ARCHIVED = "archived"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The exact words of a message a claim rests on: `quote == text[start:end]` of it."""

    message_id: int
    start: int
    end: int
    quote: str

    @property
    def digest(self) -> str:
        """Hash of place and words; it changes when either does."""
        raw = f"{self.message_id}:{self.start}:{self.end}:{self.quote}"
        return hashlib.sha256(raw.encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One atomic sentence with its sources; `own_words` marks an expert's own statement.

    `supported` is False where code found that the citations do not carry the sentence; such a
    claim is shown as unsupported, never hidden. `holder_ids` are the members who said it or agreed
    in words; claims of one article with the same `side` stand against each other. `expansions` are
    questions it answers, to be found by. `set_aside` are the sources an expert's own words took the
    place of: they carry nothing, and come back when those words are taken back. `id` is 0 until it
    is kept.
    """

    id: int
    text: str
    kind: ClaimKind
    citations: tuple[Citation, ...]
    state: ClaimState = ClaimState.OPEN
    supported: bool = True
    problems: tuple[str, ...] = ()
    own_words: bool = False
    original_text: str | None = None
    reviewer_id: int | None = None
    reason: str | None = None
    holder_ids: tuple[int, ...] = ()
    expansions: tuple[str, ...] = ()
    side: int | None = None
    set_aside: tuple[Citation, ...] = ()

    @property
    def holders(self) -> int:
        """How many members hold it; nobody is counted for an expert's own words."""
        return 0 if self.own_words else len(self.holder_ids)

    @property
    def digest(self) -> str:
        """Hash of what an expert is shown: an approval is bound to it."""
        raw = "\n".join([self.text, *(citation.digest for citation in self.citations)])
        return hashlib.sha256(raw.encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Distillation:
    """A draft article: claims an expert decides one by one, then signs as a whole.

    Once signed its approved claims are the article that answers questions. It holds for
    `hold_days` (None: the period of its kind) from `verified_at`, then `verifier_id` is asked
    again; None is who signed it.
    """

    id: int
    community_id: int
    zone_id: int
    root_id: int
    title: str
    kind: ArticleKind
    language: str
    claims: tuple[Claim, ...]
    message_ids: tuple[int, ...]
    created_at: datetime
    open_questions: tuple[str, ...] = ()
    state: DistillationState = DistillationState.IN_REVIEW
    version: int = 1
    engine: str = "offline"
    prompt_version: str = ""
    signed_by_id: int | None = None
    signed_at: datetime | None = None
    verify_by: datetime | None = None
    topic: str | None = None
    superseded_by_id: int | None = None
    reminded_at: datetime | None = None
    verifier_id: int | None = None
    verified_at: datetime | None = None
    hold_days: int | None = None

    @property
    def approved(self) -> tuple[Claim, ...]:
        """The claims an expert approved, in order."""
        return tuple(claim for claim in self.claims if claim.state is ClaimState.APPROVED)

    @property
    def digest(self) -> str:
        """Hash of what answers: title and approved claims; a verification is bound to it."""
        raw = "\n".join([self.title, *(claim.digest for claim in self.approved)])
        return hashlib.sha256(raw.encode()).hexdigest()[:32]
