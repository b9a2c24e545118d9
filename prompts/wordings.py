"""The offline wordings as data: forms of a move, the parts they are made of, the marks in talk."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

HOME = Path(__file__).parent / "offline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How one move is said: `forms` made of `parts`; a part may differ by what was noticed.

    The key of a variant of a part names what must be noticed, joined by '+'; '' always fits.
    `limit` is in Chinese characters, two and a half times as many in English; `questions` is how
    many question marks a draft must have, None where that is free.
    """

    move: str
    language: str
    forms: tuple[str, ...]
    parts: Mapping[str, Mapping[str, tuple[str, ...]]]
    limit: int = 200
    questions: int | None = None

    @property
    def characters(self) -> int:
        """The longest a draft may be in this language."""
        return self.limit if self.language == "zh" else self.limit * 5 // 2


@cache
def wording(move: str, language: str) -> Wording:
    """The wording of one move; LookupError when there is none."""
    file = HOME / language / f"{move}.json"
    if not file.is_file():
        raise LookupError(move, language)
    raw = cast("dict[str, object]", json.loads(file.read_text(encoding="utf-8")))
    parts = cast("dict[str, list[str] | dict[str, list[str]]]", raw.get("parts", {}))
    return Wording(
        move=move,
        language=language,
        forms=tuple(cast("list[str]", raw["forms"])),
        parts={name: _variants(part) for name, part in parts.items()},
        limit=cast("int", raw.get("limit", 200)),
        questions=cast("int | None", raw.get("questions")),
    )


def moves(language: str) -> tuple[str, ...]:
    """The moves that have a wording in a language."""
    return tuple(sorted(file.stem for file in (HOME / language).glob("*.json")))


@cache
def marks(language: str) -> Mapping[str, str]:
    """What may be noticed in a message: name → regular expression, most telling first."""
    text = (HOME / f"marks.{language}.json").read_text(encoding="utf-8")
    raw = cast("dict[str, list[str]]", json.loads(text))
    return {name: "|".join(patterns) for name, patterns in raw.items()}


@cache
def words(language: str) -> Mapping[str, str]:
    """Words that tell how a message is built, by name, as patterns; 'any' for both languages."""
    text = (HOME / f"words.{language}.json").read_text(encoding="utf-8")
    raw = cast("dict[str, dict[str, str | list[str]]]", json.loads(text))
    return {
        name: f"{entry['before']}(?:{'|'.join(entry['any'])}){entry['after']}"
        for name, entry in raw.items()
    }


def _variants(part: list[str] | dict[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    if isinstance(part, list):
        return {"": tuple(part)}
    return {key: tuple(entries) for key, entries in part.items()}
