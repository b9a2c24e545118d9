"""What a figure is read from: the kept days, the members, the moment, and what can be seen."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from typing import TypeVar
from zoneinfo import ZoneInfo

from agent.figures.tally import Contribution, Pair, Tally
from community.errors import Fact
from community.people import STAFF, Member

Key = TypeVar("Key", bound=Hashable)

MONTH = 28
"""Days of a month that holds every weekday four times (thresholds §5: MAU = 28 days)."""
UNKNOWN_LINKS = 0.2
"""Share of messages without a known parent from which answers cannot be counted [D]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A figure and how many cases it rests on."""

    value: float
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NotObservable:
    """Why there is no figure: a code with facts; never to be shown as 0."""

    reason: str
    facts: Mapping[str, Fact] = field(default_factory=dict[str, Fact])


Reading = Seen | NotObservable


@dataclass(frozen=True, kw_only=True)
class View:
    """A community at a moment. `tallies` are its days, oldest first, none after today.

    `reactions` says whether reactions can be seen at all: an export may hold none. `praised` is
    how often each member was praised this month by a draft that a person accepted.
    """

    tallies: tuple[Tally, ...]
    members: tuple[Member, ...]
    now: datetime
    timezone: str
    reactions: bool = True
    praised: Mapping[int, int] = field(default_factory=dict[int, int])

    @cached_property
    def today(self) -> date:
        """The local day."""
        return self.now.astimezone(ZoneInfo(self.timezone)).date()

    @cached_property
    def present(self) -> frozenset[int]:
        """Members who have not left."""
        return frozenset(
            one.id for one in self.members if one.left_at is None or one.left_at > self.now
        )

    @cached_property
    def staff(self) -> frozenset[int]:
        """Who has a task in the community: assistant, leader, expert, facilitator, owner."""
        return frozenset(one.id for one in self.members if one.role in STAFF)

    @cached_property
    def month(self) -> tuple[Tally, ...]:
        """The last 28 local days on which something happened, today included."""
        return self.last(MONTH)

    def last(self, days: int) -> tuple[Tally, ...]:
        """The days on which something happened among the last so many, today included."""
        since = self.today - timedelta(days=days - 1)
        return tuple(day for day in self.tallies if since <= day.day <= self.today)

    @cached_property
    def first_at(self) -> Mapping[int, int]:
        """The second of each member's first message ever."""
        found: dict[int, int] = {}
        for day in self.tallies:
            for who, at in day.first.items():
                found.setdefault(who, at)
        return found

    @cached_property
    def said(self) -> Counter[int]:
        """Messages of the month by member."""
        return total(day.said for day in self.month)

    @cached_property
    def answers(self) -> Counter[Pair]:
        """Answers of the month by (who answered, whom)."""
        return total(day.answers for day in self.month)

    @cached_property
    def contributions(self) -> tuple[Contribution, ...]:
        """What was owed an answer this month; calls of staff to everybody are owed none."""
        return self.owed(self.month)

    def owed(self, days: Iterable[Tally]) -> tuple[Contribution, ...]:
        """What was owed an answer on these days."""
        return tuple(
            one
            for day in days
            for one in day.contributions
            if not (one.calls and one.author_id in self.staff)
        )

    def age(self, at: int) -> float:
        """Seconds since a moment given in seconds since 1970."""
        return self._seconds - at

    @cached_property
    def _seconds(self) -> float:
        return self.now.timestamp()

    def unlinked(self) -> NotObservable | None:
        """Why answers cannot be counted this month, if so."""
        messages = sum(day.messages for day in self.month)
        if not messages:
            return NotObservable(reason="nothing_said")
        missing = sum(day.unlinked for day in self.month)
        if missing > UNKNOWN_LINKS * messages:
            share = round(100 * missing / messages)
            return NotObservable(reason="answers_unknown", facts={"percent": share})
        return None

    def local(self, at: int) -> date:
        """The local day of a second since 1970."""
        return datetime.fromtimestamp(at, UTC).astimezone(ZoneInfo(self.timezone)).date()


def total(counted: Iterable[Mapping[Key, int]]) -> Counter[Key]:
    """The sum of several counts."""
    found: Counter[Key] = Counter()
    for each in counted:
        for key, times in each.items():
            found[key] += times
    return found


def share(part: float, whole: float, *, least: int = 1) -> Reading:
    """A share of so many cases; too few say nothing."""
    if whole < least:
        return NotObservable(reason="too_few", facts={"count": int(whole), "least": least})
    return Seen(value=part / whole, of=int(whole))
