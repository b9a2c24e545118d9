"""Distilling one thread: median milliseconds beside a floor that only cuts it into sentences.

simmer bench distil --size 200 --json
"""

import asyncio
import statistics
import time
from datetime import UTC, datetime, timedelta

from agent.context import Context
from agent.distilling.sentences import sentences_in
from agent.graphs.distil import distil
from agent.models.offline import OfflineModel
from community.conversation import Link, LinkSource, Message, Talk, Thread
from community.people import Community, Member, Zone
from evals.task import Figures, Options

SIZE = 200
RUNS = 15
START = datetime(2026, 1, 5, 1, tzinfo=UTC)
_SAID = (
    "第{n}次试了先让他自己改{m}分钟,改对的不讲,剩下的一起讲,错题少了{m}道",
    "不太同意,超过{n}个人的班这样改不动,要有人掐表",
    "那加一条:只改{m}道,改完才能问人。适合作业多的时候,考前不用",
    "这个可以,明天就试",
    "i do it every {n} days, if somebody is stuck we talk for {m} minutes, not more",
    "怎么知道他是不是抄的?",
)


def thread_of(size: int) -> tuple[Thread, Talk]:
    """A made-up thread of `size` messages by twelve people, each answering the one before."""
    messages = tuple(
        Message(
            id=at,
            community_id=1,
            zone_id=1,
            author_id=at * 7 % 12 + 1,
            at=START + timedelta(seconds=40 * at),
            text=_SAID[at % len(_SAID)].format(n=at % 17 + 2, m=at % 23 + 1),
        )
        for at in range(1, size + 1)
    )
    links = {
        message.id: Link(
            message_id=message.id,
            parent_id=message.id - 1 or None,
            confidence=1.0,
            by=LinkSource.PLATFORM,
        )
        for message in messages
    }
    members = {id_: Member(id=id_, community_id=1, name=f"成员{id_}") for id_ in range(1, 13)}
    community = Community(
        id=1, slug="b", name="b", language="zh", timezone="Asia/Shanghai", created_at=START
    )
    zone = Zone(id=1, community_id=1, key="main", name="main")
    talk = Talk(community=community, zone=zone, members=members, messages=messages, links=links)
    return Thread(root_id=1, messages=messages), talk


def measure(options: Options) -> Figures:
    """Median and 95th percentile of whole runs of the graph, offline."""
    size = options.size or SIZE
    thread, talk = thread_of(size)
    ctx = Context(model=OfflineModel())
    times: list[float] = []
    claims = 0
    for _ in range(RUNS):
        start = time.perf_counter()
        made = asyncio.run(distil(thread, talk, START, ctx))
        times.append(1000 * (time.perf_counter() - start))
        claims = len(made.claims) if made is not None else 0
    start = time.perf_counter()
    for message in thread.messages:
        sentences_in(message)
    floor = 1000 * (time.perf_counter() - start)
    return {
        "median_ms": round(statistics.median(times), 1),
        "p95_ms": round(sorted(times)[int(0.95 * (RUNS - 1))], 1),
        "floor_ms": round(floor, 2),
        "messages": size,
        "claims": claims,
    }
