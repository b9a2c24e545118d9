import random
import time
from dataclasses import replace
from datetime import timedelta

from agent.distilling.topics import topics_of
from community.conversation import Thread
from community.people import Member
from tests.builders import a_member, said

MIN, LIN = a_member(2, "阿敏"), a_member(3, "小林")
OTHERS = [
    "食堂今天的面条太咸了",
    "停车位明年要收费吗",
    "打印机又卡纸",
    "周五的羽毛球场地订好没有",
    "新来的实习生坐哪里",
    "空调开低一点",
]


def a_thread_of(first: int, lines: list[tuple[Member, str]], *, days: float = 0) -> Thread:
    messages = tuple(
        said(first + at, author, text, minutes=60 * 24 * days + at)
        for at, (author, text) in enumerate(lines)
    )
    return Thread(root_id=first, messages=messages)


def among_others(*threads: Thread) -> list[Thread]:
    noise = [a_thread_of(1000 + 10 * at, [(LIN, text)]) for at, text in enumerate(OTHERS * 5)]
    return [*noise, *threads]


def roots(threads: tuple[Thread, ...]) -> set[int]:
    return {thread.root_id for thread in threads}


ASKED = a_thread_of(
    1,
    [
        (MIN, "水厂招标要四氟衬里电磁流量计,口径怎么对平?"),
        (LIN, "先把橡胶衬里和四氟衬里分开报价,口径对平再谈"),
    ],
)


def test_a_report_by_whoever_spoke_before_joins_the_thread_it_reports_on() -> None:
    back = a_thread_of(20, [(MIN, "汇报:水厂口径对平以后,四氟衬里那家涨价了")], days=2)
    found = topics_of(among_others(ASKED, back))
    assert 20 not in roots(found)
    joined = next(thread for thread in found if thread.root_id == 1)
    assert [message.id for message in joined.messages] == [1, 2, 20]


def test_the_same_report_weeks_later_or_by_a_stranger_stays_alone() -> None:
    late = a_thread_of(20, [(MIN, "汇报:水厂口径对平以后,四氟衬里那家涨价了")], days=20)
    assert 20 in roots(topics_of(among_others(ASKED, late)))
    stranger = a_thread_of(
        20,
        [(a_member(9, "路人"), "汇报:水厂口径那个会改到周四下午,大家记得带电脑和转接头")],
        days=1,
    )
    assert 20 in roots(topics_of(among_others(ASKED, stranger)))


def test_what_somebody_tells_alone_of_their_matter_joins_the_thread_it_came_of() -> None:
    figure = a_thread_of(20, [(MIN, "四氟衬里的流量计装上了,误差从3%到0.5%")], days=10)
    assert 20 not in roots(topics_of(among_others(ASKED, figure)))
    late = a_thread_of(20, [(MIN, "四氟衬里的流量计装上了,误差从3%到0.5%")], days=16)
    assert 20 in roots(topics_of(among_others(ASKED, late)))
    asked = a_thread_of(20, [(MIN, "四氟衬里的流量计装上了,误差3%算大吗?")], days=10)
    assert 20 in roots(topics_of(among_others(ASKED, asked)))


def test_threads_that_share_most_of_their_rare_terms_are_one_topic() -> None:
    again = a_thread_of(30, [(a_member(9, "路人"), "水厂四氟衬里电磁流量计的口径怎么对平")], days=1)
    assert 30 not in roots(topics_of(among_others(ASKED, again)))


def test_threads_on_different_matters_stay_apart() -> None:
    found = topics_of(among_others(ASKED))
    assert len(found) == len(among_others(ASKED))


def test_no_message_is_lost_or_doubled() -> None:
    threads = among_others(ASKED)
    shifted = [
        Thread(
            root_id=one.root_id + 10_000,
            messages=tuple(
                replace(m, id=m.id + 10_000, at=m.at + timedelta(hours=5)) for m in one.messages
            ),
        )
        for one in threads
    ]
    every = sorted(m.id for one in (*threads, *shifted) for m in one.messages)
    found = topics_of([*threads, *shifted])
    assert sorted(m.id for one in found for m in one.messages) == every


def test_thousands_of_threads_take_seconds_not_minutes() -> None:
    chance = random.Random(1)  # noqa: S311 - texts of a test
    letters = [chr(0x4E00 + at) for at in range(60)]
    threads = [
        a_thread_of(10 * at, [(MIN, "".join(chance.choices(letters, k=20)))], days=at / 50)
        for at in range(1, 3001)
    ]
    began = time.perf_counter()
    topics_of(threads)
    assert time.perf_counter() - began < 5
