import pytest

from agent.answering.brief import Source
from agent.answering.compose import telling
from agent.answering.teaching import lessons, opens, teaches
from knowledge_base.passages import Passage
from knowledge_base.shelf import Hit

TITLE = "练琴总是拖到睡前,你们怎么安排?"


def a_hit(text: str, position: int, title: str = TITLE, article: int = 1) -> Hit:
    passage = Passage(
        id=f"{article}.1.{position}",
        community_id=1,
        distillation_id=article,
        version=1,
        position=position,
        title=title,
        text=text,
        claim_ids=(position,),
        message_ids=(),
        language="zh",
    )
    return Hit(passage=passage, score=0.5, lexical=1.0, cosine=0.8)


@pytest.mark.parametrize(
    ("sentence", "is_so"),
    [
        ("先弹十分钟音阶,再弹曲子", True),
        ("分情况:考级前每天练", True),
        ("我以前是从头弹到尾", False),
        ("每天练多久合适?", False),
        ("练琴总是拖到睡前", False),
        ("warm up first, then play the piece", True),
        ("i used to play it from the top", False),
        ("it went from 41 days to 29", True),
    ],
)
def test_what_teaches(sentence: str, *, is_so: bool) -> None:
    assert teaches(sentence, TITLE) is is_so


def test_a_statement_that_is_the_title_does_not_only_open() -> None:
    assert opens("练琴总是拖到睡前", TITLE)
    assert not opens("先弹音阶", "先弹音阶")


def test_a_complaint_gives_way_to_what_its_article_teaches() -> None:
    complaint = a_hit("许冉：练琴总是拖到睡前,跟我一样的有吗", 0)
    lesson = a_hit("老陆：放学先弹十分钟音阶,再写作业", 1)
    elsewhere = a_hit("先交作业再走", 2, article=2)
    found = (complaint, elsewhere, lesson)
    assert lessons("练琴拖到睡前怎么办", (complaint,), found, 3) == (lesson,)
    assert lessons("练琴拖到睡前怎么办", (complaint,), (complaint,), 3) == (complaint,)
    assert lessons("练琴", (lesson, complaint), found, 3) == (lesson,)


@pytest.mark.parametrize(
    ("question", "text", "decided"),
    [
        (
            "月考难度比例",
            (
                "甲一：7:2:1吧，月考又不是选拔；乙二：上次这样均分82，后面拉不开，家长都觉得挺好，期中一下就崩了，"
                "老师们后来开了两次会；甲一：第一次月考就6:3:1，孩子直接打懵。我带过一届，均分61，家长会开了两小时，"
                "谁也没话说，场面很难看；丙三：分年级。七年级7:2:1，八九年级6:3:1；乙二：同意"
            ),
            "丙三：分年级。七年级7:2:1，八九年级6:3:1",
        ),
        (
            "how many pages for the report",
            (
                "Ann: ten pages of report is too much and it takes me a whole weekend; "
                "Bo: mine were four pages and they still asked for a summary every single time; "
                "Cy: we had none at all in spring and that was worse. "
                "Di: we agreed on two pages of "
                "report with one picture; Ann: fine by me"
            ),
            "Di: we agreed on two pages of report with one picture",
        ),
    ],
)
def test_what_was_decided_at_the_end_is_told(question: str, text: str, decided: str) -> None:
    assert decided in telling(question, Source(number=1, title="", text=text))


def test_who_is_asked_about_speaks_alone() -> None:
    text = "Ann: i cap it at two hours a day; Bo: i never pay for it"
    assert telling("what does Bo pay", Source(number=1, title="", text=text)) == (
        "Bo: i never pay for it"
    )
