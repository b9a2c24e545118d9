"""What an import brought, said for people."""

from collections.abc import Mapping
from typing import cast

from pydantic import BaseModel

from community.errors import Fact
from community.intake import ImportReport
from server.locales import sentence


class SkippedOut(BaseModel):
    """Where something was left out and why, in a sentence."""

    code: str
    place: str
    text: str


class ReportOut(BaseModel):
    """What an import brought; `skipped` counts all, `lines` shows the first of them."""

    format: str
    members: int
    messages: int
    replies: int
    joins: int
    edits: int
    recalls: int
    reactions: int
    known: int
    skipped: int
    lines: list[SkippedOut]


NUMBERS = (
    "members",
    "messages",
    "replies",
    "joins",
    "edits",
    "recalls",
    "reactions",
    "known",
    "skipped",
)


def report_out(report: ImportReport, language: str) -> ReportOut:
    """A report in the language of the person."""
    return report_of_row(report.as_json(), language)


def report_of_row(kept: Mapping[str, object], language: str) -> ReportOut:
    """A report as it was kept."""
    lines = cast("list[Mapping[str, object]]", kept.get("lines", []))
    counts = {name: cast("int", kept.get(name, 0)) for name in NUMBERS}
    return ReportOut(
        format=str(kept.get("format", "")),
        lines=[_line(each, language) for each in lines],
        **counts,
    )


def _line(each: Mapping[str, object], language: str) -> SkippedOut:
    code, place = str(each["code"]), str(each["place"])
    facts = cast("Mapping[str, Fact]", each.get("facts", {}))
    text = sentence(language, f"skip.{code}", {"place": place, **facts})
    return SkippedOut(code=code, place=place, text=text)
