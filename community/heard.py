"""What was heard in a room, as kept for people: marks at messages, and people's corrections."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from community.errors import Fact
from community.people import HOSTS, RUNNING, Role

CARE = frozenset({"distress", "grief", "illness"})
"""Marks of somebody's trouble: only who runs the community sees them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A signal as it stands at a message, from when it was first noticed until a look misses it.

    `message_id` is the signal's first message, `kind` the kind of the signal; `id` is 0 until it
    is kept. A mark names what was said, never why a member is silent.
    """

    id: int
    community_id: int
    zone_id: int
    message_id: int
    kind: str
    member_ids: tuple[int, ...]
    confidence: float
    noticed_at: datetime
    facts: Mapping[str, Fact] = field(default_factory=dict[str, Fact])
    over_at: datetime | None = None


class About(StrEnum):
    """What a correction is about: who answers whom, or what was heard."""

    LINK = "link"
    SIGNAL = "signal"


class MarkVerdict(StrEnum):
    """What a person says of a mark."""

    RIGHT = "right"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A person's word against (or for) what was heard, kept for ever, undone or not.

    A link's `before` and `after` hold {parent, confidence, by}, `by` None where there was no link;
    a signal's `before` holds {confidence}, its `after` {verdict, kind}, `kind` being what it rather
    is where the person said so.
    """

    id: int
    community_id: int
    zone_id: int
    message_id: int
    about: About
    before: Mapping[str, Fact]
    after: Mapping[str, Fact]
    member_id: int
    at: datetime
    kind: str | None = None
    undone_at: datetime | None = None


def may_see(kind: str, role: Role) -> bool:
    """Whether marks of this kind are shown to this role; members see none."""
    return role in (RUNNING if kind in CARE else HOSTS)
