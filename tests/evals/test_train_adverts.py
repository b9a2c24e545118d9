"""Fitting the advert weights: odd lines are never read, few marks move a weight only a little."""

import numpy as np

from agent.listening.adverts import FEATURES, PRIOR, START
from evals.adverts import Case, read_cases
from evals.train.adverts import developed, fit, rows_of, scores


def test_the_odd_lines_are_never_read() -> None:
    unread = {case.text for case in read_cases(None)[::2]}
    assert not unread & {case.text for case in developed()}


def test_a_rule_nobody_met_keeps_its_weight_and_one_that_misled_loses_some() -> None:
    cases = [Case(text="限时特价", language="zh", advert=False) for _ in range(6)]
    weights = fit(rows_of(cases, []))
    urgency, jokes = FEATURES.index("urgency"), FEATURES.index("jokes")
    assert weights[urgency] < PRIOR[urgency]
    assert weights[jokes] == PRIOR[jokes]
    assert weights[-1] < START
    silent = np.zeros((1, len(FEATURES)))
    assert scores(weights, silent)[0] == weights[-1]
