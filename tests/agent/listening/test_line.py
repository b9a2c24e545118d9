"""Weeks counted once and carried on are the weeks counted anew, whatever comes and goes."""

import random
from datetime import timedelta

import pytest

from agent.listening.line import WEEK, Line
from tests.agent.listening.rooms import MIN
from tests.builders import MONDAY, said

HOUR = 60


@pytest.mark.parametrize("seed", range(4))
def test_weeks_carried_on_are_the_weeks_counted_anew(seed: int) -> None:
    draw, line, minutes = random.Random(seed), Line(), 0.0  # noqa: S311
    for id_ in range(1, 160):
        minutes += draw.choice((0, 1, 7 * HOUR, 30 * HOUR, 168 * HOUR / 2))
        late = draw.random() < 0.1
        line.add(said(id_, MIN, "好", minutes=minutes - (50 * HOUR if late else 0)))
        if draw.random() < 0.2:
            line.remove(draw.choice((line.said[0], draw.choice(line.said))))
        now = MONDAY + timedelta(minutes=minutes + draw.choice((0, 3, 90 * HOUR)))
        weeks = draw.choice((3, 4, 4, 4))
        starts = [now - back * WEEK for back in range(weeks, 0, -1)]
        anew = tuple(sum(at <= each <= at + WEEK for each in line.times) for at in starts)
        assert line.in_weeks(now, weeks) == anew
