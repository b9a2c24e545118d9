"""What a wall shows: what teaches; no question said twice, no confession, no bare link."""

import pytest

from community.conversation import Message
from community.distillation import Distillation
from server.printing.lettering import unnamed
from server.printing.poster import plan_of
from server.printing.teaching import arranges, confesses, on_wall
from server.printing.typography import in_print
from tests.server.printing.sheets import ANN, BO, a_desk, article_of


def shown(article: Distillation, messages: dict[int, Message]) -> list[str]:
    desk = a_desk(article, messages)
    return [each.text for each in on_wall(desk, article, desk.standing(article)).entries]


def test_the_question_of_a_title_is_not_said_again_under_it() -> None:
    title = "Packet swap for next cycle?"
    made = article_of(title, [(ANN, f"{title} Everyone must bring one page")], language="en")
    assert shown(*made) == ["Everyone must bring one page."]


def test_a_link_goes_and_what_teaches_beside_it_stays() -> None:
    text = "作文按40分钟固定扣掉，剩下的乘3。表在 https://example.org/a 自己写的号。空表在文末"
    assert shown(*article_of("阅卷时间", [(BO, text)])) == ["作文按40分钟固定扣掉，剩下的乘3。"]


def test_an_article_that_teaches_nothing_is_refused_until_somebody_chooses() -> None:
    article, messages = article_of("卷子先讲什么？", [(ANN, "我以前是从第一题讲到最后")])
    desk = a_desk(article, messages)
    assert plan_of(desk, 1).pages["ember"] == "poster_teaches_nothing"
    assert not isinstance(plan_of(desk, 1, [1]).pages["ember"], str)


@pytest.mark.parametrize(
    ("text", "habit", "day"),
    [
        ("我以前从第一题讲起，后来先让他们自己改", False, False),
        ("We used to read every page aloud", True, False),
        ("周四晚8点线上聊一次", False, True),
        ("Thu 26 november 15:00, one page", False, True),
    ],
)
def test_habits_and_days_are_told_from_what_holds(text: str, habit: bool, day: bool) -> None:  # noqa: FBT001
    assert (confesses(text), arranges(text)) == (habit, day)


def test_names_of_days_months_and_cities_are_set_and_may_is_left() -> None:
    told = in_print("on monday 26 november in lisbon i may read it")
    assert told == "On Monday 26 November in Lisbon I may read it."


def test_an_office_and_a_role_stay_without_the_name() -> None:
    assert unnamed("交到教科室小方那里，找校医小方", {"小方": ""}, "一位成员") == (
        "交到教科室那里，找校医"
    )
    told = unnamed(
        "Kim班先试，Lee班不试", {"Kim": "", "Lee": ""}, "甲", other="乙", people={"Kim": 1}
    )
    assert told == "甲班先试，乙班不试"
