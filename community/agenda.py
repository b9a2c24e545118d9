"""What a group goes through in twenty minutes of review, and in which order. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from community.distillation import ArticleKind, Claim, ClaimKind, ClaimState, Distillation

MINUTES = 20
PER_CLAIM = 1.5
"""Minutes a group spends on one sentence [D]."""


class Because(StrEnum):
    """Why a claim is worth the time of several people; the order here is that of the agenda."""

    CONFLICT = "conflict"
    POSITION = "position"
    UNSUPPORTED = "unsupported"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One claim of an agenda, with the article it stands in."""

    article: Distillation
    claim: Claim
    because: Because


def because_of(article: Distillation, claim: Claim, conflicting: Collection[int]) -> Because:
    """Why a group should look at a claim; `conflicting`: ids of claims that contradict others."""
    if claim.id in conflicting or "corrected_later" in claim.problems:
        return Because.CONFLICT
    if article.kind is ArticleKind.DEBATE or claim.kind is ClaimKind.OPINION:
        return Because.POSITION
    return Because.OPEN if claim.supported else Because.UNSUPPORTED


def agenda_of(
    articles: Iterable[Distillation],
    conflicting: Collection[int] = (),
    *,
    minutes: float = MINUTES,
) -> tuple[Point, ...]:
    """The open claims that fit into the time, by reason; of one reason in the given order."""
    points = [
        Point(article=article, claim=claim, because=because_of(article, claim, conflicting))
        for article in articles
        for claim in article.claims
        if claim.state is ClaimState.OPEN
    ]
    order = list(Because)
    points.sort(key=lambda point: order.index(point.because))
    return tuple(points[: int(minutes / PER_CLAIM)])
