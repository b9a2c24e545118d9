"""Logistic regression over sets of marks (0/1 features in a fixed table), in numpy alone.

Each mark enters with the log of how much more often it stands in one class than in the other
(Wang and Manning 2012: naive Bayes as features), divided by the root of the marks of its row; Adam
on all rows at once, a cosine decay, a ridge. The same with plain 0/1 features is the floor.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
LEAST = 2
"""Rows a mark must stand in to count."""
SMOOTHING = 0.5
STEPS = 60
RATE = 0.05
FIRST, SECOND = 0.9, 0.99


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Rows one after the other: all marks, marks per row, 1 or 0 per row, the weight of a row."""

    marks: Ints
    counts: Ints
    right: Floats
    weights: Floats

    @property
    def rows(self) -> Ints:
        """The row of each mark."""
        return np.repeat(np.arange(len(self.counts)), self.counts)

    def only(self, chosen: NDArray[np.bool_]) -> "Marked":
        """Some of the rows."""
        return Marked(
            marks=self.marks[np.repeat(chosen, self.counts)],
            counts=self.counts[chosen],
            right=self.right[chosen],
            weights=self.weights[chosen],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Linear:
    """One weight for each place of the table, and a bias."""

    table: Floats
    bias: float

    def scores(self, marked: Marked) -> Floats:
        """One score per row: above 0 speaks for class 1."""
        sums = np.bincount(
            marked.rows, weights=self.table[marked.marks], minlength=len(marked.counts)
        )
        return sums / np.sqrt(np.maximum(marked.counts, 1)) + self.bias


def fit(marked: Marked, size: int, *, ridge: float, bayes: bool = True) -> Linear:
    """Fit a table of `size` places; `bayes` weighs marks by their log count ratio first."""
    ratio = _ratios(marked, size) if bayes else np.ones(size)
    ratio[np.bincount(marked.marks, minlength=size) < LEAST] = 0
    kept = ratio[marked.marks] != 0
    rows = marked.rows[kept]
    used, at = np.unique(marked.marks[kept], return_inverse=True)
    values = ratio[marked.marks[kept]] / np.sqrt(marked.counts[rows])
    weights = _descend(marked, rows, at, values, ridge)
    table = np.zeros(size)
    table[used] = weights[:-1] * ratio[used]
    return Linear(table=table, bias=float(weights[-1]))


def _ratios(marked: Marked, size: int) -> Floats:
    """Log of the share of class 1 over the share of class 0, smoothed."""
    every = np.bincount(marked.marks, minlength=size)
    ones = np.bincount(marked.marks, weights=marked.right[marked.rows], minlength=size)
    total = marked.right.sum()
    share = (ones + SMOOTHING) / (total + 1)
    return np.log(share) - np.log((every - ones + SMOOTHING) / (len(marked.right) - total + 1))


def _descend(marked: Marked, rows: Ints, at: Ints, values: Floats, ridge: float) -> Floats:
    """The weights of the used marks, the bias last."""
    count, size = len(marked.counts), int(at.max()) + 1
    weights, first, second = np.zeros(size + 1), np.zeros(size + 1), np.zeros(size + 1)
    for step in range(1, STEPS + 1):
        scores = np.bincount(rows, weights=values * weights[at], minlength=count) + weights[-1]
        error = (1 / (1 + np.exp(-scores)) - marked.right) * marked.weights
        slope = np.bincount(at, weights=values * error[rows], minlength=size)
        gradient = np.append(slope + ridge * weights[:-1], error.sum())
        first = FIRST * first + (1 - FIRST) * gradient
        second = SECOND * second + (1 - SECOND) * gradient**2
        pace = RATE * 0.5 * (1 + np.cos(np.pi * step / STEPS)) + 1e-4
        moved = first / (1 - FIRST**step)
        weights -= pace * moved / (np.sqrt(second / (1 - SECOND**step)) + 1e-6)
    return weights


def calibrate(scores: Floats, right: Floats, weights: Floats) -> tuple[float, float]:
    """Slope and offset of the chance 1 / (1 + exp(−(slope · score + offset))), Newton's method."""
    slope, offset = 1.0, 0.0
    for _ in range(30):
        chance = 1 / (1 + np.exp(-(slope * scores + offset)))
        error = weights * (chance - right)
        curve = weights * chance * (1 - chance) + 1e-9
        gradient = np.array([(error * scores).sum(), error.sum()])
        mixed = (curve * scores).sum()
        hessian = np.array([[(curve * scores**2).sum(), mixed], [mixed, curve.sum()]])
        change = np.linalg.solve(hessian, gradient)
        slope, offset = slope - float(change[0]), offset - float(change[1])
    return slope, offset
