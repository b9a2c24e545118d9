"""Occasions as a file: what a draft made in one is checked against, apart from how it came about.

An occasion outlives changes of the gate, so that completions once made for it can still be scored.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from agent.checks.subject import Subject
from agent.completions import line_of, read_line
from agent.examine import subject_of
from agent.models.base import Request
from agent.models.batch import key_of
from agent.models.rendering import rendered
from agent.moves.brief import Draft
from agent.moves.catalogue import MOVES
from evals.drafted import Drafted


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One moment at which a move was chosen. `key` is the custom_id of the request made for it."""

    key: str
    move: str
    subject: Subject


def occasion_of(drafted: Drafted) -> Occasion:
    """The occasion of a chosen move, with an empty draft in it."""
    brief = drafted.brief
    asked = Request(
        purpose=f"move_{brief.move}", variables=brief, result=Draft, language=brief.language
    )
    subject = subject_of(MOVES[drafted.move], brief, Draft(text=""), drafted.decided)
    return Occasion(key=key_of(rendered(asked)), move=drafted.move, subject=subject)


def write_occasions(path: Path, occasions: Iterable[Occasion]) -> None:
    """One JSON object a line."""
    lines = map(line_of, occasions)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def read_occasions(path: Path) -> tuple[Occasion, ...]:
    """The occasions of a file, in its order."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(read_line(line, Occasion) for line in lines if line)
