"""COLD as it lies on disk: Chinese messages labelled offensive or not, and our counter-speech."""

import csv
import hashlib
import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

ANTI_BIAS = "3"
"""The fine-grained label of speech against prejudice, in files that have one."""
DIGEST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One row: its number (unique only within a topic), its text, whether it offends."""

    row: int
    text: str
    offends: bool
    anti_bias: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterSpeech:
    """Rows of train.csv marked by hand: numbers as marked, and digests of the very texts."""

    rows: frozenset[int]
    digests: frozenset[str]


def read_rows(path: Path) -> tuple[Labelled, ...]:
    """Every row of a COLD file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return tuple(
            Labelled(
                row=int(row.get("") or 0),
                text=row["TEXT"],
                offends=row["label"] == "1",
                anti_bias=row.get("fine-grained-label") == ANTI_BIAS,
            )
            for row in csv.DictReader(file)
        )


def counter_speech() -> CounterSpeech:
    """What evals/datasets/counter_speech.jsonl names."""
    lines = files("evals").joinpath("datasets", "counter_speech.jsonl").read_text().splitlines()
    marked = [json.loads(line) for line in lines]
    return CounterSpeech(
        rows=frozenset(each["row"] for each in marked),
        digests=frozenset(each["digest"] for each in marked),
    )


def held_out(rows: tuple[Labelled, ...]) -> tuple[Labelled, ...]:
    """The rows marked as counter-speech, each text once."""
    digests = counter_speech().digests
    return tuple({row.text: row for row in rows if digest(row.text) in digests}.values())


def to_train_on(rows: tuple[Labelled, ...]) -> tuple[Labelled, ...]:
    """All rows but those with a marked number or with the text of such a row.

    A number is not unique in COLD (each topic counts anew), so more is left out than was marked.
    """
    marked = counter_speech().rows
    texts = {row.text for row in rows if row.row in marked}
    return tuple(row for row in rows if row.text not in texts)


def digest(text: str) -> str:
    """The beginning of the sha256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:DIGEST]
