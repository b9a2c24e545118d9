from datetime import datetime, timedelta

from agent.replay import replay
from community.people import Role
from tests.builders import MONDAY, a_member, a_talk, said

HOST, ASKER, PEER = a_member(1, "周姐", Role.FACILITATOR), a_member(2, "小林"), a_member(3, "阿敏")
TALK = a_talk(
    [
        *[said(100 + n, HOST, f"第{n}层打印机修好了", minutes=-1500 + n) for n in range(12)],
        said(1, ASKER, "请问月底的报表交给谁,纸质还是电子版?"),
        said(2, PEER, "交前台,电子版就行", minutes=200, reply_to=1),
    ],
    [HOST, ASKER, PEER],
)


def minutes(*values: float) -> list[datetime]:
    return [MONDAY + timedelta(minutes=value) for value in values]


def test_a_debt_is_told_once_and_the_future_is_not_seen() -> None:
    looks = [look.candidate for look in replay(TALK, minutes(30, 70, 100, 250))]
    assert [look.move if look else None for look in looks] == [None, "no_orphan", None, None]


def test_a_look_reads_nothing_later_than_itself() -> None:
    (look,) = replay(TALK, minutes(70))
    assert {each.id for each in look.decided.moment.talk.messages} == {1, *range(100, 112)}


def test_the_same_history_is_decided_the_same_way_twice() -> None:
    first = [look.decided.choice for look in replay(TALK, minutes(30, 70, 100))]
    assert first == [look.decided.choice for look in replay(TALK, minutes(30, 70, 100))]
