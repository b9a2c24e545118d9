"""The terms a thread's claims share and other talk does not: what the matter is called here."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import rjieba

from agent.distilling.sentences import is_chinese, tidy
from community.conversation import Message, Talk
from community.distillation import Claim

MOST = 5
TRIED = 24
COMMON = 1.5
ROOTED = 1.5
SHORTEST_PLURAL = 4
"""Terms returned, and how many candidates are looked up in the rest of the talk."""
_NOUN = re.compile(r"^(?:n(?![rt])|vn|nz|l$|eng$)")
_LONGEST = 8
_COMMON_ZH_WORDS = """
    时候 问题 东西 事情 办法 学期 时间 大家 老师 同学 朋友 今天 明天 昨天
    上午 下午 晚上 早上 情况 方法 结果 感觉 意思 地方 关系 小时 分钟 星期
    周末 部分 人家 个人 群里 最后 第一 原因 经验 样子
"""
_COMMON_ZH = frozenset(_COMMON_ZH_WORDS.split())
_COMMON_EN_WORDS = """
    here there now this that course them those these people person someone somebody anyone
    everyone nobody everybody thing things stuff time times week weeks month months year years
    day days hour hours minute minutes today tomorrow yesterday morning night monday tuesday
    wednesday thursday friday saturday sunday first second last next same other another each
    every both half two three four five six seven eight nine ten one ones said says saying
    tell tells told asking asked asks know knows knew think thought thinks want wants wanted
    need needs needed make makes made making take takes took taken give gives gave going goes
    went gone come comes came coming look looks looked work works worked working works help
    helps helped keep keeps kept tried try trying start starts started stop stops stopped find
    found read reads write wrote written call called calls good better best great bad worse
    really actually maybe never always still even only once often sometimes again already
    almost enough much many more most less least long short well back down after before since
    until while during around under over above below between without against through like same
    different thanks thank please sure right wrong hard easy nice love hate feel feels felt
    left right nothing something anything everything don't didn't doesn't can't won't isn't
    wasn't aren't i'd i'll i've i'm you're you'd they're we're we've that's there's what's
    let's it'd it'll because though instead whether rather quite kind sort point whole part
    case number numbers question questions answer mine ours yours theirs were having being
    does done doing getting gets putting puts send sent says seen sees shows show said used
    uses using let lets runs running ran happens happened happen means meant mean open close
"""
_COMMON_EN = frozenset(_COMMON_EN_WORDS.split())
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9'’.+-]*[A-Za-z0-9+]")
_TOKEN = re.compile(r"[A-Za-z][A-Za-z0-9'’.+-]*|\d+|[,;:.!?()]+")
_BEFORE_NOUNS_WORDS = """
    a an the my your our his her their its this these those no of per each every some any in
    on for with from about two three four five six seven eight nine ten
"""
_BEFORE_NOUNS = frozenset(_BEFORE_NOUNS_WORDS.split())
_BEFORE_VERBS_WORDS = """
    i you he she we they it to can will would could should may might must not don't didn't
    doesn't won't can't who that i'd we'd let's please never always just is are was were be
    been being have has had very so too more most
"""
_BEFORE_VERBS = frozenset(_BEFORE_VERBS_WORDS.split())
_JOINING = "and or but if when as at by into than then until what which how why or us"
_SMALL = _BEFORE_NOUNS | _BEFORE_VERBS | frozenset(_JOINING.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term in the members' spelling with what it weighs; how many claims it is used in."""

    text: str
    weight: float
    claims: int


