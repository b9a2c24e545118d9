"""Whether a message advertises: a score from 0 to 1 and the words that made it.

Rules with weights, read off in both languages (advert_cues). What speaks for an advert: a way to
reach the seller (handles, and the ways in which they are hidden: 加V, 薇❤, 徽信, 卫星, ➕我), a
link, a price or a reward, an offer, urgency, big promises, wares. What speaks against it: a
question, a warning or a quotation, an own free resource, what the organisation or the group itself
arranges.
The score is a logistic of the sum, so each rule can be named and none decides alone. The same rule
holds for whoever speaks: members, assistants and moderators.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import exp

from agent.listening.advert_cues import RULES, Rule
from agent.listening.offence_cues import QUOTED
from agent.listening.thresholds import ADVERT
from agent.listening.words import plain

START = -2.0
"""The sum of a message that says nothing of either kind: a score of .13."""
TALK = -1.6
"""Added where wares are spoken of, but nobody is asked, offered or promised anything."""
TOPICS = frozenset({"trade", "wares", "offers", "link"})
THRESHOLD = ADVERT
WORDS_MOST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Advert:
    """The score, the words that speak for an advert, and the names of all rules that spoke."""

    score: float
    words: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def advert(text: str) -> Advert:
    """Judge one message by itself."""
    read = _own(plain(text))
    heard = [(rule, match) for rule in RULES if (match := rule.pattern.search(read))]
    total = START + sum(_weight(rule, read) for rule, _ in heard)
    if all(rule.name in TOPICS or rule.weight < 0 for rule, _ in heard):
        total += TALK
    for_it = [match[0].strip().lower() for rule, match in heard if rule.weight > 0]
    return Advert(
        score=1 / (1 + exp(-total)),
        words=tuple(dict.fromkeys(word for word in for_it if word))[:WORDS_MOST],
        rules=tuple(rule.name for rule, _ in heard),
    )


def is_advert(text: str, threshold: float = THRESHOLD) -> bool:
    """Whether the score reaches the threshold of the community."""
    return advert(text).score >= threshold


def _own(text: str) -> str:
    """The text without quoted speech; all of it where nothing else is said."""
    return QUOTED.sub(" ", text).strip() or text


def _weight(rule: Rule, text: str) -> float:
    """A rule counts once, and half as much again where it is met by different words."""
    spans = {match[0].lower() for match in rule.pattern.finditer(text)}
    return rule.weight * (1.5 if rule.repeats and len(spans) > 1 else 1.0)
