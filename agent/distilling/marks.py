"""What a correction can be about: numbers with their units, and days of the week."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

from agent.distilling.figures import measures_in
from agent.distilling.sentences import unaddressed

_MARKER = re.compile(
    r"^\s*\d{1,2}[.、)）](?=\s*[^\d\s])|第[一二三四五六七八九十]+(?=[遍步次])|同一", re.MULTILINE
)
"""A step's place is no quantity."""
_WEEKDAY = re.compile(
    r"(?<!上)(?<!上个)(?:周|星期|礼拜)[一二三四五六日天](?!那)"
    r"|(?<!from )(?<!last )\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def measures(text: str) -> frozenset[tuple[str, str]]:
    """Numbers with their units, and days of the week as numbers of one unit."""
    told = _MARKER.sub(" ", text)
    days = {(_day(found[0]), "weekday") for found in _WEEKDAY.finditer(told)}
    return frozenset(measures_in(_WEEKDAY.sub(" ", told))) | days


def _day(name: str) -> str:
    return f"周{name[-1]}" if name[-1] > "\u2fff" else name[:3].lower()


def marks_in(text: str) -> set[str]:
    """The numbers and days alone."""
    return {mark for mark, _ in measures(text)}


def says(text: str, struck: AbstractSet[str], units: Mapping[str, frozenset[str]]) -> bool:
    """Whether it uses a struck number in the same unit."""
    return any(
        number in struck and (not unit or not units.get(number) or unit in units[number])
        for number, unit in measures(unaddressed(text))
    )


def units_in(text: str) -> dict[str, frozenset[str]]:
    """Each number with the units it is told in."""
    units: dict[str, frozenset[str]] = {}
    for number, unit in measures(unaddressed(text)):
        units[number] = units.get(number, frozenset()) | ({unit} - {""})
    return units
