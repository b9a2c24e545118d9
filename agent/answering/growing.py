"""The sentences that are whole in a reply that is still being written. Pure."""

import json
import re
from typing import cast

from agent.answering.brief import CitedSentence

_LIST = re.compile(r'"sentences"\s*:\s*\[')
_READ = json.JSONDecoder()


def whole_sentences(text: str) -> tuple[CitedSentence, ...]:
    """Every sentence object that is complete, in order; what is no such object ends the reading."""
    begun = _LIST.search(text)
    place = begun.end() if begun else len(text)
    found: list[CitedSentence] = []
    while (place := _next(text, place)) < len(text):
        try:
            value, place = _READ.raw_decode(text, place)
        except ValueError:
            break
        sentence = _sentence(value)
        if sentence is None:
            break
        found.append(sentence)
    return tuple(found)


def _next(text: str, place: int) -> int:
    while place < len(text) and text[place] in " \r\n\t,":
        place += 1
    return place


def _sentence(value: object) -> CitedSentence | None:
    if not isinstance(value, dict):
        return None
    fields = cast("dict[str, object]", value)
    text, numbers = fields.get("text"), fields.get("numbers")
    if not isinstance(text, str) or not isinstance(numbers, list):
        return None
    every = cast("list[object]", numbers)
    if not all(isinstance(one, int) for one in every):
        return None
    return CitedSentence(text=text, numbers=tuple(cast("list[int]", every)))
