"""News: that something of a community changed, by id only; each page fetches what it may see."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Literal, get_args

Kind = Literal[
    "suggestion",
    "message",
    "reaction",
    "heard",
    "distillation",
    "question",
    "feedback",
    "answer",
    "import",
    "obligation",
    "pain",
    "library",
    "seed",
    "round",
    "missed",
]
"""What changed. `missed` is no change: news were lost on the way, so that all is fetched again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """Something of a community changed."""

    kind: Kind
    community_id: int
    id: int
    zone_id: int | None = None


def packed(news: Sequence[News]) -> str:
    """News as words for another process."""
    return json.dumps([asdict(piece) for piece in news], separators=(",", ":"))


def unpacked(words: str) -> Iterator[News]:
    """The news in the words of another process; a kind that is not known here is left out."""
    for each in json.loads(words):
        if each["kind"] in get_args(Kind):
            yield News(**each)
