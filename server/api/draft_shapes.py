"""What the review page is told of a draft: its claims, their sources, and how it stands."""

from datetime import datetime

from pydantic import BaseModel

from community.distillation import ArticleKind, ClaimKind, ClaimState, DistillationState
from server.api.beside_drafts import BesideOut, HandOverOut


class CitationOut(BaseModel):
    """The exact words a claim rests on: `quote` is `text[start:end]` of the message.

    `may_ask`: the author is here and may be asked about it.
    """

    message_id: int
    author: str | None
    author_id: int | None
    may_ask: bool
    at: datetime
    text: str
    start: int
    end: int
    quote: str


class ProblemOut(BaseModel):
    """Why a claim is not supported, in a sentence."""

    code: str
    text: str


class PieceOut(BaseModel):
    """A piece of a sentence; `changed` where the other side has something else."""

    text: str
    changed: bool


class RewordingOut(BaseModel):
    """A sentence as it was drafted and as it stands, side by side."""

    before: list[PieceOut]
    after: list[PieceOut]


class ClaimOut(BaseModel):
    """One sentence to decide on; an approval is bound to `digest`. `own_by`: whose own words.

    Sentences with the same `side` number stand against each other; `holders` is how many members
    said it or agreed in words.
    """

    id: int
    text: str
    kind: ClaimKind
    state: ClaimState
    supported: bool
    problems: list[ProblemOut]
    own_words: bool
    own_by: str | None
    original_text: str | None
    rewording: RewordingOut | None
    reason: str | None
    digest: str
    side: int | None
    holders: int
    citations: list[CitationOut]


class SourceOut(BaseModel):
    """One message of the thread: `claims` (1, 2, …) rest on it; `unused`: it teaches, none does."""

    id: int
    author: str | None
    at: datetime
    text: str
    claims: list[int]
    unused: bool


class ShelvedOut(BaseModel):
    """The version of an article that answers now."""

    id: int
    version: int


class DistillationOut(BaseModel):
    """A draft article with its claims and the thread it comes from.

    `shelved` is the version of it that answers now, which may be this one. `brought_from` is the
    name of the file it came in, "" where that is not known; None where it was said in the group.
    """

    id: int
    title: str
    kind: ArticleKind
    state: DistillationState
    version: int
    zone_id: int
    engine: str
    brought_from: str | None
    created_at: datetime
    signed_by: str | None
    signed_at: datetime | None
    claims: list[ClaimOut]
    thread: list[SourceOut]
    vanished: list[str]
    open_questions: list[str]
    shelved: ShelvedOut | None
    beside: BesideOut


class DistillationRow(BaseModel):
    """A distillation in a list: how many of its claims are in which state."""

    id: int
    title: str
    kind: ArticleKind
    state: DistillationState
    created_at: datetime
    claims: int
    open: int
    approved: int
    rejected: int
    signed_by: str | None
    signed_at: datetime | None
    comments: int
    handed: HandOverOut | None
