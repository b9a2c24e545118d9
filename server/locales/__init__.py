"""Sentences for codes, in both languages; every part of Simmer keeps its own file here."""

import json
import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import cast

from community.errors import Fact
from server.locales.durations import duration, minutes_in

LANGUAGES = ("zh", "en")
HOME = Path(__file__).parent
_LISTED = {"kinds": ("kind", " · ", "、", ", "), "problems": ("problem", ", ", "；", "; ")}
"""Facts that are lists of codes: what they are codes of, what stands between them, and between
their names in each language."""
_SLOT = re.compile(r"\{(\w+)((?:\|[^|{}]*){2,3})?\}")
"""{name}; for a count {name|one|more} or {name|none|one|more}, # being the number itself."""


@cache
def sentences(language: str) -> Mapping[str, str]:
    """Every sentence of one language: the files of its folder, merged."""
    merged: dict[str, str] = {}
    for path in sorted((HOME / language).glob("*.json")):
        merged |= cast("dict[str, str]", json.loads(path.read_text(encoding="utf-8")))
    return merged


def sentence(language: str, key: str, facts: Mapping[str, Fact]) -> str:
    """The sentence of a code with its facts filled in; an unknown code is shown as it is.

    A count may choose its words: `{replies|nobody has|one person has|# people have}`.
    """
    tongue = language if language in LANGUAGES else "zh"
    text = sentences(tongue).get(key)
    if text is None:
        return key.partition(".")[2]
    return _SLOT.sub(lambda slot: _filled(slot[1], slot[2], facts.get(slot[1]), tongue), text)


def _filled(name: str, forms: str | None, fact: Fact, language: str) -> str:
    """A fact as it is said, in the form its number asks for."""
    words = _spoken(name, fact, language)
    if forms is None:
        return words
    none, one, more = ["", *forms[1:].split("|")][-3:]
    chosen = {0: none or more, 1: one}.get(int(fact), more) if isinstance(fact, int) else more
    return chosen.replace("#", words)


def _spoken(name: str, fact: Fact, language: str) -> str:
    """A fact in words; one named for a span of time is said with its unit, kinds by their names."""
    if name in _LISTED and isinstance(fact, str):
        kind, between, zh, en = _LISTED[name]
        named = (coded(language, kind, code) for code in fact.split(between))
        return (zh if language == "zh" else en).join(named)
    if name == "state" and isinstance(fact, str):
        return sentences(language).get(f"state.{fact}", fact)
    span = minutes_in(name, fact)
    if span is not None:
        return duration(span, language)
    if isinstance(fact, float):
        return f"{fact:.2f}".rstrip("0").rstrip(".")
    return "…" if fact is None else str(fact)


def coded(language: str, kind: str, code: str) -> str:
    """A code in words; `code:words` speaks of certain words, {words} in its sentence."""
    name, _, words = code.partition(":")
    return sentence(language, f"{kind}.{name}", {"words": words})


def preferred(accept: str) -> str:
    """The first of our languages a browser asks for; English where it names neither."""
    for wish in accept.lower().split(","):
        for language in LANGUAGES:
            if wish.strip().startswith(language):
                return language
    return "en" if accept.strip() else "zh"


def terminal_language() -> str:
    """The language of a terminal: Chinese where its locale is Chinese, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"
