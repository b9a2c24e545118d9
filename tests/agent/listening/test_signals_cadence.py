"""How a room is led: pushes left alone, answers by rote, a bar set too high."""

from collections.abc import Iterator

import pytest

from agent.listening.signal import SignalKind
from agent.listening.signals_cadence import likeness
from tests.agent.listening.rooms import HOST, chat, noticed

DAY = 24 * 60
TOPIC = "0 周老师: 本周话题:后排两个人一直说话,你怎么处理?大家说说"
TOPIC_EN = "0 周老师: question of the week: what do you do when two people keep whispering?"
REPLIES = ("9 小敏>1: 我走过去站着,手放他桌上", "12 李想>1: 先停下来等,等不来就点名")


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((TOPIC, *REPLIES), id="zh"),
        pytest.param(
            (TOPIC_EN, "9 小敏>1: i walk over and stand there", "12 李想>1: i stop until it ends"),
            id="en",
        ),
        pytest.param((TOPIC, *REPLIES, "300 周老师: 食堂今天有面"), id="the host spoke elsewhere"),
    ],
)
def test_answers_without_a_word_of_the_asker_are_left_alone(lines: tuple[str, ...]) -> None:
    signal = noticed(chat(*lines), DAY + 60)[SignalKind.DROPPED_PUSH]
    assert signal.message_ids[0] == 1
    assert signal.member_ids == (HOST.id,)
    assert signal.facts["people"] == 2


@pytest.mark.parametrize(
    ("lines", "at"),
    [
        pytest.param((TOPIC, *REPLIES), DAY - 60, id="not yet a day"),
        pytest.param((TOPIC, *REPLIES), 5 * DAY, id="too late to mend"),
        pytest.param((TOPIC, REPLIES[0]), DAY + 60, id="one answer is another signal"),
        pytest.param(
            (TOPIC, *REPLIES, "90 周老师>2: 手放桌上这招好,学生什么反应?"), DAY + 60, id="came back"
        ),
        pytest.param(
            (TOPIC, *REPLIES, "900 周老师: @小敏 @李想 记下了"), DAY + 60, id="named them later"
        ),
        pytest.param(
            ("0 周老师: 通知:本周话题改到周四", "3 小敏>1: 好的知道了", "4 李想>1: 那我周四来"),
            DAY + 60,
            id="a notice",
        ),
        pytest.param((TOPIC, "3 小敏>1: 收到", "4 李想>1: 收到"), DAY + 60, id="only nods"),
    ],
)
def test_a_push_followed_up_or_without_answers_is_not_dropped(
    lines: tuple[str, ...], at: float
) -> None:
    assert SignalKind.DROPPED_PUSH not in noticed(chat(*lines), at)


def _rounds(*rounds: tuple[str, ...]) -> Iterator[str]:
    """A topic every other day; each round gives the answers of 小敏, 李想, 吴越, 新来."""
    number = 0
    for nth, answers in enumerate(rounds):
        at = nth * 2 * DAY
        number += 1
        root = number
        yield f"{at} 周老师: 本周话题:第{nth + 1}题,课堂上谁先说话?大家说说自己的做法"
        for step, (name, text) in enumerate(
            zip(("小敏", "李想", "吴越", "新来"), answers, strict=False), 1
        ):
            number += 1
            yield f"{at + step} {name}>{root}: {text}"


COPIED = (
    "我觉得老师先说比较好",
    "我觉得老师先说比较好",
    "觉得老师先说比较好",
    "我觉得老师先说比较好。",
)
COPIED_EN = (*["the teacher goes first"] * 2, "teacher goes first", "the teacher goes first!")
OWN = ("让坐第一排的先说", "我抽签,抽到谁谁先说", "小组里选一个代表", "我先说一句不完整的")
AGAIN = ("老样子,听大家安排", "跟上次一样,我没什么意见", "我抽签", "小组里选代表")


