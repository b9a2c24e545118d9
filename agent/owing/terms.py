"""Until when a debt may stand: spans of open hours, holidays left out, by the room's own pace."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from agent.gate_settings import GateSettings
from agent.hours import Workdays, open_minutes, workdays
from agent.listening.pace import FADES
from agent.listening.scene import Scene
from community.obligation import DebtKind

NEWCOMER = timedelta(hours=2)
"""A first message waits two hours at most [D after O Joyce & Kraut]."""
ALERT = timedelta(hours=4)
"""Then somebody else is told of it [D]."""
DAY = timedelta(days=1)
DAY_HOURS = 24
LONGEST_DAYS = 400
"""A year of holidays ends the search for an open hour."""
QUESTION_LAPSES = timedelta(hours=72)
"""A question older than this has had its time, for the gate too [D]."""
PUSH_FIRST = timedelta(hours=2)
"""Every push is followed up after two hours and after a day [O seed article]."""
TRIED_AFTER = timedelta(days=3)
"""Who said they would try is asked how it went [D]."""
TRIED_UNTIL = timedelta(days=12)
PACE_FROM = timedelta(days=28)
"""Answers older than this say nothing of the pace of a room [D]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """When a debt is due, when it is passed on, and when its time is over."""

    due: datetime
    escalates: datetime
    lapses: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The open hours of a community: [open_from, open_until) of every day that is no holiday."""

    timezone: str
    settings: GateSettings

    @property
    def days(self) -> Workdays:
        """The holidays of the community."""
        return workdays(self.settings, self.timezone)

    def after(self, at: datetime, span: timedelta) -> datetime:
        """The moment at which `span` of open time has passed since `at`."""
        place = ZoneInfo(self.timezone)
        left, day, days = span, at.astimezone(place).date(), self.days
        for _ in range(LONGEST_DAYS):
            start, shuts = self._open_on(day, place)
            start = max(start, at)
            if shuts > start and not days.is_off(day):
                if left <= shuts - start:
                    return (start + left).astimezone(at.tzinfo)
                left -= shuts - start
            day += DAY
        return at + span

    def _open_on(self, day: date, place: ZoneInfo) -> tuple[datetime, datetime]:
        """Opening and closing of a day; a community without open hours is always open."""
        first, last = self.settings.open_from, self.settings.open_until
        opens = datetime.combine(day, time(0), tzinfo=place)
        if not 0 <= first < last <= DAY_HOURS:
            first, last = 0, DAY_HOURS
        shuts = opens + timedelta(hours=last)
        return (opens + timedelta(hours=first)).astimezone(UTC), shuts.astimezone(UTC)

    def later(self, at: datetime, span: timedelta) -> datetime:
        """The moment `span` after `at`, a day later for every holiday that lies between."""
        place = ZoneInfo(self.timezone)
        end, day, days = at + span, at.astimezone(place).date(), self.days
        while day <= end.astimezone(place).date():
            if days.is_off(day):
                end += DAY
            day += DAY
        return end

    def minutes(self, since: datetime, until: datetime) -> float:
        """Open minutes between two moments; what takes less than an hour counts as it is."""
        if until - since <= timedelta(hours=1):
            return (until - since).total_seconds() / 60
        first, last = self.settings.open_from, self.settings.open_until
        return open_minutes(since, until, self.timezone, first=first, last=last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How long this room takes to answer, as it was known at any moment.

    `answered` are the moments of first answers, oldest first, `waits` the open minutes of each.
    """

    answered: Sequence[datetime]
    waits: Sequence[float]
    settings: GateSettings

    def at(self, moment: datetime) -> timedelta:
        """τ by what had been answered in the four weeks before: the formula of the gate.

        P90 of the waits, a fifth more, within reply_floor … reply_ceiling; `reply_prior_weight`
        assumed answers, one fewer for every eight of its own. Nothing later is read, so that a
        debt is due at the same moment whenever it is computed.
        """
        settings = self.settings
        start = bisect_left(self.answered, moment - PACE_FROM)
        waits = self.waits[start : bisect_right(self.answered, moment)]
        assumed = max(0, settings.reply_prior_weight - len(waits) // FADES)
        known = sorted([*waits, *[settings.reply_prior] * assumed])
        slow = settings.reply_grace * known[int(0.9 * len(known))]
        least = max(settings.reply_floor, slow)
        return timedelta(minutes=min(settings.reply_ceiling, least))


def pace_of(scene: Scene, clock: Clock, settings: GateSettings) -> Pace:
    """The first answers of a room to what began a topic or asked."""
    found: list[tuple[datetime, float]] = []
    for message in scene.asking:
        first = next(iter(scene.answers(message)), None)
        if first is not None:
            found.append((first.at, clock.minutes(message.at, first.at)))
    found.sort()
    return Pace(
        answered=[at for at, _ in found], waits=[wait for _, wait in found], settings=settings
    )


def terms_of(kind: DebtKind, said: datetime, tau: timedelta, clock: Clock) -> Terms:
    """The three moments of a debt; passed on when half the time it had has passed once more."""
    if kind is DebtKind.FIRST_MESSAGE:
        return _terms(
            clock.after(said, min(tau, NEWCOMER)),
            clock.after(said, max(ALERT, tau)),
            clock.later(said, DAY),
        )
    if kind is DebtKind.PUSH_FOLLOW_UP:
        due = clock.after(said, PUSH_FIRST)
        return _terms(due, clock.after(due, PUSH_FIRST / 2), clock.later(said, DAY))
    if kind is DebtKind.PUSH_NEXT_DAY:
        due = clock.after(clock.later(said, DAY), timedelta(0))
        return _terms(due, clock.after(due, DAY / 2), clock.later(said, 2 * DAY))
    if kind is DebtKind.PROMISE:
        due = clock.after(clock.later(said, TRIED_AFTER), timedelta(0))
        half = clock.after(clock.later(due, TRIED_AFTER / 2), timedelta(0))
        return _terms(due, half, clock.later(said, TRIED_UNTIL))
    due = clock.after(said, tau)
    return _terms(due, clock.after(due, tau / 2), clock.later(said, QUESTION_LAPSES))


def _terms(due: datetime, escalates: datetime, lapses: datetime) -> Terms:
    """In order: nothing is over before it was due for half a day."""
    last = max(lapses, due + DAY / 2)
    return Terms(due=due, escalates=min(escalates, last), lapses=last)
