"""What a capable model wrote still passes; and the scoring itself tells good from bad."""

import json
from pathlib import Path

from evals.occasions import read_occasions, write_occasions
from evals.task import Options
from evals.tasks import blind, completions
from evals.tasks.completions import HOME, replies_of, written

FOUND = read_occasions(HOME / "occasions.jsonl")
OCCASION = next(one for one in FOUND if one.move == "no_orphan")
KEY = OCCASION.key
STIFF = "感谢您的宝贵分享！大家有什么问题吗？"


def _reply(key: str, **draft: object) -> str:
    shape: dict[str, object] = {"text": "", "options": [], "quoted": [], "others": []}
    message = {"role": "assistant", "content": json.dumps(shape | draft, ensure_ascii=False)}
    body = {"choices": [{"index": 0, "message": message}]}
    return json.dumps({"custom_id": key, "response": {"status_code": 200, "body": body}})


def _folder(home: Path, *replies: str, repairs: tuple[str, ...] = ()) -> Path:
    write_occasions(home / "occasions.jsonl", [OCCASION])
    (home / "completions.jsonl").write_text("\n".join(replies), encoding="utf-8")
    if repairs:
        (home / "repair_completions.jsonl").write_text("\n".join(repairs), encoding="utf-8")
    return home


def test_a_draft_that_fails_waits_for_its_repair_with_its_faults(tmp_path: Path) -> None:
    home = _folder(tmp_path, _reply(KEY, text=STIFF))
    out = tmp_path / "repairs.jsonl"
    figures = completions.measure(Options(data=home, requests=out))
    assert (figures["first_try"], figures["waiting"]) == (0.0, 1)
    asked = json.loads(out.read_text(encoding="utf-8"))
    assert asked["custom_id"] == f"{KEY}-1"
    assert STIFF in asked["body"]["messages"][1]["content"]


def test_a_repair_counts_after_repair_and_not_at_first_try(tmp_path: Path) -> None:
    brief = OCCASION.subject.brief
    assert brief.anchor is not None
    good = f"“{brief.anchor.text[:12]}”，@{brief.host} 你那边有准信吗？"
    home = _folder(tmp_path, _reply(KEY, text=STIFF), repairs=(_reply(f"{KEY}-1", text=good),))
    figures = completions.measure(Options(data=home))
    assert (figures["first_try"], figures["after_repair"], figures["waiting"]) == (0.0, 1.0, 0)


def test_an_empty_draft_is_a_decision_and_no_failure(tmp_path: Path) -> None:
    figures = completions.measure(Options(data=_folder(tmp_path, _reply(KEY))))
    assert (figures["declined"], figures["waiting"]) == (1.0, 0)


def test_what_a_capable_model_wrote_passes_todays_checks() -> None:
    figures = completions.measure(Options())
    assert figures["occasions"] == len(replies_of(HOME, "completions.jsonl")) >= 60
    assert isinstance(figures["first_try"], float)
    assert isinstance(figures["after_repair"], float)
    assert figures["first_try"] >= 0.90
    assert figures["after_repair"] >= 0.98


def test_a_blind_judge_is_shown_each_engine_first_about_as_often() -> None:
    first = sum(blind.model_first(one) for one in FOUND)
    assert 0.3 < first / len(FOUND) < 0.7
    assert written(OCCASION, {}).waiting
