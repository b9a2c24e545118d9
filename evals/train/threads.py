"""How agent/listening/weights/*.npz were made.

    python -m evals.train.threads --train IRC_TRAIN --dev IRC_DEV --groups FOLDER FOLDER --out DIR

Channels: rows are heard twice. In the first hearing the memory keeps the links of an untrained
rule, and two networks are trained, each on half of the logs. In the second hearing each log is
linked by the network that has not seen it, so that the state of the talk is as uncertain as it
will be in use; the shipped networks are trained on those rows. In 35 % of the messages of a batch
the columns about what follows are blanked, so the same networks serve live talk. Their one
temperature is fitted on the development logs; the test logs are never read here.

Groups: one linear ranker on the two invented communities (their labels are one opinion each),
heard with annotated and then with its own links.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from agent.listening.features import Rows
from agent.listening.memory import NOBODY, Heard, Ints, Memory
from agent.listening.ranker import Ranker, read_ranker
from evals.chats import read_labelled
from evals.irc import Log, read_logs
from evals.train.network import Floats, Network, Plan, Samples, softmax, train
from evals.train.rows import Choose, by_rule, channel_rows, group_rows

AHEAD_COLUMNS = (31, *range(103, 115))
RETURNS_AT_ONCE = 112
BLANKED = 0.35
EVERY = 37
STATE = Plan(epochs=5)
SHIPPED = Plan(epochs=4)
PULL = 0.03
ROUNDS = 3
TEMPERATURES = tuple(0.6 + 0.05 * step for step in range(29))


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What to train on and how many networks to average."""

    train: Sequence[Log]
    dev: Sequence[Log]
    networks: int


def train_channels(recipe: Recipe) -> dict[str, Floats]:
    """The arrays of channels.npz."""
    print("first hearing", flush=True)
    samples = channel_rows(recipe.train, by_rule)
    mean, scale = _scaling(samples)
    halves = [
        train(
            samples.only(np.flatnonzero(samples.logs % 2 != half)), mean, scale, STATE, half, keep
        )
        for half in (0, 1)
    ]
    rankers = [read_ranker(arrays([network], mean, scale)) for network in halves]
    print("second hearing", flush=True)
    samples = channel_rows(recipe.train, _by_ranker(rankers))
    mean, scale = _scaling(samples)
    networks: list[Network] = []
    for seed in range(recipe.networks):
        networks.append(train(samples, mean, scale, SHIPPED, seed, blank))
        print("network", seed, flush=True)
    dev = channel_rows(recipe.dev, _by_ranker(rankers))
    return arrays(networks, mean, scale, _temperature(networks, mean, scale, dev))


def train_groups(folders: Sequence[Path]) -> dict[str, Floats]:
    """The arrays of groups.npz: a linear ranker."""
    labelled = [read_labelled(folder) for folder in folders]
    parts = [group_rows(one, at, None) for at, one in enumerate(labelled)]
    every = _join(parts)
    mean = every.rows.astype(np.float32).mean(axis=0)
    scale = every.rows.astype(np.float32).std(axis=0) + np.float32(0.05)
    weights = _fit_linear(every, mean, scale)
    temperature = float(np.mean([_crossed(parts, out, mean, scale) for out in range(len(parts))]))
    for _ in range(ROUNDS):
        ranker = read_ranker(_linear(weights, mean, scale))
        own = [group_rows(one, at, _by_ranker([ranker])) for at, one in enumerate(labelled)]
        weights = _fit_linear(_join([*parts, *own]), mean, scale)
        parts = own
    return _linear(weights, mean, scale, temperature)


def _crossed(parts: Sequence[Samples], out: int, mean: Floats, scale: Floats) -> float:
    """The temperature that suits a community when the ranker knows only the others."""
    known = [part for at, part in enumerate(parts) if at != out] or list(parts)
    weights = _fit_linear(_join(known), mean, scale)
    network = Network([weights[:, None], np.zeros(1, np.float32)])
    return _temperature([network], mean, scale, parts[out])


def keep(rows: Floats, _counts: Ints, _draw: np.random.Generator) -> Floats:
    """Rows as they are."""
    return rows


def blank(rows: Floats, counts: Ints, draw: np.random.Generator) -> Floats:
    """Rows of some messages as they are live, when nothing has followed yet."""
    chosen = np.repeat(draw.random(len(counts)) < BLANKED, counts)
    for column in AHEAD_COLUMNS:
        rows[chosen, column] = 0
    rows[chosen & (rows[:, 0] == 0), RETURNS_AT_ONCE] = 1
    return rows