def key_terms(claims: Sequence[Claim], talk: Talk, own: Sequence[Message]) -> tuple[Term, ...]:
    """The terms most claims share, weighed by how rare they are outside the thread.

    weight = (claims that use it)^1.5 × log((messages + 1) / (uses elsewhere + 1)); a term inside a
    longer one that is used as often gives way to it. What the thread began with counts half more.
    """
    names = {name.lower() for one in talk.members.values() for name in (one.name, *one.aliases)}
    told = [_told(claim) for claim in claims]
    nouns = _nouns(one.text for one in talk.messages)
    uses: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for text in told:
        found = {_singular(term.lower()): term for term in _candidates(text, nouns)}
        uses.update(found.keys())
        spelled |= {key: term for key, term in found.items() if key not in spelled}
    tried = [
        key
        for key, _ in sorted(uses.items(), key=lambda one: (-one[1], -len(one[0]), one[0]))
        if key not in names
    ][:TRIED]
    inside = {message.id for message in own}
    begun = " ".join(one.text.lower() for one in own[:1])
    elsewhere = [one.text.lower() for one in talk.messages if one.id not in inside]
    terms = [
        Term(
            text=spelled[key],
            claims=uses[key],
            weight=uses[key] ** COMMON
            * (ROOTED if key in begun else 1.0)
            * math.log((len(talk.messages) + 1) / (_heard(key, elsewhere) + 1)),
        )
        for key in tried
    ]
    return _longest(sorted(terms, key=lambda one: (-one.weight, one.text)))


def _singular(term: str) -> str:
    """One term for one and many: alerts and alert."""
    plural = term.endswith("s") and not term.endswith("ss") and len(term) > SHORTEST_PLURAL
    return term[:-1] if plural else term


def _told(claim: Claim) -> str:
    return "\n".join(tidy(citation.quote) for citation in claim.citations)


def _heard(term: str, texts: Sequence[str]) -> int:
    return sum(term in text for text in texts)


def _longest(terms: Sequence[Term]) -> tuple[Term, ...]:
    kept: list[Term] = []
    for term in terms:
        longer = any(
            term.text.lower() in other.text.lower() and other.claims >= term.claims
            for other in terms
            if other is not term and other.text.lower() != term.text.lower()
        )
        if not longer and not any(one.text.lower() in term.text.lower() for one in kept):
            kept.append(term)
    return tuple(kept[:MOST])


def _candidates(text: str, nouns: frozenset[str]) -> set[str]:
    return _chinese(text) if is_chinese(text) else _english(text, nouns)


def _chinese(text: str) -> set[str]:
    """Nouns and what two neighbouring nouns make together."""
    found: set[str] = set()
    before = ""
    for word, tag in rjieba.tag(text):
        noun = bool(_NOUN.match(tag)) and word not in _COMMON_ZH
        if noun and len(word) > 1:
            found.add(word)
        whole = before + word
        if noun and before and len(whole) <= _LONGEST and len(whole) > len(word):
            found.add(whole)
        before = word if noun else ""
    return found


def _nouns(texts: Iterable[str]) -> frozenset[str]:
    """English words that stand where nouns stand (the …, of …, two …) more often than verbs do.

    No tagger: a word is what the group's own talk uses it as. What another content word follows
    may be an adjective and says nothing.
    """
    named: Counter[str] = Counter()
    done: Counter[str] = Counter()
    for text in texts:
        tokens = [match[0].lower().rstrip(".'") for match in _TOKEN.finditer(text)]
        for before, word, after in zip(["", *tokens], tokens, [*tokens[1:], ""], strict=False):
            if before in _BEFORE_VERBS:
                done[word] += 1
            elif (before in _BEFORE_NOUNS or before.isdigit()) and not _goes_on(after):
                named[word] += 1
    return frozenset(
        word
        for word, times in named.items()
        if times > done[word] and len(word) > 2 and word not in _COMMON_EN | _SMALL  # noqa: PLR2004
    )


def _goes_on(after: str) -> bool:
    return after[:1].isalpha() and after not in _SMALL and after not in _COMMON_EN


def _english(text: str, nouns: frozenset[str]) -> set[str]:
    """Nouns, hyphenated words, and neighbouring pairs of nouns."""
    found: set[str] = set()
    before: re.Match[str] | None = None
    for match in _LATIN.finditer(text):
        word = match[0].lower().rstrip(".'")
        kept = bool({word, _singular(word), f"{word}s"} & nouns) or (
            "-" in word and word not in _COMMON_EN
        )
        if kept:
            found.add(word)
        if kept and before is not None and text[before.end() : match.start()] == " ":
            found.add(f"{before[0].lower()} {word}")
        before = match if kept else None
    return found
