"""A round 提炼会 as it goes: what is in front, what became of the rest, who voted how."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from community.agenda import MINUTES, Because

LASTS = timedelta(hours=3)
"""A round nobody ended is over after so long."""


class RoundOutcome(StrEnum):
    """What a group did with a sentence."""

    AGREED = "agreed"
    DROPPED = "dropped"
    PARKED = "parked"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """Who took a step back last, and whose step it was; member ids."""

    by: int
    whose: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundPoint:
    """One claim of the agenda as it was begun; `back`: what became of it was taken back."""

    claim_id: int
    because: Because
    back: TakenBack | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledPoint:
    """What became of a claim, in the words it had then; `decided`: in this round, not before.

    `by` is who pressed it; None in rounds from before that was kept.
    """

    claim_id: int
    outcome: RoundOutcome
    text: str
    decided: bool
    by: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRound:
    """Twenty minutes in which a group goes through what is open, the same on every screen.

    `present` are the names of who sits there: named when it began, or joined it since.
    Points are settled in their order. `votes`: by claim, then by member, whether they agree.
    `stood` is how long the clock stood still; since `paused_at` it does so again.
    """

    id: int
    community_id: int
    member_id: int
    points: tuple[RoundPoint, ...]
    began_at: datetime
    present: tuple[str, ...] = ()
    settled: tuple[SettledPoint, ...] = ()
    votes: Mapping[int, Mapping[int, bool]] = field(default_factory=dict[int, Mapping[int, bool]])
    stood: timedelta = timedelta()
    paused_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def point(self) -> RoundPoint | None:
        """The claim in front; None once every one is settled."""
        at = len(self.settled)
        return self.points[at] if at < len(self.points) else None

    def votes_on(self, claim_id: int) -> Mapping[int, bool]:
        """Whether each who voted on a claim agrees, by member."""
        return self.votes.get(claim_id, {})

    def is_over(self, now: datetime) -> bool:
        """Whether it was ended, went through everything, or was left alone for too long."""
        return self.ended_at is not None or self.point is None or now >= self.began_at + LASTS

    def left(self, now: datetime) -> timedelta:
        """What is left of the time there is; negative when it is over."""
        until = self.paused_at or now
        return timedelta(minutes=MINUTES) - (until - self.began_at - self.stood)
