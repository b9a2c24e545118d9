"""Words of selling that tell of one's own affairs, and what of an advert is shown to people.

Who has sold out of their shares (清仓, cleared out) advertises nothing: such a word counts only
where something is offered — a price, terms, a way to reach the seller, or goods beside it.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

import rjieba

LINK = re.compile(r"https?://(?P<host>[^\s/，。,;；!！)）]*)[^\s，。；！）]*")
SIGNS = " ,，.。:：;；!！?？-"
SHOWN_LEAST = 2
"""Characters a piece needs to be shown where a longer one stands beside it."""
_HELD = (
    r"股票?|基金|理财|期货|外汇|债券?|仓位|比特币|虚拟币|币|彩票|原油|黄金|白银"
    r"|(?:stocks?|shares?|funds?|etfs?|bonds?|crypto|coins?|bitcoins?|positions?|holdings?"
    r"|portfolio|lottery|nfts?|gold|forex|trading|dividends?)\b"
)
_HELD_THINGS = re.compile(_HELD, re.IGNORECASE)
_SOLD_OUT = re.compile(
    r"(?:清|平|斩|减|空)仓|甩卖|抛售|割肉"
    r"|(?:出售|转让|出手|套现|急[售出])(?=了|掉|完)"
    rf"|(?:{_HELD})[^,。;!?]{{0,8}}?(?:出售|转让|出手|套现|急[售出])"
    r"|\bclearance\b|\bclear(?:ed|ing)? out\b|\bliquidat\w+|\b(?:cashed|sold|got) out\b"
    rf"|\b(?:re)?selling (?:(?:all|half|most|some|off|out|of|my|our|the) ){{0,4}}(?:{_HELD})",
    re.IGNORECASE,
)
_SHOP = re.compile(
    r"全场|全店|本店|店[里内铺]|门店|[小我家]店|商场|超市|厂家|工厂|仓库|库存|尾货|换季|断码|全部商品|大甩卖"
    r"|清仓(?:价|货|款|大?处理|大?[促甩特]|中|啦|开始)"
    r"|\bclearance (?:sale|prices?|stock|event|deals?|on)\b"
    r"|\bmust go\b|\bour (?:shop|store|stock)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,。;!?\n]+|\.(?=\s|$)")
TERMS_AND_WAYS = frozenset(
    {
        "hidden_handle",
        "disguised_handle",
        "handle",
        "private_ask",
        "link",
        "referral",
        "code",
        "hands_on",
        "come_by",
        "hail",
        "invites",
        "baits",
        "discount",
        "few_left",
        "rates",
        "on_top",
        "perks",
        "deals",
        "urgency",
        "stock",
        "takes_clients",
        "recruits",
    }
)
"""Rules that offer something by themselves."""
PRICED = "price"
PAST = "tells_of_past"
"""A sum beside what is told of the past is a loss or a gain, no price."""


def sold_out(text: str) -> bool:
    """Whether a plain text holds a word of selling out."""
    return _SOLD_OUT.search(text) is not None


def without_sold_out(text: str) -> str:
    """A plain text as if the words of selling out were not in it."""
    return _SOLD_OUT.sub(" ", text)


def goods_beside(text: str) -> str:
    """The clauses with a word of selling out, less that word and what one holds for oneself."""
    beside = (clause for clause in _CLAUSE.split(text) if sold_out(clause))
    return " ".join(_HELD_THINGS.sub(" ", without_sold_out(clause)) for clause in beside)


def offers(text: str, rules: Iterable[str], beside: Iterable[str]) -> bool:
    """Whether something is offered, by the rules heard without the words of selling out.

    `beside` are the rules heard in `goods_beside`: wares of the same clause.
    """
    heard = set(rules)
    priced = PRICED in heard and PAST not in heard
    goods = bool({"trade", "wares"} & set(beside))
    return priced or goods or bool(TERMS_AND_WAYS & heard) or _SHOP.search(text) is not None


@lru_cache(maxsize=1024)
def whole_pieces(text: str, pieces: tuple[str, ...]) -> tuple[str, ...]:
    """Pieces met in a plain text as people read them: widened to whole words, joined if they touch.

    A link is shown by where it leads.
    A single character is left out where something longer is shown; where none is met, they stay.
    """
    said = text.lower()
    spans: list[tuple[int, int]] = []
    for piece in pieces:
        at = said.find(piece)
        if at >= 0:
            spans.append((at, at + len(piece)))
    borders = _borders(said)
    shown = [_neat(said[start:end]) for start, end in _joined(spans, borders)]
    long = [piece for piece in shown if len(piece) >= SHOWN_LEAST]
    return tuple(dict.fromkeys(long or shown or pieces))


def _neat(piece: str) -> str:
    """A piece without the signs around it; of a link its address alone."""
    link = LINK.search(piece)
    return link["host"] if link else piece.strip(SIGNS)


def _borders(said: str) -> list[int]:
    """Where words begin and end, the whole text's own ends included; a link is one word."""
    borders = [0]
    for word in rjieba.cut(said, hmm=False):
        borders.append(borders[-1] + len(word))
    inside = [range(link.start() + 1, link.end()) for link in LINK.finditer(said)]
    return sorted(
        {at for at in borders if not any(at in each for each in inside)}
        | {at for each in inside for at in (each.start - 1, each.stop)}
    )


def _joined(spans: Iterable[tuple[int, int]], borders: list[int]) -> list[tuple[int, int]]:
    """The spans widened to borders, in the order of the text, overlapping ones made one."""
    wide: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        first = max(border for border in borders if border <= start)
        last = min(border for border in borders if border >= end)
        if wide and first < wide[-1][1]:
            wide[-1] = (wide[-1][0], max(last, wide[-1][1]))
        else:
            wide.append((first, last))
    return wide
