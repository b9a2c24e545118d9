"""What listening costs: links and signals for each new message of a live room.

`simmer bench listen --json`: median and p95 milliseconds for a message heard, linked and weighed
with everything noticed in the last four weeks of its room; the floor is reading the text alone.
Times are those of this process on one core, so that they hold on a busy machine.
`memory_mb_*` is what the linker holds after 10,000 and after `size` messages (default 100,000).
"""

import random
import statistics
import time
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from agent.listening.linker import Linker
from agent.listening.signals import signals_in
from agent.listening.words import plain, words
from community.conversation import Link, LinkSource, Message, Talk
from community.people import Community, Member, Role, Zone
from evals.task import Figures, Options

START = datetime(2026, 3, 2, 8, tzinfo=UTC)
MEMBERS = 40
ROOM = 400
TIMED = 300
SMALL = 10_000
SAYINGS = (
    "{a}班今天小测,{n}个人到齐,比上周多{m}个",
    "有没有人试过{n}分钟的小组讨论?怎么收尾",
    "@{name} 我上次是先让学生自己改,{n}分钟后再讲",
    "收到",
    "同意,不过{m}个人以上的班不太行",
    "does anyone have a template for week {n}?",
    "@{name} we cut it from {n} to {m} and nobody missed it",
    "哈哈哈哈",
    "其实关键还是要看时间怎么排",
    "谢谢!明天就试试",
)


def measure(options: Options) -> Figures:
    """Median and p95 for links + signals, the parts, the floor and the memory."""
    members = tuple(_members())
    said = list(_talk(random.Random(7), members, ROOM + TIMED))  # noqa: S311
    linker = Linker(members)
    links: dict[int, Link] = {}
    together: list[float] = []
    linking: list[float] = []
    floor: list[float] = []
    for at, message in enumerate(said):
        floor.append(_seconds_to_read(message))
        started = time.process_time()
        links[message.id] = linker.hear(linker.read(message))
        linked = time.process_time()
        if at < ROOM:
            continue
        signals_in(_room(said[at - ROOM + 1 : at + 1], members, links), message.at)
        together.append(time.process_time() - started)
        linking.append(linked - started)
    return {
        "median_ms": _ms(statistics.median(together)),
        "p95_ms": _ms(statistics.quantiles(together, n=20)[-1]),
        "links_median_ms": _ms(statistics.median(linking)),
        "links_p95_ms": _ms(statistics.quantiles(linking, n=20)[-1]),
        "floor_read_median_ms": _ms(statistics.median(floor)),
        "room_messages": ROOM,
        **_memory(members, options.size or 100_000),
    }


def _memory(members: tuple[Member, ...], size: int) -> Figures:
    """Megabytes held after 10,000 messages and at the end; the state is linked by rule alone."""
    linker = Linker(members)
    tracemalloc.start()
    small = 0.0
    for at, message in enumerate(_talk(random.Random(8), members, size), 1):  # noqa: S311
        given = Link(
            message_id=message.id, parent_id=message.id - 1, confidence=1.0, by=LinkSource.PERSON
        )
        linker.hear(linker.read(message), given)
        if at == min(SMALL, size):
            small = tracemalloc.get_traced_memory()[0] / 1e6
    end = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    return {
        "memory_messages": size,
        "memory_mb_10k": round(small, 2),
        "memory_mb_end": round(end, 2),
    }


def _members() -> Iterator[Member]:
    for id_ in range(1, MEMBERS + 1):
        role = Role.FACILITATOR if id_ == 1 else Role.MEMBER
        yield Member(id=id_, community_id=1, name=f"成员{id_}号", role=role)


def _talk(draw: random.Random, members: tuple[Member, ...], count: int) -> Iterator[Message]:
    at = START
    for id_ in range(1, count + 1):
        at += timedelta(seconds=draw.choice((5, 20, 60, 300, 3600)))
        author, other = draw.sample(members, 2)
        text = draw.choice(SAYINGS).format(
            a=draw.randint(1, 9), n=draw.randint(3, 60), m=draw.randint(2, 40), name=other.name
        )
        yield Message(id=id_, community_id=1, zone_id=1, author_id=author.id, at=at, text=text)


def _room(said: list[Message], members: tuple[Member, ...], links: dict[int, Link]) -> Talk:
    return Talk(
        community=Community(
            id=1,
            slug="bench",
            name="bench",
            language="zh",
            timezone="Asia/Shanghai",
            created_at=START,
        ),
        zone=Zone(id=1, community_id=1, key="main", name="main"),
        members={member.id: member for member in members},
        messages=tuple(said),
        links=links,
    )


def _seconds_to_read(message: Message) -> float:
    started = time.process_time()
    words(plain(message.text))
    return time.process_time() - started


def _ms(seconds: float) -> float:
    return round(1000 * seconds, 3)
