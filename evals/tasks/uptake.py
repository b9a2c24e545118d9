"""Uptake: `simmer eval uptake --data ../shared/datasets/uptake/uptake_data.csv --json`.

Ten folds; a lesson (obs_id) lies in one fold whole, since the file has no column for the
classroom. Each exchange is judged by a model trained on the other folds; `spearman` ranks all
judgements together. The floor is the share of the message's words that the reply has.
"""

import numpy as np

from agent.listening.uptake import Floats, judge, tokens
from community.errors import Invalid
from evals.rated import read_exchanges
from evals.task import Figures, Options
from evals.train.uptake import read, rows, train

FOLDS = 10
SEED = 11


def measure(options: Options) -> Figures:
    """Rank correlation with the raters, by grouped folds, and the floor's."""
    if options.data is None:
        raise Invalid("eval_needs_data", name="uptake")
    exchanges = read_exchanges(options.data)
    folds = folds_of([each.lesson for each in exchanges], SEED)
    given = read(exchanges)
    judged = np.zeros(len(exchanges))
    by_fold: list[float] = []
    for fold in range(FOLDS):
        held = np.flatnonzero(folds == fold)
        weights = train(given, np.flatnonzero(folds != fold).tolist())
        dense = rows([given.texts[at] for at in held], weights.idf)
        judged[held] = judge(weights, dense, given.words[held])
        by_fold.append(spearman(judged[held], given.right[held]))
    shares = np.array([_share(message, reply) for message, reply in given.texts])
    return {
        "spearman": round(spearman(judged, given.right), 4),
        "spearman_mean_of_folds": round(float(np.mean(by_fold)), 4),
        "floor": round(spearman(shares, given.right), 4),
        "exchanges": len(exchanges),
        "lessons": len({each.lesson for each in exchanges}),
        "folds": FOLDS,
    }


def folds_of(groups: list[str], seed: int) -> np.ndarray:
    """A fold for each row; rows of one group share theirs."""
    names = sorted(set(groups))
    drawn = np.random.default_rng(seed).permutation(len(names)) % FOLDS
    fold = dict(zip(names, drawn.tolist(), strict=True))
    return np.array([fold[group] for group in groups])


def spearman(left: Floats, right: Floats) -> float:
    """Pearson's correlation of ranks, ties sharing their mean rank."""
    return float(np.corrcoef(_ranks(left), _ranks(right))[0, 1])


def _ranks(values: Floats) -> Floats:
    _, at, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return ((ends - counts + ends - 1) / 2)[at]


def _share(message: str, reply: str) -> float:
    words = set(tokens(message))
    return len(words & set(tokens(reply))) / max(1, len(words))
