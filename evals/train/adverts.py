"""Fit the weights of the advert rules: `python -m evals.train.adverts --chats FOLDER…`.

Logistic regression over the rules, started from and held to the weights set by hand (a normal
prior around each): few cases move a weight only as far as they must. Each row stands there several
times, each time with some of its marks gone, since nobody uses all our words. Fitted on the even
lines of adverts.jsonl and adverts_blind.jsonl, on adverts_train.jsonl and on the messages of chats
(format of the samples), where everything but what their moments call an advert is harmless and
weighs little. The odd lines are never read. Calibrated by five-fold scores of the same rows. Numpy
only, seconds.
"""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from agent.listening.adverts import FEATURES, PRIOR, START, marks_of
from evals.adverts import HOME, Case, read_cases
from evals.train.logistic import calibrate

Floats = NDArray[np.float64]
HELD = 1.2
"""How strongly a weight is held to where it began: one over its variance."""
CHAT_WEIGHT = 0.15
COPIES = 20
DROPPED = 0.3
FOLDS = 5
SEED = 5
WEIGHTS = Path("agent/listening/weights/adverts.npz")
SETS = ("adverts.jsonl", "adverts_blind.jsonl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Marks of each rule per row, 1 or 0 per row, the weight of a row."""

    marks: Floats
    right: Floats
    weights: Floats

    def only(self, chosen: NDArray[np.bool_]) -> "Rows":
        """Some of the rows."""
        return Rows(
            marks=self.marks[chosen], right=self.right[chosen], weights=self.weights[chosen]
        )


def developed() -> list[Case]:
    """The cases that may be read: the even lines of the sets, and all written for this."""
    even = [case for name in SETS for case in read_cases(HOME / name)[1::2]]
    return even + read_cases(HOME / "adverts_train.jsonl")


def chat_cases(folder: Path) -> list[Case]:
    """Every message of a chat, an advert where a moment accepts its removal first."""
    moments = [json.loads(line) for line in (folder / "moments.jsonl").read_text().splitlines()]
    adverts = {each["after_id"] for each in moments if "ad_removal" in each["acceptable"][:1]}
    unsure = {each["after_id"] for each in moments if "ad_removal" in each["acceptable"]} - adverts
    said = json.loads((folder / "chat.json").read_text("utf-8"))["messages"]
    return [
        Case(text=each["content"], language="", advert=each["platformMessageId"] in adverts)
        for each in said
        if isinstance(each["content"], str) and each["platformMessageId"] not in unsure
    ]


def rows_of(cases: list[Case], chats: list[Case]) -> Rows:
    """Cases as the shipped score reads them."""
    every = cases + chats
    weights = np.array([1.0] * len(cases) + [1.0 if c.advert else CHAT_WEIGHT for c in chats])
    return Rows(
        marks=np.array([marks_of(case.text) for case in every]),
        right=np.array([float(case.advert) for case in every]),
        weights=weights,
    )


def thinned(rows: Rows) -> Rows:
    """Each row COPIES times, each time with some of its marks gone: nobody uses all our words."""
    stays = np.random.default_rng(SEED).random((COPIES, *rows.marks.shape)) >= DROPPED
    return Rows(
        marks=(rows.marks[None] * stays).reshape(-1, rows.marks.shape[1]),
        right=np.tile(rows.right, COPIES),
        weights=np.tile(rows.weights, COPIES) / COPIES,
    )


def fit(rows: Rows) -> Floats:
    """The weight of each feature, the start last; Newton's method."""
    rows = thinned(rows)
    marks = np.column_stack([rows.marks, np.ones(len(rows.right))])
    begin = np.append(PRIOR, START)
    weights: Floats = begin.copy()
    for _ in range(25):
        chance = 1 / (1 + np.exp(-(marks @ weights)))
        slope = marks.T @ (rows.weights * (chance - rows.right)) + HELD * (weights - begin)
        curve = marks.T @ (marks * (rows.weights * chance * (1 - chance))[:, None])
        weights -= np.linalg.solve(curve + HELD * np.eye(len(weights)), slope)
    return weights


def scores(weights: Floats, marks: Floats) -> Floats:
    """The sum for each row."""
    return marks @ weights[:-1] + weights[-1]


def held_out_scores(rows: Rows) -> Floats:
    """The sum for each row by a fit that has not seen it."""
    fold = np.random.default_rng(SEED).permutation(len(rows.right)) % FOLDS
    found = np.zeros(len(rows.right))
    for each in range(FOLDS):
        found[fold == each] = scores(fit(rows.only(fold != each)), rows.marks[fold == each])
    return found


def main() -> None:
    """Read, fit, calibrate, write the arrays."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chats", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    arguments = parser.parse_args()
    cases = developed()
    rows = rows_of(cases, [case for folder in arguments.chats for case in chat_cases(folder)])
    held = held_out_scores(rows)
    slope, offset = calibrate(held, rows.right, rows.weights)
    own = np.arange(len(held)) < len(cases)
    flagged = slope * held + offset >= 0
    hits = flagged & (rows.right == 1)
    print(
        f"{len(cases)} cases, {int((~own).sum())} of chats; held out:",
        f"precision {hits[own].sum() / flagged[own].sum():.3f},",
        f"recall {hits[own].sum() / rows.right[own].sum():.3f},",
        f"false alarms in chats {int((flagged & (rows.right == 0))[~own].sum())}",
    )
    weights = fit(rows)
    np.savez(
        arguments.out,
        names=np.array(FEATURES),
        weights=slope * weights[:-1],
        start=np.array(slope * weights[-1] + offset),
    )
    print(f"slope {slope:.2f}, offset {offset:.2f}, {arguments.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
