"""What a member agreed to: given by themselves alone, and taken back whenever they like."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from community.seed import Seed


class ConsentKind(StrEnum):
    """To begin a talk now and then, to have days marked, or how to be named outside."""

    SEED = "seed"
    MILESTONE = "milestone"
    CREDIT = "credit"


class CreditShape(StrEnum):
    """How somebody is named outside the community; anonymous where nothing was agreed."""

    NAME = "name"
    NICKNAME = "nickname"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One thing agreed to; in force until it is revoked.

    `value` is {} for seed, {"birthday": "MM-DD"} or {} for milestone, and {"shape": …} with a
    "nickname" where that is the shape for credit.
    """

    id: int
    community_id: int
    member_id: int
    kind: ConsentKind
    given_at: datetime
    value: Mapping[str, object] = field(default_factory=dict[str, object])
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What a look may know of who agreed to what in a community.

    `volunteer_ids` begin talks, `birthdays` are of those whose days may be marked ("MM-DD", or
    None where they did not tell it), `away_ids` are on leave. `seeds` are the tasks of the last
    half year, oldest first. `warm_zone_id` is where warm words go, None where any zone will do;
    `social` what the zone for being together is called, "" where there is none.
    """

    volunteer_ids: tuple[int, ...] = ()
    birthdays: Mapping[int, str | None] = field(default_factory=dict[int, str | None])
    away_ids: frozenset[int] = frozenset()
    seeds: tuple[Seed, ...] = ()
    warm_zone_id: int | None = None
    social: str = ""
