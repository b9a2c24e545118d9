"""What stands on paper: nothing set right later stands alone, nothing disputed as settled."""

from dataclasses import replace
from datetime import timedelta

from server.printing.designs import Page, pages_of
from server.printing.poster import plan_of
from tests.server.printing.sheets import ANN, BO, CHEN, a_desk, article_of, changed, credit

WRONG = "书面作业不超过60分钟，四科一起算"
RIGHT = "更正一下，初中书面作业是不超过90分钟，60分钟是小学三到六年级的"


def test_a_figure_that_was_corrected_stands_with_its_correction() -> None:
    article, messages = article_of("书面作业多久？", [(ANN, WRONG)], [(BO, RIGHT)])
    first, second = a_desk(article, messages).standing(article).entries
    assert first.beside == ("初中书面作业是不超过90分钟，60分钟是小学三到六年级的。",)
    assert second.beside == ()


def test_it_stands_not_at_all_where_the_correction_may_not_leave() -> None:
    article, messages = article_of("书面作业多久？", [(ANN, WRONG)], [(BO, RIGHT)])
    standing = a_desk(article, messages, kept_in=frozenset({2})).standing(article)
    assert standing.entries == ()
    assert standing.left_out == {1: "amended"}


def test_on_a_poster_the_correction_takes_its_place() -> None:
    article, messages = article_of("书面作业多久？", [(ANN, WRONG)], [(BO, RIGHT)])
    desk = a_desk(article, messages)
    page = pages_of(desk, article, desk.standing(article))["ember"]
    assert isinstance(page, Page)
    assert [entry.claim.id for entry, _ in page.entries] == [2]


def test_a_figure_of_another_matter_is_left_alone() -> None:
    article, messages = article_of("书面作业多久？", [(ANN, "家长会开90分钟，提前十天发邀请")])
    later = replace(messages[1], id=7, text=RIGHT, at=messages[1].at + timedelta(minutes=9))
    other, _ = article_of("别的", [(BO, RIGHT)])
    cited = replace(other.claims[0].citations[0], message_id=7)
    other = replace(changed(other, 1, id=9, citations=(cited,)), id=2)
    desk = a_desk(article, messages | {7: later}, articles=(article, other))
    assert desk.standing(article).entries[0].beside == ()


def test_what_another_claim_contradicts_is_left_out_until_it_is_settled() -> None:
    article, messages = article_of("作业？", [(ANN, WRONG)], [(BO, "先写最难的一科")])
    desk = a_desk(article, messages, contested=frozenset({1}))
    assert desk.standing(article).left_out == {1: "contested"}
    assert len(desk.standing(article, disputed=True).entries) == 2


def test_voices_are_told_apart_without_their_names() -> None:
    turns = [(ANN, "点名最有用，第一周就要点"), (BO, "不赞成点名，当众点三次他就开始演了")]
    article, messages = article_of("上课说话怎么办？", turns)
    nobody = a_desk(article, messages).standing(article).entries[0]
    agreed = {ANN.id: credit(ANN, "nickname", "小敏")}
    some = a_desk(article, messages, consents=agreed).standing(article).entries[0]
    assert [line.by for line in nobody.lines] == ["成员甲", "成员乙"]
    assert [line.by for line in some.lines] == ["小敏", "一位成员"]


def test_of_two_sides_neither_is_printed_as_what_holds() -> None:
    article, messages = article_of(
        "半夜的微信回不回？",
        [(ANN, "我不回，晚上九点半以后的第二天早上七点前回")],
        [(BO, "回，不回第二天就说你不负责")],
        [(CHEN, "安全的事立刻回，成绩的事约时间当面说")],
    )
    for id_ in (1, 2):
        article = changed(article, id_, side=1)
    pages = plan_of(a_desk(article, messages), 1).pages
    everyday, sides, quiet = pages["ember"], pages["sides"], pages["quiet"]
    assert isinstance(everyday, Page)
    assert isinstance(sides, Page)
    assert isinstance(quiet, Page)
    assert [entry.claim.id for entry, _ in everyday.entries] == [3]
    assert [entry.claim.id for entry, _ in quiet.entries] == [3]
    assert [side.by for side in sides.sides] == ["成员甲", "成员乙"]
