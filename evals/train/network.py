"""A small network trained to rank the candidates of one message, in numpy alone.

The loss of a message is −log of the chance given to any of its annotated parents (a softmax over
its candidates and "none"); Adam, cosine decay, dropout on hidden layers.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
FIRST, SECOND = 0.1, 0.001


@dataclass(frozen=True, slots=True, kw_only=True)
class Samples:
    """Rows of all messages in order, 1 where a row is an annotated parent, rows per message."""

    rows: NDArray[np.float16]
    right: NDArray[np.int8]
    counts: Ints
    logs: Ints

    @property
    def starts(self) -> Ints:
        """Where each message's rows begin."""
        return np.concatenate([[0], np.cumsum(self.counts)[:-1]]).astype(np.int64)

    def only(self, chosen: Ints) -> "Samples":
        """The samples of some messages."""
        at = _rows_of(self.starts[chosen], self.counts[chosen])
        return Samples(
            rows=self.rows[at],
            right=self.right[at],
            counts=self.counts[chosen],
            logs=self.logs[chosen],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How long and how fast to train."""

    epochs: int = 6
    batch: int = 128
    rate: float = 1e-3
    dropout: float = 0.1
    hidden: tuple[int, ...] = (128, 64)


@dataclass(slots=True)
class Network:
    """Weights and biases in turn, and Adam's moments beside them."""

    weights: list[Floats]
    first: list[Floats] = field(default_factory=list[Floats])
    second: list[Floats] = field(default_factory=list[Floats])
    steps: int = 0

    def scores(self, inputs: Floats) -> Floats:
        """One score for each row."""
        for at in range(0, len(self.weights) - 2, 2):
            inputs = np.maximum(inputs @ self.weights[at] + self.weights[at + 1], 0)
        return (inputs @ self.weights[-2] + self.weights[-1])[:, 0]


Change = Callable[[Floats, Ints, np.random.Generator], Floats]


def train(
    samples: Samples, mean: Floats, scale: Floats, plan: Plan, seed: int, change: Change
) -> Network:
    """One network from one seed; `change` may vary the rows of a batch each time it is seen."""
    draw = np.random.default_rng(seed)
    network = _begin(samples.rows.shape[1], plan.hidden, draw)
    starts = samples.starts
    total = plan.epochs * -(-len(samples.counts) // plan.batch)
    done = 0
    for _ in range(plan.epochs):
        order = draw.permutation(len(samples.counts))
        for batch in _batches(order, plan.batch):
            counts = samples.counts[batch]
            at = _rows_of(starts[batch], counts)
            rows = change(samples.rows[at].astype(np.float32), counts, draw)
            inputs = (rows - mean) / scale
            rate = plan.rate * 0.5 * (1 + np.cos(np.pi * done / total)) + 1e-5
            gradients = _gradients(network, inputs, samples.right[at], counts, plan, draw)
            _step(network, gradients, float(rate))
            done += 1
    return network


def softmax(scores: Floats, counts: Ints) -> Floats:
    """Chances over the rows of each message."""
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.int64)
    weights = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), counts))
    total = np.repeat(np.add.reduceat(weights, starts), counts)
    return (weights / total).astype(np.float32)


def _begin(width: int, hidden: tuple[int, ...], draw: np.random.Generator) -> Network:
    sizes = (width, *hidden, 1)
    weights: list[Floats] = []
    for above, below in pairwise(sizes):
        drawn = draw.standard_normal((above, below)) * np.sqrt(2 / above)
        weights += [drawn.astype(np.float32), np.zeros(below, np.float32)]
    weights[-2] *= 0.1
    return Network(
        weights, [np.zeros_like(w) for w in weights], [np.zeros_like(w) for w in weights]
    )


def _gradients(
    network: Network,
    inputs: Floats,
    right: NDArray[np.int8],
    counts: Ints,
    plan: Plan,
    draw: np.random.Generator,
) -> list[Floats]:
    weights, layers, masks = network.weights, [inputs], list[Floats]()
    for at in range(0, len(weights) - 2, 2):
        hidden = np.maximum(layers[-1] @ weights[at] + weights[at + 1], 0)
        kept = draw.random(hidden.shape, dtype=np.float32) >= plan.dropout
        masks.append(kept.astype(np.float32) / (1 - plan.dropout))
        layers.append(hidden * masks[-1])
    scores = (layers[-1] @ weights[-2] + weights[-1])[:, 0]
    back = _slope(softmax(scores, counts), right, counts)[:, None]
    found: list[Floats] = []
    for layer in range(len(weights) // 2 - 1, -1, -1):
        found = [layers[layer].T @ back, back.sum(axis=0), *found]
        if layer:
            back = (back @ weights[2 * layer].T) * masks[layer - 1] * (layers[layer] > 0)
    return found


def _slope(chances: Floats, right: NDArray[np.int8], counts: Ints) -> Floats:
    """Slope of the mean loss by score; messages whose parent is no candidate teach nothing."""
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.int64)
    hit = chances * right
    mass = np.add.reduceat(hit, starts)
    known = np.repeat((mass > 1e-9).astype(np.float32), counts)  # noqa: PLR2004
    target = hit / np.repeat(np.maximum(mass, 1e-9), counts)
    return ((chances - target) * known / len(counts)).astype(np.float32)


def _step(network: Network, gradients: list[Floats], rate: float) -> None:
    network.steps += 1
    for at, gradient in enumerate(gradients):
        network.first[at] += FIRST * (gradient - network.first[at])
        network.second[at] += SECOND * (gradient * gradient - network.second[at])
        first = network.first[at] / (1 - (1 - FIRST) ** network.steps)
        second = network.second[at] / (1 - (1 - SECOND) ** network.steps)
        decay = 1e-5 * network.weights[at] if at % 2 == 0 else 0
        network.weights[at] -= rate * (first / (np.sqrt(second) + 1e-8) + decay)


def _batches(order: Ints, size: int) -> Iterator[Ints]:
    return (order[at : at + size] for at in range(0, len(order), size))


def _rows_of(starts: Ints, counts: Ints) -> Ints:
    before = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.int64)
    return np.repeat(starts - before, counts) + np.arange(int(counts.sum()), dtype=np.int64)
