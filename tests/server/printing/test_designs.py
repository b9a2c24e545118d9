"""Each design takes what it is for, refuses the rest with a reason, and the best one is offered."""

import pytest

from community.distillation import ArticleKind, ClaimKind
from community.errors import Conflict
from server.printing.designs import DESIGNS, Page, figure_of, steps_in
from server.printing.poster import DARK, article_poster, plan_of
from server.printing.typesetting import TEMPLATES
from tests.server.printing.sheets import ADDRESS, ANN, BO, Said, a_desk, article_of, changed

STEPS = "家长会这样开：1 前10分钟放录像 2 讲三条规矩 3 分组聊20分钟 4 最后5分钟写纸条"
TALK = [(ANN, "20 for reviews, 40 for new ones"), (BO, "not sure, 20 is a rushed talk every time")]


@pytest.mark.parametrize(
    ("turns", "kind", "language", "best"),
    [
        ([(ANN, "流感退烧后满48小时才能返校")], ArticleKind.FAQ, "zh", "figure"),
        ([(ANN, "Use 70% direct care for your job plans")], ArticleKind.FAQ, "en", "figure"),
        ([(ANN, "先登记，再找他单独谈话")], ArticleKind.FAQ, "zh", "quiet"),
        ([(ANN, STEPS)], ArticleKind.CHECKLIST, "zh", "steps"),
        (TALK, ArticleKind.DEBATE, "en", "sides"),
    ],
)
def test_the_design_that_fits_is_offered(
    turns: Said,
    kind: ArticleKind,
    language: str,
    best: str,
) -> None:
    article, messages = article_of("怎么做？", turns, kind=kind, language=language)
    assert plan_of(a_desk(article, messages, language=language), 1).best == best


def test_a_design_refuses_what_it_is_not_for_and_names_the_one_that_fits() -> None:
    article, messages = article_of("晚到怎么办？", [(ANN, "先登记，再找他单独谈话")])
    plan = plan_of(a_desk(article, messages), 1)
    for design, code in (("figure", "figure"), ("sides", "sides"), ("steps", "steps")):
        with pytest.raises(Conflict, match=f"poster_no_{code}") as refused:
            plan.page(design)  # pyright: ignore[reportArgumentType]
        assert refused.value.facts == {"better": "quiet"}


def test_a_claim_too_long_for_a_sheet_is_refused_whole() -> None:
    article, messages = article_of("长文", [(ANN, "这是一句不短的话，说了很多。" * 215)])
    plan = plan_of(a_desk(article, messages), 1)
    assert {each for each in plan.pages.values() if isinstance(each, Page)} == set()
    with pytest.raises(Conflict, match="poster_too_long"):
        plan.page("ember")


def test_what_is_left_out_is_counted_and_nothing_is_cut() -> None:
    claims = [[(ANN, f"第{at}件事要先登记，再找他单独谈话，谈完写下来")] for at in range(9)]
    article, messages = article_of("晚到怎么办？", *claims, [(BO, "长。" * 900)])
    desk = a_desk(article, messages)
    sheet = article_poster(desk, plan_of(desk, 1), "ember", ADDRESS)
    assert sheet["left"] == 10 - str(sheet["entries"]).count("'rank'")
    more = sheet["more"]
    assert isinstance(more, list)
    assert more[3] == "另有3条，扫码接着看"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("初中书面作业每天不超过90分钟", ("90", "分钟")),
        ("分年级，七年级按7:2:1", ("7:2:1", "")),
        ("Keep it under 3-4 weeks", ("3-4", "weeks")),
        ("20 minutes with an assistant, 30 without", None),
        ("7:20到，78个人", None),
        ("先登记再谈话", None),
        ("Say “that is 3 days” and wait", None),
    ],
)
def test_a_figure_is_the_only_one_of_its_claim(text: str, figure: tuple[str, str] | None) -> None:
    article, messages = article_of("多少？", [(ANN, text)], language="en")
    entry = a_desk(article, messages).standing(article).entries[0]
    assert figure_of(entry) == figure


def test_what_somebody_only_thinks_is_no_large_figure() -> None:
    article, messages = article_of("怎么算时间？", [(ANN, "我觉得按最慢的那20%学生来算时间")])
    article = changed(article, 1, kind=ClaimKind.OPINION)
    assert plan_of(a_desk(article, messages), 1).pages["figure"] == "poster_no_figure"


def test_steps_are_counted_in_order() -> None:
    assert steps_in("一，分清事情。二，先打电话。三，写下来。以后再说") == (
        "分清事情",
        "先打电话",
        "写下来",
    )
    assert steps_in("Ask: 1. what to keep 2. what to stop") == ("what to keep", "what to stop")
    assert steps_in("2. before 1.") == ()


def test_every_design_has_its_template_and_its_dark() -> None:
    for design in (*DESIGNS, "week"):
        assert (TEMPLATES / f"poster_{design}.typ").is_file()
        assert design in DARK