def arrays(
    networks: Sequence[Network], mean: Floats, scale: Floats, temperature: float = 1.0
) -> dict[str, Floats]:
    """Networks as named arrays, the form that agent.listening.ranker reads."""
    found = {"mean": mean, "scale": scale, "temperature": np.float32(temperature)}
    for at, network in enumerate(networks):
        for layer in range(len(network.weights) // 2):
            found[f"w{at}_{layer}"] = network.weights[2 * layer]
            found[f"b{at}_{layer}"] = network.weights[2 * layer + 1]
    return {name: np.asarray(value, dtype=np.float32) for name, value in found.items()}


def _by_ranker(rankers: Sequence[Ranker]) -> Choose:
    """Keep the link of the ranker that has not seen the log."""

    def choose(log: int, _memory: Memory, _heard: Heard, positions: Ints, rows: Rows) -> int:
        best = int(np.argmax(rankers[log % len(rankers)].scores(rows)))
        return int(positions[best - 1]) if best else NOBODY

    return choose


def _scaling(samples: Samples) -> tuple[Floats, Floats]:
    some = samples.rows[::EVERY].astype(np.float32)
    return some.mean(axis=0), some.std(axis=0) + np.float32(1e-3)


def _temperature(networks: Sequence[Network], mean: Floats, scale: Floats, dev: Samples) -> float:
    """The temperature under which the development parents are likeliest."""
    inputs = (dev.rows.astype(np.float32) - mean) / scale
    scores = np.stack([network.scores(inputs) for network in networks]).mean(
        axis=0, dtype=np.float32
    )

    def loss(temperature: float) -> float:
        chances = softmax((scores / temperature).astype(np.float32), dev.counts)
        mass = np.add.reduceat(chances * dev.right, dev.starts)
        return float(-np.log(np.maximum(mass, 1e-4)).mean())

    return min(TEMPERATURES, key=loss)


def _join(parts: Sequence[Samples]) -> Samples:
    return Samples(
        rows=np.concatenate([part.rows for part in parts]),
        right=np.concatenate([part.right for part in parts]),
        counts=np.concatenate([part.counts for part in parts]),
        logs=np.concatenate([part.logs for part in parts]),
    )


def _fit_linear(samples: Samples, mean: Floats, scale: Floats, steps: int = 120) -> Floats:
    """A linear ranker by Adam, its weights pulled to zero."""
    inputs = (samples.rows.astype(np.float32) - mean) / scale
    known = np.add.reduceat(samples.right, samples.starts) > 0
    weigh = np.repeat(known.astype(np.float32), samples.counts) / known.sum()
    weights = np.zeros(inputs.shape[1], np.float32)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, steps + 1):
        error = (
            softmax((inputs @ weights).astype(np.float32), samples.counts) - samples.right
        ) * weigh
        slope = inputs.T @ error + PULL * weights
        first += 0.1 * (slope - first)
        second += 0.01 * (slope * slope - second)
        rate = 0.06 * (1 - 0.9 * step / steps)
        moved = first / (1 - 0.9**step) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
        weights -= rate * moved
    return weights


def _linear(
    weights: Floats, mean: Floats, scale: Floats, temperature: float = 1.0
) -> dict[str, Floats]:
    network = Network([weights[:, None], np.zeros(1, np.float32)])
    return arrays([network], mean, scale, temperature)


def _write(path: Path, found: dict[str, Floats]) -> None:
    with path.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **found)


def main() -> None:
    """Train and write the two files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", type=Path)
    parser.add_argument("--dev", type=Path)
    parser.add_argument("--groups", type=Path, nargs="+")
    parser.add_argument("--networks", type=int, default=4)
    parser.add_argument("--out", type=Path, default=Path("agent/listening/weights"))
    options = parser.parse_args()
    if options.groups:
        _write(options.out / "groups.npz", train_groups(options.groups))
    if options.train and options.dev:
        recipe = Recipe(
            train=tuple(read_logs(options.train)),
            dev=tuple(read_logs(options.dev)),
            networks=options.networks,
        )
        _write(options.out / "channels.npz", train_channels(recipe))


if __name__ == "__main__":
    main()
