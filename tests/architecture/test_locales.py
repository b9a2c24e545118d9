import ast
import json
import re
from pathlib import Path

from tests.architecture.source import ROOT, modules, name_of, tree_of

LOCALES = ROOT / "server" / "locales"
ERRORS = {"NotFound", "Conflict", "NotAllowed", "Invalid", "ModelFailed"}
SLOT = re.compile(r"\{(\w+)")


def _sentences(language: str) -> dict[str, str]:
    merged: dict[str, str] = {}
    for path in sorted((LOCALES / language).glob("*.json")):
        merged |= json.loads(path.read_text(encoding="utf-8"))
    return merged


def _codes(names: set[str]) -> set[tuple[str, str]]:
    """(module, code) of every call of one of `names` whose code stands in the source."""
    found: set[tuple[str, str]] = set()
    for path in modules():
        if name_of(path).startswith(("tests", "evals")):
            continue
        for node in ast.walk(tree_of(path)):
            if not isinstance(node, ast.Call):
                continue
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            given = [*node.args[:1], *(word.value for word in node.keywords if word.arg == "code")]
            if name in names and given and isinstance(given[0], ast.Constant):
                found.add((name_of(path), str(given[0].value)))
    return found


def test_both_languages_say_the_same_things() -> None:
    zh, en = _sentences("zh"), _sentences("en")
    assert set(zh) == set(en)
    assert {key for key in zh if set(SLOT.findall(zh[key])) != set(SLOT.findall(en[key]))} == set()


def test_no_key_is_said_twice() -> None:
    seen: dict[str, Path] = {}
    for path in sorted((LOCALES / "zh").glob("*.json")):
        for key in json.loads(path.read_text(encoding="utf-8")):
            assert key not in seen, f"{key} in {path.name} and {seen[key].name}"
            seen[key] = path


def test_every_error_has_its_sentence() -> None:
    known = set(_sentences("zh"))
    assert {pair for pair in _codes(ERRORS) if f"error.{pair[1]}" not in known} == set()


def test_every_reason_has_its_sentence() -> None:
    known = set(_sentences("zh"))
    assert {pair for pair in _codes({"Why"}) if f"why.{pair[1]}" not in known} == set()
