"""Uptake: a reply that takes up what was said scores above one that passes over it."""

import numpy as np
import pytest

from agent.listening.uptake import tokens, uptake
from evals.tasks.uptake import FOLDS, folds_of, spearman
from tests.agent.listening.test_offence import ODD


@pytest.mark.parametrize(
    ("message", "taken_up", "passed_over", "language"),
    [
        (
            "I added the denominators",
            "You added the denominators? Why does that work?",
            "Okay. Next page, everyone.",
            "en",
        ),
        (
            "把报价单拆成两页后客户反而不砍了",
            "拆成两页反而不砍了,第二页上放的是什么?",
            "好的,收到",
            "zh",
        ),
    ],
)
def test_taking_up_ranks_above_passing_over(
    message: str, taken_up: str, passed_over: str, language: str
) -> None:
    assert uptake(message, taken_up, language) > uptake(message, passed_over, language) + 0.5


@pytest.mark.parametrize("name", ODD)
def test_odd_texts_get_a_number(name: str) -> None:
    assert np.isfinite(uptake(ODD[name], ODD[name], "en"))
    assert np.isfinite(uptake("how do you start a lesson", ODD[name], "zh"))


def test_pairs_of_characters_are_the_words_of_chinese() -> None:
    assert tokens("拆成两页 ok") == ["拆成", "成两", "两页", "ok"]


def test_a_lesson_is_never_split_over_folds() -> None:
    lessons = [str(at % 40) for at in range(200)]
    folds = folds_of(lessons, 1)
    assert len({(lesson, fold) for lesson, fold in zip(lessons, folds, strict=True)}) == 40
    assert set(folds.tolist()) == set(range(FOLDS))


def test_ranks_share_ties() -> None:
    assert spearman(np.array([1.0, 2, 3]), np.array([10.0, 20, 30])) == pytest.approx(1)
    assert spearman(np.array([1.0, 1, 2]), np.array([1.0, 2, 3])) == pytest.approx(0.8660254)
