"""Needs that linger: what shows it and what does not."""

from collections.abc import Iterator

import pytest

from agent.listening.signal import SignalKind
from tests.agent.listening.rooms import ALL, MIN, chat, noticed

HOUR = 60
DAY = 24 * HOUR
LESSON = "0 小敏: 请问汇报课安排在第几周?"
FORM = "0 小敏: does anyone know where the travel expense form moved?"


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((LESSON,), id="nobody, zh"),
        pytest.param((FORM, "40 李想: lunch was great"), id="nobody, en"),
        pytest.param(
            (LESSON, "60 李想>1: 问问教务", "600 小敏>2: 教务说不归他们管,还是没人知道"),
            id="answered and still open",
        ),
    ],
)
def test_a_question_open_for_two_days_is_unresolved(lines: tuple[str, ...]) -> None:
    assert noticed(chat(*lines), 50 * HOUR)[SignalKind.UNRESOLVED].message_ids == (1,)


@pytest.mark.parametrize(
    ("lines", "hours"),
    [
        pytest.param((LESSON,), 47, id="not yet"),
        pytest.param((LESSON,), 97, id="too old to bring up"),
        pytest.param((LESSON, "60 李想>1: 第五周"), 50, id="answered, asker quiet"),
        pytest.param((FORM, "60 小敏: found it, thanks"), 50, id="found it"),
        pytest.param((LESSON, "60 小敏: 发错群了"), 50, id="taken back"),
        pytest.param(("0 周老师: 大家怎么看分层作业?",), 50, id="a push"),
        pytest.param(("0 小敏: 不是吧,你们都这么早到?哈哈哈",), 50, id="banter"),
    ],
)
def test_a_question_that_may_be_settled_is_not_unresolved(
    lines: tuple[str, ...], hours: int
) -> None:
    assert SignalKind.UNRESOLVED not in noticed(chat(*lines), hours * HOUR)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((LESSON, "4320 小敏: 再弱弱问一句,汇报课安排有人知道吗"), id="zh"),
        pytest.param(
            (FORM, "1440 小敏: trying again, does anyone know about the travel expense form?"),
            id="en",
        ),
        pytest.param(
            (
                "0 小敏: 请问投影仪钥匙在谁那里?",
                "20 李想>1: 好像在传达室",
                "1440 小敏: 投影仪钥匙还是没找到,谁知道在哪",
            ),
            id="answered wrongly between",
        ),
    ],
)
def test_who_asks_the_same_twice_is_stuck(lines: tuple[str, ...]) -> None:
    signal = noticed(chat(*lines), 4400)[SignalKind.STUCK]
    assert signal.message_ids == (len(lines), 1)
    assert signal.facts["form"] == "again"


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((LESSON, "4320 李想: 请问汇报课安排在第几周?"), id="another member"),
        pytest.param((LESSON, "4320 小敏: 请问春游的大巴几点到?"), id="another question"),
        pytest.param(
            (FORM, "90 小敏: got it, thanks", "4320 小敏: where is the travel expense form again?"),
            id="thanked between",
        ),
        pytest.param((LESSON, "9 小敏: 汇报课安排在第几周?"), id="said again at once"),
        pytest.param(
            ("0 周老师: 汇报课安排谁有空?", "4320 周老师: 汇报课安排谁有空?"), id="staff repeats"
        ),
    ],
)
def test_a_new_question_is_not_stuck(lines: tuple[str, ...]) -> None:
    assert SignalKind.STUCK not in noticed(chat(*lines), 4400)


def _tasks(doers: tuple[str, ...], *last: str) -> Iterator[str]:
    """Five weekly tasks; of the last two only `last` hand in, and 小敏 is in the room."""
    parent = 0
    for round_ in range(5):
        at = round_ * 3 * DAY
        parent += 1
        yield f"{at} 周老师: @所有人 第{round_ + 1}次作业:各位写一句自己的收获,今晚十点前交"
        own = parent
        for step, name in enumerate(last if round_ > 2 else doers, 1):
            parent += 1
            yield f"{at + step} {name}>{own}: 交了"
    yield f"{12 * DAY + 300} 小敏: 今天食堂的面不错"


def test_two_tasks_missed_by_who_did_the_others_is_stuck() -> None:
    lines = _tasks(("小敏", "李想", "吴越", "新来"), "李想", "吴越", "新来")
    signal = noticed(chat(*lines), 14 * DAY)[SignalKind.STUCK]
    assert signal.member_ids == (MIN.id,)
    assert signal.facts == {"form": "missed", "missed": 2}


@pytest.mark.parametrize(
    ("doers", "last"),
    [
        pytest.param(tuple(m.name for m in ALL[1:]), ("李想",), id="hardly anybody did the last"),
        pytest.param(("李想", "吴越", "新来"), ("李想", "吴越", "新来"), id="never did any"),
        pytest.param(tuple(m.name for m in ALL[1:]), tuple(m.name for m in ALL[1:]), id="all did"),
    ],
)
def test_tasks_that_nobody_in_particular_missed_hold_nobody_up(
    doers: tuple[str, ...], last: tuple[str, ...]
) -> None:
    assert SignalKind.STUCK not in noticed(chat(*_tasks(doers, *last)), 14 * DAY)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("怎么办", id="nothing else"),
        pytest.param("各位老师,求助,在线等", id="a plea, zh"),
        pytest.param("报错了怎么办啊", id="an error and no more"),
        pytest.param("help please", id="a plea, en"),
        pytest.param("it doesn't work, any ideas?", id="it, en"),
        pytest.param("what should i do??", id="what to do, en"),
    ],
)
def test_a_plea_that_names_nothing_is_a_bare_question(text: str) -> None:
    assert noticed(chat(f"0 小敏: {text}"), 5)[SignalKind.BARE_QUESTION].message_ids == (1,)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("0 小敏: 家长不回消息怎么办?",), id="it says what"),
        pytest.param(("0 小敏: 周四几点开会?",), id="a plain question"),
        pytest.param(("0 小敏: does anyone have a rota template?",), id="a plain question, en"),
        pytest.param(
            ("0 小敏: 怎么办", "1 小敏: 投影仪连不上电脑,换了两根线了"), id="told right after"
        ),
        pytest.param(
            ("0 小敏: the build hangs at step 4", "1 小敏: any ideas?"), id="told right before"
        ),
        pytest.param(("0 李想: 校车坏在半路了", "1 小敏>1: 怎么办"), id="it answers something"),
        pytest.param(("0 小敏: 下雨了哈哈哈怎么办",), id="a joke"),
        pytest.param(("0 周老师: 大家遇到问题怎么办?",), id="staff"),
    ],
)
def test_a_question_with_its_matter_is_not_bare(lines: tuple[str, ...]) -> None:
    assert SignalKind.BARE_QUESTION not in noticed(chat(*lines), 5)


def test_a_bare_question_is_given_two_minutes_to_go_on() -> None:
    assert SignalKind.BARE_QUESTION not in noticed(chat("0 小敏: 怎么办"), 1)
