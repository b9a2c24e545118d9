"""Communities, their zones and members, and who may do what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

Language = str
"""'zh' or 'en'."""


class Role(StrEnum):
    """What a member is to the community; one role each, the strongest last."""

    MEMBER = "member"
    ACTIVE_MEMBER = "active_member"
    ASSISTANT = "assistant"
    LEADER = "leader"
    EXPERT = "expert"
    FACILITATOR = "facilitator"
    OWNER = "owner"


PLAIN = frozenset({Role.MEMBER, Role.ACTIVE_MEMBER})
"""Who neither keeps nor teaches the community."""
STAFF = frozenset(Role) - PLAIN
"""Who has a task in the community."""
RUNNING = frozenset({Role.FACILITATOR, Role.OWNER})
HOSTS = RUNNING | {Role.ASSISTANT}
"""Who keeps the rooms: they see drafts and marks."""
SIGNERS = frozenset({Role.EXPERT, Role.OWNER})
"""Who signs articles."""


class Purpose(StrEnum):
    """What a zone is for: moves that keep to the topic stay out of social zones.

    A shelf holds texts that were brought along; nobody talks there and no look is taken.
    """

    WORK = "work"
    SOCIAL = "social"
    NOTICE = "notice"
    SHELF = "shelf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Community:
    """A group that learns together. Times of day and dates are meant in its `timezone`.

    `parent_id` is the cohort before, whose library this one inherits; `began_on` (YYYY-MM-DD) the
    first day of its first week.
    """

    id: int
    slug: str
    name: str
    language: Language
    timezone: str
    created_at: datetime
    is_sample: bool = False
    settings: Mapping[str, object] = field(default_factory=dict[str, object])
    parent_id: int | None = None
    began_on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A part of the community with one purpose; also the *room* in which a gate looks."""

    id: int
    community_id: int
    key: str
    name: str
    purpose: Purpose = Purpose.WORK
    muted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person in a community. `opted_out` members are never named, quoted or addressed."""

    id: int
    community_id: int
    name: str
    role: Role = Role.MEMBER
    aliases: tuple[str, ...] = ()
    external_id: str | None = None
    account_id: int | None = None
    joined_at: datetime | None = None
    left_at: datetime | None = None
    opted_out: bool = False
    profile: Mapping[str, object] = field(default_factory=dict[str, object])


PAGES_IN = "pages_in"
"""Where a member's profile keeps the language they read the pages of this community in."""


def pages_in(member: Member) -> Language | None:
    """The language somebody chose in one community; None where they chose none there."""
    chosen = member.profile.get(PAGES_IN)
    return chosen if isinstance(chosen, str) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody who signs in; a member of one or several communities."""

    id: int
    name: str
    language: Language | None = None
