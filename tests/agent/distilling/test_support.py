from dataclasses import replace

import pytest

from agent.distilling.drafting import DraftedClaim, claim_of
from agent.distilling.support import Light, checked, recall, support_of
from community.distillation import Citation, Claim, ClaimKind
from tests.builders import a_member, said

LIN = a_member(3, "小林")
HE = a_member(4, "老何")
NAMES = {"小林": 3, "老何": 4}
TEXT = "让价必须换量,每单至少多订20%才让1个点,新客户不适用,最晚周三前定"
SOURCE = said(2, HE, TEXT)
SOURCES = {2: SOURCE}
SOUND = Claim(
    id=0,
    text=f"老何：{TEXT}",
    kind=ClaimKind.OPINION,
    citations=(Citation(message_id=2, start=0, end=len(TEXT), quote=TEXT),),
)


def test_a_verbatim_claim_is_supported() -> None:
    found = support_of(SOUND, SOURCES, NAMES)
    assert (found.problems, found.light) == ((), Light.GREEN)
    assert checked(SOUND, SOURCES, NAMES).supported


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (SOUND.text.replace("20%", "30%"), "number"),
        (SOUND.text.replace("1个点", "1个月"), "unit"),
        (SOUND.text.replace("周三", "周三,6月9日"), "number"),
        (SOUND.text.replace("老何：", "小林："), "name"),
        (f"{SOUND.text},小林也这么做", "name"),
        (SOUND.text.replace("不适用", "适用"), "negation"),
        (SOUND.text.replace("必须", "不必"), "negation"),
        ("老何：每周开一次产品培训会最有用", "recall"),
    ],
)
def test_what_differs_from_the_source_is_said(text: str, problem: str) -> None:
    assert problem in support_of(replace(SOUND, text=text), SOURCES, NAMES).problems


def about(text: str, source: str) -> tuple[str, ...]:
    """What the checks find in a claim on one message, of which all is quoted."""
    cited = Citation(message_id=2, start=0, end=len(source), quote=source)
    claim = replace(SOUND, text=text, citations=(cited,))
    return support_of(claim, {2: said(2, HE, source)}, NAMES).problems


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("每天16:00统一发货", "每天下午4点统一发货"),
        ("每天晚上8点半统一发货", "每天20:30统一发货"),
        ("3月9日发货,10日补", "3月9号发货,10号补"),
        ("发货分组,每组5人", "发货分组,每组5个"),
        ("发货改到20:30,16号补", "发货改到20:30，16号补"),
        ("料水按1:1.25配", "料水按1比1.25配"),
        ("twenty-five minutes for handing out", "25 minutes for handing out"),
    ],
)
def test_one_figure_is_told_in_many_ways(claim: str, source: str) -> None:
    assert not {"number", "unit"} & set(about(claim, source))


@pytest.mark.parametrize(
    ("claim", "source", "problem"),
    [
        ("每天15:00统一发货", "每天下午4点统一发货", "number"),
        ("每天16:00统一发货", "每天上午4点统一发货", "number"),
        ("每组5天", "每组5个", "unit"),
        ("料水按1:1.5配", "料水按1比1.25配", "number"),
        ("thirty-five minutes", "25 minutes", "number"),
    ],
)
def test_another_figure_is_said(claim: str, source: str, problem: str) -> None:
    assert problem in about(claim, source)


def test_the_day_a_message_was_sent_may_be_told_for_its_today_and_no_other() -> None:
    source = "今天起试两周,每班报一次总数"
    day = said(2, HE, source).at
    assert about(f"{day.month}月{day.day}日起试两周，每班报一次总数", source) == ()
    assert about(f"{day.month}月{day.day + 7}日起试两周，每班报一次总数", source) == ("number",)
    assert (
        about(
            f"on {day:%B} {day.day} we try it for two weeks", "we try it for two weeks from today"
        )
        == ()
    )


def test_a_unit_may_be_added_where_none_was_said_and_not_be_another() -> None:
    assert about("班里46人，到了30个", "班里报的是46,到了30个") == ()
    assert about("每班46页，到了30个", "每班46人,到了30个") == ("unit",)


