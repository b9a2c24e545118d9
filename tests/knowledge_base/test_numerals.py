import pytest

from knowledge_base.lexical import tokens
from knowledge_base.numerals import in_digits


@pytest.mark.parametrize(
    "ways",
    [
        ("晚上八点以前", "晚上8点以前"),
        ("八点半", "8点半", "8点30", "8点30分", "8:30", "08:30", "20:30", "half past 8"),
        ("十点一刻", "10:15"),
        ("下午一点", "下午1点"),
        ("8 pm", "8pm", "8 p.m.", "eight o'clock", "20:00", "8"),
        ("三天", "3天"),
        ("二十五天", "25天"),
        ("一千零五十元", "1050元"),
        ("five days", "5 days"),
        ("twenty-five people", "25 people"),
        ("one week", "1 week"),
        ("两成", "20%", "百分之二十", "20 percent", "twenty per cent"),
        ("八成五", "85%", "百分之八十五"),
        ("三分之一", "1/3"),
        ("one-on-ones", "1:1s", "one to one", "1-on-1"),
        ("七年级", "7年级"),
    ],
    ids=lambda ways: ways[0],
)
def test_a_figure_is_the_same_in_words_and_in_digits(ways: tuple[str, ...]) -> None:
    first, *others = (tokens(each) for each in ways)
    assert all(each == first for each in others)


@pytest.mark.parametrize(
    "text",
    [
        "一点也不难",
        "一个一样的一次",
        "十分重要",
        "万一千万别",
        "两三天",
        "三五个人",
        "三明治",
        "成人和成绩",
        "七成人",
        "no one said so",
        "7:2:1",
        "3.5",
    ],
)
def test_what_is_no_figure_or_a_vague_one_stays(text: str) -> None:
    assert in_digits(text) == text
