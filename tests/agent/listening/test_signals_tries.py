"""Promises to try, what came of them, and what was never told."""

import pytest

from agent.listening.signal import SignalKind
from tests.agent.listening.rooms import MIN, chat, noticed

DAY = 24 * 60
ADVICE = "0 李想: 我们班进门先交手机,早读前收到门口的袋子里"
ADVICE_EN = "0 李想: ask them to write the one question they fear on a card before the call"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("明天就试试", id="tomorrow"),
        pytest.param("谢谢,我回去试一下", id="at home"),
        pytest.param("这个好,下节课我先试试", id="next lesson"),
        pytest.param("i'll try that with my team on wednesday", id="en"),
        pytest.param("ok, trying this tomorrow", id="en, short"),
    ],
)
def test_who_says_they_will_try_promises(text: str) -> None:
    signal = noticed(chat(ADVICE, f"5 小敏>1: {text}"), 60)[SignalKind.PROMISE]
    assert signal.message_ids == (2, 1)
    assert signal.member_ids == (MIN.id,)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("5 小敏>1: 你可以试试站着读", id="advice to another"),
        pytest.param("5 小敏>1: 大家试试看", id="a call to all"),
        pytest.param("5 小敏>1: 我试过了,没用", id="already tried"),
        pytest.param("5 小敏>1: 要不要试试?", id="a question"),
        pytest.param("5 小敏>1: 明天试卷谁来印", id="a test paper"),
        pytest.param("5 小敏>1: you should try it on wednesday", id="advice, en"),
        pytest.param("5 周老师>1: 我明天试试", id="staff"),
    ],
)
def test_other_talk_of_trying_promises_nothing(line: str) -> None:
    assert SignalKind.PROMISE not in noticed(chat(ADVICE, line), 60)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            (ADVICE, "5 小敏>1: 明天就试试", "2000 小敏: 报:手机袋子今天收了38个,早读安静多了"),
            id="zh",
        ),
        pytest.param(
            (ADVICE_EN, "5 小敏>1: i'll try it", "4000 小敏: tried the card with the one question"),
            id="en",
        ),
        pytest.param(
            (ADVICE, "5 小敏>1: 我去试试", "9000 小敏>1: 照你说的做了,真的管用"),
            id="told to who advised it",
        ),
    ],
)
def test_an_outcome_is_tied_to_its_promise(lines: tuple[str, ...]) -> None:
    found = noticed(chat(*lines), float(lines[-1].split()[0]) + 10)
    assert found[SignalKind.PROMISE_KEPT].message_ids == (3, 2, 1)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            (ADVICE, "2000 小敏: 报:手机袋子今天收了38个"), id="nothing had been promised"
        ),
        pytest.param(
            (ADVICE, "5 小敏>1: 明天就试试", "2000 李想: 报:手机袋子今天收了38个"), id="another's"
        ),
        pytest.param(
            (ADVICE, "5 小敏>1: 明天就试试", "14000 小敏: 春游的大巴终于订好了"),
            id="something else",
        ),
        pytest.param(
            (ADVICE_EN, "5 小敏>1: i'll try it", "2000 小敏: has anybody tried the card?"),
            id="a question",
        ),
    ],
)
def test_other_news_keeps_no_promise(lines: tuple[str, ...]) -> None:
    found = noticed(chat(*lines), float(lines[-1].split()[0]) + 10)
    assert SignalKind.PROMISE_KEPT not in found


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        pytest.param((ADVICE, "5 小敏>1: 明天就试试", f"{3 * DAY} 小敏: 食堂的面不错"), 8, id="zh"),
        pytest.param(
            (ADVICE_EN, "5 小敏>1: i'll try it", f"{4 * DAY} 小敏: the printer is fixed"),
            9,
            id="en",
        ),
        pytest.param(
            (ADVICE, "5 小敏>1: 我回去试试", f"{9 * DAY} 小敏: 明天我请假半天"), 11, id="days later"
        ),
    ],
)
def test_a_promise_nobody_heard_of_again_is_open(lines: tuple[str, ...], days: int) -> None:
    signal = noticed(chat(*lines), days * DAY)[SignalKind.PROMISE_OPEN]
    assert signal.message_ids == (2, 1)
    assert signal.facts["days"] == days - 1


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        pytest.param((ADVICE, "5 小敏>1: 明天就试试", f"{3 * DAY} 小敏: 面不错"), 6, id="too soon"),
        pytest.param(
            (ADVICE, "5 小敏>1: 明天就试试", f"{3 * DAY} 小敏: 面不错"), 14, id="too late"
        ),
        pytest.param((ADVICE, "5 小敏>1: 明天就试试"), 8, id="not here since"),
        pytest.param(
            (ADVICE, "5 小敏>1: 明天就试试", f"{3 * DAY} 小敏: 试了,真的有用"), 8, id="told"
        ),
        pytest.param(
            (ADVICE_EN, "5 小敏>1: i'll try it", f"{3 * DAY} 小敏: it worked!"), 8, id="told, en"
        ),
    ],
)
def test_a_promise_told_of_or_too_fresh_is_not_open(lines: tuple[str, ...], days: int) -> None:
    assert SignalKind.PROMISE_OPEN not in noticed(chat(*lines), days * DAY)
