"""What members ask the library and what they were answered."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class QuestionState(StrEnum):
    """answered, or refused and then handed to somebody who sees it."""

    ANSWERED = "answered"
    REFUSED = "refused"
    PASSED_ON = "passed_on"
    RESOLVED = "resolved"


WAITING = (QuestionState.REFUSED, QuestionState.PASSED_ON)
"""A question in one of these waits for somebody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCitation:
    """One numbered source of an answer: a passage of a signed article.

    `due` marks an article whose signature was to be looked at again when it was cited.
    """

    number: int
    distillation_id: int
    claim_ids: tuple[int, ...]
    message_ids: tuple[int, ...]
    title: str
    passage: str
    signed_by: str
    signed_at: datetime
    due: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSentence:
    """One sentence of an answer and the numbers of the citations it rests on (at least one)."""

    text: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Signed articles that contradict each other, which nobody has settled.

    `numbers` are the citations that differ, a single one where the other side may not be shown;
    `keepers` are the names of who verifies them.
    """

    numbers: tuple[int, ...]
    keepers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A cited answer, or an honest refusal (`answered` False, no sentences).

    `nearest` are signed articles near a refused question: (distillation id, title). `understood`
    is the question as it was made whole by the one before it, '' where it stood on its own.
    `failure` is the code of why the passages' own words stand here and not the model's, else ''.
    `differences` are looked up whenever it is shown, and never kept.
    """

    answered: bool
    sentences: tuple[AnswerSentence, ...] = ()
    citations: tuple[AnswerCitation, ...] = ()
    nearest: tuple[tuple[int, str], ...] = ()
    engine: str = "offline"
    understood: str = ""
    failure: str = ""
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question a member asked the library; `id` is 0 until it is kept."""

    id: int
    community_id: int
    member_id: int
    text: str
    at: datetime
    state: QuestionState
    answer: Answer
    zone_id: int | None = None
    passed_to: str | None = None
    feedback: str | None = None
    follows_id: int | None = None
