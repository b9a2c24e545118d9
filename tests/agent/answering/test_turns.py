import pytest

from agent.answering.turns import attributed, lead_of, turns_of


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("八7尹倩：回啊；八3孟晓蕾：我不回。早上回。", ["八7尹倩", "八3孟晓蕾"]),
        ("老陆：我的办法:7:15领读；周五贴名单", ["老陆"]),
        ("how do you do it? Bram: kill the status part", ["", "Bram"]),
        ("Kofi: what worked: three questions … Yusra: nice", ["Kofi", "Yusra"]),
    ],
)
def test_each_voice_is_told_from_the_next(text: str, voices: list[str]) -> None:
    assert [turn.speaker for turn in turns_of(text)] == voices


def test_a_known_name_stands_before_a_half_width_colon_too() -> None:
    assert lead_of("mei: paper for me", ("mei",)) == ("mei", "paper for me")
    assert lead_of("what fails: packets", ("mei",)) == ("", "what fails: packets")


@pytest.mark.parametrize(
    ("text", "speakers", "said"),
    [
        ("我不回，早上再说", ("孟晓蕾",), "孟晓蕾：我不回，早上再说"),
        ("我不回，早上再说", ("孟晓蕾", "尹倩"), "一位成员：我不回，早上再说"),
        ("我不回，早上再说", ("",), "一位成员：我不回，早上再说"),
        ("孟晓蕾：我不回", ("孟晓蕾",), "孟晓蕾：我不回"),
        ("门卫凭码放人", ("曾佳",), "门卫凭码放人"),
        ("i submit at 70 %", ("Adaeze",), "Adaeze: i submit at 70 %"),
        ("we cap it at 3h", ("Bram", "Mei"), "One member: we cap it at 3h"),
        ("we cap it at 3h", (), "we cap it at 3h"),
    ],
)
def test_who_says_i_is_named(text: str, speakers: tuple[str, ...], said: str) -> None:
    assert attributed(text, speakers) == said


def test_an_answer_after_an_arrow_is_a_voice_of_its_own() -> None:
    asked, told = turns_of("你们回吗？ → 八7尹倩：回啊，不回第二天就说你不负责；")
    assert (asked.speaker, told.speaker) == ("", "八7尹倩")
    assert told.text == "八7尹倩：回啊，不回第二天就说你不负责"
