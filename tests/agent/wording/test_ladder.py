"""The ladder of moves.md §3: two unassisted messages of a rung lead to the next."""

import pytest

from agent.wording.ladder import is_assisted, level_of, rung

TAP = {"zh": "B", "en": "B"}
LINE = {"zh": "我一般先问家里", "en": "I ask the family first"}
FEW = {
    "zh": "我一般先问家里，问完再跟班主任说一声，孩子知道我在看",
    "en": "I ask the family first, then I tell the form teacher so that they know about it",
}
CASE = {
    "zh": "上周早自习我改成门口放三道题，进来先做，做完才聊天。"
    "结果两周从八九个迟到降到2个，就是得天天出题，断一天就弹回去",
    "en": "Last month I changed the morning: three questions on a sheet at the door, no talk "
    "before. It worked, from nine late to 2 in two weeks, and it stops when I skip a day",
}
LANGUAGES = ("zh", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_never_spoke_is_offered_a_tap(language: str) -> None:
    assert level_of((), language) == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_shows_the_rung_its_author_stands_on(language: str) -> None:
    said = (TAP, LINE, FEW, CASE)
    assert [rung(each[language], language) for each in said] == [0, 1, 2, 3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_unassisted_messages_of_a_rung_lead_to_the_next(language: str) -> None:
    tap, line, few, case = (each[language] for each in (TAP, LINE, FEW, CASE))
    assert level_of([tap], language) == 0
    assert level_of([tap, tap], language) == 1
    assert level_of([tap, tap, line, line], language) == 2
    assert level_of([tap, tap, line, line, few, few], language) == 3
    assert level_of([tap, tap, line, line, few, few, case, case], language) == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_alone_never_lead_past_the_first_blank(language: str) -> None:
    assert level_of([TAP[language]] * 20, language) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fuller_message_counts_on_a_lower_rung_too(language: str) -> None:
    assert level_of([CASE[language]] * 8, language) == 4


def test_what_was_written_with_a_frame_does_not_count() -> None:
    framed = "我遇到：值日总有两个人溜\n我试了：换成谁走得晚谁倒\n结果：三天没人溜"
    assert is_assisted(framed)
    assert level_of([framed] * 6, "zh") == 0
    assert not is_assisted("一件事：明天早自习改到七点半\n地点不变")
