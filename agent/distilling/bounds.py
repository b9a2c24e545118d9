"""Bounds: 40%以上, under ten, before eight. A claim may not turn the one its source sets."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from agent.distilling.figures import numbers_in
from agent.listening.words import plain, words

Way = Literal["least", "most", "before", "after"]
Bound = tuple[str, Way]
TURNED: dict[Way, Way] = {"least": "most", "most": "least", "before": "after", "after": "before"}

_NUMBER = r"(?P<number>\d+(?:[.:：]\d+)?|[零一二两三四五六七八九十百]+)"
_UNIT = r"\s?(?:[%％]|[个点分秒天周月年人道条次本页节倍成元块度名句字钟小时半号日岁米步]{1,3})?"
_AHEAD: dict[Way, str] = {
    "most": "不超过|不高于|不大于|不多于|不到|少于|低于|小于|最多|至多|最晚|"
    r"at most|no more than|not more than|less than|fewer than|under|below|up to|within|[<＜≤]",
    "least": "不少于|不低于|不小于|至少|起码|超过|多于|高于|大于|最早|"
    r"at least|no less than|not less than|no fewer than|more than|over|above|(?<!-)[>＞≥]",
    "before": r"before|until",
    "after": r"after|from|since",
}
_BEHIND: dict[Way, str] = {
    "most": "及?以下|以内|之内|封顶|or less|or fewer|or under|at most",
    "least": "及?以上|往上|起步|or more|or over|and up|at least",
    "before": "以前|之前|前",
    "after": "以后|之后|后",
}
_FORBIDS = re.compile(
    r"(?:不[要能可得应许准该]|[别莫勿])[^\s\d，,。；;]{0,2}?(?=超过|高于|大于|多于|少于|低于|小于|多过)"
)
"""Ways to forbid a bound that read as 不超过, 不少于."""
_BOUNDS: tuple[tuple[Way, re.Pattern[str]], ...] = tuple(
    (way, re.compile(form, re.IGNORECASE))
    for way in TURNED
    for form in (
        rf"(?<!不)(?<!\bno )(?<!\bnot )(?<![a-z])(?:{_AHEAD[way]})\s?[了过]?\s?[$€¥]?{_NUMBER}",
        rf"{_NUMBER}{_UNIT}\s?(?:{_BEHIND[way]})",
    )
)


def bounds_in(text: str) -> frozenset[Bound]:
    """Every number with the way it bounds, the number as it reads in figures."""
    return frozenset(_found(text))


def _found(text: str) -> Iterator[Bound]:
    told = _FORBIDS.sub("不", text)
    for way, form in _BOUNDS:
        for match in form.finditer(told):
            for number in numbers_in(match["number"]):
                yield number, way


def turns_a_bound(own: Iterable[str], lines: Iterable[str]) -> bool:
    """Whether a clause sets a bound the other way round than the clause of its source does.

    Its source is the clause with that number that shares most words with it; where clauses share
    as many, one that sets the same bound is enough.
    """
    set_ = [(bound, clause) for clause in own for bound in bounds_in(clause)]
    if not set_:
        return False
    heard = [(words(plain(line)), bounds_in(line)) for line in lines]
    return any(_is_turned(bound, words(plain(clause)), heard) for bound, clause in set_)


def _is_turned(
    bound: Bound, own: frozenset[str], heard: list[tuple[frozenset[str], frozenset[Bound]]]
) -> bool:
    number, way = bound
    turned = (number, TURNED[way])
    known = [(len(own & said), set_) for said, set_ in heard if {bound, turned} & set_]
    most = max((shared for shared, _ in known), default=0)
    near = [set_ for shared, set_ in known if shared == most]
    return bool(near) and not any(bound in set_ for set_ in near)
