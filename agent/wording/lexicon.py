"""The word lists of prompts/offline, ready to be looked for."""

import re
from functools import cache

from prompts.wordings import words


@cache
def pattern(name: str, language: str = "any") -> re.Pattern[str]:
    """One list of words as a pattern, small and capital letters alike."""
    return re.compile(words(language)[name], re.IGNORECASE)
