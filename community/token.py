"""Keys by which programs outside read what a community signed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Right(StrEnum):
    """What a token may do: ask the library, or list, search and read its articles."""

    ASK = "ask"
    READ = "read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A key for one program. Only its digest is kept; `hint` is its last characters."""

    id: int
    community_id: int
    name: str
    hint: str
    rights: tuple[Right, ...]
    created_by_id: int | None
    created_at: datetime
    expires_at: datetime | None = None
    last_used_at: datetime | None = None
    revoked_at: datetime | None = None

    def opens(self, right: Right, now: datetime) -> bool:
        """Whether it holds at this moment and for this."""
        return right in self.rights and self.holds(now)

    def holds(self, now: datetime) -> bool:
        """Whether it is neither revoked nor expired."""
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)
