"""How far a library can be relied on, 0–100, and what drags it down. Pure; docs/library.md."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

YEAR = timedelta(days=365)
EXAMPLES = 5
"""Articles a part names at most."""


class Drag(StrEnum):
    """What a score is made of; each part is the share of articles or claims that stand well."""

    LATE = "late"
    THIN = "thin"
    CONFLICT = "conflict"
    OBJECTION = "objection"
    AGE = "age"
    REOPENED = "reopened"
    UNPROVEN = "unproven"


WEIGHTS = {
    Drag.UNPROVEN: 25,
    Drag.LATE: 20,
    Drag.CONFLICT: 20,
    Drag.THIN: 15,
    Drag.OBJECTION: 10,
    Drag.AGE: 5,
    Drag.REOPENED: 5,
}
"""Points of each part; together 100. A choice of ours, not measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is known of one signed article.

    `grounded` counts its claims with sources of two people, of an expert, or in a signer's own
    words; `reopened` its claims that wait for a decision again; `objections` what members called
    wrong or out of date and nobody replied to. A stale one is not `live`. `proven`: somebody said
    after the signature that it still holds, or a member tried it and it worked.
    """

    id: int
    title: str
    in_time: bool
    verified_at: datetime
    claims: int
    grounded: int
    reopened: int = 0
    contradictions: int = 0
    duplicates: int = 0
    objections: int = 0
    live: bool = True
    proven: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustPart:
    """One part: its value 0–1, the points it has and how many of them are lost.

    `count` is how many articles are to blame, `examples` the first of them.
    """

    drag: Drag
    value: float
    weight: int
    lost: float
    count: int
    examples: tuple[Standing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """The score and its parts, the one that costs most first; None where nothing is signed."""

    score: int | None
    articles: int
    parts: tuple[TrustPart, ...]


def trust_of(articles: Sequence[Standing], now: datetime) -> Trust:
    """Score = Σ weight · value. Values are means over articles, of THIN over claims.

    While a contradiction is open anywhere CONFLICT is 0: more articles do not thin it out. An open
    duplicate counts ½ for its article. AGE falls from 1 on the day of the last verification to 0 a
    year later.
    """
    if not articles:
        return Trust(score=None, articles=0, parts=())
    claims = sum(each.claims for each in articles)
    thin = sum(each.grounded for each in articles) / claims if claims else 1.0

    def mean(value: Callable[[Standing], float]) -> float:
        return sum(value(each) for each in articles) / len(articles)

    values = {
        Drag.LATE: mean(lambda each: float(each.in_time)),
        Drag.THIN: thin,
        Drag.CONFLICT: mean(_agreed) if all(_agreed(each) for each in articles) else 0.0,
        Drag.UNPROVEN: mean(lambda each: float(each.proven)),
        Drag.OBJECTION: mean(lambda each: float(each.objections == 0)),
        Drag.AGE: mean(lambda each: _fresh(each, now)),
        Drag.REOPENED: mean(lambda each: float(each.reopened == 0)),
    }
    parts = [_part(drag, value, articles, now) for drag, value in values.items()]
    parts.sort(key=lambda each: -each.lost)
    score = round(sum(WEIGHTS[drag] * value for drag, value in values.items()))
    return Trust(score=score, articles=len(articles), parts=tuple(parts))


def _agreed(one: Standing) -> float:
    if one.contradictions:
        return 0.0
    return 0.5 if one.duplicates else 1.0


def _fresh(one: Standing, now: datetime) -> float:
    return min(1.0, max(0.0, 1 - (now - one.verified_at) / YEAR))


def _part(drag: Drag, value: float, articles: Sequence[Standing], now: datetime) -> TrustPart:
    blamed: dict[Drag, Callable[[Standing], float]] = {
        Drag.LATE: lambda each: float(not each.in_time),
        Drag.THIN: lambda each: each.claims - each.grounded,
        Drag.CONFLICT: lambda each: 1 - _agreed(each),
        Drag.OBJECTION: lambda each: each.objections,
        Drag.AGE: lambda each: max(0.0, 0.5 - _fresh(each, now)),
        Drag.REOPENED: lambda each: each.reopened,
        Drag.UNPROVEN: lambda each: float(not each.proven),
    }
    guilty = [each for each in articles if blamed[drag](each) > 0]
    guilty.sort(key=lambda each: (-blamed[drag](each), each.id))
    return TrustPart(
        drag=drag,
        value=round(value, 3),
        weight=WEIGHTS[drag],
        lost=round(WEIGHTS[drag] * (1 - value), 1),
        count=len(guilty),
        examples=tuple(guilty[:EXAMPLES]),
    )
