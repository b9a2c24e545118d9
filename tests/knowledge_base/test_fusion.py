from dataclasses import replace

import numpy as np
import pytest

from knowledge_base.fusion import (
    CROSSING,
    NEARNESS,
    NOTHING,
    THRESHOLD,
    Asked,
    Candidate,
    answerable,
    evidence,
    fused,
    minmax,
    nearness,
    probabilities,
    run,
)


def array(*numbers: float) -> np.ndarray:
    return np.array(numbers, dtype=np.float32)


def test_scores_are_stretched_to_one() -> None:
    assert minmax(array(2, 4, 3)).tolist() == [0, 1, 0.5]
    assert minmax(array(2, 2)).tolist() == [0, 0]
    assert minmax(array()).tolist() == []


@pytest.mark.parametrize(
    ("share", "winner"),
    [
        pytest.param(0.9, 0, id="the words are there and decide"),
        pytest.param(0.0, 1, id="no word is shared and meaning decides"),
    ],
)
def test_coverage_decides_who_decides(share: float, winner: int) -> None:
    assert int(fused(array(5, 1), array(0.1, 0.9), share).argmax()) == winner


def test_without_vectors_the_words_decide() -> None:
    assert fused(array(1, 5), None, 0.0).tolist() == [0, 1]


def test_a_window_counts_what_stands_together() -> None:
    worth = {"甲": 1.0, "乙": 1.0}
    apart = ["甲", *["x"] * NEARNESS, "乙"]
    assert nearness(worth, ["甲", "x", "乙"]) == 1
    assert nearness(worth, apart) == 0.5
    assert nearness({}, apart) == 0


def test_the_window_forgets_what_it_has_left() -> None:
    worth = {"甲": 1.0, "乙": 1.0, "丙": 2.0}
    words = ["甲", *["x"] * NEARNESS, "乙", "丙", *["x"] * NEARNESS, "甲"]
    assert nearness(worth, words) == 0.75


@pytest.mark.parametrize(
    ("question", "text", "share"),
    [
        ("作业上限", "书面作业上限90分钟", 1.0),
        ("作业上限", "作业", 0.5),
        ("作业", "会议", 0.0),
        ("", "作业", 0.0),
    ],
)
def test_a_run_is_the_longest_verbatim_stretch(question: str, text: str, share: float) -> None:
    assert run(question, text) == share


def test_the_closest_candidate_is_the_likeliest_and_all_sum_to_one() -> None:
    question = Asked(text="复课条在哪里拿", worth={"复课": 2.0, "条": 1.0})
    near = Candidate(text="先到校医室拿复课条", lexical=3, cosine=0.9, fused=1, stretched=1)
    far = Candidate(text="家长会在周五", lexical=0, cosine=0.8, fused=0, stretched=0)
    chances = probabilities(question, [far, near])
    assert chances[1] > 0.9
    assert chances.sum() == pytest.approx(1)


def test_more_evidence_makes_an_answer_likelier() -> None:
    question = Asked(text="复课条在哪里拿", worth={"复课": 2.0, "课条": 2.0})
    told, other = "先到校医室拿复课条", "家长会在周五"
    there = Candidate(text=told, told=told, lexical=3, cosine=0.46, fused=1, stretched=1)
    absent = Candidate(text=other, told=other, lexical=0, cosine=0.36, fused=1, stretched=1)
    strong = evidence(question, there, 0.95, [0.39, 0.38])
    weak = evidence(question, absent, 0.3, [0.36, 0.35])
    assert answerable(NOTHING) < THRESHOLD
    assert answerable(weak) < THRESHOLD < answerable(strong)


def test_who_is_meant_needs_more_evidence_than_what() -> None:
    best = Candidate(text="张老师批", told="张老师批", lexical=1, cosine=0.42, fused=1, stretched=1)
    who = evidence(Asked(text="谁批", worth={"批": 1.0}), best, 0.9, ())
    what = evidence(Asked(text="批啥", worth={"批": 1.0}), best, 0.9, ())
    assert (who.who, what.who) == (1, 0)
    assert answerable(who) < answerable(what)


@pytest.mark.parametrize(
    ("question", "text", "latin", "foreign"),
    [
        pytest.param("退烧几天能来", "退烧后满48小时", 0, 0, id="chinese of chinese"),
        pytest.param("how long after a fever", "退烧后满48小时", 1, 1, id="english of chinese"),
        pytest.param("how long after a fever", "48 hours without fever", 1, 0, id="english"),
        pytest.param("退烧几天能来", "48 hours without fever", 0, 1, id="chinese of english"),
    ],
)
def test_evidence_knows_the_scripts_of_question_and_passage(
    question: str, text: str, latin: float, foreign: float
) -> None:
    asked = Asked(text=question, worth={"烧": 1.0})
    best = Candidate(text=text, told=text, lexical=1, cosine=0.9, fused=1, stretched=1)
    found = evidence(asked, best, 0.9, ())
    assert (found.latin, found.foreign) == (latin, foreign)


def test_two_rare_words_found_count_for_more_than_one_and_quotes_are_not_told() -> None:
    best = Candidate(
        text="复课条\n诺如", told="复课条", lexical=1, cosine=0.9, fused=1, stretched=1
    )
    one = evidence(Asked(text="复课", worth={"复课": 3.0}, rarest=3), best, 0.9, ())
    two = evidence(
        Asked(text="复课诺如", worth={"复课": 3.0, "诺如": 3.0}, rarest=3), best, 0.9, ()
    )
    assert one.cover == two.cover == 1
    assert two.matched > one.matched == pytest.approx(np.log(2))
    assert (one.told, two.told) == (1, 0.5)


def test_a_passage_of_another_script_answers_only_from_a_certain_nearness_on() -> None:
    near = replace(NOTHING, lead=0.95, cosine=CROSSING + 0.03, latin=1.0, foreign=1.0)
    assert answerable(near) > THRESHOLD
    assert answerable(replace(near, cosine=CROSSING - 0.01)) == 0
