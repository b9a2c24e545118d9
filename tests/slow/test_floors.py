"""How good, on data that stays outside the repository: a floor below which nothing may fall.

The data lies in shared/datasets beside the checkout; elsewhere these skip.
"""

from pathlib import Path

import pytest

from evals.task import Figures, Options
from evals.tasks import community, distil, threads
from tests.architecture.source import ROOT

DATA = ROOT.parent / "shared" / "datasets"
SAMPLES = ROOT / "connectors" / "samples"

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]


def _at_least(figures: Figures, floors: dict[str, float]) -> None:
    low = {
        name: figures[name]
        for name, floor in floors.items()
        if not isinstance(found := figures[name], int | float) or found < floor
    }
    assert low == {}, figures


def _given(path: Path) -> Path:
    if not path.exists():
        pytest.skip(f"{path.name} is not here: it may not be copied into the repository")
    return path


@pytest.mark.parametrize("sample", ["zh", "en"])
def test_the_samples_are_heard_answered_and_distilled(sample: str) -> None:
    figures = community.measure(Options(data=SAMPLES / sample))
    _at_least(figures, {"link_accuracy": 0.75, "due_met": 0.7, "quiet": 0.95, "claims_found": 0.75})
    assert figures["traps_taken"] == 0


def test_reply_links_of_a_fast_channel() -> None:
    _at_least(threads.measure(Options(data=_given(DATA / "irc-test"))), {"f1": 72.0})


def test_meetings_are_distilled_with_their_sources() -> None:
    figures = distil.measure(Options(data=_given(DATA / "vcsum" / "short_dev.txt")))
    _at_least(figures, {"rouge1": 36.0, "rougeL": 21.0, "citation_precision": 1.0})
    assert figures["unsupported_claims"] == 0
