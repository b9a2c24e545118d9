"""A question that is the title of a signed article: that article answers it. Pure."""

import re
from collections.abc import Sequence

from agent.answering.folding import same
from knowledge_base.lexical import plain
from knowledge_base.shelf import Hit

LEAST = 0.6
"""Share of a title that a question must be to stand for the whole of it."""
_BESIDE = re.compile(r"\s*[(（][^()（）]{1,16}[)）]\s*$")
"""A remark in brackets after a title is no part of the question."""


def of_that_title(question: str, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The hits of the first article whose title is asked, in their order; none if none is."""
    home = next((hit.passage for hit in hits if is_title(question, hit.passage.title)), None)
    if home is None:
        return ()
    return tuple(hit for hit in hits if hit.passage.distillation_id == home.distillation_id)


def is_title(question: str, title: str) -> bool:
    """Whether a question is a title, most of it, or the same in about the same words."""
    title = _BESIDE.sub("", title)
    asked, named = _letters(_BESIDE.sub("", question)), _letters(title)
    if not asked or not named:
        return False
    short, long = sorted((asked, named), key=len)
    return (short in long and len(short) >= LEAST * len(long)) or same(question, title)


def _letters(text: str) -> str:
    return "".join(character for character in plain(text) if character.isalnum())