@pytest.mark.parametrize(
    ("rounds", "form"),
    [
        pytest.param((COPIED, COPIED[::-1]), "copies", id="copied twice, zh"),
        pytest.param((COPIED_EN, COPIED_EN), "copies", id="copied twice, en"),
        pytest.param((OWN[:2], OWN[:2]), "repeats", id="the answer of last time"),
        pytest.param((OWN, AGAIN[:2], AGAIN[:2]), "repeats", id="the last two of three"),
    ],
)
def test_answers_by_rote_two_rounds_running_are_perfunctory(
    rounds: tuple[tuple[str, ...], ...], form: str
) -> None:
    signal = noticed(chat(*_rounds(*rounds)), len(rounds) * 2 * DAY)[SignalKind.PERFUNCTORY]
    assert signal.facts["form"] == form


@pytest.mark.parametrize(
    "rounds",
    [
        pytest.param((COPIED,), id="one round"),
        pytest.param((COPIED, OWN), id="own words in the second"),
        pytest.param((OWN, AGAIN), id="all different"),
        pytest.param((("1", "1", "1"), ("2", "2", "2")), id="single signs"),
    ],
)
def test_answers_of_their_own_are_not_perfunctory(rounds: tuple[tuple[str, ...], ...]) -> None:
    assert SignalKind.PERFUNCTORY not in noticed(chat(*_rounds(*rounds)), len(rounds) * 2 * DAY)


def test_a_check_in_may_be_answered_alike() -> None:
    lines = [
        line.replace("大家说说自己的做法", "打卡接龙,大家扣1") for line in _rounds(COPIED, COPIED)
    ]
    assert SignalKind.PERFUNCTORY not in noticed(chat(*lines), 4 * DAY)


def test_likeness_is_the_share_of_common_pairs() -> None:
    assert likeness("老师先说", "老师先说!") == 1.0
    assert likeness("老师先说", "抽签决定") == 0.0
    assert likeness("", "老师") == 0.0


LONG = (
    "这周我把分组聊天的流程完整地复盘了一遍,从开场的三句话到每一组的话题卡再到最后的纸条,"
    "每一步都写了为什么这样设计、学生的反应如何、下次准备怎样调整,一共整理成五个部分供各位参考"
)
LONG_EN = (
    "I went through the whole process of our group sessions this week, from the first three "
    "sentences to the cards of each table and the notes at the end, and wrote down for every step "
    "why we designed it like this, how people reacted, and what we plan to change next time"
)
NAMES = ("小敏", "李想", "吴越", "新来", "老陆")


def _bar(*weeks: tuple[int, str]) -> Iterator[str]:
    """Each week eight messages of one length by so many speakers."""
    for week, (speakers, text) in enumerate(weeks):
        for nth in range(8):
            at = week * 7 * DAY + nth * 600
            yield f"{at} {NAMES[nth % speakers]}: {text}{nth}"


@pytest.mark.parametrize(
    "weeks",
    [
        pytest.param(((4, "今天试了下"), (3, LONG[:50]), (2, LONG)), id="zh"),
        pytest.param(((4, "tried it today"), (3, LONG_EN[:120]), (2, LONG_EN)), id="en"),
        pytest.param(((4, LONG[:40]), (2, LONG[:70]), (1, LONG)), id="down to one"),
    ],
)
def test_ever_longer_by_ever_fewer_sets_the_bar_too_high(
    weeks: tuple[tuple[int, str], ...],
) -> None:
    signal = noticed(chat(*_bar(*weeks)), 21 * DAY)[SignalKind.HIGH_BAR]
    assert signal.facts["before"] == 4
    assert signal.facts["now"] == weeks[-1][0]


@pytest.mark.parametrize(
    "weeks",
    [
        pytest.param(((2, "今天试了下"), (3, LONG[:50]), (4, LONG)), id="more and more speak"),
        pytest.param(((4, "今天试了下"), (3, "我也是"), (2, "挺好的呀")), id="short and fewer"),
        pytest.param(((4, LONG), (3, LONG), (2, LONG)), id="always long"),
        pytest.param(((4, "今天试了下"), (4, LONG[:50]), (2, LONG)), id="one bad week"),
        pytest.param(((4, "今天试了下"), (2, LONG)), id="two weeks only"),
    ],
)
def test_a_room_that_is_lively_or_merely_quiet_has_no_high_bar(
    weeks: tuple[tuple[int, str], ...],
) -> None:
    assert SignalKind.HIGH_BAR not in noticed(chat(*_bar(*weeks)), len(weeks) * 7 * DAY)
