from dataclasses import replace

import pytest

from agent.checks import ALWAYS, CHECKS, check
from agent.checks.quality import PUBLISHABLE, question_quality
from agent.checks.shape import options_in
from agent.checks.subject import Subject
from agent.moves.brief import Brief, Line
from community.suggestion import Audience

ANCHOR = Line(message_id=7, name="小林", text="报价单拆成两页后,客户反而不砍了,这个月签了3单")
BRIEF = Brief(
    move="say_more",
    language="zh",
    community="销售群",
    zone="主群",
    lines=(ANCHOR,),
    anchor=ANCHOR,
    phrases=("报价单拆成两页",),
)
ENGLISH = Line(message_id=8, name="Mei", text="we moved the retro to friday and 9 of 12 came")
BRIEF_EN = Brief(
    move="say_more", language="en", community="c", zone="z", lines=(ENGLISH,), anchor=ENGLISH
)
GOOD = "“报价单拆成两页”,说得很好。第二页上放的是什么?"


SHARP = Line(message_id=9, name="小林", text="其实你说得不清楚,怎么办")


HOST = frozenset({"Mei"})
BEN = frozenset({"ben"})


def subject(text: str, **changes: object) -> Subject:
    made = Subject(text=text, brief=BRIEF, length=60, namable=frozenset({"小林", "老周"}))
    return replace(made, **changes)  # pyright: ignore[reportArgumentType]


def english(text: str, **changes: object) -> Subject:
    return subject(text, brief=BRIEF_EN, namable=frozenset({"Mei"}), **changes)


