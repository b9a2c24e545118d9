"""What flows through the facilitate graph."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TypedDict

from agent.decide import Decided
from agent.models.base import Completion
from agent.moves.brief import Brief, Draft
from community.conversation import Talk
from community.review import Ledger
from community.suggestion import Alternative, CheckResult, Usage, Why

CANDIDATES = 3
"""So many moves are tried in one look before it stays silent."""
REVISIONS = 2
"""A draft that fails a check is written anew so often, then dropped."""


@dataclass(frozen=True, kw_only=True)
class State:
    """One look from hearing to a checked draft; only what a step added is set."""

    talk: Talk
    ledger: Ledger
    now: datetime
    decided: Decided | None = None
    brief: Brief | None = None
    completion: Completion[Draft] | None = None
    checks: tuple[CheckResult, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    tries: int = 0
    skipped: tuple[tuple[str, tuple[int, ...]], ...] = ()
    usage: Usage = field(default_factory=Usage)
    failure: Why | None = None


class Update(TypedDict, total=False):
    """What one node adds."""

    decided: Decided
    brief: Brief
    completion: Completion[Draft] | None
    checks: tuple[CheckResult, ...]
    alternatives: tuple[Alternative, ...]
    tries: int
    skipped: tuple[tuple[str, tuple[int, ...]], ...]
    usage: Usage
    failure: Why | None
