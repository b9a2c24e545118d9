"""Which rule of the house a message goes against: three that do and three that do not, of each."""

from datetime import timedelta

import pytest

from agent.breaches import Breach, breaches
from agent.decide import linked
from agent.house_rules import recognised
from agent.listening.scene import scene_of
from evals.made import Made, talk_of
from tests.agent.rule_cases import EN, ZH

FIRES, SILENT = "fires", "silent"


def told(
    rule: str,
    language: str,
    *lines: str,
    rules: tuple[str, ...] = (),
    left: tuple[str, ...] = (),
) -> list[Breach]:
    """What is told of these lines a minute after the last of them."""
    made = Made(
        move="", fires=True, case="", language=language, at=0, lines=lines, fresh=True, left=left
    )
    talk = linked(talk_of(made))
    now = max(message.at for message in talk.messages) + timedelta(minutes=1)
    return list(breaches(scene_of(talk, (), now), recognised((*rules, rule))))


def cases(expected: str) -> list[object]:
    at = 1 if expected == FIRES else 2
    return [
        pytest.param(language, matter, found[0], text, id=f"{language} {matter}: {text}")
        for language, kinds in (("zh", ZH), ("en", EN))
        for matter, found in kinds.items()
        for text in found[at]
    ]


def lines_of(language: str, text: str, matter: str) -> tuple[str, ...]:
    """The message by a member; a subject is taken up by another, as a talk of it would be."""
    who, other = ("大强", "佳佳") if language == "zh" else ("Bram", "Mei")
    again = f"4 {other}: 嗯，{text}" if language == "zh" else f"4 {other}: yes, {text}"
    return (f"1 {who}: {text}", *((again,) if matter == "subject" else ()))


@pytest.mark.parametrize(("language", "matter", "rule", "text"), cases(FIRES))
def test_what_a_rule_forbids_is_told(language: str, matter: str, rule: str, text: str) -> None:
    (found, *_) = told(rule, language, *lines_of(language, text, matter))
    assert (found.matter, found.rule.text, found.message.text) == (matter, rule, text)


@pytest.mark.parametrize(("language", "matter", "rule", "text"), cases(SILENT))
def test_what_only_looks_like_it_is_left_alone(
    language: str, matter: str, rule: str, text: str
) -> None:
    assert told(rule, language, *lines_of(language, text, matter)) == []


@pytest.mark.parametrize(
    ("rule", "language", "at", "text", "fires"),
    [
        ("晚上十点后不发消息", "zh", 800, "周五的表谁来填", True),
        ("晚上10点半以后不要@人", "zh", 850, "@佳佳 表发我一下", True),
        ("22:30后请勿打扰", "zh", 815, "周五的表谁来填", True),
        ("晚上十点后不发消息", "zh", 700, "周五的表谁来填", False),
        ("晚上10点半以后不要@人", "zh", 850, "周五的表谁来填", False),
        ("晚上十点后不发消息", "zh", 850, "急，谁有班主任电话", False),
        ("No messages after 10 pm", "en", 800, "who fills in the friday form", True),
        ("Please don't ping people after 21:30", "en", 790, "@Mei the form please", True),
        ("Don't post after 10pm", "en", 850, "about the form for friday", True),
        ("No messages after 10 pm", "en", 700, "who fills in the friday form", False),
        ("Please don't ping people after 21:30", "en", 790, "who fills in the form", False),
        ("No messages after 10 pm", "en", 850, "can't sleep, failed again", False),
    ],
)
def test_an_hour_holds_for_what_could_wait(
    rule: str, language: str, at: int, text: str, *, fires: bool
) -> None:
    who = "大强" if language == "zh" else "Bram"
    assert [each.matter for each in told(rule, language, f"{at} {who}: {text}")] == ["late"] * fires


