import pytest

from agent.answering.tongues import is_foreign


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
