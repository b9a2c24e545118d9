"""What all questions have in common is taken out of a question."""

import numpy as np

from knowledge_base.centring import CALIBRATED, centred, script_of

SIZE = 384


def test_half_of_the_mean_question_of_its_script_is_taken_away() -> None:
    vector = np.full(SIZE, 0.05, dtype=np.float32)
    han = vector - centred(CALIBRATED, "几点上课", vector)
    latin = vector - centred(CALIBRATED, "when does it start", vector)
    assert 0.3 < np.linalg.norm(han) < 0.5
    assert 0.3 < np.linalg.norm(latin) < 0.5
    assert not np.allclose(han, latin)


def test_an_unknown_embedder_and_an_empty_vector_are_left_alone() -> None:
    vector = np.full(7, 0.3, dtype=np.float32)
    assert centred("another-model", "几点", vector) is vector
    nothing = np.zeros(SIZE, dtype=np.float32)
    assert centred(CALIBRATED, "几点", nothing) is nothing


def test_a_question_of_two_scripts_counts_as_han() -> None:
    assert script_of("PPT要交吗") == "han"
    assert script_of("is HW3 due") == "latin"
