"""Long spoken turns (a meeting, a transcript) cut down to the clauses that carry them."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import rjieba

from agent.distilling.omissions import unfit
from agent.distilling.sentences import Sentence, is_chinese, size, unquoted
from community.conversation import Message
from community.distillation import Citation, Claim, ClaimKind

LONG_TURN = 120.0
"""Size of the median message from which a thread is talk of long turns."""
DIGEST_SIZE = 700
"""Characters a digest of such a thread may fill, about two minutes of reading."""
_REPEATS = 0.8
_LENGTH = 0.8
"""Tuned on vcsum short_dev: what a word is worth the next time; how length counts."""
_CLAUSE = re.compile(r"[^，,。；;！!？?\n]+[，,。；;！!？?\n]*")
_SPOKEN_ZH = re.compile(
    r"(?:也?就是说|就是|然后的话|然后|那么|所以说|对不对|对吧|是吧|是不是|其实|实际上|的话|这个|那个"
    r"|我觉得|我认为|我想|嗯|呃|啊|呢|吧|嘛|譬如说|比如说|这样的?一个|这么一个|一个|里面|里边|来讲|来说|这种|那种)+"
)
_SPOKEN_EN = re.compile(
    r"\b(?:you know|i mean|sort of|kind of|basically|actually|um+|uh+|well|like i said"
    r"|i think|i guess)\b,?\s*",
    re.IGNORECASE,
)
_EDGES = re.compile(r"^[，,、。；;！!？?\s]+|[，,、。；;！!？?\s]+$")
_EMPTY_WORDS = """
    没有 自己 可以 因为 所以 但是 如果 今天 现在 问题 东西 时候 知道
    觉得 进行 我们 你们 他们 大家 什么 怎么 非常 可能 一些 这样
    that this with have from they what when would there their about just will
    your
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
_SHORTEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause at its verbatim place and the same without spoken fillers."""

    span: Sentence
    text: str
    words: frozenset[str]


def spoken(text: str) -> str:
    """The clause without the fillers of speech; not a word is added."""
    rest = _SPOKEN_EN.sub("", _SPOKEN_ZH.sub("", text))
    return re.sub(r"\s{2,}", " ", _EDGES.sub("", rest))


def _words(text: str) -> list[str]:
    return [
        word.lower()
        for word in rjieba.cut(text)
        if len(word) > (1 if is_chinese(word) else 3) and word.lower() not in _EMPTY
    ]


def clauses_of(messages: Sequence[Message]) -> list[Clause]:
    """Every clause with something in it, in order; questions carry nothing."""
    found: list[Clause] = []
    for message in messages:
        for match in _CLAUSE.finditer(message.text):
            raw = match[0]
            begin = match.start() + len(raw) - len(raw.lstrip())
            end = max(begin, match.start() + len(raw.rstrip("，,。；;！!？?\n ")))
            text = spoken(message.text[begin:end])
            if len(text) < _SHORTEST or unfit(raw):
                continue
            span = Sentence(
                message_id=message.id, start=begin, end=end, text=message.text[begin:end]
            )
            found.append(Clause(span=span, text=text, words=frozenset(_words(text))))
    return found


def digest(messages: Sequence[Message], most: int) -> tuple[Clause, ...]:
    """The clauses that cover the thread's recurring words best, in order, `most` characters.

    Greedy coverage: each clause gains what its words are worth, log(1 + uses), less for words
    that were covered before, per length^.8.
    """
    clauses = clauses_of(messages)
    uses = Counter(word for clause in clauses for word in _words(clause.text))
    worth = {word: math.log1p(n) * (1.0 if n > 1 else 0.3) for word, n in uses.items()}
    covered: Counter[str] = Counter()
    left = set(range(len(clauses)))
    chosen: list[int] = []
    room = most

    def gain(at: int) -> float:
        clause = clauses[at]
        value = sum(worth[word] * _REPEATS ** covered[word] for word in clause.words)
        return value / len(clause.text) ** _LENGTH

    while left:
        left = {at for at in left if len(clauses[at].text) < room}
        best = max(sorted(left), key=gain, default=None)
        if best is None or gain(best) <= 0:
            break
        left.discard(best)
        chosen.append(best)
        room -= len(clauses[best].text) + 1
        covered.update(clauses[best].words)
    return tuple(clauses[at] for at in sorted(chosen))


def digest_claims(messages: Sequence[Message], most: int = DIGEST_SIZE) -> tuple[Claim, ...]:
    """The digest as claims: the chosen clauses of one turn together, each at its place."""
    by_turn: dict[int, list[Clause]] = {}
    authors = {message.id: message.author_id for message in messages}
    for clause in digest(messages, most):
        by_turn.setdefault(clause.span.message_id, []).append(clause)
    return tuple(
        Claim(
            id=0,
            text=("，" if is_chinese(clauses[0].text) else ", ").join(c.text for c in clauses),
            kind=ClaimKind.OPINION,
            citations=tuple(
                Citation(message_id=turn, start=c.span.start, end=c.span.end, quote=c.span.text)
                for c in clauses
            ),
            holder_ids=tuple(id_ for id_ in (authors[turn],) if id_ is not None),
        )
        for turn, clauses in by_turn.items()
    )


def is_long_talk(messages: Sequence[Message]) -> bool:
    """Whether the thread is made of long spoken turns rather than of chat messages."""
    sizes = sorted(size(unquoted(message.text)) for message in messages if message.text)
    return bool(sizes) and sizes[len(sizes) // 2] >= LONG_TURN
