"""What a sentence speaks of: its words without numbers, opposites and little words."""

import re
from functools import lru_cache

from agent.comparing_cues import LIMIT, LITTLE_HAN, LITTLE_LATIN, OPPOSITES, ORDINAL
from knowledge_base.lexical import stem

Words = frozenset[str]
_COUNT = "one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty"
_NUMBER = re.compile(
    rf"\b(?:\d+|{_COUNT})\s+(?:minute|hour|day|week|month|year|time)s?\b"
    r"|(?:\d+(?:[.:]\d+)*%?"
    r"|[零〇一二两三四五六七八九十百千]+(?=[个天周月年点号次分小人元成折张条页倍岁声句下]))"
    r"\s*(?:个?小时|分钟|个?[天周月年点号次人元张条页倍岁声句下])?"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[a-z][a-z'’-]*[a-z]")


@lru_cache(maxsize=8192)
def words_of(text: str) -> Words:
    """Han characters and Latin stems that say something."""
    bare = _NUMBER.sub(" ", ORDINAL.sub(" ", LIMIT.sub(" ", text)))
    for pair in OPPOSITES:
        for pattern in pair:
            bare = pattern.sub(" ", bare)
    han = {each for each in _HAN.findall(bare) if each not in LITTLE_HAN}
    latin = {stem(each) for each in _LATIN.findall(bare) if each not in LITTLE_LATIN}
    return frozenset(han | latin)


def weight(words: Words) -> float:
    """How much is said: a Latin word counts one, a Han character half."""
    return len(words) - sum(1 for word in words if _HAN.match(word)) / 2
