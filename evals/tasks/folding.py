"""Is the same question known in other words, and is no other question taken for it?

Made pairs (evals/datasets/question_pairs.jsonl): the `choose` part was there when the thresholds of
agent.answering.folding were chosen, the `told` part is reported. Pairs that differ differ by one
word, the hardest kind. `natural_wrong` counts, of all pairs of different questions members of the
labelled communities ask, those taken for one.

simmer eval folding --json
"""

import json
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import TypedDict, cast

from agent.answering.folding import Near, same
from evals.scorers.answers import read_questions
from evals.task import Figures, Options
from evals.vectors import cached
from knowledge_base.embedders.installed import installed_embedder
from knowledge_base.likeness import Likeness

HOME = Path(__file__).resolve().parents[2]
OURS = HOME / "evals" / "datasets" / "question_pairs.jsonl"
COMMUNITIES = (
    "connectors/samples/zh",
    "connectors/samples/en",
    *(
        f"evals/datasets/communities/{name}"
        for name in ("zh-sales", "en-python", "zh-camp", "en-clinic", "zh-kitchen", "en-plant")
    ),
)


class Pair(TypedDict):
    """Two questions, whether they ask the same, their language and the part they belong to."""

    same: bool
    language: str
    part: str
    one: str
    other: str


def measure(options: Options) -> Figures:
    """Shares of same pairs found and of different ones taken for one, by part; natural pairs."""
    pairs = read_pairs(options.data or OURS)
    likeness = Likeness(cached(installed_embedder()))
    figures: Figures = {"pairs": len(pairs)}
    for part in ("choose", "told"):
        figures |= _shares(part, [each for each in pairs if each["part"] == part], likeness)
    natural = [_taken(questions, likeness) for questions in _asked()]
    figures["natural_pairs"] = sum(count for count, _ in natural)
    figures["natural_wrong"] = sum(wrong for _, wrong in natural)
    return figures


def read_pairs(path: Path) -> list[Pair]:
    """The rows of one file."""
    lines = path.read_text("utf-8").splitlines()
    return [cast("Pair", json.loads(line)) for line in lines if line.strip()]


def _shares(part: str, pairs: Sequence[Pair], likeness: Likeness) -> Figures:
    found = [(each["same"], _is_same(each, likeness)) for each in pairs]
    alike = [said for is_same, said in found if is_same]
    unlike = [said for is_same, said in found if not is_same]
    return {
        f"{part}_same_found": round(sum(alike) / len(alike), 4),
        f"{part}_different_taken": round(sum(unlike) / len(unlike), 4),
    }


def _is_same(pair: Pair, likeness: Likeness) -> bool:
    return same(pair["one"], pair["other"], _near(likeness, (pair["one"], pair["other"])))


def _near(likeness: Likeness, texts: Sequence[str]) -> Near:
    likeness.know(texts)
    return likeness.between


def _asked() -> Iterator[list[tuple[str, frozenset[str]]]]:
    for folder in COMMUNITIES:
        rows = read_questions(HOME / folder)
        yield [(row["question"], frozenset(row["ids"])) for row in rows]


def _taken(questions: Sequence[tuple[str, frozenset[str]]], likeness: Likeness) -> tuple[int, int]:
    """Pairs of questions answered by different messages, and those taken for one."""
    near = _near(likeness, [text for text, _ in questions])
    apart = [(one, other) for (one, a), (other, b) in combinations(questions, 2) if not a & b]
    return len(apart), sum(same(one, other, near) for one, other in apart)
