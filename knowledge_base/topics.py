"""What an article is about, in one word of its own: set by a signer, else shared with others. Pure.

A derived topic is a word that several articles carry where it counts, in the title or in more than
one claim. Topics are chosen one by one, each time the word that most articles without one carry
(greedy set cover, Chvátal 1979), so that a library of any size has few of them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import rjieba

from community.distillation import Distillation
from knowledge_base.lexical import ASKING, stem

FEWEST = 2
"""Articles that share a word before it is a topic."""
WIDEST = 0.6
"""Share of a library beyond which a word says nothing about one article of it."""
SMALL = 5
"""Articles up to which a library is too small for a word to be too common in it."""
TITLED = 3
"""How much a word in the title weighs beside one in a claim."""
_HAN = re.compile(r"[㐀-䶿一-鿿]")
_NOUN = re.compile(r"^(?:n(?![rt])|vn|nz|l$|eng$)")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9+#'’-]{2,}")
_LATIN_LEAST = 4
_TOKEN = re.compile(r"[a-z][a-z'’-]*|[,;:.!?()]+")
_EMPTY_ZH_WORDS = """
    时候 问题 东西 事情 办法 时间 大家 老师 同学 朋友 情况 方法 结果 感觉 意思 地方 关系 小时 分钟
    部分 人家 个人 群里 原因 经验 样子 有人 别人 自己 内容 方面 建议 做法 第一 怎么办 怎么样
"""
_EMPTY_ZH = frozenset(_EMPTY_ZH_WORDS.split())
_EMPTY_EN_WORDS = """
    about after again also always another answer answers day days half help helped helps
    question questions write writes writing written wrote because been before being best better
    between both came come comes doing done each else even ever every everyone first from gave
    gets getting give gives goes going good have having here into just keep keeps know last less
    like little made make makes making many more most much must need needs never next none
    nothing once only other others over people person please really right same says should since
    some someone something start still such take takes tell than that their them then there
    these they thing things this those though time times took under until used uses using very
    want wants week weeks well were what when where which while will with without work works
    worked would year years your does don't didn't isn't it's asked asking said hour hours
    minute minutes month months today tomorrow yesterday
"""
_EMPTY_EN = frozenset(_EMPTY_EN_WORDS.split()) | ASKING
_BEFORE_NOUNS_WORDS = """
    a an the my our your his her their its this these those of no per each every some any in on
    for with from about two three four five six
"""
_BEFORE_NOUNS = frozenset(_BEFORE_NOUNS_WORDS.split())
_BEFORE_VERBS_WORDS = """
    i you he she we they it to can will would could should may might must not never always just
    don't didn't doesn't won't can't who is are was were be been being have has had
"""
_BEFORE_VERBS = frozenset(_BEFORE_VERBS_WORDS.split())


def topics_of(articles: Sequence[Distillation], people: Iterable[str] = ()) -> Mapping[int, str]:
    """The topic of each article by its id; "" where nothing is shared with another one.

    What is part of the name of one of `people` is never derived as a topic.
    """
    found = {each.id: each.topic for each in articles if each.topic}
    spelled: dict[str, Counter[str]] = {}
    nouns = _nouns(articles)
    called = [name.casefold() for name in people if name]
    told = {
        each.id: {
            key: weight
            for key, weight in _weights(each, spelled, nouns).items()
            if not any(_names(word.casefold(), called) for word in spelled[key])
        }
        for each in articles
        if not each.topic
    }
    carried = {id_: {w: n for w, n in words.items() if n >= FEWEST} for id_, words in told.items()}
    for words in (carried, told):
        left = {id_: words[id_] for id_ in words if id_ not in found}
        for key in list(_chosen(left, len(articles))):
            name = max(sorted(spelled[key]), key=lambda word: spelled[key][word])
            found |= {id_: name for id_ in left if id_ not in found and key in left[id_]}
    return {each.id: found.get(each.id) or "" for each in articles}


def _names(word: str, called: Sequence[str]) -> bool:
    """Whether a word is a name or a part of one: 老陆 of 老陆, kofi of Kofi Mensah."""
    if _HAN.match(word):
        return any(word in name for name in called)
    return any(word in _LATIN.findall(name) for name in called)


def _chosen(carried: Mapping[int, Mapping[str, int]], total: int) -> Iterable[str]:
    """The words that become topics, the widest first, until none covers two articles more."""
    most = total if total <= SMALL else int(total * WIDEST)
    shared = Counter(key for words in carried.values() for key in words)
    left: dict[int, Mapping[str, int]] = dict(carried)
    while left:
        gain = Counter(key for words in left.values() for key in words if shared[key] <= most)
        weight = Counter[str]()
        for words in left.values():
            weight.update(words)
        best = max(gain, key=lambda key: (gain[key], weight[key], len(key), key), default=None)
        if best is None or gain[best] < FEWEST:
            return
        yield best
        left = {id_: words for id_, words in left.items() if best not in words}


def _nouns(articles: Sequence[Distillation]) -> frozenset[str]:
    """Roots of Latin words that stand where nouns stand more often than where verbs do."""
    named: Counter[str] = Counter()
    for article in articles:
        for text in (article.title, *(claim.text for claim in article.claims)):
            tokens = _TOKEN.findall(text.lower())
            for before, word in pairwise(tokens):
                named[stem(word)] += (before in _BEFORE_NOUNS) - (before in _BEFORE_VERBS)
    return frozenset(word for word, times in named.items() if times > 0)


def _weights(
    article: Distillation, spelled: dict[str, Counter[str]], nouns: frozenset[str]
) -> dict[str, int]:
    """What an article's words weigh; how each was written is noted in `spelled`."""
    weights: Counter[str] = Counter()
    for key, word in _words(article.title, nouns):
        weights[key] += TITLED
        spelled.setdefault(key, Counter())[word] += 1
    for claim in article.claims:
        for key, word in dict(_words(claim.text, nouns)).items():
            weights[key] += 1
            spelled.setdefault(key, Counter())[word] += 1
    return dict(weights)


@lru_cache(maxsize=16_384)
def _han_nouns(text: str) -> tuple[str, ...]:
    """Chinese nouns of a text, tagged once: a list is asked for with every letter typed."""
    return tuple(
        word
        for word, tag in rjieba.tag(text)
        if len(word) > 1 and _HAN.match(word) and _NOUN.match(tag) and word not in _EMPTY_ZH
    )


def _words(text: str, nouns: frozenset[str]) -> list[tuple[str, str]]:
    """(key, spelling) of the words that can name a topic."""
    found: list[tuple[str, str]] = []
    if _HAN.search(text):
        found += ((word, word) for word in _han_nouns(text))
    for word in _LATIN.findall(text):
        small = word.lower()
        empty = small in _EMPTY_EN or stem(small) in _EMPTY_EN or len(word) < _LATIN_LEAST
        if word.isupper() or (stem(small) in nouns and not empty):
            found.append((stem(small), small if word.istitle() else word))
    return found
