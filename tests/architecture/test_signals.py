"""Each signal is told of: in its page, in the list of what is noticed, and in words for people."""

import json
import re

import pytest

from agent.listening import signals
from agent.listening.signal import SignalKind
from agent.moves.catalogue import MOVES
from tests.architecture.source import ROOT

PARTS = ("Says", "Fires", "Silent", "Numbers", "Used for")
FORMS = {"again", "missed"}
"""Words of a signal's own facts that its page may name beside moves."""


def _sections() -> dict[str, dict[str, str]]:
    page = (ROOT / "docs" / "signals.md").read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = {}
    for section in page.split("\n## ")[1:]:
        title, text = section.split("\n", 1)
        found[title.strip()] = dict(re.findall(r"^- ([\w ]+): (.+)$", text, re.MULTILINE))
    return found


def test_every_signal_has_a_section_that_says_all_there_is_to_say() -> None:
    sections = _sections()
    assert set(sections) == {kind.value for kind in SignalKind}
    assert {name for name, parts in sections.items() if tuple(parts) != PARTS} == set()


def test_what_a_signal_is_used_for_is_a_move_that_exists() -> None:
    named = {
        word for parts in _sections().values() for word in re.findall(r"`(\w+)`", parts["Used for"])
    }
    assert named - FORMS <= set(MOVES)


def test_every_signal_stands_in_the_list_of_what_is_noticed() -> None:
    listed = signals.__doc__ or ""
    assert {kind for kind in SignalKind if not re.search(rf"\b{kind.name}\b", listed)} == set()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_signal_has_a_name_and_a_meaning_in_plain_words(language: str) -> None:
    folder = ROOT / "server" / "locales" / language
    said: dict[str, str] = {}
    for path in folder.glob("web*.json"):
        said |= json.loads(path.read_text(encoding="utf-8"))
    for family in ("signal", "signal_meaning"):
        assert {kind for kind in SignalKind if not said.get(f"{family}.{kind}")} == set()
