"""Personal data: `simmer eval personal --json`, or `--data ../shared/datasets/presidio/….json`.

Own set (evals/datasets/personal.jsonl): Chinese and English lines with spans, written before the
rules. Rules were adjusted on the even lines only (`developed`); but the whole file had been read
once before, so `reported` (the odd lines) is not blind. A span counts as found when one of the
same kind overlaps it by half of both together; `exact` wants the very characters. The floor are
the plainest patterns: eleven digits, eighteen digits, sixteen to nineteen digits, an @.
Presidio (invented English sentences): only the kinds we claim are counted.
"""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from agent.listening.personal_data import PersonalKind, PersonalSpan, personal_data
from evals.task import Figures, Options

HALF = 0.5
KINDS = {
    "PHONE_NUMBER": PersonalKind.PHONE,
    "CREDIT_CARD": PersonalKind.BANK,
    "IBAN_CODE": PersonalKind.BANK,
    "US_SSN": PersonalKind.ID,
    "US_DRIVER_LICENSE": PersonalKind.ID,
    "EMAIL_ADDRESS": PersonalKind.MAIL,
    "STREET_ADDRESS": PersonalKind.ADDRESS,
}
FLOOR = {
    PersonalKind.PHONE: re.compile(r"\b\d{11}\b", re.ASCII),
    PersonalKind.ID: re.compile(r"\b\d{17}[\dX]\b", re.ASCII),
    PersonalKind.BANK: re.compile(r"\b\d{16,19}\b", re.ASCII),
    PersonalKind.MAIL: re.compile(r"\S+@\S+"),
}
Finder = Callable[[str], Sequence[PersonalSpan]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A text and the spans that ought to be found."""

    text: str
    spans: tuple[PersonalSpan, ...]


def measure(options: Options) -> Figures:
    """Recall and precision of spans, by half and by kind, and the false alarms on clean lines."""
    if options.data is not None and options.data.suffix == ".json":
        return _presidio(options.data)
    lines = own_lines(options.data)
    even, odd = lines[1::2], lines[::2]
    clean = [line for line in lines if not line.spans]
    alarmed = sum(bool(personal_data(line.text)) for line in clean)
    figures = _figures(lines)
    figures |= {
        "lines": len(lines),
        "clean_lines": len(clean),
        "clean_lines_alarmed": alarmed,
        "developed": _figures(even),
        "reported": _figures(odd),
        "by_kind": _by_kind(lines),
        "floor": round(_recall(lines, _floor), 4),
    }
    return figures


def own_lines(path: Path | None) -> list[Line]:
    """The lines of our own set, or of another file in its shape."""
    own = files("evals").joinpath("datasets", "personal.jsonl")
    text = own.read_text("utf-8") if path is None else path.read_text("utf-8")
    return [
        Line(
            text=row["text"],
            spans=tuple(
                PersonalSpan(kind=PersonalKind(s["kind"]), start=s["start"], end=s["end"])
                for s in row["spans"]
            ),
        )
        for row in map(json.loads, text.splitlines())
    ]


def _presidio(path: Path) -> Figures:
    rows = json.loads(path.read_text("utf-8"))
    lines = [
        Line(
            text=row["full_text"],
            spans=tuple(
                PersonalSpan(
                    kind=KINDS[s["entity_type"]], start=s["start_position"], end=s["end_position"]
                )
                for s in row["spans"]
                if s["entity_type"] in KINDS
            ),
        )
        for row in rows
    ]
    figures = _figures(lines)
    figures |= {
        "lines": len(lines),
        "by_kind": _by_kind(lines),
        "floor": round(_recall(lines, _floor), 4),
    }
    return figures


def _figures(lines: Sequence[Line]) -> Figures:
    given = [span for line in lines for span in personal_data(line.text)]
    right = sum(
        any(overlaps(span, gold) for gold in line.spans)
        for line in lines
        for span in personal_data(line.text)
    )
    return {
        "recall": round(_recall(lines, personal_data), 4),
        "precision": round(right / len(given), 4) if given else None,
        "exact": round(_recall(lines, personal_data, _same), 4),
        "spans": sum(len(line.spans) for line in lines),
    }


def overlaps(one: PersonalSpan, other: PersonalSpan) -> bool:
    """Same kind, and the shared characters are at least half of those of both together."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    both = max(one.end, other.end) - min(one.start, other.start)
    return one.kind is other.kind and shared >= HALF * both


def _same(one: PersonalSpan, other: PersonalSpan) -> bool:
    return one == other


def _recall(
    lines: Iterable[Line],
    finder: Finder,
    like: Callable[[PersonalSpan, PersonalSpan], bool] = overlaps,
) -> float:
    hits = [
        any(like(span, gold) for span in finder(line.text)) for line in lines for gold in line.spans
    ]
    return sum(hits) / max(1, len(hits))


def _by_kind(lines: Sequence[Line]) -> Figures:
    kinds = [
        (
            kind,
            [
                Line(text=line.text, spans=tuple(s for s in line.spans if s.kind is kind))
                for line in lines
            ],
        )
        for kind in PersonalKind
    ]
    return {
        kind.value: round(_recall(chosen, personal_data), 4)
        for kind, chosen in kinds
        if any(line.spans for line in chosen)
    }


def _floor(text: str) -> list[PersonalSpan]:
    return [
        PersonalSpan(kind=kind, start=match.start(), end=match.end())
        for kind, pattern in FLOOR.items()
        for match in pattern.finditer(text)
    ]
