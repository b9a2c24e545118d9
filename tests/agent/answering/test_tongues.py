import pytest

from agent.answering.tongues import is_foreign, is_gibberish


@pytest.mark.parametrize(
    "text",
    [
        "会議の議事録はどこですか",
        "Как мне вернуться в школу после гриппа?",
        "Wie lange darf ein Kunde das Muster behalten?",
        "Combien de temps un élève malade doit-il rester à la maison ?",
        "숙제는 몇 분이에요?",
    ],
)
def test_another_language_is_known_by_its_letters_or_its_smallest_words(text: str) -> None:
    assert is_foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        "请问OKR怎么写の",
        "how do I die gracefully",
        "OneLoop",
        "à la carte or set menu?",
        "WPS透视表 48h",
    ],
)
def test_chinese_and_english_with_foreign_words_in_them_are_ours(text: str) -> None:
    assert not is_foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        "ffff gggg hhhh",
        "ксдлфк жжж",
        "bcdfg",
        "aaaaa",
        "qwrtp sdfg?",
        "qwerty",
        "asdf ghjk",
        "asdfasdf",
        "ajsdhfk",
        "哈哈哈哈",
        "嗯嗯，哈哈！",
        "测测测测",
        "hahaha lol",
    ],
)
def test_what_makes_no_word_is_gibberish(text: str) -> None:
    assert is_gibberish(text)


@pytest.mark.parametrize(
    "text",
    [
        "HTTP DNS?",
        "how",
        "ffff gggg 作业",
        "vs pm",
        "Как вернуться",
        "été où",
        "12 34",
        "rhythm",
        "숙제",
        "ppt?",
        "hrbp sql",
        "KPI?",
        "OKR怎么定",
        "qwerty键盘怎么选",
        "哈佛",
        "were tree",
        "strengths",
        "SKU-8841",
    ],
)
def test_one_word_that_could_be_one_is_enough(text: str) -> None:
    assert not is_gibberish(text)
