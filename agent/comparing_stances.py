"""What a clause says of its subject: needed or not, allowed or not, enough or not.

Clause is held against clause, so that one voice of a long claim can be contradicted. The words of
the shorter clause must be in the other one, and what the longer one adds must be said elsewhere
in the shorter one's claim or in the title of its article: another subject is another case.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from agent.comparing_cues import CONDITION, LIMIT, ORDINAL
from agent.comparing_stance_cues import (
    DENIED,
    ENOUGH,
    FORBIDDEN,
    INSUFFICIENT,
    MAY,
    NEED,
    STANCE_WORDS,
    UNNEEDED,
    UNSAID,
)
from agent.comparing_words import Words, weight, words_of
from agent.distilling.figures import denials_in, measures_in
from knowledge_base.lexical import plain

FEWEST = 2.0
"""What the longer clause must say at least (`weight`), all of it known to the other claim."""
EQUAL = 1.5
"""What both clauses must say."""
LONGEST_NAME = 6
_SENTENCE = re.compile(r"[。！!？?；;\n]+|\.(?=\s|$)")
_CLAUSE = re.compile(r"[，,]+|\s(?:but|because)\s")
_TOPIC = re.compile(r"^(?P<topic>[^：:，,]{2,40})\s?[：:](?!\d)(?P<rest>.+)$")
_SOMEBODY = re.compile(r"^有(?:个|些|的)?[\u3400-\u9fff]{1,3}?(?=要|想|来)")
_WITHOUT = re.compile(r"\bwithout\b")
_CASE = re.compile(f"{CONDITION.pattern}|{_WITHOUT.pattern}", re.IGNORECASE)
_ASKED = re.compile(r"[吗么呢]\s*$|怎么|什么|要不要|能不能|可不可以|行不行|用不用")
_END = re.compile(r"[？?]")


class Stance(StrEnum):
    """What a clause says of the thing it names."""

    NEED = "need"
    MAY = "may"
    ENOUGH = "enough"
    PLAIN = "plain"
    UNNEEDED = "unneeded"
    FORBIDDEN = "forbidden"
    INSUFFICIENT = "insufficient"
    DENIED = "denied"


AGAINST = {
    Stance.NEED: {Stance.UNNEEDED, Stance.FORBIDDEN, Stance.DENIED},
    Stance.MAY: {Stance.FORBIDDEN, Stance.INSUFFICIENT, Stance.DENIED},
    Stance.ENOUGH: {Stance.FORBIDDEN, Stance.INSUFFICIENT, Stance.DENIED},
    Stance.PLAIN: {Stance.UNNEEDED, Stance.FORBIDDEN, Stance.DENIED},
}
"""What contradicts what: not needed and allowed are both true, and so are needed and not enough."""
_READ = (
    (Stance.UNNEEDED, UNNEEDED),
    (Stance.INSUFFICIENT, INSUFFICIENT),
    (Stance.FORBIDDEN, FORBIDDEN),
    (Stance.DENIED, DENIED),
    (Stance.ENOUGH, ENOUGH),
    (Stance.NEED, NEED),
    (Stance.MAY, MAY),
)
_DENIES = {Stance.UNNEEDED, Stance.INSUFFICIENT, Stance.FORBIDDEN, Stance.DENIED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One clause: what it speaks of, how it stands to it, its figures and conditions."""

    words: Words
    stance: Stance
    measures: Counter[tuple[str, str]]
    conditions: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """A claim clause by clause; `all` holds the words of the whole."""

    clauses: tuple[Said, ...]
    all: Words


def against(one: str, other: str, about: tuple[str, str] = ("", "")) -> float | None:
    """Share of words in common of the two clauses that part most plainly; None where none do.

    `about` are the titles of the articles the two stand in: a claim often leaves out its subject.
    """
    left, right = _stood(one), _stood(other)
    whole = (left.all | _content(plain(about[0])), right.all | _content(plain(about[1])))
    found = [
        len(mine.words & theirs.words) / len(mine.words | theirs.words)
        for mine in left.clauses
        for theirs in right.clauses
        if _parts(mine, theirs, whole)
        and not _also_said(mine, right)
        and not _also_said(theirs, left)
    ]
    return max(found, default=None)


def _parts(mine: Said, theirs: Said, whole: tuple[Words, Words]) -> bool:
    if mine.conditions != theirs.conditions or mine.measures != theirs.measures:
        return False
    if theirs.stance not in AGAINST.get(mine.stance, ()) and (
        mine.stance not in AGAINST.get(theirs.stance, ())
    ):
        return False
    if mine.words == theirs.words:
        return weight(mine.words) >= EQUAL
    fewer, more = sorted((mine.words, theirs.words), key=len)
    if Stance.PLAIN in {mine.stance, theirs.stance} or not fewer < more:
        return False
    if weight(fewer) < EQUAL or weight(more) < FEWEST:
        return False
    return more <= whole[0 if fewer is mine.words else 1]


def _also_said(mine: Said, there: Stood) -> bool:
    """Whether the other claim says so too, in another voice: it tells of both sides already."""
    return any(mine.words <= each.words and each.stance is mine.stance for each in there.clauses)


@lru_cache(maxsize=4096)
def _stood(text: str) -> Stood:
    simple = plain(text)
    clauses = tuple(each for part, topic in _clauses(simple) for each in _said(part, topic))
    return Stood(clauses=clauses, all=_content(simple))


def _clauses(text: str) -> Iterator[tuple[str, str]]:
    """Each clause that is no question, with the topic before its colon; a speaker is no topic."""
    place = 0
    for end in [*_SENTENCE.finditer(text), None]:
        sentence = text[place : end.start() if end else len(text)].strip()
        place = end.end() if end else len(text)
        if not sentence or (end and _END.search(end[0])) or _ASKED.search(sentence):
            continue
        yield from _of_sentence(sentence)


def _of_sentence(sentence: str) -> Iterator[tuple[str, str]]:
    before = ""
    for clause in _CLAUSE.split(sentence):
        found = _TOPIC.match(clause)
        topic = found["topic"] if found and len(found["topic"]) > LONGEST_NAME else ""
        held = " ".join(_CASE.findall(before))
        if topic:
            yield topic, held
        yield (found["rest"] if found else clause), f"{_SOMEBODY.sub('', topic)} {held}"
        before += f" {LIMIT.sub(' ', clause)}"


def _said(part: str, topic: str) -> Iterator[Said]:
    stance = _stance(part)
    words = _content(_CASE.sub(" ", part)) | _content(_CASE.sub(" ", topic))
    if stance is None or not words:
        return
    counted = ORDINAL.sub(" ", part)
    yield Said(
        words=words,
        stance=stance,
        measures=measures_in(counted),
        conditions=frozenset(_CASE.findall(f"{topic} {LIMIT.sub(' ', part)}"))
        | frozenset("".join(each) for each in ORDINAL.findall(part)),
    )


def _stance(part: str) -> Stance | None:
    """How a clause stands to what it names; None where it denies twice or tells of the past."""
    if UNSAID.search(part):
        return None
    part = _WITHOUT.sub(" ", part)
    for stance, pattern in _READ:
        found = pattern.search(part)
        if found is None:
            continue
        rest = part[: found.start()] + " " + part[found.end() :]
        return None if denials_in(rest) else stance
    return None if denials_in(part) else Stance.PLAIN


def _content(text: str) -> Words:
    return words_of(STANCE_WORDS.sub(" ", text))