@pytest.mark.parametrize(
    ("rule", "language", "said", "fires"),
    [
        ("别刷屏，合成一条发", "zh", ["在吗", "有人吗", "表呢", "谁改的", "快点"], True),
        (
            "一句一条的请合并成一条，别连发",
            "zh",
            ["我到了", "楼下", "没看到人", "等着", "来了"],
            True,
        ),
        ("不刷屏", "zh", ["表改了", "第三行", "你看下", "不对", "又改了"], True),
        ("不刷屏", "zh", ["在吗", "有人吗", "表呢"], False),
        ("别刷屏", "zh", ["这一段是把昨天的会按人头理了一遍，谁说了什么都在里面了"] * 5, False),
        ("不发广告", "zh", ["在吗", "有人吗", "表呢", "谁改的", "快点"], False),
        ("No flooding, one message please", "en", ["hi", "anyone", "form", "where", "hello"], True),
        ("Don't spam the room", "en", ["so", "the form", "is", "not", "there"], True),
        (
            "One message, not five",
            "en",
            ["I'm here", "downstairs", "no one", "hello?", "waiting"],
            True,
        ),
        ("No flooding", "en", ["hi", "anyone", "form"], False),
        (
            "No flooding",
            "en",
            ["this one takes the whole meeting and tells who said what"] * 5,
            False,
        ),
        ("No ads", "en", ["hi", "anyone", "form", "where", "hello"], False),
    ],
)
def test_five_short_lines_in_a_row_are_one_message(
    rule: str, language: str, said: list[str], *, fires: bool
) -> None:
    who = "大强" if language == "zh" else "Bram"
    lines = [f"{at / 5} {who}: {text}" for at, text in enumerate(said)]
    assert [each.matter for each in told(rule, language, *lines)] == ["flood"] * fires


@pytest.mark.parametrize(
    ("language", "line", "fires"),
    [
        ("zh", "小何说过“我带的那批人一个都没留下来”，大家怎么看", True),
        ("zh", "记得“那批人一个都没留下来”这句吗", True),
        ("zh", "小何上次讲「我带的那批人一个都没留下来」", True),
        ("zh", "带的那批人没留下来，是常事", False),
        ("zh", "“我这边全留下来了”，别灰心吧", False),
        ("zh", "“那批人”是哪批", False),
        ("en", 'as Yusra said: "not one of the people I trained stayed"', True),
        ("en", 'remember "of the people I trained stayed"? same here', True),
        ("en", 'who wrote "not one of the people I trained stayed"', True),
        ("en", "people I trained left too", False),
        ("en", '"all of the people I hired are here" works', False),
        ("en", '"not one" is a strong word', False),
    ],
)
def test_who_opted_out_is_not_quoted(language: str, line: str, *, fires: bool) -> None:
    gone, who, said, rule = (
        ("小何", "大强", "我带的那批人一个都没留下来", "退出的人说的话不引用")
        if language == "zh"
        else (
            "Yusra",
            "Bram",
            "not one of the people I trained stayed",
            "Don't quote who opted out",
        )
    )
    lines = (f"0 {gone}: {said}", f"5 {who}: {line}")
    found = told(rule, language, *lines, left=(gone,))
    assert [each.matter for each in found] == ["quoting"] * fires


@pytest.mark.parametrize(
    "rule",
    [
        "互相帮助，共同进步",
        "提问前先搜一遍",
        "链接可以发，写一句说明",
        "精华链接在置顶",
        "不发链接，除了官方文档",
        "不发别人的电话",
        "不说负能量的话",
        "Ask early, ask often",
        "Links are fine with a line of context",
        "No links except docs",
        "Don't share other people's phone numbers",
        "No negativity",
    ],
)
def test_a_rule_that_cannot_be_told_from_words_is_never_guessed_at(rule: str) -> None:
    assert recognised((rule,)) == ()


def test_staff_and_talk_about_the_rules_are_left_alone_and_so_is_what_was_seen_to() -> None:
    rule = "不发外链"
    assert told(rule, "zh", "1 周姐: https://a.example.com/p") == []
    assert told(rule, "zh", "1 大强: https://a.example.com/p 这个能发吗") == []
    seen = ("1 大强: https://a.example.com/p", "3 佳佳>0: 群规不让发外链哈")
    assert told(rule, "zh", *seen) == []


def test_a_list_goes_with_its_verb_and_the_first_rule_that_holds_is_told() -> None:
    rules = ("广告、链接、接龙，一律不发", "不发链接")
    (found,) = told(rules[1], "zh", "1 大强: https://a.example.com/p", rules=rules[:1])
    assert (found.rule.number, found.matter) == (1, "links")
    (english,) = recognised(("Don't post ads, links, memes",))
    assert set(english.matters) == {"promotion", "links", "pictures"}
