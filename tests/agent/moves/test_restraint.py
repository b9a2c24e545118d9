"""What holds a debt or a gentle move back, and what does not: a breath, the floor, a shift."""

from dataclasses import replace

import pytest

from evals.made import Made, chosen, decided

NIGHTS = tuple(
    f"{1440 * day + 900 + at} 大强: 夜班第{at}车到了" for day in range(-6, 0) for at in range(14)
)


def made(*lines: str, at: int, language: str = "zh") -> Made:
    """A moment of these lines, looked at after so many minutes."""
    return Made(move="", fires=True, case="", language=language, at=at, lines=lines)


ASKED = "0 阿冉: 请问冷链车的温度记录要存几年"


def test_a_debt_is_named_once_the_talk_over_it_has_taken_a_breath() -> None:
    talk = (ASKED, "66 大强: 三号车到了", "67 佳佳: 卸了", "68 磊子: 签单放桌上了")
    assert chosen(made(*talk, at=70)) is None
    assert chosen(made(*talk, at=90)) in {"no_orphan", "first_reply", "expert_handoff"}


def test_a_fresh_call_to_all_is_left_the_last_word() -> None:
    talk = (ASKED, "50 周姐: 本周想收集大家被问得最多的一个问题,一人一条")
    assert chosen(made(*talk, at=75)) != "no_orphan"


def test_a_question_others_talked_past_waits_less_long() -> None:
    passed = ("2 大强: 今天食堂有鱼", "3 佳佳: 冲", "4 磊子: 给我留一份", "5 楠楠: 来晚了")
    assert chosen(made(ASKED, *passed, at=50)) in {"no_orphan", "first_reply"}
    assert chosen(made(ASKED, at=50)) is None


def test_a_joke_that_the_asker_only_smiles_at_is_no_answer() -> None:
    joked = ("0 阿冉: 大家的实习生也是下班不走吗,我不知道该不该赶", "3 大强>0: 你请他吃饭他就走了")
    assert chosen(made(*joked, "4 阿冉>1: 哈哈", at=80)) == "no_orphan"
    assert chosen(made(*joked, "4 阿冉>1: 好主意 谢谢", at=80)) is None


def test_who_kept_a_promise_is_owed_more_than_a_word() -> None:
    told = (
        "-9000 大强: 我打算试试早上先打三个电话再开会",
        "0 大强: 两周到了,照先打三个电话试了:原来每天回访6个,现在11个",
        "3 磊子>1: 牛",
    )
    assert chosen(made(*told, at=80)) == "praise"


def test_after_a_quarrel_a_silent_room_is_woken_lightly() -> None:
    differ = (
        "-6000 大强: 晨会应该取消,我们组每天念一遍进度没人听",
        "-5990 佳佳>0: 我不太同意,我们组晨会能把卡住的事当天说掉,省了两天",
        "-300 楠楠: 文件放在二楼了",
    )
    calm = made(*differ, at=3000)
    assert chosen(calm) == "provoke"
    called = replace(calm, told=(("escalate", 2),))
    assert chosen(called) != "provoke"


def test_a_room_of_shifts_has_no_quiet_hours_while_it_is_at_work() -> None:
    now = "905 大强: 今晚第一车到了"
    assert decided(made(*NIGHTS, now, at=910)).moment.is_open
    assert not decided(made(now, at=910)).moment.is_open
    assert not decided(made(*NIGHTS, at=910)).moment.is_open


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("晒一张你们站点的排班表照片,涂掉名字", "host_first"),
        ("这周聊聊退换货,讲讲你最难的一次是怎么谈下来的", "scaffold_public"),
    ],
)
def test_what_a_line_can_answer_the_host_answers_first(line: str, kind: str) -> None:
    assert chosen(made(f"0 周姐: {line}", at=150)) == kind
