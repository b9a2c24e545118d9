"""What a message has in it: a result, a thing, a failure, a bare opinion, a question."""

import re
import unicodedata
from functools import cache

from prompts.wordings import marks

QUESTIONS = ("ask_how", "ask_fact")


@cache
def _compiled(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = marks(language)
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in table.items())


def marks_in(text: str, language: str) -> tuple[str, ...]:
    """The marks of a message, most telling first; a question is told apart from a share."""
    bare = re.sub(r"https?://\S+|\[[^\]]{1,12}\]|@\S+", " ", unicodedata.normalize("NFKC", text))
    found = [name for name, pattern in _compiled(language) if pattern.search(bare)]
    asks = [name for name in found if name in QUESTIONS]
    rest = [name for name in found if name not in QUESTIONS]
    return (*rest, *asks[:1], "ask" if asks else "share")
