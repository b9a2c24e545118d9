"""The dates a sample's talk names, moved along with the talk: a notice stays about its own week."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_PART = re.compile(rf"(\d+)(st|nd|rd|th)\b|\b({'|'.join(MONTHS)}|feb)\b|\d+")
ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def moved_text(text: str, dates: Mapping[str, str], words: Mapping[str, str], by: timedelta) -> str:
    """The same text so much later.

    `dates` says of each date, as it is written, which day is meant (ISO 8601); `words` what stands
    for a word that holds in its own season alone.
    """
    if not by:
        return text
    for written in sorted(dates, key=len, reverse=True):
        later = date.fromisoformat(dates[written]) + by
        exactly = rf"(?<![\d.]){re.escape(written)}(?![\d.])"
        text = re.sub(exactly, f"\0{_as_written(written, later)}\0", text)
    text = text.replace("\0", "")
    for word, instead in words.items():
        text = text.replace(word, instead)
    return text


def _as_written(written: str, day: date) -> str:
    """Another day in the way a date was written: 3月9号, 3.11, 24 march, the 19th, february."""
    numbers = iter((day.day,) if any(one in written for one in MONTHS) else (day.month, day.day))

    def part(found: re.Match[str]) -> str:
        if found[2]:
            return f"{day.day}{ENDINGS.get(day.day, 'th')}"
        if found[3]:
            return MONTHS[day.month - 1][: 3 if found[3] == "feb" else None]
        return str(next(numbers))

    return _PART.sub(part, written)
