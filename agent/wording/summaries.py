"""A thread in a few lines: who holds what, in their own words, with message numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from agent.checks.care import VERDICT
from agent.listening.words import plain, words
from agent.moves.brief import Line
from agent.wording.lexicon import pattern
from agent.wording.marks import marks_in
from agent.wording.phrases import passage_in, phrases_in, question_in, size

TELLING = ("result", "steps", "failure", "number", "thing", "repair")
SAME_MATTER = 4
"""Content words a correction shares with what it corrects, at least."""
NUMBER = re.compile(r"\d+(?:\.\d+)?")
MOST = 4
"""Points of a summary: fewer, but whole."""
ROOM = {"zh": 38, "en": 22}
SHORTEST_POINT = {"zh": 6, "en": 4}
ENDS_ASKING = re.compile(r"[?？]\W*$|\bno\?|[吗呢]\W*$")
LATE = 4
"""Lines from the end among which a question may still be open."""
SHORTEST_OPEN = {"zh": 6, "en": 5}
ECHO = 40
"""Characters up to which a reply may be a mere yes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What one member holds, in a span of their own message, and who came along."""

    line: Line
    span: str
    weight: float
    differs: bool = False
    with_ids: tuple[int, ...] = ()
    with_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How points are read from a talk: its language, how long a span may be, numbers taken back."""

    language: str
    room: int
    wrong: frozenset[str]


def points_of(
    lines: Sequence[Line], language: str, room: int | None = None, most: int = MOST
) -> tuple[Point, ...]:
    """The strongest point of each member in a span that can be read alone, in the order made."""
    wrong = corrected_numbers(lines)
    told = Told(language=language, room=room or ROOM[language], wrong=wrong)
    found = [point for line in standing(lines) if (point := _point(line, lines, told))]
    best: dict[str, Point] = {}
    for point in found:
        known = best.get(point.line.name)
        if known is None or point.weight > known.weight:
            best[point.line.name] = point
    kept = sorted(best.values(), key=lambda point: -point.weight)[:most]
    ordered = sorted(kept, key=lambda point: lines.index(point.line))
    return tuple(_supported(point, lines) for point in ordered)


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


def _point(line: Line, lines: Sequence[Line], told: Told) -> Point | None:
    language = told.language
    noticed = marks_in(line.text, language)
    conditional = bool(pattern("condition").search(line.text))
    tells = conditional or bool({"result", "steps", "failure"} & set(noticed))
    if "ask" in noticed and (not tells or ENDS_ASKING.search(line.text)):
        return None
    if pattern("no_point").search(line.text):
        return None
    span = _neutral_span(line.text, told)
    if span is None or size(span, language) < SHORTEST_POINT[language]:
        return None
    if told.wrong & set(NUMBER.findall(span)) and not pattern("repairs").search(line.text):
        return None
    weight = sum(1.0 for mark in TELLING if mark in noticed)
    weight += 1.5 * conditional + 2.0 * ("repair" in noticed)
    weight += min(size(line.text, language), 60) / 40
    weight -= 0.8 * bool(pattern("aimed").search(span))
    differs = pattern("differs").search(line.text) is not None and not _settled(line, lines)
    return Point(line=line, span=span, weight=weight + differs, differs=differs)


def _neutral_span(text: str, told: Told) -> str | None:
    """The fullest stretch that passes no verdict, also where the message does."""
    span = passage_in(text, told.language, told.room, alone=True)
    if span is None or not VERDICT.search(span):
        return span
    return next((one for one in phrases_in(text, told.language) if not VERDICT.search(one)), None)


def _settled(line: Line, lines: Sequence[Line]) -> bool:
    """The one who disagreed came round later."""
    later = lines[lines.index(line) + 1 :]
    return any(
        other.name == line.name and pattern("settled").search(other.text.strip()) for other in later
    )


def _supported(point: Point, lines: Sequence[Line]) -> Point:
    """Those who said so too: they name the author, or speak right after."""
    at = lines.index(point.line)
    came: dict[str, int] = {}
    for number, other in enumerate(lines[at + 1 :]):
        near = number == 0 or f"@{point.line.name}" in other.text
        agrees = len(other.text) <= ECHO and pattern("agrees").search(other.text)
        if (
            near
            and other.name != point.line.name
            and agrees
            and not pattern("differs").search(other.text)
        ):
            came.setdefault(other.name, other.message_id)
    return replace(point, with_ids=tuple(came.values()), with_names=tuple(came))
