"""What is not as usual in a community, told only when two signs of it agree.

Three daily series are watched: who speaks, how often people answer each other, and the newcomers
who come back. On each stand three detectors against what the same weekday was like in the eight
weeks before (thresholds §5): a robust z or, for small numbers, a Poisson tail; an EWMA; a CUSUM
for a slow decline. Only falls are told: a rise asks for nothing. Days of a holiday say nothing.
"""

import math
import statistics
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from agent.figures.tally import Tally

SeriesName = Literal["speakers", "replies", "newcomers"]
Detector = Literal["z", "ewma", "cusum"]
Voice = tuple[SeriesName, Detector]

WEEKS = 8
LEAST_WEEKS = 4
NEW_FOR = 14
"""Days after the first message in which somebody who speaks again is a newcomer come back."""
MET = 28
"""Days after which whoever speaks for the first time is new."""
Z = 3.5
ENOUGH = 5.0
"""Expected count from which a z is meant; below it the Poisson tail of a week decides."""
TAIL = 0.005
LAMBDA = 0.2
SLACK = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """From where an EWMA (in its own standard deviations) and a CUSUM (in σ) are a sign."""

    ewma: float
    cusum: float


LIMITS: Mapping[SeriesName, Limits] = {
    "speakers": Limits(ewma=2.4, cusum=4.0),
    "replies": Limits(ewma=2.4, cusum=4.0),
    "newcomers": Limits(ewma=3.0, cusum=5.0),
}
"""Thresholds §5 has L = 3, h = 5; a slow decline was told sooner with less on the tuning seeds.
The same newcomers come back day by day, which is why their series keeps the wider ones."""
EARLY = 1.25
"""By how much more than chance a young series may spread [D]."""
SETTLED = 28
PEOPLE = 0.6
"""A number of different people spreads less than a Poisson number; from 28 days on that shows."""
NOBODY: Mapping[int, int] = {}
HEARD_FOR = 7
"""Days a detector's sign waits for a second one, and days between two alerts."""
CAUSES: Mapping[SeriesName, str] = {
    "speakers": "fewer_speak",
    "replies": "fewer_answer",
    "newcomers": "newcomers_leave",
}
PLAYBOOKS: Mapping[str, str] = {
    "fewer_speak": "content",
    "fewer_answer": "duty",
    "newcomers_leave": "welcome",
}
"""Speakers fell → content; answers fell though people speak → duty; newcomers leave → welcome."""
APART = 0.25
"""By how much one series must have fallen further than who speaks to be the cause itself [D]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anomaly:
    """An alert: since when, which signs agreed, the likely cause, and the playbook for it.

    `was` and `now` are the daily means of the telling series before and in the last 7 days.
    """

    day: date
    cause: str
    playbook: str
    voices: tuple[Voice, ...]
    was: float
    now: float


def daily(tallies: Sequence[Tally], until: date) -> Mapping[SeriesName, dict[int, int]]:
    """The three series by ordinal day, from the first to the day before `until`; quiet is 0.

    In the first weeks of a history everybody speaks for a first time: nobody is a newcomer then.
    """
    first: dict[int, int] = {}
    found: dict[SeriesName, dict[int, int]] = {"speakers": {}, "replies": {}, "newcomers": {}}
    by_day = {tally.day.toordinal(): tally for tally in tallies}
    begun = min(by_day, default=until.toordinal())
    met = begun + MET
    for day in range(begun, until.toordinal()):
        tally = by_day.get(day)
        said = tally.said if tally else NOBODY
        for who in said:
            first.setdefault(who, day)
        found["speakers"][day] = len(said)
        found["replies"][day] = sum(tally.answers.values()) if tally else 0
        if day >= met + NEW_FOR:
            came = (first[who] for who in said if first[who] >= met)
            found["newcomers"][day] = sum(0 < day - one <= NEW_FOR for one in came)
    return found


@dataclass(slots=True)
class _Watch:
    """What the detectors of one series remember from day to day; days are ordinals.

    `values` holds no holidays: they say nothing, neither of themselves nor of what is usual.
    """

    values: Mapping[int, int]
    limits: Limits
    ewma: float = 0.0
    cusum: float = 0.0
    residuals: deque[tuple[int, float]] = field(default_factory=deque[tuple[int, float]])

    def usual(self, day: int) -> list[int]:
        """The same weekday in the eight weeks before."""
        values = self.values
        return [values[one] for one in range(day - 7, day - 7 * WEEKS - 1, -7) if one in values]

    def signs(self, day: int) -> Iterator[Detector]:
        """The detectors that see a fall on this day."""
        usual = self.usual(day)
        if day not in self.values or len(usual) < LEAST_WEEKS:
            return
        expected = statistics.fmean(usual)
        value = self.values[day]
        moved = (value - expected) / self._spread(day, expected)
        self.residuals.append((day, value - expected))
        self.ewma = LAMBDA * moved + (1 - LAMBDA) * self.ewma
        self.cusum = max(0.0, self.cusum - moved - SLACK)
        if self._is_low(day, value, usual):
            yield "z"
        if self.ewma < -self.limits.ewma * math.sqrt(LAMBDA / (2 - LAMBDA)):
            yield "ewma"
        if self.cusum > self.limits.cusum:
            yield "cusum"

    def _spread(self, day: int, expected: float) -> float:
        """The standard deviation of what is left beside the weekday, at least that of chance."""
        while self.residuals and self.residuals[0][0] < day - 7 * WEEKS:
            self.residuals.popleft()
        left = [moved for _, moved in self.residuals]
        chance = math.sqrt(max(expected, 1.0))
        if len(left) <= HEARD_FOR:
            return EARLY * chance
        floor = chance if len(left) < SETTLED else PEOPLE * chance
        middle = sum(left) / len(left)
        return max(floor, math.sqrt(sum((each - middle) ** 2 for each in left) / len(left)))

    def _is_low(self, day: int, value: int, usual: Sequence[int]) -> bool:
        middle = statistics.median(usual)
        if middle < ENOUGH:
            return self._is_low_week(day)
        spread = statistics.median(abs(each - middle) for each in usual)
        spread = max(spread, 0.6745 * math.sqrt(middle))
        return 0.6745 * (value - middle) / spread < -Z

    def _is_low_week(self, day: int) -> bool:
        """Whether the last seven days together are too few to be chance."""
        days = self._last(day)
        usual = [self.usual(one) for one in days]
        if any(len(each) < LEAST_WEEKS for each in usual):
            return False
        expected = sum(statistics.fmean(each) for each in usual)
        return poisson_tail(sum(self.values[one] for one in days), expected) < TAIL

    def _last(self, day: int) -> list[int]:
        return [one for one in range(day, day - HEARD_FOR, -1) if one in self.values]

    def week(self, day: int) -> tuple[float, float]:
        """The daily means usual for and seen in the seven days up to this one."""
        days = self._last(day)
        usual = [statistics.fmean(each) for each in map(self.usual, days) if each]
        seen = [self.values[one] for one in days]
        return (
            statistics.fmean(usual) if usual else 0.0,
            statistics.fmean(seen) if seen else 0.0,
        )


def poisson_tail(count: int, expected: float) -> float:
    """P(X ≤ count) for a Poisson number with this mean."""
    term = whole = math.exp(-expected)
    for at in range(1, count + 1):
        term *= expected / at
        whole += term
    return min(1.0, whole)


def anomalies(
    tallies: Sequence[Tally], until: date, holidays: Iterable[date] = ()
) -> tuple[Anomaly, ...]:
    """The alerts before `until`, oldest first, at most one a week.

    Two agree where two detectors of one series, or any detectors of two series, saw a fall within
    seven days.
    """
    rests = {day.toordinal() for day in holidays}
    series = daily(tallies, until)
    watches: dict[SeriesName, _Watch] = {
        name: _Watch({day: one for day, one in values.items() if day not in rests}, LIMITS[name])
        for name, values in series.items()
    }
    heard: dict[Voice, int] = {}
    found: list[Anomaly] = []
    last = -HEARD_FOR
    for day in series["speakers"]:
        for name, watch in watches.items():
            for sign in watch.signs(day):
                heard[name, sign] = day
        voices = [voice for voice, at in heard.items() if day - at < HEARD_FOR]
        if day - last >= HEARD_FOR and day in heard.values() and len(voices) > 1:
            found.append(_anomaly(day, sorted(voices), watches))
            last = day
            for watch in watches.values():
                watch.ewma = watch.cusum = 0.0
            heard.clear()
    return tuple(found)


def _anomaly(day: int, voices: list[Voice], watches: Mapping[SeriesName, _Watch]) -> Anomaly:
    """The alert with its likeliest cause: the series that fell furthest, speakers before others."""
    fallen: dict[SeriesName, float] = {name: _left(watches[name].week(day)) for name, _ in voices}
    bar = fallen.get("speakers", 1.0) - APART
    name: SeriesName = min(fallen, key=lambda one: fallen[one])
    if "speakers" in fallen and fallen[name] > bar:
        name = "speakers"
    was, now = watches[name].week(day)
    cause = CAUSES[name]
    return Anomaly(
        day=date.fromordinal(day),
        cause=cause,
        playbook=PLAYBOOKS[cause],
        voices=tuple(voices),
        was=was,
        now=now,
    )


def _left(means: tuple[float, float]) -> float:
    was, now = means
    return now / was if was else 1.0
