"""What a member says against what is read of them: the only thing kept about a reading."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

HELP = "help"
"""The fact of a reason that says which kind of help a private draft was worded for."""


class About(StrEnum):
    """Which reading is contested: why they do not speak, or which part of the group they are."""

    BARRIER = "barrier"
    SEGMENT = "segment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """The member says that it is not so, in their own words; it holds until they withdraw it."""

    id: int
    community_id: int
    member_id: int
    about: About
    text: str
    at: datetime
    withdrawn_at: datetime | None = None
