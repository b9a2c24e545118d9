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
    """A question a member asked the library; `id` is 0 until it is kept.

    Whoever asked is named to nobody unless they passed it on themselves, and not where they did so
    `unnamed`. `told_at`: when its asker was told an answer that came later. `proposed` is an answer
    somebody has to look at before it is told; `declined` are articles it was said of that they do
    not answer it.
    """

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
    passed_at: datetime | None = None
    unnamed: bool = False
    told_at: datetime | None = None
    proposed: Answer | None = None
    declined: tuple[int, ...] = ()

    @property
    def is_named(self) -> bool:
        """Whether those who look after questions may read who asked."""
        return self.passed_to is not None and not self.unnamed

    @property
    def whole(self) -> str:
        """The question as it was understood."""
        return self.answer.understood or self.text
