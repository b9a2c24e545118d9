"""The trained part of the linker: arrays from weights/*.npz, evaluated with numpy alone.

A small network scores each candidate from its row of features; several networks with different
beginnings are averaged; the scores of a message become chances that sum to 1 over its candidates
and "none". weights/README.md holds the recipe, the licence of the data and the figures.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import cast

import numpy as np
from numpy.typing import NDArray

from agent.listening.features import Rows

Layer = tuple[NDArray[np.float32], NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Ranker:
    """Means and scales of the features, the networks' layers, and one temperature."""

    mean: NDArray[np.float32]
    scale: NDArray[np.float32]
    networks: tuple[tuple[Layer, ...], ...]
    temperature: float
    straight: NDArray[np.float32] | None = None
    """The weights of one network of one layer, for rows as they are."""

    def scores(self, rows: Rows) -> NDArray[np.float32]:
        """One score for each row, the average of the networks; only their differences count.

        What is the same in every row changes nothing where the one network is `straight`.
        """
        if self.straight is not None:
            return rows @ self.straight
        inputs = (rows - self.mean) / self.scale
        return np.mean([_run(layers, inputs) for layers in self.networks], axis=0)

    def chances(self, rows: Rows) -> NDArray[np.float32]:
        """Calibrated chances, summing to 1 over the rows of one message."""
        scores = self.scores(rows) / self.temperature
        weights = np.exp(scores - scores.max())
        return weights / weights.sum()


def _run(layers: tuple[Layer, ...], inputs: NDArray[np.float32]) -> NDArray[np.float32]:
    for weights, bias in layers[:-1]:
        inputs = np.maximum(inputs @ weights + bias, 0)
    weights, bias = layers[-1]
    return (inputs @ weights + bias)[:, 0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rankers:
    """One ranker for busy open channels, one for groups that know each other and take hours."""

    channels: Ranker
    groups: Ranker


@lru_cache(maxsize=1)
def shipped() -> Rankers:
    """The rankers whose weights lie beside this file."""
    return Rankers(channels=_load("channels.npz"), groups=_load("groups.npz"))


def _load(name: str) -> Ranker:
    with (
        files("agent.listening").joinpath("weights", name).open("rb") as file,
        np.load(file, allow_pickle=False) as arrays,
    ):
        return read_ranker({key: cast("NDArray[np.float32]", arrays[key]) for key in arrays.files})


def read_ranker(arrays: dict[str, NDArray[np.float32]]) -> Ranker:
    """Arrays named mean, scale, temperature and w{network}_{layer}, b{network}_{layer}."""
    networks: list[tuple[Layer, ...]] = []
    while f"w{len(networks)}_0" in arrays:
        at = len(networks)
        depth = sum(name.startswith(f"w{at}_") for name in arrays)
        networks.append(
            tuple(
                (
                    arrays[f"w{at}_{layer}"].astype(np.float32),
                    arrays[f"b{at}_{layer}"].astype(np.float32),
                )
                for layer in range(depth)
            )
        )
    scale = arrays["scale"].astype(np.float32)
    linear = [len(layers) for layers in networks] == [1]
    return Ranker(
        mean=arrays["mean"].astype(np.float32),
        scale=scale,
        networks=tuple(networks),
        temperature=float(arrays["temperature"]),
        straight=networks[0][0][0][:, 0] / scale if linear else None,
    )
