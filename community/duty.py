"""Who is on duty, who is away, and to whom a debt falls."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from community.people import Member, Role

WEEK = timedelta(days=7)
NOBODY: frozenset[int] = frozenset()
KEEPERS = (Role.FACILITATOR, Role.OWNER)
"""To whom a debt falls where nobody is on duty, in this order."""


class DutyKind(StrEnum):
    """A stretch of time in which somebody answers for the room, or is away."""

    DUTY = "duty"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One row of the roster: [starts_at, ends_at). `id` is 0 until it is kept.

    `handed_by_id` names who had it before it was handed over.
    """

    id: int = 0
    community_id: int
    member_id: int
    kind: DutyKind
    starts_at: datetime
    ends_at: datetime
    created_at: datetime
    handed_by_id: int | None = None
    note: str | None = None

    def covers(self, at: datetime) -> bool:
        """Whether the moment lies in it."""
        return self.starts_at <= at < self.ends_at


def away(roster: Iterable[Duty], at: datetime) -> frozenset[int]:
    """Who is on leave."""
    return frozenset(
        each.member_id for each in roster if each.kind is DutyKind.LEAVE and each.covers(at)
    )


def on_duty(roster: Sequence[Duty], at: datetime) -> tuple[int, ...]:
    """Who is on duty and not on leave, who began first at the front; () where nobody is."""
    gone = away(roster, at)
    serving = (each for each in roster if each.kind is DutyKind.DUTY and each.covers(at))
    ordered = sorted(serving, key=lambda each: (each.starts_at, each.id))
    return tuple(dict.fromkeys(each.member_id for each in ordered if each.member_id not in gone))


def owner_of(
    roster: Sequence[Duty],
    people: Iterable[Member],
    at: datetime,
    but: Collection[int] = NOBODY,
) -> int | None:
    """To whom a new debt falls: who is on duty, else a facilitator, else the owner; None: nobody.

    Never to somebody on leave, who left, or who is in `but` (their own question, for one).
    """
    here = {each.id: each for each in people if each.left_at is None or each.left_at > at}
    gone = away(roster, at) | frozenset(but)
    serving = [each for each in on_duty(roster, at) if each in here and each not in gone]
    return serving[0] if serving else _keeper(here.values(), gone)


def next_owner(
    roster: Sequence[Duty], people: Iterable[Member], at: datetime, owner_id: int | None
) -> int | None:
    """To whom a debt goes that its owner let pass: another on duty, else who is on duty next.

    Where the roster of the coming week names nobody else, a facilitator or the owner.
    """
    here = {each.id: each for each in people if each.left_at is None or each.left_at > at}
    gone = away(roster, at) | ({owner_id} if owner_id is not None else NOBODY)
    coming = sorted(
        (each for each in roster if each.kind is DutyKind.DUTY and at < each.starts_at < at + WEEK),
        key=lambda each: (each.starts_at, each.id),
    )
    ordered = (*on_duty(roster, at), *(each.member_id for each in coming))
    found = (each for each in ordered if each in here and each not in gone)
    return next(found, None) or _keeper(here.values(), gone)


def _keeper(people: Iterable[Member], gone: Collection[int]) -> int | None:
    known = sorted(people, key=lambda each: each.id)
    for role in KEEPERS:
        for each in known:
            if each.role is role and each.id not in gone:
                return each.id
    return None


def a_week_later(each: Duty, timezone: str, at: datetime) -> Duty:
    """The same stretch seven days on, at the same hours of the clock on the wall there."""

    def moved(moment: datetime) -> datetime:
        return (moment.astimezone(ZoneInfo(timezone)) + WEEK).astimezone(moment.tzinfo)

    return replace(
        each,
        id=0,
        starts_at=moved(each.starts_at),
        ends_at=moved(each.ends_at),
        created_at=at,
        handed_by_id=None,
    )
