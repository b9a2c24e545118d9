"""The hand-made questions that share no content word with what answers them."""

import json
from pathlib import Path
from typing import TypedDict, cast

HOME = Path(__file__).resolve().parents[1]
PARAPHRASES = HOME / "evals" / "datasets" / "paraphrases.jsonl"


class Paraphrase(TypedDict):
    """A question, the folder of its community, and the line of the claim that answers it."""

    community: str
    claim: int
    language: str
    question: str


def read_paraphrases(path: Path) -> list[Paraphrase]:
    """The rows of one file."""
    lines = path.read_text("utf-8").splitlines()
    return [cast("Paraphrase", json.loads(line)) for line in lines if line.strip()]
