"""How much help a member still needs to speak: the ladder of moves.md §3, read from their words."""

import re
from collections.abc import Iterable
from functools import cache

from agent.wording.marks import marks_in
from agent.wording.phrases import size
from prompts.scaffolding import scaffolds

TOP = 4
"""L0 a tap, L1 one blank, L2 a start with an example, L3 a named model, L4 nothing."""
UNASSISTED = 2
"""Messages of a level, written without a frame, that take a member one rung up."""
TAP = {"zh": 4, "en": 2}
"""A letter, a number or a word: characters, English words."""
LINE = {"zh": 16, "en": 9}
"""More than one line of speech."""
CASE = {"zh": 40, "en": 24}
"""Long enough for a case."""
TOLD = frozenset({"result", "tried", "steps", "number", "thing", "failure", "repair"})
"""Marks of something done; two of them in a long message make it a case."""
LINES = 2
"""Labels of one frame, each at the head of a line, that show that it was used."""


def level_of(history: Iterable[str], language: str) -> int:
    """The rung 0–4 of who wrote these texts, oldest first; 0 who wrote nothing.

    Two messages of a rung or a higher one that were written without a frame lead to the next.
    """
    level, alone = 0, 0
    for text in history:
        if level < TOP and rung(text, language) >= level and not is_assisted(text):
            alone += 1
            if alone == UNASSISTED:
                level, alone = level + 1, 0
    return level


def rung(text: str, language: str) -> int:
    """What a message shows its author can do: 0 a tap, 1 a line, 2 a few lines, 3 a case."""
    long = size(text, language)
    if long <= TAP[language]:
        return 0
    if long >= CASE[language] and len(TOLD & set(marks_in(text, language))) >= LINES:
        return 3
    return 2 if long > LINE[language] else 1


def is_assisted(text: str) -> bool:
    """Whether the labels of one frame still stand at the head of its lines."""
    heads = {match[1].strip() for match in _HEAD.finditer(text)}
    return any(len(heads & labels) >= LINES for labels in _labels())


_HEAD = re.compile(r"^\s*([^\n:：]{1,24})[:：]", re.MULTILINE)


@cache
def _labels() -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(slot.label for slot in frame.slots)
        for language in ("zh", "en")
        for frame in scaffolds(language)
    )