def test_a_denial_may_move_into_the_clause_before_and_not_be_lost() -> None:
    source = "改不动的给他圈3道能改的,只改3道"
    assert about("对自己改不动的学生，老何给他圈3道能改的，只改3道", source) == ()
    assert about("对自己改得动的学生，老何给他圈3道能改的，只改3道", source) == ("negation",)
    assert about("it is 11 projects, median 1.6", "it is 11 projects not 14, median 1.6") == ()


def test_a_question_a_name_with_a_no_in_it_and_a_courtesy_deny_nothing() -> None:
    assert about("左上角有没有绿三角，有的话是文本", "看左上角有绿三角没,有的话是文本") == ()
    source = "our no-shows are nearly all reviews. not in here with names please"
    assert about("nearly all reviews, not with names in the chat, please", source) == ()
    assert about("our no-shows are not nearly all reviews", source) == ("negation",)


def test_a_figure_the_source_says_is_not_the_one_may_be_told_as_denied_and_not_else() -> None:
    source = "we do 45 minutes every two weeks, not 30 weekly"
    assert about("45 minutes every two weeks, not 30 weekly", source) == ()
    assert "number" in about("30 minutes weekly, 45 minutes every two weeks", source)


def test_those_who_met_may_be_counted_where_both_are_cited() -> None:
    one, other = "我看要先打样再报价", "同意先打样再报价"
    sources = {2: said(2, HE, one), 3: said(3, LIN, other)}
    cites = [
        Citation(message_id=at, start=0, end=len(t), quote=t) for at, t in ((2, one), (3, other))
    ]
    both = replace(SOUND, text="先打样再报价，两人谈拢", citations=tuple(cites))
    assert support_of(both, sources, NAMES).problems == ()
    alone = replace(both, citations=tuple(cites[:1]))
    assert support_of(alone, sources, NAMES).problems == ("number",)


def test_a_claim_without_a_source_is_unsupported() -> None:
    bare = replace(SOUND, citations=())
    assert support_of(bare, SOURCES, NAMES).problems == ("no_source",)


def test_a_quote_that_moved_or_a_message_that_went_is_no_support() -> None:
    edited = {2: replace(SOURCE, text="改过的话")}
    assert "not_verbatim" in support_of(SOUND, edited, NAMES).problems
    assert "source_missing" in support_of(SOUND, {}, NAMES).problems
    recalled = {2: replace(SOURCE, recalled_at=SOURCE.at)}
    assert "source_missing" in support_of(SOUND, recalled, NAMES).problems


def test_recall_is_the_share_of_the_content_that_is_quoted() -> None:
    assert recall(TEXT, TEXT) == 1.0
    assert recall("每周开一次产品培训会", TEXT) == 0.0


def test_a_models_quote_is_placed_where_it_stands() -> None:
    drafted = DraftedClaim(text="让价必须换量", kind="fact", ids=(2,), quotes=("让价必须换量",))
    made = claim_of(drafted, SOURCES, {})
    assert made.citations == (Citation(message_id=2, start=0, end=6, quote="让价必须换量"),)
    assert made.holder_ids == (4,)
    assert made.supported


@pytest.mark.parametrize(
    ("drafted", "left_out", "problem"),
    [
        (DraftedClaim(text="x", ids=(2,), quotes=("让价一定要换量",)), {}, "not_verbatim"),
        (DraftedClaim(text="x", ids=(7,), quotes=("让价必须换量",)), {}, "source_missing"),
        (
            DraftedClaim(text="x", ids=(2,), quotes=("让价必须换量",)),
            {2: "advert"},
            "source_missing",
        ),
        (DraftedClaim(text="x", ids=(2,)), {}, "not_verbatim"),
    ],
)
def test_what_a_model_cannot_quote_is_kept_and_says_so(
    drafted: DraftedClaim, left_out: dict[int, str], problem: str
) -> None:
    made = claim_of(drafted, SOURCES, left_out)
    assert problem in made.problems
    assert not made.supported
