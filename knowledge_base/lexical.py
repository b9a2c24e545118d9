"""Search by the words themselves: character uni- and bigrams, BM25, postings that only grow.

BM25 as in Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), with the
idf of Lucene, log(1 + (N − n + .5)/(n + .5)), which is never negative.
"""

import math
import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, cast

import numpy as np
from numpy.typing import NDArray
from opencc import OpenCC

from knowledge_base.numerals import in_digits

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


K1 = 1.2
B = 0.75
_TIMES = 255
"""A posting is row × 256 + times (at most 255) in one number of 64 bits."""
_RUN = re.compile(r"[㐀-䶿一-鿿豈-﫿぀-ヿ가-힯]+|[0-9]+(?:[.,:：/-][0-9]+)*%?|[^\W\d_]+")
_SIMPLE = cast("_Converter", OpenCC("t2s"))
_WORDED = cast("_Converter", OpenCC("tw2sp"))
POOL = 2000
"""Rows that common tokens choose among, once rare ones named as many."""
SLIP = 0.001
"""What adding up in 32 bits may cost a score."""
SPARSE = 4
"""Rows of a token per chosen row up to which all are added sooner than the chosen are looked up."""
COMMON = 16
"""A token in more than one of so many rows is common."""
ROOT_LENGTH = 3
"""Letters a word keeps at least when its ending is cut."""
SWEEP_FROM = 64
"""Dead rows that are never worth sweeping out."""
_ENDINGS = ("ings", "ing", "edly", "ed", "ies", "es", "s", "ly")

_ASKING = """
谁 什么 甚么 什 么 啥 哪 哪个 哪里 哪儿 哪些 哪年 哪一 多少 多久 多长 几 何 何时 何地 何种 为什 为何
怎么 怎样 如何 咋 吗 呢 吧 呀 请问 是谁 是什 的是 是哪 有哪 有多 为多 在哪
请 问 是 的 了 在 有 和 与
a an the of in on at to for and or is are was were be do does did have has had it its this that
i we you they he she my our your what which who whom whose when where why how many much there can
could
should would will with from by as if not no so any some someone somebody people
"""
ASKING = frozenset(_ASKING.split())
"""What a question is made of: it says what kind of answer is wanted, not where it stands."""


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Simplified, half-width, lower case: what two spellings of one word have in common."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return _SIMPLE.convert(unicodedata.normalize("NFKC", whole)).lower()


def in_simplified(text: str) -> str:
    """A text in traditional characters in simplified ones, its words too: 訊息 as 消息."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return _WORDED.convert(whole) if _SIMPLE.convert(whole) != whole else text


def stem(word: str) -> str:
    """Cut the commonest English endings, where at least three letters remain."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= ROOT_LENGTH:
            root = word[: -len(ending)]
            return root + "y" if ending == "ies" else _undoubled(root).removesuffix("e")
    return word.removesuffix("e") if len(word) > ROOT_LENGTH else word


def _undoubled(root: str) -> str:
    return root[:-1] if len(root) > ROOT_LENGTH and root[-1] == root[-2] not in "sl" else root


def tokens(text: str) -> list[str]:
    """Han: every character and every pair; other scripts: words (stemmed) and numbers.

    Figures in words are figures in digits here.
    """
    found: list[str] = []
    for run in _RUN.findall(in_digits(plain(text))):
        if run[0].isascii() or not _is_han(run[0]):
            found.append(stem(run) if run.isalpha() else run)
        else:
            found.extend(run)
            found.extend(run[place : place + 2] for place in range(len(run) - 1))
    return found


def has_han(text: str) -> bool:
    """Whether any character is Han, kana or hangul: those are matched one by one."""
    return any(_is_han(character) for character in text)


def _is_han(character: str) -> bool:
    return "\u3040" <= character <= "\u9fff" or "\uac00" <= character <= "\ufaff"


def asked(question: str) -> dict[str, float]:
    """The tokens of a question with a weight: what only asks counts for little."""
    counts = Counter(tokens(question))
    return {token: 0.2 if token in ASKING else 1.0 for token in counts}


@dataclass(frozen=True, slots=True, kw_only=True)
class LexicalHits:
    """Rows with their BM25 scores, best first."""

    rows: Rows
    scores: Floats


