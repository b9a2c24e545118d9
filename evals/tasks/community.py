"""A labelled community, whole: links, moments to speak or not, claims found, questions answered.

    simmer eval community --data ../shared/datasets/zh-teachers --json
"""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import cast

from community.errors import Invalid
from evals.labelled import read_sample
from evals.scorers.links import link_accuracy
from evals.scorers.moments import judge_moments
from evals.task import Figures, Measure, Options

LATER = ("claims", "answers")
"""Scorers of other parts of the folder: each has `measure(options) -> Figures`."""


def measure(options: Options) -> Figures:
    """Every figure this folder has labels for."""
    if options.data is None:
        raise Invalid("eval_needs_data", name="community")
    figures: Figures = {"link_accuracy": round(link_accuracy(options.data), 4)}
    if (options.data / "moments.jsonl").exists():
        figures |= judge_moments(read_sample(options.data))
    for name in LATER:
        if _labelled(options.data, name) and find_spec(f"evals.scorers.{name}"):
            scorer = import_module(f"evals.scorers.{name}")
            figures |= cast("Measure", scorer.measure)(options)
    return figures


def _labelled(folder: Path, name: str) -> bool:
    needed = {"claims": "knowledge.jsonl", "answers": "questions.jsonl"}[name]
    return (folder / needed).exists()
