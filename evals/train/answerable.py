"""How the weights of knowledge_base.fusion.answerable were learnt: run it again to get them.

    python -m evals.train.answerable --data cmrc2018_trial.json --communities FOLDER…

Each question of the file is asked of shelves where its answer stands
and where it does not: of whole paragraphs, with and without its own; and of single sentences (as
short as claims are), with its own, without the sentences that hold the answer, and without its
whole paragraph. Members rarely use an expert's words: so each question is also asked with half of
its characters made strange to the index, its meaning (the vector) left as it is. A logistic
regression (ridge, iteratively reweighted least squares) on the evidence of the best passage tells
them apart. Labelled communities bring what no encyclopedia has: members' own ways of asking. What
a community left out of the learning gets is printed for each: these are the figures to believe.
Questions made to share no word with their answer (evals paraphrases) weigh less than members' own.
A library begins with one article, and people ask it what has nothing to do with it, in either
language: these are cases too.
What knowledge_base.misfits rules out is not learnt from: it is never answered.
"""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals.paraphrased import HOME, PARAPHRASES, read_paraphrases
from evals.scorers.ranking import auroc
from evals.train.asked import ABROAD, ELSEWHERE, Case, cases_of, of_encyclopedia, room_of
from evals.vectors import cached
from knowledge_base.embedders.installed import installed_embedder
from knowledge_base.fusion import Evidence

LEARNT = ("lead", "cosine", "matched", "latin", "foreign", "who")
"""Figures that are weighed: with the others, communities left out of the learning did worse."""
OF_MEANING = "cosine"
"""The figure whose scale is the embedder's own: WORDS does without it."""
RIDGE = 2.0
TEXTS = 5.0
"""Weight of all rows of the encyclopedic file together: they steady, the communities decide."""
CUTS = (0.36, 0.4, 0.42, 0.44, 0.45, 0.46, 0.48, 0.5)
"""Probabilities at which the shares of a community left out are shown."""
STEPS = 40
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Evidence (n, figures); answers and what each row weighs, all (n,)."""

    figures: Floats
    answers: Floats
    weighs: Floats


def table(cases: Sequence[Case], whole: float | None = None) -> Rows:
    """Rows as arrays, without those of another case; with `whole` they weigh so much together."""
    learnt = [one for one in cases if not one.evidence.misfit and one.weighs]
    weighs = np.array([one.weighs for one in learnt], dtype=np.float64)
    return Rows(
        figures=np.array([astuple(one.evidence) for one in learnt], dtype=np.float64),
        answers=np.array([one.right for one in learnt], dtype=np.float64),
        weighs=weighs if whole is None else weighs * (whole / float(weighs.sum())),
    )


def joined(parts: Sequence[Rows]) -> Rows:
    """All rows of several tables."""
    return Rows(
        figures=np.concatenate([one.figures for one in parts]),
        answers=np.concatenate([one.answers for one in parts]),
        weighs=np.concatenate([one.weighs for one in parts]),
    )


def fit(rows: Rows, columns: Sequence[int], ridge: float = RIDGE) -> tuple[Floats, float]:
    """Weights and offset of a logistic regression on figures as they are."""
    figures = rows.figures[:, columns]
    mean = column_means(figures)
    spread = np.sqrt(column_means((figures - mean) ** 2)) + 1e-9
    wide = np.column_stack([(figures - mean) / spread, np.ones(len(figures))]).astype(np.float64)
    penalty = np.diag([ridge] * figures.shape[1] + [0.0]).astype(np.float64)
    weights = np.zeros(wide.shape[1], dtype=np.float64)
    for _ in range(STEPS):
        weights = _stepped(wide, rows, penalty, weights)
    scaled = (weights[:-1] / spread).astype(np.float64)
    return scaled, float(weights[-1]) - float(scaled @ mean)


def column_means(figures: Floats) -> Floats:
    """Mean of every column."""
    return np.asarray(figures.sum(axis=0) / len(figures), dtype=np.float64)


def _stepped(wide: Floats, rows: Rows, penalty: Floats, weights: Floats) -> Floats:
    """One Newton step down the penalised, weighted log loss."""
    chance = 1 / (1 + np.exp(-(wide @ weights)))
    curve = (wide * (rows.weighs * chance * (1 - chance))[:, None]).T @ wide + penalty
    slope = wide.T @ (rows.weighs * (chance - rows.answers)) + penalty @ weights
    return np.asarray(weights - np.linalg.solve(curve, slope), dtype=np.float64)


def left_out(texts: Rows, communities: Mapping[str, Sequence[Case]], columns: list[int]) -> None:
    """Print what each community gets from weights that never saw it, and all of them together."""
    every: list[tuple[float, Case]] = []
    strange: list[tuple[float, Case]] = []
    for name, cases in communities.items():
        others = [table(rows) for other, rows in communities.items() if other != name]
        weights, offset = fit(joined([texts, *others]), columns)
        asked = [one for one in cases if one.answerable is not None]
        judged = [(chance_of(one, weights, offset, columns), one) for one in asked]
        every += judged
        strange += [
            (chance_of(one, weights, offset, columns), one)
            for one in cases
            if one.weighs in {ELSEWHERE, ABROAD}
        ]
        print(name, [(cut, *shares(judged, cut)) for cut in CUTS])
    right = [one.right for _, one in every]
    print("all", "auroc", round(auroc([chance for chance, _ in every], right), 3))
    print("all", [(cut, *shares(every, cut)) for cut in CUTS])
    print("of other communities", [(cut, shares(strange, cut)[1]) for cut in CUTS])


def chance_of(case: Case, weights: Floats, offset: float, columns: list[int]) -> float:
    """Probability by these weights; 0 where nothing was searched or the case is another."""
    if case.evidence.misfit or not case.weighs:
        return 0.0
    figures = np.array(astuple(case.evidence), dtype=np.float64)[columns]
    return float(1 / (1 + np.exp(-(figures @ weights + offset))))


def shares(judged: Sequence[tuple[float, Case]], cut: float) -> tuple[float, float]:
    """answered_right and refused_right where a chance from `cut` on is an answer."""
    answered = [chance >= cut and one.right for chance, one in judged if one.answerable]
    refused = [chance < cut for chance, one in judged if not one.answerable]
    return _share(answered), _share(refused)


def _share(right: Sequence[bool]) -> float:
    return round(sum(right) / len(right), 3) if right else 0.0


def main() -> None:
    """Learn and print what belongs into knowledge_base/fusion.py."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--communities", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    embedder = cached(installed_embedder())
    texts = table(of_encyclopedia(options.data, embedder), TEXTS)
    others = read_paraphrases(PARAPHRASES)
    rooms = {
        folder.name: room_of(
            folder, embedder, [row for row in others if HOME / row["community"] == folder]
        )
        for folder in [one.resolve() for one in options.communities]
    }
    communities = {
        name: list(cases_of(room, [one for one in rooms.values() if one is not room], embedder))
        for name, room in rooms.items()
    }
    names = [field.name for field in fields(Evidence)]
    chosen = [names.index(name) for name in LEARNT]
    words = [place for place in chosen if names[place] != OF_MEANING]
    for label, columns in (("WEIGHTS", chosen), ("WORDS", words)):
        left_out(texts, communities, columns)
        rows = joined([texts, *(table(one) for one in communities.values())])
        weights, offset = fit(rows, columns)
        whole = np.zeros(len(names), dtype=np.float64)
        whole[columns] = weights
        print(label, whole.round(3).tolist(), round(offset, 3))


if __name__ == "__main__":
    main()
