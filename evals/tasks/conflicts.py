"""Duplicates and contradictions: `simmer eval conflicts --json` on article_pairs.jsonl.

The even lines are read while the rules change (`developed`), the odd ones are scored only
(`reported`); two errors of those, known by kind and reason, were repaired. `fresh` are 32 more,
written when the rules were done and scored once. `allowed` are 40 of what is needed, allowed or
enough (20 contradict, 20 are both true), written before the rules for that family;
`allowed_fresh` are 24 more, written after them and scored once. With `--data FOLDER` every pair of
claims in its knowledge.jsonl is compared too: nobody marked contradictions there, so what is found
is listed to be looked at. The floor calls a pair a contradiction where words overlap by half and
numbers or the count of denials differ, else a duplicate.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import cast

from agent.comparing import Likeness, compared
from agent.distilling.figures import denials_in, numbers_in
from agent.listening.words import plain, words
from evals.task import Figure, Figures, Options

HOME = Path(__file__).parent.parent / "datasets" / "article_pairs.jsonl"
FRESH = HOME.with_name("article_pairs_fresh.jsonl")
ALLOWED = HOME.with_name("article_pairs_allowed.jsonl")
ALLOWED_FRESH = HOME.with_name("article_pairs_allowed_fresh.jsonl")
Judge = Callable[[str, str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Two claims and what a person says of them: duplicate, contradiction or apart."""

    language: str
    kind: str
    one: str
    other: str


def judged(one: str, other: str) -> str:
    """What the product says of a pair."""
    found = compared(one, other)
    return found.kind.value if found else "apart"


def floor(one: str, other: str) -> str:
    """What overlap of words alone says."""
    left, right = words(plain(one)), words(plain(other))
    if len(left & right) < 0.5 * min(len(left), len(right)):
        return "apart"
    parts = numbers_in(one) != numbers_in(other) or denials_in(one) != denials_in(other)
    return "contradiction" if parts else "duplicate"


def read_pairs(path: Path = HOME) -> list[Sample]:
    """The labelled pairs."""
    return [Sample(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def measure(options: Options) -> Figures:
    """Precision and recall of both kinds, by half and language, and of the floor."""
    pairs = read_pairs()
    figures: Figures = {
        "pairs": len(pairs),
        **_figures(pairs, judged),
        "developed": _figures(pairs[1::2], judged),
        "reported": _figures(pairs[::2], judged),
        "zh": _figures([each for each in pairs if each.language == "zh"], judged),
        "en": _figures([each for each in pairs if each.language == "en"], judged),
        "fresh": _figures(read_pairs(FRESH), judged),
        "allowed": _figures(read_pairs(ALLOWED), judged),
        "allowed_fresh": _figures(read_pairs(ALLOWED_FRESH), judged),
        "floor": _figures(pairs, floor),
        "floor_fresh": _figures(read_pairs(FRESH), floor),
    }
    if options.data is not None:
        figures |= found_in(options.data)
    return figures


def found_in(folder: Path) -> Figures:
    """Every pair of a community's labelled claims: how many are found, and which."""
    lines = (folder / "knowledge.jsonl").read_text(encoding="utf-8").splitlines()
    claims = [row["claim"] for line in lines if "claim" in (row := _row(line))]
    found: list[Figure] = []
    for one, other in combinations(claims, 2):
        finding = compared(one, other)
        if finding is not None:
            found.append([finding.kind.value, finding.reason, one, other])
    return {"claims": len(claims), "found_in_data": len(found), "found": found}


def _row(line: str) -> dict[str, str]:
    return cast("dict[str, str]", json.loads(line))


def _figures(pairs: Sequence[Sample], judge: Judge) -> Figures:
    figures: Figures = {}
    for kind in Likeness:
        said = [each for each in pairs if judge(each.one, each.other) == kind]
        right = sum(each.kind == kind for each in said)
        wanted = sum(each.kind == kind for each in pairs)
        figures[f"{kind.value}_precision"] = round(right / max(1, len(said)), 4)
        figures[f"{kind.value}_recall"] = round(right / max(1, wanted), 4)
    return figures
