"""What the figures of a community cost: `simmer bench figures --json`, a year of 50 people.

`report_ms` reads the kept days of a year and works out every figure, series and alert; that is
what a page waits for. `message_us` counts one more message and the day it falls on. `full_ms`
counts the whole year anew, `reading_us` is what one text costs before it is counted, once. The
floor is reading the kept days from JSON alone. `--size` is the number of messages.
"""

import gc
import json
import random
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial

from agent.figures.anomalies import anomalies
from agent.figures.counting import Counting
from agent.figures.keeping import kept, tally_of
from agent.figures.newcomers import cohorts
from agent.figures.report import figures_of
from agent.figures.trend import SERIES, trend
from agent.figures.utterance import Act, Utterance, acts_of
from agent.figures.view import View
from community.people import Member, Role
from evals.task import Figures, Options

START = datetime(2025, 1, 6, tzinfo=UTC)
YEAR = 365
MEMBERS = 50
MESSAGES = 50_000
ONE_BY_ONE = 500
EACH = 250
"""Of so many messages one of each text is read for its time."""
TURNS = 5
OPENS = 0.3
TEXTS = (
    "请问月考范围是哪几章?",
    "我上次是先让学生自己改,十分钟后再讲,效果不错",
    "收到",
    "谢谢,解决了",
    "does anyone have a template for week 3?",
    "we cut it from 60 to 40 minutes and nobody missed it",
)
ACTS = (Act.NOTHING, Act.NOTHING, Act.ASKS, Act.THANKS, Act.SHARES, Act.BARE, Act.CALLS)


Rows = list[tuple[str, str]]


def measure(options: Options) -> Figures:
    """Milliseconds for a report and a full count, microseconds for one message more."""
    count = options.size or MESSAGES
    rows, counting = _counted(count)
    gc.collect()
    times = max(1, count // EACH)
    members = tuple(_members())
    reports = [_seconds(lambda: report(rows, members)) for _ in range(TURNS)]
    return {
        "report_ms": _ms(statistics.median(reports)),
        "floor_json_ms": _ms(_seconds(lambda: [json.loads(counts) for _, counts in rows])),
        **counting,
        "reading_us": round(1e6 * _seconds(partial(_read, times)) / times / len(TEXTS), 1),
        "messages": count,
        "members": MEMBERS,
        "kept_kb": round(sum(len(counts) for _, counts in rows) / 1000),
    }


def _counted(count: int) -> tuple[Rows, Figures]:
    """The kept days of a year, and what counting them took."""
    said = list(_talk(random.Random(3), count))  # noqa: S311 - made up
    counting = Counting("Asia/Shanghai")
    started = time.process_time()
    for one in said[:-ONE_BY_ONE]:
        counting.hear(one)
    counting.tallies()
    full = time.process_time() - started
    steps = [_seconds(partial(_count, counting, one)) for one in said[-ONE_BY_ONE:]]
    rows = [(day.day.isoformat(), json.dumps(kept(day))) for day in counting.tallies()]
    times = {"message_us": round(1e6 * statistics.median(steps), 1), "full_ms": _ms(full)}
    return rows, {**times}


def report(rows: Rows, members: tuple[Member, ...]) -> int:
    """Everything a page shows, from the kept days; how many figures there are."""
    view = View(
        tallies=tuple(
            tally_of(date.fromisoformat(day), json.loads(counts)) for day, counts in rows
        ),
        members=members,
        now=START + timedelta(days=YEAR),
        timezone="Asia/Shanghai",
    )
    for code in SERIES:
        trend(view, code)
    cohorts(view)
    anomalies(view.tallies, view.today)
    return len(figures_of(view))


def _count(counting: Counting, one: Utterance) -> None:
    counting.hear(one)
    counting.tallies()


def _talk(draw: random.Random, count: int) -> Iterator[Utterance]:
    for id_ in range(1, count + 1):
        yield Utterance(
            id=id_,
            author_id=min(MEMBERS, 1 + int(draw.expovariate(0.08))),
            at=START + timedelta(days=YEAR) * (id_ / count),
            parent_id=None if draw.random() < OPENS else max(1, id_ - draw.randint(1, 5)),
            acts=draw.choice(ACTS),
        )


def _members() -> Iterator[Member]:
    for id_ in range(1, MEMBERS + 1):
        role = Role.FACILITATOR if id_ == 1 else Role.MEMBER
        joined = START + timedelta(days=7 * id_)
        yield Member(id=id_, community_id=1, name=f"成员{id_}", role=role, joined_at=joined)


def _read(times: int) -> None:
    for turn in range(times):
        for text in TEXTS:
            acts_of(f"{text}{turn}")


def _seconds(do: Callable[[], object]) -> float:
    started = time.process_time()
    do()
    return time.process_time() - started


def _ms(seconds: float) -> float:
    return round(1000 * seconds, 1)
