"""Who answered what to a question with letters or numbers, in one line."""

import re
from collections.abc import Sequence

from agent.moves.brief import Brief, Line
from agent.wording.names import called
from agent.wording.pushes import COUNTS, own_options
from agent.wording.summaries import numbered

LEAST = 3
"""Answers from which a tally says more than the lines."""
LETTER = re.compile(r"^\s*([A-D])(?![A-Za-z])")
NUMBER = {
    "zh": re.compile(
        r"^\s*((?:\d{1,3}|[一二三四五六七八九十两半]{1,3})(?:成|个|分钟|分|%|次|天|年)?)(?=$|[\s,，。.、~～！!])"
    ),
    "en": re.compile(r"^\s*(\d{1,3}(?:%| ?(?:min|h|weeks?|days?|people))?)(?=$|[\s,.!+])"),
}


def tally_of(brief: Brief) -> str:
    """The answers to the message a talk began with, in their own letters or numbers; else ''."""
    if brief.anchor is None:
        return ""
    later = [
        line
        for line in brief.lines
        if line.message_id > brief.anchor.message_id and line.name != brief.anchor.name
    ]
    if own_options(brief.anchor.text, brief.language):
        return _letters(later, brief.language)
    if COUNTS.search(brief.anchor.text):
        return _numbers(later, brief.language)
    return ""


def _letters(lines: Sequence[Line], language: str) -> str:
    chosen: dict[str, list[str]] = {}
    ids: list[int] = []
    for line in lines:
        if (found := LETTER.match(line.text)) and not _has(chosen, line.name, language):
            chosen.setdefault(found[1], []).append(called(line.name, language))
            ids.append(line.message_id)
    if len(ids) < LEAST:
        return ""
    zh = language == "zh"
    between, parts = ("、", "，") if zh else (" ", ", ")
    said = [f"{letter} {between.join(chosen[letter])}" for letter in sorted(chosen)]
    return f"· {'选的：' if zh else 'Chosen: '}{parts.join(said)} {_from_to(ids)}"


def _has(chosen: dict[str, list[str]], name: str, language: str) -> bool:
    return any(called(name, language) in names for names in chosen.values())


def _numbers(lines: Sequence[Line], language: str) -> str:
    told: dict[str, tuple[str, int]] = {}
    for line in lines:
        if found := NUMBER[language].match(line.text):
            told.setdefault(called(line.name, language), (found[1].strip(), line.message_id))
    if len(told) < LEAST:
        return ""
    zh = language == "zh"
    said = ("、" if zh else ", ").join(f"{name} {number}" for name, (number, _) in told.items())
    return f"· {'报数：' if zh else 'Numbers: '}{said} {_from_to([at for _, at in told.values()])}"


def _from_to(ids: Sequence[int]) -> str:
    return f"{numbered(ids[:1])}–{numbered(ids[-1:])}"
