"""What of a talk still stands: what was put right, what is still open."""

import re
from collections.abc import Sequence

from agent.listening.words import plain, words
from agent.moves.brief import Line
from agent.wording.lexicon import pattern
from agent.wording.marks import marks_in
from agent.wording.phrases import question_in, size

SAME_MATTER = 4
"""Content words a correction shares with what it corrects, at least."""
NUMBER = re.compile(r"\d+(?:\.\d+)?")
LATE = 4
"""Lines from the end among which a question may still be open."""
SHORTEST_OPEN = {"zh": 6, "en": 5}


def open_question_of(lines: Sequence[Line], language: str) -> tuple[Line, str] | None:
    """A question among the last lines that nobody took up, by name or in its own words."""
    for at in range(len(lines) - 1, max(-1, len(lines) - LATE), -1):
        line = lines[at]
        asked = question_in(line.text, language)
        if asked is None or not {"ask_how", "ask_fact"} & set(marks_in(line.text, language)):
            continue
        later = [other for other in lines[at + 1 :] if other.name != line.name]
        if not later and size(asked, language) >= SHORTEST_OPEN[language]:
            return line, asked
        return None
    return None


def corrected_numbers(lines: Sequence[Line]) -> frozenset[str]:
    """Numbers that somebody took back later in the talk: a summary must not carry them on."""
    gone: set[str] = set()
    for at, line in enumerate(lines):
        if not pattern("repairs").search(line.text):
            continue
        named = {
            number for match in pattern("negated").findall(line.text) for number in match if number
        }
        new = set(NUMBER.findall(line.text)) - named
        before = {number for other in lines[:at] for number in NUMBER.findall(other.text)}
        gone |= named & before
        gone -= new - named
    return frozenset(gone)


def standing(lines: Sequence[Line]) -> list[Line]:
    """The lines nobody took back: a number is gone where a later correction speaks of the same."""
    repairs = [(at, line) for at, line in enumerate(lines) if pattern("repairs").search(line.text)]

    def gone(at: int, line: Line) -> bool:
        told = bool(NUMBER.search(line.text)) and not pattern("repairs").search(line.text)
        later = (repair for when, repair in repairs if when > at)
        return told and any(_alike(line.text, repair.text) >= SAME_MATTER for repair in later)

    return [line for at, line in enumerate(lines) if not gone(at, line)]


def _alike(one: str, other: str) -> int:
    """Content words or pairs of characters two lines share."""
    return len(words(plain(one)) & words(plain(other)))


def numbered(ids: Sequence[int]) -> str:
    """Message numbers as a reader sees them: [12][15]."""
    return "".join(f"[{number}]" for number in ids)
