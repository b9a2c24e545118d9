"""Rated exchanges as they lie on disk (uptake_data.csv): message, reply, the raters' z-score."""

import csv
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """What a student said, what the teacher replied, how far it was taken up; in which lesson."""

    lesson: str
    message: str
    reply: str
    uptake: float


def read_exchanges(path: Path) -> tuple[Exchange, ...]:
    """The exchanges that have a score."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Exchange(
                lesson=row["obs_id"],
                message=row["student_text"],
                reply=row["teacher_text"],
                uptake=float(row["uptake_zscore"]),
            )
            for row in csv.DictReader(file)
            if row["uptake_zscore"]
        )
