"""Adverts: `simmer eval adverts --json` on evals/datasets/adverts.jsonl, 204 hard cases.

The set was written before the rules. Rules and weights were adjusted while looking at the even
lines only (`developed`); the odd lines (`reported`) were not read, but scored three times while
the rules grew (recall .46, .70, .72), so they are no longer blind. The floor flags whatever holds
a link, a price, a handle or the word for a discount.
"""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from agent.listening.adverts import advert, is_advert
from evals.task import Figures, Options

FLOOR = re.compile(
    r"https?://|[¥$€£]\s?\d|\d+元|微信|加v|优惠|免费|discount|% off|free", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A text, its language, and whether it advertises."""

    text: str
    language: str
    advert: bool


def measure(options: Options) -> Figures:
    """Precision and recall overall, by half and by language, and the floor."""
    cases = read_cases(options.data)
    figures = _figures(cases, is_advert)
    figures |= {
        "cases": len(cases),
        "developed": _figures(cases[1::2], is_advert),
        "reported": _figures(cases[::2], is_advert),
        "zh": _figures([case for case in cases if case.language == "zh"], is_advert),
        "en": _figures([case for case in cases if case.language == "en"], is_advert),
        "brier": round(_brier(cases), 4),
        "floor": _figures(cases, lambda text: FLOOR.search(text) is not None),
    }
    return figures


def read_cases(path: Path | None) -> list[Case]:
    """Our own cases, or others in the same shape."""
    own = files("evals").joinpath("datasets", "adverts.jsonl")
    lines = (own.read_text("utf-8") if path is None else path.read_text("utf-8")).splitlines()
    return [Case(**json.loads(line)) for line in lines]


def _figures(cases: Sequence[Case], judge: Callable[[str], bool]) -> Figures:
    flagged = [case for case in cases if judge(case.text)]
    right = sum(case.advert for case in flagged)
    adverts = sum(case.advert for case in cases)
    return {
        "precision": round(right / max(1, len(flagged)), 4),
        "recall": round(right / max(1, adverts), 4),
    }


def _brier(cases: Sequence[Case]) -> float:
    """Mean squared distance of the score from what is so."""
    return sum((advert(case.text).score - case.advert) ** 2 for case in cases) / len(cases)
