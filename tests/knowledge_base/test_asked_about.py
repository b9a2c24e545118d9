import pytest

from knowledge_base.asked_about import asked_about, of_another

PEOPLE = ("七2曾佳", "江楠化学", "杜可-信息", "老陆", "Kofi", "Tuấn", "May")


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("曾佳几点以后不回消息", ("曾佳",)),
        ("江楠怎么讲评", ("江楠",)),
        ("信息课在哪上", ()),
        ("老陸站門口幾點開始", ("老陆",)),
        ("what does kofi pay", ("Kofi",)),
        ("how many projects in tuans sheet", ("Tuấn",)),
        ("how early may i start", ()),
        ("how early does May start", ("May",)),
    ],
)
def test_a_member_is_known_by_name(question: str, named: tuple[str, ...]) -> None:
    assert asked_about(question, PEOPLE) == named


@pytest.mark.parametrize(
    ("question", "person", "words", "speakers", "is_so"),
    [
        ("what does kofi pay for it", "Kofi", "Bram: we pay 150", ("Bram",), True),
        ("what does kofi pay for it", "Kofi", "we pay 150", ("Kofi",), False),
        ("曾佳几点以后不回消息", "曾佳", "七2曾佳：7:12就站门口,写几点到的", (), True),
        ("曾佳几点以后不回消息", "曾佳", "七2曾佳：9点以后不回消息", (), False),
    ],
)
def test_what_is_told_of_somebody_is_theirs_and_of_what_was_asked(
    question: str, person: str, words: str, speakers: tuple[str, ...], *, is_so: bool
) -> None:
    assert of_another(question, (person,), words, speakers) is is_so


def test_a_question_about_nobody_is_of_nobody_else() -> None:
    assert not of_another("怎么讲评", (), "老陆：先自己改", ("老陆",))
