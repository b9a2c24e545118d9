"""The same question asked by several members, in about the same words: one to look after. Pure."""

import re
from collections.abc import Sequence
from typing import TypeVar

from agent.distilling.figures import denials_in, numbers_in
from knowledge_base.lexical import ASKING, plain, tokens

T = TypeVar("T")
ALIKE = 0.72
"""Dice of their content tokens from which two questions are one."""
ALIKE_ORDER = 0.4
"""Dice of their pairs of characters, so that the same characters in other words do not count."""
_SMALL = re.compile(r"^[的了吗呢吧呀啊要不可以能会想请问个这那]$")


def folded(questions: Sequence[tuple[T, str]]) -> tuple[tuple[T, ...], ...]:
    """Groups of questions that ask the same, each in the order given, as they first appear."""
    groups: list[list[tuple[T, str]]] = []
    for one in questions:
        home = next((group for group in groups if same(group[0][1], one[1])), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return tuple(tuple(key for key, _ in group) for group in groups)


def same(one: str, other: str) -> bool:
    """Whether two questions ask the same: their content, numbers and denials agree."""
    if plain(one) == plain(other):
        return True
    if numbers_in(one).keys() != numbers_in(other).keys():
        return False
    if bool(denials_in(one)) != bool(denials_in(other)):
        return False
    words, others = _content(one), _content(other)
    pairs, other_pairs = _pairs(one), _pairs(other)
    ordered = not (pairs and other_pairs) or _dice(pairs, other_pairs) >= ALIKE_ORDER
    return _dice(words, others) >= ALIKE and ordered


def _content(text: str) -> frozenset[str]:
    return frozenset(
        each
        for each in tokens(text)
        if each not in ASKING and not _SMALL.match(each) and (len(each) == 1 or each.isascii())
    )


def _pairs(text: str) -> frozenset[str]:
    return frozenset(each for each in tokens(text) if len(each) > 1 and not each.isascii())


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0
