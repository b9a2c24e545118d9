"""Short talks that came to their point: given, taken, and over."""

import pytest

from agent.listening.signal import SignalKind
from tests.agent.listening.rooms import chat, noticed

RULE = "新米含水多,水要减:老米1比1.25,新米1比1.1,泡20分钟再上,盘子别装超过三分之二"
SPEC = "A cap has to sit 60 min at 23 °C before a torque test counts. Block the pallets"


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            ("0 小敏: 米饭下面夹生怎么弄", f"3 周老师>1: {RULE}", "5 小敏>2: 明白了,谢谢"),
            id="a rule that was thanked for",
        ),
        pytest.param(
            ("0 小敏: do i stop the line?", f"3 周老师>1: {SPEC}", "5 小敏>2: right. will do"),
            id="en",
        ),
        pytest.param(
            (
                "0 小敏: 鱼片怎么浆才嫩",
                "2 李想>1: 第一 片薄一点",
                "3 李想>1: 第二 盐和水先搅到粘手",
                "4 李想>1: 第三 封油放四十分钟",
                "6 小敏>4: 截图了[强]",
            ),
            id="told step by step",
        ),
    ],
)
def test_what_was_given_and_taken_is_worth_keeping_after_a_quarter_of_an_hour(
    lines: tuple[str, ...],
) -> None:
    signal = noticed(chat(*lines), 25)[SignalKind.RIPE_FOR_DISTILLING]
    assert signal.facts["closed"]
    assert SignalKind.RIPE_FOR_DISTILLING not in noticed(chat(*lines), 12)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            ("0 小敏: 米饭夹生怎么弄", f"3 周老师>1: {RULE}", "5 小敏>2: 明天试试"),
            id="still to be tried",
        ),
        pytest.param(
            ("0 小敏: 米饭夹生怎么弄", "3 周老师>1: 多煮会儿", "5 小敏>2: 好的谢谢"),
            id="nothing to hold on to",
        ),
        pytest.param(
            ("0 小敏: 米饭夹生怎么弄", f"3 周老师>1: {RULE}", "5 小敏>2: 我觉得未必吧"),
            id="not taken",
        ),
    ],
)
def test_what_is_open_thin_or_doubted_is_left(lines: tuple[str, ...]) -> None:
    assert SignalKind.RIPE_FOR_DISTILLING not in noticed(chat(*lines), 25)
