"""A yes that came too soon, and a point that others share: talk that shows it and talk that not."""

import pytest

from agent.listening.signal import SignalKind
from tests.agent.listening.rooms import chat, noticed

PLAN = "0 小敏: 提议从下周起每个班每天只留一科作业,轮着来"
PLAN_EN = "0 小敏: proposal: from next week we drop the weekly status report for all teams"


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((PLAN, "1 李想>1: 同意", "2 吴越>1: 好", "3 新来>1: 👍 支持"), id="zh"),
        pytest.param(
            (PLAN_EN, "1 李想>1: sounds good", "2 吴越>1: +1", "4 新来>1: works for me"), id="en"
        ),
        pytest.param(
            (PLAN, "1 李想>1: 可以", "2 吴越>1: 行", "6 周老师>1: 没问题", "9 新来>1: 赞成"),
            id="four within ten minutes",
        ),
    ],
)
def test_three_who_say_yes_at_once_agree_too_early(lines: tuple[str, ...]) -> None:
    signal = noticed(chat(*lines), 30)[SignalKind.EARLY_CONSENSUS]
    assert signal.message_ids[0] == 1
    assert signal.facts["agreed"] == len(lines) - 1


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((PLAN, "1 李想>1: 同意", "2 吴越>1: 好"), id="only two"),
        pytest.param(
            (PLAN, "1 李想>1: 同意", "2 吴越>1: 好,上次试过效果不错", "3 新来>1: 支持"),
            id="one gave a reason",
        ),
        pytest.param(
            (
                PLAN,
                "1 李想>1: 同意",
                "2 吴越>1: 好",
                "3 新来>1: 支持",
                "20 周老师>1: 要不换成隔天?",
            ),
            id="another way was named",
        ),
        pytest.param(
            (
                PLAN_EN,
                "1 李想>1: ok",
                "2 吴越>1: sure",
                "3 新来>1: fine",
                "9 周老师>1: but audits?",
            ),
            id="a doubt in English",
        ),
        pytest.param(
            (PLAN, "1 李想>1: 同意", "2 吴越>1: 好", "90 新来>1: 支持"), id="the third took an hour"
        ),
        pytest.param(
            (
                "0 小敏: 提议周五晚上七点一起聚餐,吃火锅",
                "1 李想>1: 同意",
                "2 吴越>1: 好",
                "3 新来>1: 支持",
            ),
            id="only a meal",
        ),
        pytest.param(
            (
                "0 吴越: 作业太多了",
                "2 李想>1: 我觉得得减",
                "5 新来>1: 先减抄写",
                "9 小敏>1: 那就定:从下周起每天只留一科作业",
                "10 李想>4: 同意",
                "11 吴越>4: 好",
                "12 新来>4: 支持",
            ),
            id="it had been talked over",
        ),
        pytest.param(
            (
                "0 周老师: 通知:请大家从下周起每天只留一科作业",
                "1 李想>1: 好",
                "2 吴越>1: 好",
                "3 新来>1: 好",
            ),
            id="a notice",
        ),
    ],
)
def test_a_yes_that_was_weighed_is_no_early_one(lines: tuple[str, ...]) -> None:
    assert SignalKind.EARLY_CONSENSUS not in noticed(chat(*lines), 100)


POINT = "0 小敏: 家长会上最怕念成绩,念完下面一片叹气"
POINT_EN = "0 小敏: reading grades aloud at parent evenings kills the room"


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((POINT, "3 李想>1: 深有同感", "5 吴越>1: 我也这么觉得,念完就散了"), id="zh"),
        pytest.param(
            (POINT_EN, "3 李想>1: so true", "5 吴越>1: i agree, same experience"), id="en"
        ),
        pytest.param((POINT, "3 李想>1: 说得太对", "5 新来>1: 认同", "9 吴越>1: 没错"), id="three"),
    ],
)
def test_a_point_others_share_in_words_is_agreed_on(lines: tuple[str, ...]) -> None:
    signal = noticed(chat(*lines), 30)[SignalKind.AGREEMENT]
    assert signal.message_ids[0] == 1
    assert signal.facts["agreed"] == len(lines) - 1


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((POINT, "3 李想>1: 深有同感"), id="one is nobody's agreement"),
        pytest.param((POINT, "3 李想>1: 不同意", "5 吴越>1: 我不太认同"), id="the opposite"),
        pytest.param((POINT_EN, "3 李想>1: i don't agree", "5 吴越>1: ok"), id="the opposite, en"),
        pytest.param((POINT, "3 李想>1: 嗯", "5 吴越>1: 好"), id="bare nods"),
        pytest.param(
            (POINT, "3 李想>1: 认同", "4 吴越>1: 没错", "8 新来>1: 但是不念家长也会问"),
            id="somebody differs",
        ),
        pytest.param((POINT, "3 李想>1: 认同", "5 李想>1: 没错"), id="the same one twice"),
        pytest.param(
            ("0 小敏: 大家同意家长会不念成绩吗?", "3 李想>1: 同意", "5 吴越>1: 同意"),
            id="a question",
        ),
    ],
)
def test_a_nod_or_a_doubt_is_no_agreement(lines: tuple[str, ...]) -> None:
    assert SignalKind.AGREEMENT not in noticed(chat(*lines), 30)


VERDICT = "0 小敏: 迟到的家长以后一律在门外等"


def test_three_who_merely_nod_at_a_verdict_share_it() -> None:
    signal = noticed(chat(VERDICT, "1 李想: +1", "2 吴越: 早该", "3 新来: 支持"), 20)[
        SignalKind.AGREEMENT
    ]
    assert signal.message_ids == (1, 2, 3, 4)
    assert signal.facts["at_once"]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((VERDICT, "1 李想: +1", "2 吴越: 早该"), id="only two"),
        pytest.param(
            (VERDICT, "1 李想: +1", "2 吴越: 早该", "3 新来: 支持", "4 吴越: 下雨怎么办?"),
            id="one asks",
        ),
        pytest.param(
            ("0 小敏: 周五聚餐吃烤肉吧", "1 李想: +1", "2 吴越: 支持", "3 新来: 同意"), id="a meal"
        ),
    ],
)
def test_nods_at_a_meal_or_at_what_was_weighed_are_no_pile(lines: tuple[str, ...]) -> None:
    assert SignalKind.AGREEMENT not in noticed(chat(*lines), 20)
