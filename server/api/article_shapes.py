"""What the pages are told of signed articles, in lists and one by one."""

from datetime import datetime

from pydantic import BaseModel

from community.distillation import ArticleKind, ClaimKind, DistillationState


class Span(BaseModel):
    """A stretch of a text that a query was found by: characters `start` to `end`."""

    start: int
    end: int


class ArticleRow(BaseModel):
    """An article in a list.

    `summary` is its beginning or, for a query, the passage that was found. `answered` counts the
    questions it helped to answer. `brought` is what came from a file, not from the talk. `cohort`
    names the earlier community it is inherited from; None for one's own.
    """

    id: int
    title: str
    kind: ArticleKind
    summary: str
    title_marks: list[Span]
    summary_marks: list[Span]
    topic: str | None
    signed_by: str
    signed_at: datetime
    verify_by: datetime | None
    due: bool
    own_words: bool
    brought: bool
    contributors: list[str]
    answered: int
    cohort: str | None


class TopicOut(BaseModel):
    """A topic and its articles; `topic` None counts what has none. `kept`: a signer set it."""

    topic: str | None
    count: int
    kept: bool


class ArticlesOut(BaseModel):
    """Articles: nearest first for a query, else the newest first; topics of all of them."""

    articles: list[ArticleRow]
    topics: list[TopicOut]
    may_sort: bool


class ArticleSourceOut(BaseModel):
    """The words a sentence rests on; `zone` is set where the talk can be opened.

    `brought` are those of a text that was brought along: no member said them. `file` is its name,
    "" where it is not known.
    """

    message_id: int
    author: str | None
    brought: bool
    file: str
    at: datetime
    quote: str
    zone: str | None


class ArticleSentenceOut(BaseModel):
    """One approved sentence and its sources; `own_words` are those of `own_by`, an expert.

    Sentences with the same `side` number stand against each other; `holders` is how many members
    said it or agreed in words.
    """

    claim_id: int
    text: str
    kind: ClaimKind
    own_words: bool
    own_by: str | None
    side: int | None
    holders: int
    sources: list[ArticleSourceOut]


class NeighbourOut(BaseModel):
    """The article before or after one, in its topic."""

    id: int
    title: str


class ArticleOut(BaseModel):
    """A signed article."""

    id: int
    title: str
    kind: ArticleKind
    state: DistillationState
    version: int
    topic: str | None
    topic_kept: bool
    signed_by: str
    signed_at: datetime
    verify_by: datetime | None
    brought: bool
    contributors: list[str]
    answered: int
    cohort: str | None
    sentences: list[ArticleSentenceOut]
    open_questions: list[str]
    before: NeighbourOut | None
    after: NeighbourOut | None
    may_withdraw: bool
    may_sort: bool


class SortedIn(BaseModel):
    """What one article is about; None lets its words say it."""

    article_id: int
    topic: str | None


class SortingIn(BaseModel):
    """Topics to set: of one article, or of all articles of a topic to rename or to merge it."""

    topics: list[SortedIn]


class SortingOut(BaseModel):
    """What was set before: sent back as it is, it undoes the change."""

    before: list[SortedIn]
