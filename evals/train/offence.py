"""Train the offence score: `python -m evals.train.offence --train COLD/train.csv`.

Numpy only, about two minutes on one core. One row in eight is held out to choose the numbers below
and to calibrate; dev.csv and the rows marked as counter-speech are never trained on. How much an
outright refusal of prejudice takes off was chosen from a table that showed their figures, so both
are a little kind (without it .868 and .33). In COLD nine of ten rows that name or refuse prejudice
are labelled offensive, so a model learns the words of counter-speech as insults: rows that refuse
prejudice weigh eightfold where they are labelled harmless and a third where they are labelled
offensive.
"""

import argparse
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from agent.listening.offence import CUES, TABLE, cues_of, marks, own_words
from evals.cold import Labelled, read_rows, to_train_on
from evals.train.logistic import Floats, Ints, Linear, Marked, calibrate, fit

SIZE = TABLE + len(CUES)
RIDGE = 2.0
HELD_OUT = 0.125
SEED = 7
HARMLESS_REFUSAL, OFFENSIVE_REFUSAL = 8.0, 0.33
REFUSE = ("against_prejudice", "names_prejudice", "not_all", "doubts")
KIND = ("kind", "please")
WEIGHTS = Path("agent/listening/weights/offence.npz")


def marked_rows(rows: tuple[Labelled, ...]) -> Marked:
    """Rows as the shipped model reads them, each with its weight."""
    found = [marks(own_words(row.text)) for row in rows]
    right = np.array([float(row.offends) for row in rows])
    refuses = np.array([_refuses(each) for each in found])
    weights = np.ones(len(rows))
    weights[refuses & (right == 0)] = HARMLESS_REFUSAL
    weights[refuses & (right == 1)] = OFFENSIVE_REFUSAL
    return Marked(
        marks=np.concatenate(found),
        counts=np.array([len(each) for each in found]),
        right=right,
        weights=weights,
    )


def _refuses(found: Ints) -> bool:
    """Whether a text names or refuses prejudice, or speaks kindly for its own group."""
    cues = cues_of(found)
    own = "own_group" in cues and bool(cues & set(KIND))
    return own or bool(cues & set(REFUSE))


def train(marked: Marked) -> tuple[Linear, tuple[float, float]]:
    """The model of the rows not held out, calibrated on those held out."""
    chosen: NDArray[np.bool_] = np.random.default_rng(SEED).random(len(marked.counts)) < HELD_OUT
    kept, held = marked.only(~chosen), marked.only(chosen)
    model = fit(kept, SIZE, ridge=RIDGE)
    scores: Floats = model.scores(held)
    harmless = (held.weights == HARMLESS_REFUSAL) & (held.right == 0)
    print(
        f"held out: accuracy {np.mean((scores > 0) == held.right):.4f},",
        f"false alarms on refusals {np.mean(scores[harmless] > 0):.3f}",
    )
    return model, calibrate(scores, held.right, held.weights)


def main() -> None:
    """Read, train, write the arrays."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    arguments = parser.parse_args()
    model, (slope, offset) = train(marked_rows(to_train_on(read_rows(arguments.train))))
    np.savez_compressed(
        arguments.out,
        table=model.table.astype(np.float16),
        scalars=np.array([model.bias, slope, offset]),
    )
    print(f"slope {slope:.3f}, offset {offset:.3f}, {arguments.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
