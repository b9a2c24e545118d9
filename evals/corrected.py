"""People's corrections as labels: what `simmer export corrections` writes, read for evals."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What people said, by the platform's message ids: the last word on each thing.

    `parents` holds what a moved message answers (None starts a topic), `heard` whether a signal of
    a kind is truly there. They are the cases a model erred on, so no fair sample of a room.
    """

    parents: dict[str, str | None]
    heard: dict[tuple[str, str], bool]


def labels_from_corrections(lines: Iterable[str]) -> Labels:
    """Labels from exported corrections, oldest first; empty lines are passed over."""
    parents: dict[str, str | None] = {}
    heard: dict[tuple[str, str], bool] = {}
    for line in lines:
        if not line.strip():
            continue
        row = cast("dict[str, str]", json.loads(line))
        after = cast("dict[str, str | None]", row["after"])
        if row["about"] == "link":
            parents[row["id"]] = after["parent"]
            continue
        heard[row["id"], row["kind"]] = after["verdict"] == "right"
        rather = after.get("kind")
        if rather is not None:
            heard[row["id"], rather] = True
    return Labels(parents=parents, heard=heard)
