import pytest

from knowledge_base.kinds import kind_is_met, kinds_asked


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("期中考试哪天", "time"),
        ("班主任津贴多少", "number"),
        ("想用录播室得找谁", "person"),
        ("为啥門衛不放人", "reason"),
        ("分组老收不住怎么办", "way"),
        ("When is the exam?", "time"),
        ("how many examples should i bring", "number"),
    ],
)
def test_a_question_says_what_it_wants(question: str, kind: str) -> None:
    assert kind in kinds_asked(question)


def test_a_text_without_a_number_does_not_say_how_many() -> None:
    assert kind_is_met("一组多少人", "一组人不要太多") == 0
    assert kind_is_met("一组多少人", "一组5人以内") == 1


def test_a_question_that_names_no_kind_is_met_by_any_text() -> None:
    assert kind_is_met("晚到条", "门口站着发晚到条") == 1
