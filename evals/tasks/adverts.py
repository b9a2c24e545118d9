"""Adverts: `simmer eval adverts --json` on the hand-made sets in evals/datasets.

`adverts.jsonl` (204): written before the first rules; the even lines are read while rules change
(`developed`), the odd ones are only scored (`reported`), by now more than ten times.
`adverts_blind.jsonl` (160): the same halves, but whoever wrote it wrote the second round of rules
too, so its odd half is kinder than it looks. `adverts_fresh.jsonl` (69): written after the rules
were done, mostly soft selling without any way to pay or reply; scored once, no rule was changed
for it. The floor flags whatever holds a link, a price, a handle or the word for a discount.
"""

import re
from collections.abc import Callable, Sequence

from agent.listening.adverts import advert, is_advert
from evals.adverts import HOME, Case, read_cases
from evals.task import Figures, Options

OTHERS = ("adverts_blind", "adverts_fresh")
FLOOR = re.compile(
    r"https?://|[¥$€£]\s?\d|\d+元|微信|加v|优惠|免费|discount|% off|free", re.IGNORECASE
)


def measure(options: Options) -> Figures:
    """Precision and recall overall, by half and by language, the floor, and the other sets."""
    cases = read_cases(options.data)
    figures = _figures(cases, is_advert)
    if options.data is None:
        figures |= {name: _halves(read_cases(HOME / f"{name}.jsonl")) for name in OTHERS}
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


def _halves(cases: Sequence[Case]) -> Figures:
    figures = _figures(cases, is_advert)
    figures["reported"] = _figures(cases[::2], is_advert)
    return figures


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
