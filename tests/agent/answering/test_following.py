import pytest

from agent.answering.following import FollowUp, followed

MEETING = "How do I open a difficult one-on-one?"
FEVER = "流感退烧后几小时可以返校"


@pytest.mark.parametrize(
    ("former", "question", "whole"),
    [
        (
            MEETING,
            "and for new customers?",
            "How do I open a difficult one-on-one, for new customers?",
        ),
        (
            "When does the form lock?",
            "and what if someone has no score?",
            "When does the form lock, someone has no score?",
        ),
        ("How do I charge it?", "and android phones?", "How do I charge it, android phones?"),
        (MEETING, "why?", "How do I open a difficult one-on-one: why?"),
        (MEETING, "what about juniors", "How do I open a difficult one-on-one, juniors?"),
        (FEVER, "诺如呢？", "诺如，流感退烧后几小时可以返校？"),
        (FEVER, "那谁来批？", "流感退烧后几小时可以返校：谁来批？"),
    ],
)
def test_what_a_follow_up_leaves_out_comes_from_the_question_before(
    former: str, question: str, whole: str
) -> None:
    assert followed(FollowUp(former=former, question=question)).question == whole


@pytest.mark.parametrize(
    "question",
    ["how many interviews do people in sales do each week", "标书封了以后价格页还能动吗"],
)
def test_a_question_that_stands_on_its_own_stays_as_it_is(question: str) -> None:
    found = followed(FollowUp(former=FEVER, question=question))
    assert (found.question, found.added) == (question, "")
