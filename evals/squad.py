"""SQuAD-shaped files (cmrc, drcd, xquad) as signed articles and questions."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypedDict, cast

from community.distillation import ArticleKind, Claim, ClaimKind, ClaimState, Distillation
from community.errors import Invalid
from knowledge_base.passages import Passage, passages_of

COMMUNITY = 1
_WHEN = datetime(2026, 1, 1, tzinfo=UTC)


class _Question(TypedDict):
    id: str
    question: str


class _Paragraph(TypedDict):
    context: str
    qas: list[_Question]


class _Article(TypedDict):
    paragraphs: list[_Paragraph]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOf:
    """A question and the paragraph (its place in the file) that answers it."""

    id: str
    text: str
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraphs:
    """The texts of a file and the questions on them."""

    texts: tuple[str, ...]
    questions: tuple[AskedOf, ...]


def read_squad(path: Path) -> Paragraphs:
    """Read one file; Invalid when it is not of this shape."""
    try:
        articles = cast("list[_Article]", json.loads(path.read_text(encoding="utf-8"))["data"])
        paragraphs = [one for article in articles for one in article["paragraphs"]]
        return Paragraphs(
            texts=tuple(one["context"] for one in paragraphs),
            questions=tuple(
                AskedOf(id=asked["id"], text=asked["question"], paragraph=place)
                for place, one in enumerate(paragraphs)
                for asked in one["qas"]
            ),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise Invalid("eval_not_squad", path=path.name) from error


def withheld(text: str) -> bool:
    """Whether a paragraph is kept off the shelf: its sha256 is even."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 2 == 0


def signed(texts: Sequence[str], first: int = 1) -> tuple[Passage, ...]:
    """Each text as an article of one claim, approved and signed; article ids count from `first`."""
    return tuple(
        passage
        for number, text in enumerate(texts, start=first)
        for passage in passages_of(_article(number, text), signed_by="expert")
    )


def _article(number: int, text: str) -> Distillation:
    claim = Claim(
        id=number, text=text, kind=ClaimKind.FACT, citations=(), state=ClaimState.APPROVED
    )
    return Distillation(
        id=number,
        community_id=COMMUNITY,
        zone_id=1,
        root_id=1,
        title="",
        kind=ArticleKind.RESOURCES,
        language="zh",
        claims=(claim,),
        message_ids=(),
        created_at=_WHEN,
        signed_by_id=1,
        signed_at=_WHEN,
    )
