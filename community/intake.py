"""What an import brought: the numbers and the lines that were left out."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime

from community.errors import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedLine:
    """Where something was left out, and a code for the locales (skip.<code>)."""

    place: str
    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict[str, Fact])


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What is new in the community after one file; `known` were there before.

    `lines` holds the first of the `skipped`.
    """

    format: str
    name: str
    members: int = 0
    messages: int = 0
    replies: int = 0
    joins: int = 0
    edits: int = 0
    recalls: int = 0
    reactions: int = 0
    known: int = 0
    skipped: int = 0
    lines: tuple[SkippedLine, ...] = ()
    zone_ids: tuple[int, ...] = ()
    first_at: datetime | None = None
    last_at: datetime | None = None

    def as_json(self) -> dict[str, object]:
        """The report as plain values; times in ISO 8601."""
        plain = asdict(self)
        for name in ("first_at", "last_at"):
            at = getattr(self, name)
            plain[name] = at.isoformat() if at else None
        plain["lines"] = [asdict(line) for line in self.lines]
        plain["zone_ids"] = list(self.zone_ids)
        return plain
