import pytest

from agent.answering.titled import is_title, of_that_title
from knowledge_base.shelf import Hit
from tests.knowledge_base.shelving import a_passage

TITLE = "晚上8点前写得完作业的孩子,你班有几成？（示例）"


@pytest.mark.parametrize(
    "question",
    [
        TITLE,
        "晚上8点前写得完作业的孩子，你班有几成",
        "晚上8点前寫得完作業的孩子",
        "  " + TITLE + "??",
    ],
)
def test_a_title_is_known_whole_in_other_marks_and_by_most_of_it(question: str) -> None:
    assert is_title(question, TITLE)


@pytest.mark.parametrize("question", ["作业", "晚上9点前写得完作业的孩子,你班有几成", "", "？"])
def test_a_word_of_a_title_or_another_number_is_not_the_title(question: str) -> None:
    assert not is_title(question, TITLE)


def test_an_article_without_a_title_is_asked_by_nothing() -> None:
    assert not is_title("", "")


def test_all_passages_of_the_article_so_named_and_of_no_other() -> None:
    hits = [
        Hit(passage=a_passage(article, text, title=title), score=score, lexical=1, cosine=0.4)
        for article, text, title, score in (
            (1, "别的", "别的题目", 0.6),
            (2, "甲", "How do we open?", 0.3),
            (2, "乙", "How do we open?", 0.1),
        )
    ]
    assert [one.passage.text for one in of_that_title("how do we open", hits)] == ["甲", "乙"]
    assert of_that_title("how do we close", hits) == ()
