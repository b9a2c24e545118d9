"""Short ways to say a day that was counted, a member and a view in a test."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from agent.figures.tally import Contribution, Tally
from agent.figures.view import View
from community.people import Member, Role

TODAY = date(2026, 3, 30)
"""A Monday."""
NOON = datetime(2026, 3, 30, 4, tzinfo=UTC)
"""Noon of that day in Shanghai."""


def back(days: int) -> date:
    return TODAY - timedelta(days=days)


def seconds(days: float) -> int:
    """So many days before noon, in seconds since 1970."""
    return int(NOON.timestamp() - days * 86_400)


def day(days_ago: int, *, said: Mapping[int, int], **counts: object) -> Tally:
    first = dict.fromkeys(said, seconds(days_ago))
    return Tally(day=back(days_ago), said=said, **({"first": first} | counts))  # pyright: ignore[reportArgumentType]


def owed(
    id: int,  # noqa: A002
    *,
    days: float = 2,
    hours: float | None = None,
    author: int = 1,
    reacted: bool = False,
    simmer: float | None = None,
    calls: bool = False,
) -> Contribution:
    """What somebody said `days` ago, answered after so many hours."""
    return Contribution(
        id=id,
        author_id=author,
        at=seconds(days),
        wait=None if hours is None else int(hours * 3600),
        simmer_wait=None if simmer is None else int(simmer * 3600),
        reacted=reacted,
        calls=calls,
    )


def people(count: int, *, staff: int = 0) -> tuple[Member, ...]:
    """Members 1 … count, the last `staff` of them facilitators."""
    return tuple(
        Member(
            id=number,
            community_id=1,
            name=f"成员{number}",
            role=Role.FACILITATOR if number > count - staff else Role.MEMBER,
        )
        for number in range(1, count + 1)
    )


def seen(*days: Tally, members: tuple[Member, ...] = people(4), reactions: bool = True) -> View:
    return View(
        tallies=tuple(sorted(days, key=lambda one: one.day)),
        members=members,
        now=NOON,
        timezone="Asia/Shanghai",
        reactions=reactions,
    )
