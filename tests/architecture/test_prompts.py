import json
import re
from pathlib import Path

from tests.architecture.source import ROOT

PROMPTS = ROOT / "prompts"
SLOT = re.compile(r"\{\{?\s*(\w+)")


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("*.*") if path.suffix in {".md", ".json"}}


def test_every_prompt_exists_in_both_languages() -> None:
    for home in (PROMPTS, PROMPTS / "scaffolds", PROMPTS / "offline"):
        zh, en = _names(home / "zh"), _names(home / "en")
        assert zh == en
        assert zh


def test_both_languages_take_the_same_variables() -> None:
    odd = {
        path.name
        for path in (PROMPTS / "zh").glob("*.md")
        if set(SLOT.findall(path.read_text(encoding="utf-8")))
        != set(SLOT.findall((PROMPTS / "en" / path.name).read_text(encoding="utf-8")))
    }
    assert odd == set()


def test_every_scaffold_has_the_same_slots_in_both_languages() -> None:
    for path in (PROMPTS / "scaffolds" / "zh").glob("*.json"):
        zh = json.loads(path.read_text(encoding="utf-8"))
        en = json.loads((PROMPTS / "scaffolds" / "en" / path.name).read_text(encoding="utf-8"))
        assert [slot["key"] for slot in zh["slots"]] == [slot["key"] for slot in en["slots"]]
        assert zh["level"] == en["level"]
