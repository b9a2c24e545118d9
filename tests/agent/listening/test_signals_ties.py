"""Two ideas that are one, and a need somebody has been through: what shows it and what does not."""

from dataclasses import replace

import pytest

from agent.listening.signal import SignalKind
from tests.agent.listening.rooms import ALL, LI, MIN, chat, noticed

SHEET = "0 小敏: 分享一下我做的家长会签到表,扫码签到,省了十分钟"
LIST_EN = (
    "0 小敏: wrote up a checklist for handover calls with new customers, nothing forgotten since"
)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((SHEET, "90 李想: 我整理了一份家长会签到表,扫码签到时顺手填电话"), id="zh"),
        pytest.param(
            (
                LIST_EN,
                "60 李想: sharing our checklist for handover calls with new customers, 5 lines",
            ),
            id="en",
        ),
        pytest.param(
            (
                "0 小敏: 我们班试了每天站着晨读15分钟,打瞌睡的从6个减到1个",
                "30 吴越: 今天风真大",
                "200 李想: 晨读我的办法是站着读15分钟,打瞌睡少多了",
            ),
            id="hours later, the same number",
        ),
    ],
)
def test_two_who_told_of_the_same_matter_are_linked(lines: tuple[str, ...]) -> None:
    signal = noticed(chat(*lines), 300)[SignalKind.ALIKE]
    assert signal.message_ids == (len(lines), 1)
    assert set(signal.member_ids) == {MIN.id, LI.id}


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            (SHEET, "90 小敏: 我整理了一份家长会签到表,扫码签到时顺手填电话"), id="one author"
        ),
        pytest.param(
            (SHEET, "90 李想>1: 我整理了一份家长会签到表,扫码签到时顺手填电话"), id="an answer"
        ),
        pytest.param(
            (SHEET, "9 李想>1: 好用", "90 李想: 我整理了家长会签到表,扫码签到时顺手填电话"),
            id="they met before",
        ),
        pytest.param(
            (SHEET, "90 李想: 我整理了一份春游的大巴座位表,每车两位老师"), id="something else"
        ),
        pytest.param(
            (LIST_EN, "60 李想: sharing our script for the nightly backup job, runs at two"),
            id="something else, en",
        ),
        pytest.param((SHEET, "90 李想: 谁有家长会签到表?扫码签到的那种"), id="a question about it"),
    ],
)
def test_ideas_that_have_met_or_differ_are_not_linked(lines: tuple[str, ...]) -> None:
    assert SignalKind.ALIKE not in noticed(chat(*lines), 300)


TOLD = "0 小敏: 上学期我班家长会分组聊天每组五个人发话题卡,气氛好多了"
ASKED = "5000 李想: 请问家长会分组聊天每组几个人合适,话题卡怎么准备?"
TOLD_EN = "0 小敏: we moved our weekly team meeting to written updates in the shared doc last month"
ASKED_EN = "5000 李想: has anyone moved a weekly team meeting to written updates in a shared doc?"


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((TOLD, ASKED), id="zh"),
        pytest.param((TOLD_EN, ASKED_EN), id="en"),
        pytest.param(
            (
                "0 小敏: 之前我遇到过投影仪蓝屏,换成HDMI线重新插就好了",
                "5000 李想: 投影仪又蓝屏了,HDMI线也插着,怎么办?",
            ),
            id="a trouble somebody had",
        ),
    ],
)
def test_a_need_meets_who_has_been_there(lines: tuple[str, ...]) -> None:
    signal = noticed(chat(*lines), 5070)[SignalKind.MATCH]
    assert signal.message_ids == (2, 1)
    assert signal.member_ids == (LI.id, MIN.id)
    assert signal.confidence >= 0.5


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((ASKED,), id="nobody told of it"),
        pytest.param((TOLD, ASKED, "5002 吴越>2: 每组五个"), id="answered"),
        pytest.param((TOLD.replace("小敏", "李想"), ASKED), id="their own story"),
        pytest.param(("0 小敏: 上学期我班春游坐大巴,晕车的不少", ASKED), id="another story"),
        pytest.param(("0 小敏: 家长会分组聊天的话题卡怎么做?", ASKED), id="only asked the same"),
        pytest.param(
            ("0 小敏: the meeting room is cold, we moved", ASKED_EN), id="two words in common"
        ),
    ],
)
def test_a_need_nobody_has_lived_finds_no_match(lines: tuple[str, ...]) -> None:
    assert SignalKind.MATCH not in noticed(chat(*lines), 5070)


def test_who_opted_out_or_left_is_never_matched() -> None:
    for private in (replace(MIN, opted_out=True), replace(LI, opted_out=True)):
        members = [private if m.id == private.id else m for m in ALL]
        assert SignalKind.MATCH not in noticed(chat(TOLD, ASKED, members=members), 5070)


def test_an_experience_older_than_four_weeks_is_forgotten() -> None:
    late = ASKED.replace("5000", str(29 * 24 * 60))
    assert SignalKind.MATCH not in noticed(chat(TOLD, late), 29 * 24 * 60 + 70)
