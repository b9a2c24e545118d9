import json
from pathlib import Path

from evals.task import Options
from evals.tasks.conflicts import found_in, measure


def test_what_is_called_a_contradiction_is_one_on_every_set_and_beats_overlap_of_words() -> None:
    figures = measure(Options())
    fresh, floor = figures["fresh"], figures["floor"]
    assert isinstance(fresh, dict)
    assert isinstance(floor, dict)
    assert fresh["contradiction_precision"] == figures["contradiction_precision"] == 1.0
    assert floor["contradiction_precision"] == 0.6757
    recall = fresh["contradiction_recall"]
    assert isinstance(recall, float)
    assert recall >= 0.6


def test_what_is_found_in_a_folder_is_listed_to_be_looked_at(tmp_path: Path) -> None:
    rows = [
        {"claim": "早会不超过15分钟，全员站着开。"},
        {"claim": "早会不超过20分钟，全员站着开。"},
        {"trap": "x"},
    ]
    words = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (tmp_path / "knowledge.jsonl").write_text(words, encoding="utf-8")
    found = found_in(tmp_path)
    assert (found["claims"], found["found_in_data"]) == (2, 1)
