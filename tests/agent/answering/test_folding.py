import pytest

from agent.answering.folding import NEAR, folded, same
from evals.tasks.folding import OURS, read_pairs
from knowledge_base.likeness import Likeness
from tests.embedding import the_embedder

FRAMELESS = {
    "Can I retake the test if I fail?",
    "How do I reset my password for the portal?",
    "Do late assignments lose marks?",
    "Can overtime be taken as time off?",
}


def near(_: str, __: str) -> float:
    """A meaning that is as near as can be."""
    return 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("班车几点发车?", "班车几点发车"),
        ("請問班車幾點發車", "请问班车几点发车"),
        ("会议室怎么预订", "请问一下大家,会议室该怎么预订呢"),
        ("How do I book a room?", "hi, how can we book a room please"),
        ("What goes on the invoice as company name", "Which company name goes on the invoice"),
    ],
)
def test_marks_small_words_and_order_make_no_other_question(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    "pair",
    [each for each in read_pairs(OURS) if not each["same"] and each["language"] != "both"],
    ids=lambda each: f"{each['one']} | {each['other']}",
)
def test_questions_that_differ_in_one_thing_are_two_however_near(pair: dict[str, str]) -> None:
    """But for those that share no frame and are told apart by their nearness alone."""
    assert not same(pair["one"], pair["other"], near) or pair["one"] in FRAMELESS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("90分钟的课能录吗", "60分钟的课能录吗"),
        ("Can I send it as a file", "Can I not send it as a file"),
        ("谁发班车票", "班车什么时候发"),
    ],
)
def test_number_denial_and_what_is_wanted_keep_questions_apart(one: str, other: str) -> None:
    assert not same(one, other, near)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("孩子发烧退了几天可以回校", "退烧以后多久能让孩子回来上课"),
        ("系统登不进去找谁", "登录不了系统应该联系哪位"),
        ("Can overtime be taken as time off?", "May I get time off in lieu for extra hours?"),
    ],
)
def test_the_same_in_other_words_is_known_by_its_meaning(one: str, other: str) -> None:
    likeness = Likeness(the_embedder())
    likeness.know((one, other))
    assert not same(one, other)
    assert same(one, other, likeness.between) is (likeness.between(one, other) >= NEAR)


def test_groups_keep_the_order_they_were_asked_in() -> None:
    asked = [(1, "班车几点发车"), (2, "食堂能刷卡吗"), (3, "班车几点发车?"), (4, "食堂能打包吗")]
    assert folded(asked) == ((1, 3), (2,), (4,))
