"""What is known when a question is answered, and the shape an engine answers in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One numbered passage of a signed article; its text is data, whatever it says.

    `speakers` are the names that may stand in it before a colon.
    """

    number: int
    title: str
    text: str
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerBrief:
    """The question and the passages an answer may be made of, and nothing else."""

    question: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedSentence:
    """One sentence and the numbers of the sources that carry it."""

    text: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerReply:
    """An engine's answer; no sentence at all means that the sources do not answer."""

    sentences: tuple[CitedSentence, ...]
