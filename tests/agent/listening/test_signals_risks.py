"""What only somebody in charge can settle: a lost protection, a rumour about work."""

import pytest

from agent.listening.signal import SignalKind
from tests.agent.listening.rooms import MIN, chat, noticed


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("后厨燃气报警器老叫,我拿塑料袋给它套上了", id="covered, zh"),
        pytest.param("机器老停,我把急停短接了先干着", id="bridged, zh"),
        pytest.param("guard switch broken, I made a bridge so we can run till friday", id="en"),
        pytest.param("smoke detector kept beeping so i taped it up", id="taped, en"),
    ],
)
def test_a_lost_protection_is_noticed_until_somebody_in_charge_speaks(text: str) -> None:
    signal = noticed(chat(f"0 小敏: {text}"), 2)[SignalKind.HAZARD]
    assert signal.member_ids == (MIN.id,)
    spoken = chat(f"0 小敏: {text}", "1 周老师>1: 马上停,我过来")
    assert SignalKind.HAZARD not in noticed(spoken, 2)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("谁也不能把报警器套上,听见没有", id="a rule"),
        pytest.param("never bridge the guard switch, not even for a minute", id="a rule, en"),
        pytest.param("报警器修好了,昨天套着的袋子已经摘了", id="repaired"),
        pytest.param("下班记得关灯关空调", id="something else is turned off"),
        pytest.param("i turned off the tv and went to bed", id="something else, en"),
    ],
)
def test_rules_repairs_and_other_switches_are_no_hazard(text: str) -> None:
    assert SignalKind.HAZARD not in noticed(chat(f"0 小敏: {text}"), 2)


RUMOURS = [
    pytest.param("听说九月要裁员,有谁知道吗", id="zh"),
    pytest.param("heard off a lad on the gate they're moving the line abroad", id="en"),
]


@pytest.mark.parametrize("text", RUMOURS)
def test_hearsay_about_work_that_two_take_up_is_a_rumour(text: str) -> None:
    lines = (f"0 小敏: {text}", "3 李想: 啊?", "5 吴越: 没人跟我们说过")
    assert noticed(chat(*lines), 20)[SignalKind.RUMOUR].facts["people"] == 2
    known = (*lines, "8 周老师: 没有的事,下午开会说")
    assert SignalKind.RUMOUR not in noticed(chat(*known), 20)


@pytest.mark.parametrize("text", RUMOURS)
def test_hearsay_nobody_takes_up_is_left(text: str) -> None:
    assert SignalKind.RUMOUR not in noticed(chat(f"0 小敏: {text}", "3 李想: 啊?"), 20)


FORWARDED = [
    pytest.param(
        (
            "0 小敏: 【转发】下月起无证带团一律罚五万,速转身边的人",
            "2 李想: 真的假的",
            "4 吴越: 我证还在换,咋办",
        ),
        id="zh",
    ),
    pytest.param(
        (
            "0 小敏: FWD: from monday a visit without a camera is a £500 fine, share with everyone",
            "2 李想: is that real??",
            "4 吴越: we don't have any cameras",
        ),
        id="en",
    ),
]


@pytest.mark.parametrize("lines", FORWARDED)
def test_what_is_passed_on_and_takes_two_aback_is_for_who_knows(lines: tuple[str, ...]) -> None:
    assert not noticed(chat(*lines), 20)[SignalKind.RUMOUR].facts["about_work"]
    assert SignalKind.RUMOUR not in noticed(chat(*lines, "9 周老师: 查过了,没有这回事"), 20)


def test_hearsay_at_which_nothing_is_at_stake_is_talk() -> None:
    lines = ("0 小敏: 听说今晚有流星雨", "2 李想: 真的假的", "3 吴越: 真的吗")
    assert SignalKind.RUMOUR not in noticed(chat(*lines), 20)


def test_who_did_it_is_told_from_who_warns_of_it() -> None:
    did = chat("0 小敏: removed the guard on the saw, forgot how quick it is without")
    assert SignalKind.HAZARD in noticed(did, 2)
    warns = chat("0 小敏: nobody works the saw without the guard, not even once")
    assert SignalKind.HAZARD not in noticed(warns, 2)
