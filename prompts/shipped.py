"""What ships with the prompts of the moves: examples, and what is told of a failed check."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import cast

HOME = Path(__file__).parent


def examples(move: str, language: str) -> tuple[str, ...]:
    """Drafts of a move from nowhere in particular, until a community has its own."""
    return tuple(cast("list[str]", _read("examples", language).get(move, [])))


def fault(code: str, language: str, facts: Mapping[str, object]) -> str:
    """What is wrong with a draft that failed a check, and what to do; the code where unknown."""
    words = cast("str | None", _read("faults", language).get(code))
    return words.format_map(_Known(facts)) if words else code


class _Known(dict[str, object]):
    """Facts of a check; one that is not there is a dash."""

    def __missing__(self, key: str) -> str:
        return "-"


@cache
def _read(what: str, language: str) -> Mapping[str, object]:
    raw = (HOME / what / f"{language}.json").read_text(encoding="utf-8")
    return cast("Mapping[str, object]", json.loads(raw))