@pytest.mark.parametrize(
    ("code", "good", "bad"),
    [
        pytest.param("LEN", subject(GOOD), subject("长" * 61), id="sixty characters"),
        pytest.param("LEN", english("a" * 150), english("a" * 151), id="more room in English"),
        pytest.param("Q1", subject(GOOD), subject("好?真的?"), id="one question"),
        pytest.param("Q1", subject("“能不能?”这句,后来呢?"), subject("好。"), id="quoted marks"),
        pytest.param("Q≤1", subject("好。"), subject("好?真的?"), id="none or one"),
        pytest.param(
            "OPT", subject("选一个:A 催款 B 改报价 C 填系统"), subject("你怎么看"), id="options"
        ),
        pytest.param("LOW", subject(GOOD), subject("请详细谈谈你的看法?"), id="a cheap answer"),
        pytest.param("TONE", subject(GOOD), subject("感谢您的宝贵分享!"), id="no office voice"),
        pytest.param("TONE", subject("好!"), subject("好!太好了!"), id="one exclamation mark"),
        pytest.param("TONE", english("Nice."), english("Great question!"), id="no flattery"),
        pytest.param("LANG", subject(GOOD), subject("please tell us more about it"), id="Chinese"),
        pytest.param("LANG", english("how did you do it"), english("你怎么做的"), id="English"),
        pytest.param("ANCHOR", subject(GOOD), subject("说得很好,还有吗?"), id="takes up a span"),
        pytest.param(
            "ANCHOR",
            english("9 of 12 on friday, what changed?"),
            english("tell me more?"),
            id="takes up words",
        ),
        pytest.param("NAME", subject("@老周 说说"), subject("@老王 说说"), id="known names"),
        pytest.param(
            "NAME",
            subject("好"),
            subject("小何说过", unnamable=frozenset({"小何"})),
            id="opted out",
        ),
        pytest.param(
            "NAME",
            replace(english("welcome @ben a"), unnamable=BEN, namable=frozenset({"ben a"})),
            replace(english("welcome @ben"), unnamable=BEN, namable=frozenset({"ben a"})),
            id="who opted out inside a longer name",
        ),
        pytest.param(
            "NAME",
            replace(english("ask @Priit (TA)"), namable=frozenset({"Priit (TA)"})),
            replace(english("ask @Priit"), namable=frozenset({"Priit (TA)"})),
            id="a name with its role",
        ),
        pytest.param(
            "NAME",
            subject("@小蕾@大学城 说说", namable=frozenset({"小蕾@大学城"})),
            subject("@大学城 说说", namable=frozenset({"小蕾@大学城"})),
            id="a name with an @ in it",
        ),
        pytest.param(
            "SELF",
            subject("@小林 你问问老周", speaking=frozenset({"老周", "周姐"})),
            subject("有事找 @周姐 。", speaking=frozenset({"老周", "周姐"})),
            id="nobody calls themselves",
        ),
        pytest.param(
            "SELF",
            replace(english("@Mei Lin?"), speaking=HOST, namable=frozenset({"Mei", "Mei Lin"})),
            replace(english("ask @Mei."), speaking=HOST, namable=frozenset({"Mei", "Mei Lin"})),
            id="a longer name is somebody else",
        ),
        pytest.param(
            "SELF",
            replace(english('"@Mei, ok?" waits'), speaking=HOST),
            replace(english("@Mei, it waits"), speaking=HOST),
            id="what was quoted was said to them",
        ),
        pytest.param(
            "NOINV", subject("3单怎么签的?"), subject("15单怎么签的?"), id="no new number"
        ),
        pytest.param("NOINV", subject("好的"), subject("见 https://a.example"), id="no new link"),
        pytest.param("NOINV", subject("后来呢?"), subject("周四晚上聊?"), id="no new date"),
        pytest.param("CITE", subject("拆成两页[7]"), subject("拆成两页[99]"), id="known ids"),
        pytest.param("YESAND", subject(GOOD), subject("其实你说得不清楚"), id="no verdict"),
        pytest.param(
            "YESAND",
            subject("按这个填:\n想要：其实你说得不清楚", brief=replace(BRIEF, anchor=SHARP)),
            subject("按这个填:\n想要：其实你说得不清楚"),
            id="their own words in a form",
        ),
        pytest.param("NEUT", subject("两种都有人用"), subject("显然小林更好"), id="no side"),
        pytest.param(
            "PLEDGE",
            subject("A 让 B 不让,我先不站队。——老周"),
            subject("A 让 B 不让,周四晚上来认领。——老周"),
            id="no promise under a name",
        ),
        pytest.param(
            "PLEDGE",
            subject("A 让 B 不让,@老周 想听听"),
            subject("A 让 B 不让,老周来讲个省事的办法"),
            id="no promise of somebody else",
        ),
        pytest.param(
            "PLEDGE",
            replace(english("You first. — Adaeze"), namable=frozenset({"Adaeze"})),
            replace(english("I'll take the losing side. — Adaeze"), namable=frozenset({"Adaeze"})),
            id="no promise in an expert's name",
        ),
        pytest.param("PII", subject("好"), subject("打13800138000"), id="no telephone number"),
        pytest.param(
            "PRIV",
            subject("好", audience=Audience.PRIVATE),
            subject("好"),
            id="in private",
        ),
        pytest.param("RISK", subject("报价"), subject("工资怎么谈"), id="dangerous topics"),
        pytest.param(
            "RISK", subject("报价"), subject("合并的事", untouchable=("合并",)), id="own taboo"
        ),
        pytest.param("DUP", subject(GOOD), subject(GOOD, own=(GOOD,)), id="not said before"),
        pytest.param("TIME", subject("好"), subject("好", open_now=False), id="open hours"),
        pytest.param(
            "NOANS",
            subject("你会怎么谈?"),
            subject(
                "先看客户月单是否稳定再谈让价换量",
                guarded=("先看客户月单是否稳定,再谈让价换量",),
            ),
            id="the expert speaks first",
        ),
        pytest.param(
            "LABEL",
            subject("示例:场景…", brief=replace(BRIEF, scaffold="star")),
            subject("场景…", brief=replace(BRIEF, scaffold="star")),
            id="an example says so",
        ),
    ],
)
def test_a_check_tells_a_good_draft_from_a_bad_one(code: str, good: Subject, bad: Subject) -> None:
    assert CHECKS[code](good).passed
    failed = CHECKS[code](bad)
    assert not failed.passed
    assert failed.code == code


def test_every_draft_gets_the_common_checks_once() -> None:
    codes = [result.code for result in check(("Q1", "LEN"), subject(GOOD))]
    assert codes == ["Q1", *ALWAYS]


@pytest.mark.parametrize(
    ("text", "options"),
    [
        pytest.param(
            "甩掉哪个:A 催款 B 改报价 C 填系统?明晚说", ("催款", "改报价", "填系统"), id="letters"
        ),
        pytest.param("1 卡在装环境 2 卡在读表", ("卡在装环境", "卡在读表"), id="numbers"),
        pytest.param("which: A) paper B) shared doc?", ("paper", "shared doc"), id="brackets"),
        pytest.param("ABC 公司来了两个人", (), id="no options"),
    ],
)
def test_options_are_read_off_a_text(text: str, options: tuple[str, ...]) -> None:
    assert options_in(text) == options


def test_a_concrete_cheap_question_scores_high_and_a_general_invitation_low() -> None:
    brief = replace(BRIEF, anchor=None, topics=("老客户临下单又要让两个点",))
    concrete = "老客户临下单又来一句“再让两个点”。你多半会:A 让,换加量 B 不让 C 先晾两天"
    assert question_quality(subject(concrete, brief=brief)) >= PUBLISHABLE
    assert question_quality(subject("大家有什么问题吗?", brief=brief)) < PUBLISHABLE
