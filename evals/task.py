"""The grammar of an eval: samples in, scores out, one JSON object of figures."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Figure = str | int | float | bool | None | list["Figure"] | dict[str, "Figure"]
Figures = dict[str, Figure]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line says; each eval takes what it needs and names what is missing."""

    data: Path | None = None
    distractors: Path | None = None
    questions: Path | None = None
    community: str | None = None
    engine: str = "offline"
    requests: Path | None = None
    completions: Path | None = None
    size: int | None = None


Measure = Callable[[Options], Figures]