class LexicalIndex:
    """Postings of one community. A passage is added in the time its own words take.

    A removed row is never returned again at once; its postings are swept out when more than
    half of the rows are dead.
    """

    def __init__(self) -> None:
        self._postings: dict[str, array[int]] = {}
        self._lengths = array("f")
        self._dead: set[int] = set()
        self._words = 0.0
        self._norms: Floats | None = None

    def __len__(self) -> int:
        """How many rows may be found."""
        return len(self._lengths) - len(self._dead)

    def add(self, text: str) -> int:
        """Add a text and return its row."""
        row = len(self._lengths)
        counts = Counter(tokens(text))
        for token, times in counts.items():
            posting = self._postings.get(token)
            if posting is None:
                posting = self._postings[token] = array("q")
            posting.append(row * 256 + min(times, _TIMES))
        length = float(sum(counts.values()))
        self._lengths.append(length)
        self._words += length
        self._norms = None
        return row

    def remove(self, row: int) -> None:
        """Take a row out: no search returns it from now on."""
        if row not in self._dead:
            self._dead.add(row)
            self._words -= self._lengths[row]
            self._norms = None

    @property
    def is_half_dead(self) -> bool:
        """Whether it is time to build it anew from what is alive."""
        return len(self._dead) > SWEEP_FROM and len(self._dead) * 2 > len(self._lengths)

    def idf(self, token: str) -> float:
        """Rarity of a token among the rows: log(1 + (N − n + .5)/(n + .5))."""
        count = len(self._postings.get(token, ()))
        return math.log(1 + max(len(self._lengths) - count + 0.5, 0.5) / (count + 0.5))

    def scores(self, question: Mapping[str, float], k: int = 0) -> Floats:
        """BM25 of every row, 0 for the dead; weights of the question's tokens multiply.

        Rare tokens come first. Once they have named enough rows, a common one only adds to the
        best POOL of these: it tells rivals apart and brings up no row of its own. Where only the
        `k` best are wanted, a common one is left out of rows it cannot lift among them (MaxScore:
        Turtle and Flood, Query Evaluation, 1995).
        """
        scores = np.zeros(len(self._lengths), dtype=np.float32)
        if not len(self):
            return scores
        gone = self._gone
        ordered = sorted(question.items(), key=lambda each: self._count(each[0]))
        most = sum(weight * self.idf(token) for token, weight in ordered) * (K1 + 1)
        tried, pool = math.inf, None
        for token, weight in ordered:
            if self._count(token) > self._common:
                scores[gone] = 0
                if tried == math.inf:
                    pool, tried = _pool(scores), most
                if k and most < tried / 2:
                    pool, tried = _rivals(scores, pool, k, most), most
            self._add(scores, token, weight, pool)
            most -= weight * self.idf(token) * (K1 + 1)
        scores[gone] = 0
        return scores

    def scores_of(self, question: Mapping[str, float], rows: Rows) -> Floats:
        """BM25 of these rows alone, every token of the question counted."""
        scores = np.zeros(len(self._lengths), dtype=np.float32)
        for token, weight in question.items():
            self._add(scores, token, weight, rows)
        scores[self._gone] = 0
        return scores[rows]

    @property
    def _gone(self) -> Rows:
        return np.fromiter(self._dead, dtype=np.int64)

    @property
    def _common(self) -> int:
        """Rows from which a token is common."""
        return max(POOL, len(self._lengths) // COMMON)

    def _count(self, token: str) -> int:
        return len(self._postings.get(token, ()))

    def _add(self, scores: Floats, token: str, weight: float, chosen: Rows | None) -> None:
        """Add what one token is worth, to its rows or to the chosen ones among them."""
        posting = self._postings.get(token)
        if posting is None:
            return
        packed = np.frombuffer(posting, dtype=np.int64)
        if chosen is not None and len(packed) > len(chosen) * SPARSE:
            places = np.searchsorted(packed, chosen * 256)
            there = places < len(packed)
            places, chosen = places[there], chosen[there]
            packed = packed[places[(packed[places] >> 8) == chosen]]
        rows, times = packed >> 8, (packed & 255).astype(np.float32)
        worth = weight * self.idf(token) * (K1 + 1)
        scores[rows] += worth * times / (times + self._norm()[rows])

    def _norm(self) -> Floats:
        """What the length of each row takes from it, counted anew once rows have changed."""
        if self._norms is None:
            lengths = np.frombuffer(self._lengths, dtype=np.float32)
            mean = self._words / len(self) or 1.0
            self._norms = (K1 * (1 - B + B * lengths / mean)).astype(np.float32)
        return self._norms

    def search(self, question: Mapping[str, float], k: int) -> LexicalHits:
        """Return the k best rows that hold at least one of the question's tokens."""
        return best(self.scores(question, k), k)


def _pool(scores: Floats) -> Rows | None:
    """The best POOL rows, in order; none where fewer have been named."""
    if np.count_nonzero(scores) < POOL:
        return None
    return np.sort(np.argpartition(-scores, POOL - 1)[:POOL]).astype(np.int64)


def _rivals(scores: Floats, pool: Rows | None, k: int, most: float) -> Rows | None:
    """Rows of a pool that may yet be among its k best where any may gain up to `most`.

    None is a pool of all rows.
    """
    among = scores if pool is None else scores[pool]
    if k > len(among) or among.max() <= most:
        return pool
    least = float(np.partition(among, len(among) - k)[len(among) - k]) - most - SLIP
    if least <= 0:
        return pool
    return np.flatnonzero(among >= least) if pool is None else pool[among >= least]


def best(scores: Floats, k: int) -> LexicalHits:
    """The k highest scores above zero, ties by row."""
    k = min(k, len(scores))
    if k == 0:
        return LexicalHits(rows=np.zeros(0, dtype=np.int64), scores=np.zeros(0, dtype=np.float32))
    top = np.argpartition(-scores, k - 1)[:k]
    top = top[np.lexsort((top, -scores[top]))]
    top = top[scores[top] > 0]
    return LexicalHits(rows=top.astype(np.int64), scores=scores[top])


def coverage(question: Iterable[str], text: Sequence[str], rarity: Mapping[str, float]) -> float:
    """Share of the question's tokens found in the text, weighted by rarity, 0–1."""
    present = set(text)
    asked_for = list(question)
    whole = sum(rarity[token] for token in asked_for)
    return sum(rarity[token] for token in asked_for if token in present) / whole if whole else 0.0
