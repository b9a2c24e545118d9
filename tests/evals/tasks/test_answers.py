import json
from pathlib import Path

import pytest

from evals.task import Options
from evals.tasks import answers

HOME = Path(__file__).parents[3] / "connectors" / "samples" / "en"
NOTHING = json.dumps({"sentences": []})


def _completion(request: str) -> str:
    said = {"choices": [{"message": {"content": NOTHING}}]}
    return json.dumps({"custom_id": json.loads(request)["custom_id"], "response": {"body": said}})


@pytest.mark.slow
def test_a_model_is_asked_what_is_near_and_its_silence_refuses(tmp_path: Path) -> None:
    requests, replies = tmp_path / "requests.jsonl", tmp_path / "replies.jsonl"
    asked = answers.measure(Options(data=HOME, engine="batch", requests=requests))
    lines = requests.read_text(encoding="utf-8").splitlines()
    assert asked == {"requests": len(lines)}
    by_rule = answers.measure(Options(data=HOME))
    waiting = answers.measure(Options(data=HOME, engine="batch"))
    assert {name: waiting[name] for name in by_rule} == by_rule
    replies.write_text("\n".join(_completion(line) for line in lines), encoding="utf-8")
    silent = answers.measure(Options(data=HOME, engine="batch", completions=replies))
    assert (silent["answered_right"], silent["refused_right"]) == (0.0, 1.0)
    assert (silent["by_model"], silent["unanswered_requests"]) == (len(lines), 0)
