import pytest

from agent.answering.showing import may_show, names_here
from tests.builders import a_member

PEOPLE = [
    a_member(id=1, name="七2曾佳"),
    a_member(id=2, name="老陆"),
    a_member(id=3, name="Kofi Mensah"),
]


@pytest.mark.parametrize(
    "text",
    [
        "在嘛",
        "你好，有人在吗？",
        "hello, anyone there?",
        "谢谢老师",
        "老陆离婚了吗",
        "曾佳几点以后不回消息",
        "what does kofi pay for take homes",
        "谁在群里最讨厌",
        "who is the most annoying person here",
        "张伟妈妈电话是多少",
    ],
)
def test_greetings_private_matters_and_what_is_about_a_member_are_shown_to_nobody(
    text: str,
) -> None:
    assert not may_show(text, names_here(PEOPLE))


@pytest.mark.parametrize(
    "text",
    [
        "班主任津贴什么时候发",
        "你好，请问请病假要走企微吗",
        "hi all, how do I open a difficult one-on-one?",
        "Which template do we use for retros?",
        "运费几块钱",
    ],
)
def test_a_question_for_all_is_shown_without_a_name(text: str) -> None:
    assert may_show(text, names_here(PEOPLE))
