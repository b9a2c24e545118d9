import pytest

from agent.house_rules import (
    KEPT,
    PRIVACY,
    citation,
    cited,
    clauses,
    house_rules,
    recognised,
    watched,
)
from agent.listening.rule_cues import MATTERS
from agent.listening.topic_cues import TOPICS
from server.locales import LANGUAGES, sentences

RULES = ["不发广告", "别人的名字电话不进群。", "晚上十一点后不@人"]


def test_a_rule_is_cited_by_its_number_and_in_its_words_where_they_are_short() -> None:
    found = cited({KEPT: RULES}, PRIVACY, "zh")
    assert found == {"rule_number": 2, "rule": "别人的名字电话不进群"}
    long = "任何能认出是谁的东西，包括名字、电话、住址、照片，都请先去掉再发到群里来"
    assert cited({KEPT: [long]}, PRIVACY, "zh") == {"rule_number": 1}


@pytest.mark.parametrize("kept", [{}, {KEPT: "隐私"}, {KEPT: [1, None]}, {KEPT: ["不发广告"]}])
def test_no_rule_is_made_up(kept: dict[str, object]) -> None:
    assert cited(kept, PRIVACY, "zh") == {}


def test_rules_keep_their_order() -> None:
    assert house_rules({KEPT: RULES}) == tuple(RULES)


def test_of_a_long_rule_the_clause_that_forbids_is_cited_where_it_fits() -> None:
    rule = "为了大家翻起来方便，也为了不错过别人的问题，语音不发，打字就好"
    (found,) = recognised((rule,))
    assert found.matters == ("voice",)
    assert citation(1, rule, "语音不发", "zh") == {"rule_number": 1, "rule": "语音不发"}
    assert citation(2, "不要@所有人", "", "zh")["rule"] == "不要＠所有人"
    assert citation(3, "x" * 80, "y" * 70, "en") == {"rule_number": 3}


def test_a_clause_that_allows_is_no_ban() -> None:
    assert clauses("不发广告，链接可以") == ["不发广告", "链接可以"]
    (found,) = recognised(("不发广告，链接可以",))
    assert found.matters == ("promotion",)


def test_an_hour_is_read_in_both_languages() -> None:
    rules = ("晚上十一点半后不发消息", "22:30以后请勿@人", "No messages after 10pm")
    late = [
        (each.late.hour, each.late.minute, each.calls) for each in recognised(rules) if each.late
    ]
    assert late == [(23, 30, False), (22, 30, True), (22, 0, False)]


@pytest.mark.parametrize(
    ("rule", "kinds", "words"),
    [
        ("不聊股票和彩票", {"investing", "gambling"}, ()),
        ("不发广告、链接", {"promotion", "links"}, ()),
        ("晚上十点后不@人", {"late_calls"}, ()),
        ("别人的电话不进群", {"personal"}, ()),
        ("互相帮助", set[str](), ()),
        ("每周交一次作业", set[str](), ()),
        ("No talk about religion or diets", {"religion", "subject"}, ("diets",)),
        ("No spam", {"promotion", "flood"}, ()),
        ("Ask early", set[str](), ()),
    ],
)
def test_a_rule_says_what_of_it_is_heard(
    rule: str, kinds: set[str], words: tuple[str, ...]
) -> None:
    found = watched(rule)
    assert (set(found.kinds), found.words) == (kinds, words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_is_heard_has_a_name(language: str) -> None:
    told = {"late", "late_calls", "flood", "aside", "quoting", "personal"}
    named = {key for key in sentences(language) if key.startswith("watch.")}
    assert named == {f"watch.{key}" for key in {*MATTERS, *TOPICS, *told}}
