"""The same question asked by several members: one to look after. Pure.

Two questions that share their frame and differ in one word ask two things, however near they are:
男生宿舍几点关门 and 女生宿舍几点关门. So a shared frame decides by what fills it; where there is
none, the same words in another order or a near meaning make them one.
"""

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from agent.distilling.figures import denials_in, numbers_in
from knowledge_base.kinds import kinds_asked
from knowledge_base.lexical import ASKING, has_han, plain, stem, tokens

T = TypeVar("T")
Near = Callable[[str, str], float]
"""Cosine of two questions' meanings, 0 where it is not known."""
ALIKE = 0.72
"""Dice of their content tokens from which two questions are one."""
ALIKE_ORDER = 0.4
"""Dice of their pairs of characters, so that the same characters in other words do not count."""
NEAR = 0.8
"""Cosine from which two questions without a shared frame are one.

Of ten thousand pairs of different questions in eight communities two reach it."""
FRAME = 0.5
"""Share of the shorter question that stands in both, in runs of two and more, from which on only
what fills the rest decides."""
_UNIT = re.compile(r"[\u3400-\u9fff]|[0-9]+(?:[.,:：/-][0-9]+)*%?|[^\W\d_\u3400-\u9fff]+")
_SMALL = re.compile(r"^[的了吗呢吧呀啊要不可以能会想请问个这那]$")
_FILLING_HAN = frozenset(
    "的了吗呢吧呀啊哦嘛要不可以能会想请问个这那该应得是有没在我你他们家到去给把被让跟和与就都还一下"
    "般大概具体到底各位谢麻烦知道啥么什怎样多少几谁哪里儿时候办法"
)
_FILLING = """
please anyone know hi hello thanks usually exactly actually just again our your my me us you one be
been being am get got may might must shall also then now so here s m re ve ll d t
"""
_FILLERS = ASKING | frozenset(stem(word) for word in _FILLING.split())
_WANTED = {"time": "figure", "number": "figure", "person": "person", "place": "place"}


def _unknown(_: str, __: str) -> float:
    """By words alone."""
    return 0.0


def folded(questions: Sequence[tuple[T, str]], near: Near = _unknown) -> tuple[tuple[T, ...], ...]:
    """Groups of questions that ask the same, each in the order given, as they first appear."""
    groups: list[list[tuple[T, str]]] = []
    for one in questions:
        home = next((group for group in groups if same(group[0][1], one[1], near)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return tuple(tuple(key for key, _ in group) for group in groups)


def same(one: str, other: str, near: Near = _unknown) -> bool:
    """Whether two questions ask the same: numbers, denials and what they want agree, and the rest.

    Where most of them stands in both, nothing but small words may differ.
    """
    if plain(one) == plain(other):
        return True
    if _outer(one) != _outer(other):
        return False
    units, others = _units(one), _units(other)
    match = SequenceMatcher(None, units, others, autojunk=False)
    if _frame(match, min(len(units), len(others))) >= FRAME:
        return not _filled_otherwise(match, units, others)
    return _same_words(one, other) or near(one, other) >= NEAR


def _outer(text: str) -> tuple[frozenset[str], bool, frozenset[str]]:
    """What no two wordings of one question differ in: numbers, denial, what is wanted."""
    wanted = frozenset(_WANTED[kind] for kind in kinds_asked(text) if kind in _WANTED)
    return frozenset(numbers_in(text)), bool(denials_in(text)), wanted


def _frame(match: "SequenceMatcher[str]", shorter: int) -> float:
    runs = [block.size for block in match.get_matching_blocks() if block.size > 1]
    return sum(runs) / max(shorter, 1)


def _filled_otherwise(
    match: "SequenceMatcher[str]", units: Sequence[str], others: Sequence[str]
) -> bool:
    """Whether anything that says something stands in one of them alone; it may have moved."""
    apart = [code for code in match.get_opcodes() if code[0] != "equal"]
    ours = {unit for _, start, end, _, _ in apart for unit in units[start:end]}
    theirs = {unit for _, _, _, start, end in apart for unit in others[start:end]}
    return not all(_is_filler(unit) for unit in ours ^ theirs)


def _is_filler(unit: str) -> bool:
    return unit in _FILLING_HAN if has_han(unit) else unit in _FILLERS


def _units(text: str) -> list[str]:
    found = _UNIT.findall(plain(text))
    return [stem(unit) if unit.isascii() and unit.isalpha() else unit for unit in found]


def _same_words(one: str, other: str) -> bool:
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
