"""Whether a message advertises: a chance from 0 to 1 and the words that made it.

Rules with weights, read off in both languages: what is sold (advert_cues), what the speaker does
(advert_act_cues), on which terms (advert_term_cues). What speaks for an advert: a way to reach the
seller (handles, and the ways in which they are hidden: 加V, 薇❤, 徽信, 卫星), a link, a price, a
reward, an offer, urgency, big promises, bait. What speaks against it: a question, a warning or a
quotation, an own free resource, a used thing passed on, shop talk, what the group arranges.
The chance is a logistic of the sum, so each rule can be named and none decides alone. Weights begin
where they were set by hand and are fitted and calibrated by evals/train/adverts.py. The same rule
holds for whoever speaks: members, assistants and moderators.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import exp

import numpy as np

from agent.listening.advert_act_cues import ACTS
from agent.listening.advert_cues import RULES as WARES
from agent.listening.advert_own import goods_beside, offers, sold_out, without_sold_out
from agent.listening.advert_rule import Rule
from agent.listening.advert_term_cues import TERMS
from agent.listening.cue import seen
from agent.listening.offence_cues import QUOTED
from agent.listening.thresholds import ADVERT
from agent.listening.words import read

RULES = (*WARES, *ACTS, *TERMS)
START = -2.0
"""The sum of a message that says nothing of either kind, before fitting."""
TALK = -1.6
"""Added where wares are spoken of, but nobody is asked, offered or promised anything."""
TOPICS = frozenset({"trade", "wares", "offers", "link"})
ONLY_TALK = "only_talk"
FEATURES = (*(rule.name for rule in RULES), ONLY_TALK)
PRIOR = (*(rule.weight for rule in RULES), TALK)
"""The weight of each feature before fitting."""
AGAIN = 1.5
"""How much a rule counts that is met by different words."""
THRESHOLD = ADVERT
WORDS_MOST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Advert:
    """The chance, the words that speak for an advert, and the names of all rules that spoke."""

    score: float
    words: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Log-odds by the name of a feature, and of a message that says nothing."""

    by_name: dict[str, float]
    start: float


@lru_cache(maxsize=4096)
def advert(text: str) -> Advert:
    """Judge one message by itself. The chance is calibrated on hard cases, half of them adverts."""
    weights = shipped()
    heard = _heard(text)
    total = weights.start + sum(weights.by_name[name] * much for name, much, _ in heard)
    for_it = [word.strip().lower() for name, _, word in heard if weights.by_name[name] > 0]
    return Advert(
        score=1 / (1 + exp(-total)),
        words=tuple(dict.fromkeys(word for word in for_it if word))[:WORDS_MOST],
        rules=tuple(name for name, _, _ in heard if name != ONLY_TALK),
    )


def is_advert(text: str, threshold: float = THRESHOLD) -> bool:
    """Whether the score reaches the threshold of the community."""
    return advert(text).score >= threshold


def marks_of(text: str) -> tuple[float, ...]:
    """How much each feature speaks in a text, in the order of FEATURES."""
    found = {name: much for name, much, _ in _heard(text)}
    return tuple(found.get(name, 0.0) for name in FEATURES)


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """The weights that lie beside this file."""
    with (
        files("agent.listening").joinpath("weights", "adverts.npz").open("rb") as file,
        np.load(file, allow_pickle=False) as arrays,
    ):
        names = [str(name) for name in arrays["names"]]
        values = [float(value) for value in arrays["weights"]]
        start = float(arrays["start"])
    return Weights(by_name=dict(zip(names, values, strict=True)), start=start)


def _heard(text: str) -> list[tuple[str, float, str]]:
    """The features of a text: name, how much it counts, the words met."""
    said = _own(read(text))
    if sold_out(said):
        said = _offered_or_bare(said)
    heard = _met(said)
    found = [(rule.name, _much(rule, said), match[0]) for rule, match in heard]
    if all(rule.name in TOPICS or rule.weight < 0 for rule, _ in heard):
        found.append((ONLY_TALK, 1.0, ""))
    return found


def _met(said: str) -> list[tuple[Rule, re.Match[str]]]:
    """The rules a text meets, each with its first place."""
    marks = seen(said)
    may_hold = [rule for rule in RULES if rule.pattern.mark & marks]
    return [(rule, match) for rule in may_hold if (match := rule.pattern.search(said))]


def _offered_or_bare(said: str) -> str:
    """The text itself where something is offered, else without its words of selling out."""
    bare = without_sold_out(said)
    rules = [rule.name for rule, _ in _met(bare)]
    beside = [rule.name for rule, _ in _met(goods_beside(said))]
    return said if offers(said, rules, beside) else bare


def _own(text: str) -> str:
    """The text without quoted speech; all of it where nothing else is said."""
    return QUOTED.sub(" ", text).strip() or text


def _much(rule: Rule, text: str) -> float:
    """A rule counts once, and half as much again where it is met by different words."""
    if not rule.repeats:
        return 1.0
    spans = {match[0].lower() for match in rule.pattern.finditer(text)}
    return AGAIN if len(spans) > 1 else 1.0
