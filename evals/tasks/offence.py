"""Offence on COLD: `simmer eval offence --data ../shared/datasets/cold/dev.csv --json`.

`anti_bias_false_alarms` is the share of speech against prejudice that is flagged: rows with the
fine-grained label 3 where the file has that column, else the rows marked by hand (counter_speech,
kept out of training) of the train.csv that lies beside the file. The floor is a logistic
regression over single characters, fitted in this run on the same training rows.

`english` is what a room would be told of hand-made lines (offence_en.jsonl): the even ones were
read while the wordings were written, the odd ones scored once. `fresh` are two goes of 40 lines
written after that. Each was scored once before any wording was changed: recall .10 and .10, no
alarm. After the first the wordings were widened; of the second nothing was changed.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

import numpy as np

from agent.listening.grams import places
from agent.listening.offence import THRESHOLD, offence
from agent.listening.signals_manners import offence_of
from agent.listening.thresholds import OFFENCE
from agent.listening.words import plain
from community.errors import Invalid
from evals.cold import Labelled, held_out, read_rows, to_train_on
from evals.task import Figures, Options
from evals.train.logistic import Linear, Marked, fit

SIZE = 1 << 16
BINS = 10
HOME = Path(__file__).parents[1] / "datasets"


def measure(options: Options) -> Figures:
    """Accuracy, false alarms, calibration error, and the same of the floor."""
    if options.data is None:
        raise Invalid("eval_needs_data", name="offence")
    english: Figures = {"odd": _heard(0), "even": _heard(1), "fresh": [_fresh(1), _fresh(2)]}
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
        "english": english,
    }
    return figures | _floor(options.data, rows, train, against)


def _heard(start: int) -> Figures:
    """Recall and alarms of every second line."""
    return _told(_lines("offence_en.jsonl")[start::2])


def _fresh(go: int) -> Figures:
    return _told([each for each in _lines("offence_en_fresh.jsonl") if each["go"] == go])


def _lines(name: str) -> list[dict[str, object]]:
    rows = (HOME / name).read_text(encoding="utf-8").splitlines()
    return [cast("dict[str, object]", json.loads(row)) for row in rows]


def _told(lines: Sequence[Mapping[str, object]]) -> Figures:
    """What reaches the threshold of a community that chose none."""
    told = [offence_of(str(each["text"]))[0] >= OFFENCE for each in lines]
    right = [bool(each["offends"]) for each in lines]
    hit = sum(one and other for one, other in zip(told, right, strict=True))
    return {"recall": round(hit / sum(right), 2), "alarms": sum(told) - hit, "lines": len(lines)}


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
