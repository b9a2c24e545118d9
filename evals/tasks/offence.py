"""Offence on COLD: `simmer eval offence --data ../shared/datasets/cold/dev.csv --json`.

`anti_bias_false_alarms` is the share of speech against prejudice that is flagged: rows with the
fine-grained label 3 where the file has that column, else the rows marked by hand (counter_speech,
kept out of training) of the train.csv that lies beside the file. The floor is a logistic
regression over single characters, fitted in this run on the same training rows.
"""

from pathlib import Path

import numpy as np

from agent.listening.grams import places
from agent.listening.offence import THRESHOLD, offence
from agent.listening.words import plain
from community.errors import Invalid
from evals.cold import Labelled, held_out, read_rows, to_train_on
from evals.task import Figures, Options
from evals.train.logistic import Linear, Marked, fit

SIZE = 1 << 16
BINS = 10


def measure(options: Options) -> Figures:
    """Accuracy, false alarms, calibration error, and the same of the floor."""
    if options.data is None:
        raise Invalid("eval_needs_data", name="offence")
    rows = read_rows(options.data)
    beside = options.data.with_name("train.csv")
    train = read_rows(beside) if beside.exists() else ()
    against = tuple(row for row in rows if row.anti_bias) or held_out(train)
    chances = np.array([offence(row.text).chance for row in rows])
    right = np.array([row.offends for row in rows])
    flagged = chances >= THRESHOLD
    alarms = [offence(row.text).chance >= THRESHOLD for row in against]
    figures: Figures = {
        "accuracy": _share(flagged == right),
        "anti_bias_false_alarms": _share(np.array(alarms)),
        "anti_bias_rows": len(against),
        "precision": _share(right[flagged]),
        "recall": _share(flagged[right]),
        "calibration_error": round(calibration_error(chances, right), 4),
        "rows": len(rows),
        "threshold": THRESHOLD,
    }
    return figures | _floor(options.data, rows, train, against)


def calibration_error(chances: np.ndarray, right: np.ndarray) -> float:
    """Expected calibration error over ten bins of equal width (Guo et al. 2017)."""
    bins = np.minimum((chances * BINS).astype(int), BINS - 1)
    gaps = [
        abs(float(chances[bins == at].mean()) - float(right[bins == at].mean()))
        * float((bins == at).mean())
        for at in range(BINS)
        if (bins == at).any()
    ]
    return sum(gaps)


def _floor(
    data: Path,
    rows: tuple[Labelled, ...],
    train: tuple[Labelled, ...],
    against: tuple[Labelled, ...],
) -> Figures:
    """Single characters, plain logistic regression."""
    if not train or data.name == "train.csv":
        return {"floor": None}
    model: Linear = fit(_characters(to_train_on(train)), SIZE, ridge=1.0, bayes=False)
    dev = _characters(rows)
    return {
        "floor": _share((model.scores(dev) > 0) == (dev.right > 0)),
        "floor_anti_bias_false_alarms": _share(model.scores(_characters(against)) > 0),
    }


def _characters(rows: tuple[Labelled, ...]) -> Marked:
    found = [np.unique(np.concatenate(places(plain(row.text) or " ", 1, SIZE))) for row in rows]
    return Marked(
        marks=np.concatenate(found),
        counts=np.array([len(each) for each in found]),
        right=np.array([float(row.offends) for row in rows]),
        weights=np.ones(len(rows)),
    )


def _share(flags: np.ndarray) -> float:
    return round(float(flags.mean()), 4) if len(flags) else 0.0
