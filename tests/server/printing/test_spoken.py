"""Each voice has a line of its own; a question is no answer; a yes is no voice."""

import pytest

from community.distillation import ClaimKind
from community.people import Member
from server.printing.spoken import Form, Told, told_of
from tests.server.printing.sheets import ANN, BO, CHEN, article_of, changed

NAMES = {"阿敏": ANN.id, "尹倩": BO.id, "陈默": CHEN.id}


def told(*turns: tuple[Member, str], language: str = "zh", **fields: object) -> Told | None:
    article, messages = article_of("题目", turns, language=language)
    claim = changed(article, 1, **fields).claims[0] if fields else article.claims[0]
    return told_of(claim, messages, NAMES)


def test_a_claim_that_only_asks_is_not_told() -> None:
    assert told((ANN, "60分钟四科怎么分啊,一科15?")) is None
    assert told((ANN, "这个一起试吗？"), (BO, "谁来协调呢？")) is None


def test_a_question_of_another_stands_before_its_answer() -> None:
    found = told((ANN, "那黑板上按90算?"), (BO, "按90。三个班都按90"))
    assert found is not None
    assert found.form is Form.PAIR
    assert found.question == "那黑板上按90算?"
    assert [(line.author_id, line.text) for line in found.lines] == [(BO.id, "按90。三个班都按90")]


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("zh", "按中间那批算，写够40分钟可以停笔", "不赞成停笔，签两周以后就天天签了"),
        ("en", "20 for reviews, 40 for new ones", "not sure, 20 means a rushed talk every time"),
    ],
)
def test_two_who_differ_are_two_lines(language: str, first: str, second: str) -> None:
    found = told((ANN, first), (BO, second), language=language)
    assert found is not None
    assert found.form is Form.EXCHANGE
    assert [line.author_id for line in found.lines] == [ANN.id, BO.id]
    assert second not in found.lines[0].text


def test_a_yes_after_a_statement_is_no_voice() -> None:
    found = told((ANN, "七年级7:2:1，八九年级6:3:1"), (BO, "同意分年级"))
    assert found is not None
    assert found.form is Form.STATEMENT
    assert found.text == "七年级7:2:1，八九年级6:3:1"


def test_of_a_decision_stands_what_was_decided() -> None:
    found = told(
        (ANN, "60分钟四科怎么分啊,一科15?"),
        (BO, "行啊,但是谁协调,我不敢去找别的老师说"),
        (CHEN, "超了找我。那就定:10月26号起三个班试两周,课代表写预计时间"),
        kind=ClaimKind.DECISION,
    )
    assert found is not None
    assert found.form is Form.STATEMENT
    assert "60" not in found.text
    assert found.text.startswith("超了找我")


def test_names_before_a_colon_tell_whose_words_they_are() -> None:
    found = told(
        (ANN, "我不回，第二天早上回"),
        (BO, "可是有的家长十点才下班"),
        text="阿敏：我不回，第二天早上回；尹倩：可是有的家长十点才下班",
    )
    assert found is not None
    assert [line.text for line in found.lines] == ["我不回，第二天早上回", "可是有的家长十点才下班"]


def test_an_experts_own_words_are_one_voice() -> None:
    found = told(
        (ANN, "我不回，第二天早上回"),
        (BO, "可是有的家长十点才下班"),
        text="阿敏：我不回，第二天早上回；尹倩：可是有的家长十点才下班",
        own_words=True,
    )
    assert found is not None
    assert found.form is Form.STATEMENT
