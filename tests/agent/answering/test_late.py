from dataclasses import replace

import pytest

from agent.answering.late import CERTAIN, Late, late
from community.question import Answer, AnswerCitation, AnswerSentence
from tests.builders import MONDAY


def _citation(number: int, article: int) -> AnswerCitation:
    return AnswerCitation(
        number=number,
        distillation_id=article,
        claim_ids=(number,),
        message_ids=(),
        title="课表",
        passage="每周五发。",
        signed_by="老陆",
        signed_at=MONDAY,
    )


NEW, OLD = 7, 3
GIVEN = Answer(
    answered=True,
    sentences=(AnswerSentence(text="每周五发。", numbers=(1,)),),
    citations=(_citation(1, NEW), _citation(2, OLD)),
)


def test_only_what_the_new_article_answers_for_certain_is_told() -> None:
    assert late(GIVEN, NEW, CERTAIN) is Late.TELL
    assert late(GIVEN, NEW, CERTAIN - 0.01) is Late.PROPOSE


def test_another_article_that_answers_now_is_no_news() -> None:
    assert late(GIVEN, 99, 1.0) is Late.WAIT
    assert late(Answer(answered=False), NEW, 1.0) is Late.WAIT


def test_where_another_article_speaks_first_a_person_looks() -> None:
    second = replace(GIVEN, sentences=(AnswerSentence(text="每周五发。", numbers=(2,)),))
    assert late(second, NEW, 1.0) is Late.PROPOSE


@pytest.mark.parametrize("article", [NEW, OLD])
def test_what_a_person_declined_is_not_brought_again(article: int) -> None:
    assert late(GIVEN, NEW, 1.0, (article,)) is Late.WAIT
