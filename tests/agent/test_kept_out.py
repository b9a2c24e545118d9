"""What a rule keeps out of the talk: who asks for it is reminded, and nobody owes an answer."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from agent.decide import linked
from agent.gate_settings import GateSettings
from agent.owing.obligations import owed_in
from community.obligation import Obligation
from evals.made import Made, chosen, talk_of
from tests.agent.test_breaches import told

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


def debts(made: Made) -> list[Obligation]:
    """What is owed for the first line a day later."""
    owed = owed_in(linked(talk_of(made)), MONDAY + timedelta(days=1), GateSettings())
    return [each for each in owed if each.message_id == 1]


@pytest.mark.parametrize(
    ("language", "rule", "text"),
    [
        ("zh", "不聊股票和彩票", "彩票买哪家的？带带我"),
        ("zh", "不聊股票和彩票", "今天股票大跌，你们买的哪只基金？"),
        ("zh", "不谈政治和宗教", "信佛的人管团队是不是更有耐心？"),
        ("zh", "请不要在群里讨论工资", "你们一个月拿多少，我看看我亏没亏"),
        ("zh", "禁止炒币、荐股", "比特币还能上车吗？"),
        ("en", "No talk about religion", "Do you think religion makes better managers?"),
        ("en", "No politics please", "so who is everyone voting for in the election?"),
        ("en", "Please don't discuss salaries here", "how much do you make as a team lead?"),
        ("en", "No stock tips", "which index funds do you all use?"),
        ("en", "No talk about diets", "are there diets that work for you?"),
    ],
)
def test_who_asks_the_room_about_a_subject_kept_out_is_told_at_once_and_owed_nothing(
    language: str, rule: str, text: str
) -> None:
    who = "大强" if language == "zh" else "Bram"
    asked = Made(
        move="house_rule",
        fires=True,
        case="",
        language=language,
        at=200,
        lines=(f"1 {who}: {text}",),
        rules=(rule,),
    )
    assert [each.matter for each in told(rule, language, *asked.lines)] == ["subject"]
    assert chosen(asked) == "house_rule"
    assert {each.reason for each in debts(asked)} <= {"breach"}
    unruled = debts(replace(asked, rules=()))
    assert [each.reason for each in unruled] == [None] * len(debts(asked))


@pytest.mark.parametrize(
    ("language", "rule", "lines"),
    [
        ("zh", "不聊股票", ("刚割肉，心在滴血", "我也是，腰斩了", "抱抱")),
        ("zh", "不谈宗教", ("昨天去拜佛了，许了个愿", "哪个庙，我也想去", "灵吗")),
        ("en", "No religion", ("my church has a good take on this", "mine too", "same here")),
        ("en", "No investing talk", ("lost it all in this bear market", "ouch", "been there")),
    ],
)
def test_what_two_people_answer_to_is_a_talk_in_whatever_words(
    language: str, rule: str, lines: tuple[str, ...]
) -> None:
    names = ("大强", "佳佳", "磊子") if language == "zh" else ("Bram", "Mei", "Kofi")
    said = [
        f"{2 * at + 1} {who}: {text}"
        for at, (who, text) in enumerate(zip(names, lines, strict=True))
    ]
    linked_to = [said[0], *(line.replace(":", ">0:", 1) for line in said[1:])]
    assert [each.message.text for each in told(rule, language, *linked_to)] == [lines[0]]
    assert told(rule, language, *linked_to[:2]) == []


@pytest.mark.parametrize(
    ("language", "rule", "text"),
    [
        ("zh", "不聊股票", "我在股票软件公司上班，怎么给新人做培训？"),
        ("zh", "不聊股票和彩票", "选供应商跟买彩票一样，怎么办？"),
        ("zh", "不聊股票", "国家自然科学基金怎么写摘要？"),
        ("zh", "不聊股票", "这里能聊股票吗？"),
        ("zh", "请不要在群里讨论工资", "工资表的公式怎么写？"),
        ("zh", "不谈政治和宗教", "政治老师怎么带班？"),
        ("en", "No politics", "how do I deal with office politics?"),
        ("en", "No crypto talk", "I work at a crypto exchange, how do I onboard juniors?"),
        ("en", "No gambling talk", "hiring without a test is like a lottery, right?"),
        ("en", "No stock tips", "where do we keep stock photos?"),
        ("en", "No religion", "how do I have faith in my team?"),
    ],
)
def test_a_question_that_only_borrows_the_word_is_owed_its_answer(
    language: str, rule: str, text: str
) -> None:
    who = "大强" if language == "zh" else "Bram"
    line = f"1 {who}: {text}"
    assert told(rule, language, line) == []
    made = Made(move="", fires=True, case="", language=language, at=0, lines=(line,), rules=(rule,))
    assert {each.reason for each in debts(made)} <= {None}
    assert debts(made) == debts(replace(made, rules=()))


def test_a_rule_on_the_form_leaves_a_question_what_it_is() -> None:
    made = Made(
        move="",
        fires=True,
        case="",
        language="zh",
        at=0,
        lines=("1 大强: 这个插件怎么装？ https://a.example.com/p",),
        rules=("不发外链",),
    )
    assert [each.reason for each in debts(made)] == [None]
