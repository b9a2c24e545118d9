"""Scaffolds 发言模型 as data: slots that make speaking easy, and a small real story as example."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

HOME = Path(__file__).parent / "scaffolds"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One blank: `cues` are words that show that a sentence already fills it."""

    key: str
    label: str
    hint: str
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scaffold:
    """A frame for saying something; `level` 1–3 (moves.md §3), `suits` says when.

    `example` is a worked one by slot key, `mini` another in one line; both are always shown as
    examples, never as fact.
    """

    id: str
    language: str
    title: str
    level: int
    suits: tuple[str, ...]
    when: str
    slots: tuple[Slot, ...]
    example: tuple[tuple[str, str], ...]
    mini: str

    @property
    def example_text(self) -> str:
        """The example as a member would send it: one line per slot."""
        labels = {slot.key: slot.label for slot in self.slots}
        colon = "：" if self.language == "zh" else ": "
        return "\n".join(f"{labels[key]}{colon}{text}" for key, text in self.example)


@cache
def scaffolds(language: str) -> tuple[Scaffold, ...]:
    """All scaffolds of a language, easiest first."""
    found = [_scaffold(file, language) for file in sorted((HOME / language).glob("*.json"))]
    return tuple(sorted(found, key=lambda scaffold: (scaffold.level, scaffold.id)))


def scaffold(name: str, language: str) -> Scaffold:
    """One scaffold by its id; LookupError when there is none."""
    for known in scaffolds(language):
        if known.id == name:
            return known
    raise LookupError(name, language)


def _scaffold(file: Path, language: str) -> Scaffold:
    raw = cast("dict[str, object]", json.loads(file.read_text(encoding="utf-8")))
    slots = cast("list[dict[str, object]]", raw["slots"])
    return Scaffold(
        id=file.stem,
        language=language,
        title=cast("str", raw["title"]),
        level=cast("int", raw["level"]),
        suits=tuple(cast("list[str]", raw["suits"])),
        when=cast("str", raw["when"]),
        slots=tuple(
            Slot(
                key=cast("str", slot["key"]),
                label=cast("str", slot["label"]),
                hint=cast("str", slot["hint"]),
                cues=tuple(cast("list[str]", slot.get("cues", []))),
            )
            for slot in slots
        ),
        example=tuple(cast("dict[str, str]", raw["example"]).items()),
        mini=cast("str", raw["mini"]),
    )
