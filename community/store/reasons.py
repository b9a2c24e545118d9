"""Reasons, checks and candidates as they lie in JSON columns."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import NotRequired, TypedDict

from community.errors import Fact
from community.suggestion import Alternative, Candidate, CheckResult, Lane, Why


class WhyRow(TypedDict):
    """A reason as kept."""

    code: str
    facts: dict[str, Fact]


class CheckRow(WhyRow):
    """A check as kept."""

    passed: bool


class AlternativeRow(TypedDict):
    """Another wording as kept."""

    text: str
    score: float
    failed: list[str]


class CandidateRow(TypedDict):
    """A candidate as kept."""

    move: str
    lane: str
    anchor_ids: list[int]
    value: float
    confidence: float
    cost: float
    why: WhyRow
    to_id: int | None
    against: NotRequired[WhyRow | None]


def why_row(why: Why) -> WhyRow:
    """A reason to keep."""
    return {"code": why.code, "facts": dict(why.facts)}


def why_of(row: WhyRow) -> Why:
    """A kept reason."""
    return Why(code=row["code"], facts=row["facts"])


def check_row(check: CheckResult) -> CheckRow:
    """A check to keep."""
    return {"code": check.code, "facts": dict(check.facts), "passed": check.passed}


def check_of(row: CheckRow) -> CheckResult:
    """A kept check."""
    return CheckResult(code=row["code"], facts=row["facts"], passed=row["passed"])


def alternative_row(alternative: Alternative) -> AlternativeRow:
    """Another wording to keep."""
    return {
        "text": alternative.text,
        "score": alternative.score,
        "failed": list(alternative.failed),
    }


def alternative_of(row: AlternativeRow) -> Alternative:
    """A kept wording."""
    return Alternative(text=row["text"], score=row["score"], failed=tuple(row["failed"]))


def candidate_row(candidate: Candidate) -> Mapping[str, object]:
    """A candidate to keep."""
    return {
        **asdict(candidate),
        "anchor_ids": list(candidate.anchor_ids),
        "why": why_row(candidate.why),
        "against": None if candidate.against is None else why_row(candidate.against),
    }


def candidate_of(row: CandidateRow) -> Candidate:
    """A kept candidate; the oldest do not tell what spoke against them."""
    against = row.get("against")
    return Candidate(
        move=row["move"],
        lane=Lane(row["lane"]),
        anchor_ids=tuple(row["anchor_ids"]),
        value=row["value"],
        confidence=row["confidence"],
        cost=row["cost"],
        why=why_of(row["why"]),
        to_id=row["to_id"],
        against=None if against is None else why_of(against),
    )
