"""Scaffolds 发言模型 as data: slots that make speaking easy, and a small real story as example."""

import json
from collections.abc import Sequence
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
class Example:
    """A worked one by slot key, made up; `domain` is whose work it is about, '' anybody's."""

    domain: str
    filled: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scaffold:
    """A frame for saying something; `level` 1–3 (moves.md §3), `suits` says when.

    `title` says in plain words what it is for, `acronym` is what trainers call it. The first of
    `examples` fits anybody; all are always shown as examples, never as fact.
    """

    id: str
    language: str
    title: str
    acronym: str
    level: int
    suits: tuple[str, ...]
    when: str
    slots: tuple[Slot, ...]
    examples: tuple[Example, ...]

    def example_for(self, domains: Sequence[str] = ()) -> Example:
        """The one of the reader's own work, likeliest first, else the one that fits anybody."""
        known = {each.domain: each for each in self.examples}
        return next((known[each] for each in domains if each in known), self.examples[0])

    def example_text(self, domains: Sequence[str] = ()) -> str:
        """The example as a member would send it: one line per slot."""
        labels = {slot.key: slot.label for slot in self.slots}
        colon = "：" if self.language == "zh" else ": "
        filled = self.example_for(domains).filled
        return "\n".join(f"{labels[key]}{colon}{text}" for key, text in filled)

    def example_line(self, domains: Sequence[str] = ()) -> str:
        """The example in one line."""
        between = "；" if self.language == "zh" else "; "
        return between.join(text for _, text in self.example_for(domains).filled)


@cache
def scaffolds(language: str) -> tuple[Scaffold, ...]:
    """All scaffolds of a language, easiest first: by level, then by how many blanks there are."""
    found = [_scaffold(file, language) for file in sorted((HOME / language).glob("*.json"))]
    return tuple(sorted(found, key=lambda each: (each.level, len(each.slots), each.id)))


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
        acronym=cast("str", raw["acronym"]),
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
        examples=tuple(
            Example(
                domain=cast("str", each["domain"]),
                filled=tuple(cast("dict[str, str]", each["filled"]).items()),
            )
            for each in cast("list[dict[str, object]]", raw["examples"])
        ),
    )
