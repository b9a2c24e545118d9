"""Train the uptake score: `python -m evals.train.uptake --data uptake_data.csv` (a minute, numpy).

The ridge, the width and the shares of the kernel were chosen on five folds of lessons with another
seed than that of the eval (the same exchanges, so the figure of the eval is a little kind).
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from agent.listening.uptake import TABLE, Floats, Weights, bag, features, kernel, place, tokens
from agent.listening.words import plain
from evals.rated import Exchange, read_exchanges

RIDGE = 10.0
WIDTH = 6.0
FEATURES, WORDS = 0.2, 0.6
"""How much the straight parts of the kernel count beside the Gaussian one."""
WEIGHTS = Path("agent/listening/weights/uptake.npz")


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """Exchanges made ready once: plain texts, the words of the replies, the scores."""

    texts: tuple[tuple[str, str], ...]
    words: Floats
    right: Floats


def read(exchanges: Sequence[Exchange]) -> Read:
    """Plain texts and bags of words of all exchanges."""
    texts = tuple((plain(each.message), plain(each.reply)) for each in exchanges)
    return Read(
        texts=texts,
        words=np.stack([bag(reply) for _, reply in texts]),
        right=np.array([each.uptake for each in exchanges]),
    )


def rows(texts: Sequence[tuple[str, str]], idf: Floats) -> Floats:
    """The features of exchanges."""
    return np.stack([features(message, reply, idf) for message, reply in texts])


def train(given: Read, chosen: Sequence[int]) -> Weights:
    """The weights from the chosen exchanges only, the rarity of words included."""
    texts = [given.texts[at] for at in chosen]
    idf = rarity(texts)
    dense = rows(texts, idf)
    mean: Floats = dense.mean(0)
    scale: Floats = dense.std(0) + 1e-3
    scaled: Floats = (dense - mean) / scale
    right: Floats = given.right[np.array(chosen)]
    words: Floats = given.words[np.array(chosen)]
    near: Floats = kernel(scaled, scaled, WIDTH)
    near += FEATURES / scaled.shape[1] * scaled @ scaled.T + WORDS * words @ words.T
    level = float(right.mean())
    costs = near.copy()
    np.fill_diagonal(costs, costs.diagonal() + RIDGE)
    duals = np.linalg.solve(costs, right - level).astype(np.float64)
    straight: Floats = FEATURES / scaled.shape[1] * scaled.T @ duals
    return Weights(
        mean=mean,
        scale=scale,
        straight=np.concatenate([straight, WORDS * words.T @ duals, np.array([level])]),
        rows=scaled,
        kernel=duals,
        width=WIDTH,
        idf=idf,
    )


def rarity(texts: Sequence[tuple[str, str]]) -> Floats:
    """For each place of a word, the log of how rare it is."""
    counts = np.zeros(TABLE)
    for message, reply in texts:
        for text in (message, reply):
            counts[list({place(word) for word in tokens(text)})] += 1
    return np.log((2 * len(texts) + 1) / (counts + 1))


def main() -> None:
    """Train on everything and write the arrays."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    arguments = parser.parse_args()
    given = read(read_exchanges(arguments.data))
    weights = train(given, range(len(given.texts)))
    np.savez_compressed(
        arguments.out,
        rows=weights.rows.astype(np.float16),
        mean=weights.mean.astype(np.float32),
        scale=weights.scale.astype(np.float32),
        straight=weights.straight.astype(np.float32),
        kernel=weights.kernel.astype(np.float32),
        width=np.array(weights.width, dtype=np.float32),
        idf=weights.idf.astype(np.float32),
    )
    print(f"{arguments.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
