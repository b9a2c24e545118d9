"""Made histories of communities with one planted change, person by person and day by day.

Every history is drawn from its seed alone: people with tastes of their own, a weekly rhythm, days
on which everybody is in the mood, newcomers who stay or not. What happens in it is known, so that
alerts can be judged. They are drawn from the shapes named in Kind and prove nothing about others.
"""

import random
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from agent.figures.tally import Tally

Kind = Literal["drop", "decline", "newcomer_loss", "holiday", "rhythm", "nothing"]
KINDS: tuple[Kind, ...] = ("drop", "decline", "newcomer_loss", "holiday", "rhythm", "nothing")
CHANGES = frozenset[Kind]({"drop", "decline", "newcomer_loss"})
START = date(2025, 9, 1)
DAYS = 182
NEW_FOR = 14
STAY = 0.15
"""The share of newcomers who go on speaking."""
DUE_AT = 0.7
"""A slow decline counts as there from the day on which what is left of the talk is under this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A history: its kind, its days, its known holidays, and since when something is wrong."""

    kind: Kind
    tallies: tuple[Tally, ...]
    holidays: frozenset[date]
    since: date | None
    due: date | None


@dataclass(slots=True)
class _Person:
    taste: float
    came: int
    spoke_first: int | None = None
    stays: bool = True


def history(seed: int, kind: Kind) -> History:
    """The history of a seed."""
    draw = random.Random(f"{kind}:{seed}")  # noqa: S311 - made up, not secret
    people = [_Person(_taste(draw), -99, -99) for _ in range(draw.randint(25, 60))]
    rhythm = _rhythm(draw, kind)
    arrivals = draw.uniform(4, 10) / 7
    begins = draw.randint(14 * 7, 22 * 7)
    plan = _Plan(kind, begins, draw)
    tallies: list[Tally] = []
    for at in range(DAYS):
        new = _poisson(draw, arrivals)
        people += [_Person(draw.uniform(0.25, 0.5), at) for _ in range(new)]
        mood = draw.lognormvariate(0, 0.12) * rhythm[at % 7] * plan.talk(at)
        tallies.append(_day(draw, at, people, mood, plan))
    day = START + timedelta(days=begins)
    wrong = kind in CHANGES
    return History(
        kind=kind,
        tallies=tuple(tally for tally in tallies if tally.said),
        holidays=plan.holidays,
        since=day if wrong else None,
        due=START + timedelta(days=plan.due) if wrong else None,
    )


class _Plan:
    """What is planted, and when."""

    def __init__(self, kind: Kind, begins: int, draw: random.Random) -> None:
        self._kind = kind
        self._begins = begins
        self._left = draw.uniform(0.3, 0.5)
        self._half = draw.uniform(14, 28)
        self._length = draw.randint(3, 8)
        self._event = draw.randint(0, 4)
        self.holidays = frozenset[date]()
        if kind == "holiday":
            days = range(begins, begins + self._length)
            self.holidays = frozenset(START + timedelta(days=day) for day in days)
        self.due = begins
        if kind == "decline":
            self.due = next(at for at in range(begins, begins + 99) if self.talk(at) < DUE_AT)

    def talk(self, at: int) -> float:
        """By how much everybody speaks more or less on a day."""
        if at < self._begins and self._kind != "rhythm":
            return 1.0
        if self._kind == "drop":
            return self._left
        if self._kind == "decline":
            return max(0.15, 0.5 ** ((at - self._begins) / self._half))
        if self._kind == "holiday" and START + timedelta(days=at) in self.holidays:
            return 0.1
        if self._kind == "rhythm" and at % 28 == 14 + self._event:
            return 2.0
        return 1.0

    def loses(self, at: int) -> bool:
        """Whether newcomers no longer come back."""
        return self._kind == "newcomer_loss" and at >= self._begins


def _day(draw: random.Random, at: int, people: list[_Person], mood: float, plan: _Plan) -> Tally:
    said: Counter[int] = Counter()
    for number, one in enumerate(people, 1):
        if draw.random() < _chance(draw, one, at, plan) * mood:
            said[number] = 1 + _poisson(draw, 1.2)
            one.spoke_first = at if one.spoke_first is None else one.spoke_first
    answers: Counter[tuple[int, int]] = Counter()
    here = list(said)
    for one in here:
        others = [each for each in here if each != one]
        for _ in range(min(_poisson(draw, 0.8), len(others))):
            answers[one, draw.choice(others)] += 1
    day = START + timedelta(days=at)
    return Tally(day=day, said=said, first=dict.fromkeys(said, at * 86_400), answers=answers)


def _chance(draw: random.Random, one: _Person, at: int, plan: _Plan) -> float:
    """How likely somebody is to speak on a day; after two weeks most newcomers go quiet."""
    age = at - one.came
    if age > NEW_FOR and one.came >= 0:
        if one.stays and age == NEW_FOR + 1:
            one.stays = draw.random() < STAY
        return one.taste * 0.4 if one.stays else 0.0
    if one.came >= 0 and one.spoke_first is not None and plan.loses(at):
        return one.taste * 0.1
    return one.taste


def _taste(draw: random.Random) -> float:
    return min(0.8, draw.lognormvariate(-1.9, 0.9))


def _rhythm(draw: random.Random, kind: Kind) -> tuple[float, ...]:
    """How much is said on each weekday: a work group rests at weekends, a hobby group does not."""
    work, rest = draw.uniform(0.9, 1.1), draw.uniform(0.2, 1.2)
    if kind == "rhythm":
        return (1.3, 0.7, 1.2, 0.6, 1.4, 0.15, 0.1)
    return (work,) * 5 + (rest,) * 2


def _poisson(draw: random.Random, mean: float) -> int:
    """A Poisson number, by Knuth's product of uniforms."""
    left, count = draw.random(), 0
    floor = 2.718281828459045**-mean
    while left > floor:
        left *= draw.random()
        count += 1
    return count
