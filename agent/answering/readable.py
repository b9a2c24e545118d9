"""What can be asked at all: some words, not too many, more than a link, no order. Pure."""

import re

from agent.answering.orders import is_order
from agent.answering.tongues import is_gibberish
from community.errors import Invalid

LONGEST = 2000
"""Characters of a question; who pastes more is asked for the question itself."""
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def readable_question(question: str) -> str:
    """The question without white space around it; Invalid where it cannot be read as one."""
    text = question.strip()
    if not _says(text):
        raise Invalid("question_empty")
    if len(text) > LONGEST:
        raise Invalid("question_too_long", length=len(text), limit=LONGEST)
    if not _says(_LINK.sub(" ", text)):
        raise Invalid("question_only_link")
    if is_gibberish(text):
        raise Invalid("question_no_words")
    if is_order(text):
        raise Invalid("question_order")
    return text


def _says(text: str) -> bool:
    return any(character.isalnum() for character in text)
