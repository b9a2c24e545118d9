"""Which lines of work a community talks about, by its own words; silence where none is plain."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from prompts.packs import domain_words

LEAST = 8
"""Messages that name a line of work before it counts as theirs."""
DISTINCT = 4
"""Different words of it they must have used."""
SHARE = 0.04
"""And the part of all messages, so that one story makes no trade."""
BESIDE = 0.4
"""A second line of work is named at least this part as often as the first."""


@cache
def word_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words; Latin ones stand alone, a plural s aside."""
    latin = [re.escape(word) for word in words if word.isascii()]
    others = [re.escape(word) for word in words if not word.isascii()]
    alone = [rf"(?<![a-z0-9])(?:{'|'.join(latin)})s?(?![a-z0-9])"] if latin else []
    return re.compile("|".join([*alone, *others]))


def domains_in(texts: Iterable[str], language: str) -> tuple[str, ...]:
    """The domains of the packs that the texts speak of, most named first; often none."""
    named, kinds, total = Counter[str](), dict[str, set[str]](), 0
    for text in texts:
        total += 1
        lowered = text.lower()
        for domain, words in domain_words(language).items():
            if found := word_pattern(words).findall(lowered):
                named[domain] += 1
                kinds.setdefault(domain, set()).update(found)
    most = max(named.values(), default=0)
    return tuple(
        domain
        for domain, count in named.most_common()
        if count >= max(LEAST, SHARE * total, BESIDE * most) and len(kinds[domain]) >= DISTINCT
    )
