import math

import pytest

from evals.scorers.ranking import auroc


@pytest.mark.parametrize(
    ("scores", "truth", "area"),
    [
        pytest.param([0.9, 0.8, 0.2], [True, True, False], 1.0, id="all above"),
        pytest.param([0.1, 0.8], [True, False], 0.0, id="all below"),
        pytest.param([0.5, 0.5], [True, False], 0.5, id="ties are half"),
        pytest.param([0.9, 0.4, 0.5, 0.1], [True, True, False, False], 0.75, id="one pair wrong"),
    ],
)
def test_the_area_is_the_share_of_pairs_in_order(
    scores: list[float], truth: list[bool], area: float
) -> None:
    assert auroc(scores, truth) == area


def test_without_both_kinds_there_is_no_area() -> None:
    assert math.isnan(auroc([0.5], [True]))
