"""Many signed claims set against each other, or a new article against what is signed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from agent.comparing import FEWEST, Finding, compared
from agent.comparing_words import words_of
from knowledge_base.lexical import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim to compare: its id, the article it stands in, its words, the article's title."""

    id: int
    home_id: int
    text: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Two claims of different articles and what was found of them; `one_id` is the lower id."""

    one_id: int
    other_id: int
    finding: Finding


def matches(claims: Sequence[Told]) -> tuple[Match, ...]:
    """Compare every two claims of different articles; only those that share words are looked at."""
    holders: dict[str, list[int]] = {}
    found: list[Match] = []
    ordered = sorted(claims, key=lambda each: each.id)
    for place, claim in enumerate(ordered):
        words = words_of(plain(claim.text))
        near = Counter(earlier for word in words for earlier in holders.get(word, ()))
        found += [
            match
            for earlier, shared in near.items()
            if shared >= FEWEST and (match := _match(ordered[earlier], claim)) is not None
        ]
        for word in words:
            holders.setdefault(word, []).append(place)
    return _in_order(found)


def matches_of(new: Sequence[Told], signed: Sequence[Told]) -> tuple[Match, ...]:
    """Compare the claims of one article with those of all others."""
    found: list[Match] = []
    for each in signed:
        words = words_of(plain(each.text))
        near = [one for one in new if len(words & words_of(plain(one.text))) >= FEWEST]
        found += [match for one in near if (match := _match(one, each)) is not None]
    return _in_order(found)


def _match(one: Told, other: Told) -> Match | None:
    if one.home_id == other.home_id:
        return None
    first, second = sorted((one, other), key=lambda each: each.id)
    finding = compared(first.text, second.text, (first.title, second.title))
    if finding is None:
        return None
    return Match(one_id=first.id, other_id=second.id, finding=finding)


def _in_order(found: Sequence[Match]) -> tuple[Match, ...]:
    return tuple(sorted(found, key=lambda each: (each.one_id, each.other_id)))
