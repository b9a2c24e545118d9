"""The span of a message worth taking up: verbatim, short, and cut where a person would cut it."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from agent.listening.cues import INJECTS
from agent.listening.words import plain
from agent.wording.clauses import (
    QUOTATION,
    STOPS,
    Stretch,
    bare,
    blanked,
    clauses_of,
    size,
    stands_alone,
    stretches,
)
from agent.wording.cutting import IDEAL, LONGEST, shortened, trim
from agent.wording.lexicon import pattern
from agent.wording.marks import marks_in

EITHER = {"zh": r"(.+?)还是(.+)", "en": r"(.+?)\s+or\s+(.+)"}
PRIVATE = re.compile(
    r"\d{7,}|@|\+\d|\d{3}[-\s]\d{3,}|加?[Vv微][信Xx]?[:：]|whatsapp", re.IGNORECASE
)
LIST_INSIDE = re.compile(r"\s[1-9](?=[前先讲分最把做写看听说])|[。;；\s][二三四][,，、]")
QUOTES = re.compile(r"[“”「」『』\"]")
SHORT_SUBJECT = 3
WORDED = re.compile(r"[\u3400-\u9fff]|[A-Za-z0-9]+")
MATTER = {"zh": 2, "en": 1}
"""Characters or words a question must hold beside those that any question may."""
SHORTEST = {"zh": 4, "en": 3}
PASSAGE = {"zh": 40, "en": 22}
JOINED = {"zh": 28, "en": 16}
"""What a question may hold with the clause it leans on."""
NEXT_TO = 2
"""Sentences of a question and what was told right before it."""
WITH_MATTER, WITH_QUOTED = 3, 5
"""Clauses of a question together with what it leans on; words in quotes count as clauses."""
TOLD = frozenset({"managed", "result", "repair"})
CAME_OF_IT = 0.7
"""What a span gains by telling what came of it."""
TOO_SHORT, TOO_LONG = 1.7, 0.8
"""What a span loses by being away from the ideal length."""
CUT_OFF = -4.0
"""Weight of a clause that had to be cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a message and how much there is in it."""

    text: str
    weight: float


@lru_cache(maxsize=2048)
def phrases_in(text: str, language: str, limit: int = 4) -> tuple[str, ...]:
    """The spans worth taking up, best first; each is found in `text` as it stands.

    Whole clauses that can be read alone; a clause is cut only where the message has nothing else.
    """
    found = [
        Span(text=one.text, weight=_weight(one, language))
        for one in stretches(text, language, LONGEST[language])
        if one.sentences == 1 and is_usable(one.text, language)
    ]
    spans = [span for span in found if span.weight > CUT_OFF] or _cut(text, language)
    spans.sort(key=lambda span: -span.weight)
    return _apart(spans)[:limit]


def question_in(text: str, language: str, longest: int | None = None) -> str | None:
    """What a message asks, verbatim and without its greeting; None where it names nothing.

    A question that leans on the clause or the sentence before it is taken with that.
    """
    asked = [
        one for one in _asked(text, language) if size(one.text, language) >= SHORTEST[language]
    ]
    if not asked:
        return None
    best = max(asked, key=lambda one: _asking_weight(one, language))
    marked = f"{best.text}?" in text and not pattern("asking", language).search(best.text)
    if size(best.text, language) <= (longest or JOINED[language]):
        return f"{best.text}?" if marked else best.text
    return trim(best.text, language, longest or JOINED[language])


def leans(asked: str, language: str) -> bool:
    """Whether a question says nothing without what was told before it.

    It leans back by a word ("is that normal"), or it names no matter ("is there a faster way").
    """
    return names_no_matter(asked, language) or bool(pattern("leaning_ask", language).search(asked))


def names_no_matter(asked: str, language: str) -> bool:
    """Whether a question could be asked about anything: nobody is called to answer it alone."""
    return len(WORDED.findall(pattern("generic_ask", language).sub(" ", asked))) < MATTER[language]


def subject_of(text: str, language: str) -> str | None:
    """What a bare "does anybody know" is about: the fullest clause told beside it."""
    if not any(asks(clause, language) for clause in _clauses(text, language)):
        return None
    asking = pattern("asking", language)
    told = [span for span in phrases_in(text, language) if not asking.search(span)]
    if told:
        return told[0]
    clauses = [clause for clause in _clauses(text, language) if not asking.search(clause)]
    short = [cut for clause in clauses if len(cut := bare(clause, language)) >= SHORT_SUBJECT]
    return next((cut for cut in short if not pattern("empty", language).match(cut)), None)


def either_or(text: str, language: str) -> tuple[str, str] | None:
    """The two answers a question offers itself ('A 还是 B', 'A or B'), verbatim."""
    for clause in _clauses(text, language):
        match = re.search(EITHER[language], clause)
        if match is None or not pattern("asking", language).search(clause) or "最" in match[1]:
            continue
        first = re.sub(r"^.*(?:是|应该|该)(?=.{2,})", "", match[1])
        first, second = bare(first, language), bare(match[2], language)
        longest = 12 if language == "zh" else 6
        if pattern("no_answer", language).match(second):
            continue
        if first and second and max(size(first, language), size(second, language)) <= longest:
            return first, second
    return None


def passage_in(
    text: str, language: str, longest: int | None = None, *, alone: bool = False
) -> str | None:
    """The fullest stretch of a message that still fits a line, in whole clauses, verbatim.

    It begins with a sentence wherever one fits, and keeps the condition that follows. `alone` asks
    for one that can be read without its neighbours, or none.
    """
    room = longest or PASSAGE[language]
    found = [
        one
        for one in stretches(text, language, room)
        if is_usable(one.text, language) and not pattern("asking", language).search(one.text[-6:])
    ]
    if alone:
        found = [one for one in found if is_point(one, language)]
        found = [one for one in found if one.opens] or found
    best = max(found, key=lambda one: _fullness(one, language, room), default=None)
    return best.text if best else None


def _clauses(text: str, language: str) -> list[str]:
    """The clauses as they stand; one whose sentence asks keeps a question mark."""
    shown = blanked(text)
    parts = clauses_of(text, language)
    found: list[str] = []
    for clause in parts:
        marked = re.match(r"\s*[?？]", shown[clause.end :])
        found.append(text[clause.start : clause.end].strip() + ("?" if marked else ""))
    return found


def _asked(text: str, language: str) -> list[Stretch]:
    """The runs of clauses that end in a question: alone, or with the one it leans on."""
    asking = {bare(one, language) for one in _clauses(text, language) if asks(one, language)}
    found: list[Stretch] = []
    for one in stretches(text, language, JOINED[language]):
        alone = one.text in asking and not _names_nothing(one.text, language)
        most = WITH_QUOTED if QUOTES.search(one.text) else WITH_MATTER
        whole = one.sentences == 1 or (one.sentences == NEXT_TO and one.opens)
        pair = 1 < one.clauses <= most and whole
        breath = one.sentences == 1 and one.opens and one.closes
        both = pair and breath and _asks_twice(one.text, asking, language)
        if alone or both or (pair and _leans(one.text, asking, language)):
            found.append(one)
    return found


def _leans(pair: str, asking: Collection[str], language: str) -> bool:
    """Whether two clauses are a question and, before it, what it is about."""
    end = next((each for each in asking if each and pair.endswith(each) and pair != each), None)
    if end is None or any(pair.startswith(each) for each in asking if each):
        return False
    if _names_nothing(end, language):
        return not STOPS.search(pair[: -len(end)])
    return leans(end, language)


def _asks_twice(run: str, asking: Collection[str], language: str) -> bool:
    """Whether every clause of a run asks: two questions in one breath stay together."""
    parts = [part for clause in _clauses(run, language) if (part := bare(clause, language))]
    return len(parts) > 1 and all(asks(part, language) or part in asking for part in parts)


def _names_nothing(asked: str, language: str) -> bool:
    return pattern("bare_ask", language).match(asked) is not None


def asks(clause: str, language: str) -> bool:
    """Whether a clause asks something."""
    told = pattern("leads", language).sub("", clause)
    asking = pattern("asking", language)
    return bool(asking.search(clause) or asking.search(told))


def _asking_weight(one: Stretch, language: str) -> float:
    """A real question before one that is only a question by its mark; one with its matter first."""
    asks = pattern("asking", language).search(one.text) is not None
    told = min(size(one.text, language), 2 * IDEAL[language])
    torn = pattern("leans", language).search(one.text) is not None
    return told + 20.0 * asks - 8.0 * leans(one.text, language) - 12.0 * torn


def is_usable(text: str, language: str) -> bool:
    """Whether a span says something of its own and holds nobody's number or address."""
    return (
        size(text, language) >= SHORTEST[language]
        and not PRIVATE.search(text)
        and not pattern("empty", language).match(text)
        and not LIST_INSIDE.search(text)
        and not text.startswith("的")
        and not INJECTS.search(plain(QUOTATION.sub("", text)))
    )


def _weight(one: Stretch, language: str) -> float:
    """How much a person would recognise their point in it, and how well it reads alone."""
    text, length = one.text, size(one.text, language)
    off = length - IDEAL[language]
    weight = 2.0 - abs(off) / IDEAL[language] * (TOO_SHORT if off < 0 else TOO_LONG)
    weight += 0.6 * min(3, len(set(pattern("telling", language).findall(text))))
    weight += 0.5 * one.opens + 0.4 * one.closes - 0.5 * (one.clauses - 1)
    weight += CAME_OF_IT * bool(TOLD & set(marks_in(text, language)))
    weight -= 1.0 * (pattern("asking", language).search(QUOTATION.sub("", text)) is not None)
    weight -= 1.5 * (pattern("heading", language).search(text) is not None)
    weight -= 1.8 * (not stands_alone(text, language)) + 1.2 * (one.sentences - 1)
    return weight - 0.8 * (QUOTES.search(text) is not None)


def _fullness(one: Stretch, language: str, room: int) -> float:
    told = len(set(pattern("telling", language).findall(one.text)))
    full = 1.5 * size(one.text, language) / room + 0.3 * min(4, told)
    whole = 0.9 * one.opens + 0.7 * one.closes - 0.3 * (one.sentences - 1)
    alone = 0.0 if stands_alone(one.text, language) else -1.6
    return full + whole + alone - 1.2 * _heads(one, language)


def is_point(one: Stretch, language: str) -> bool:
    """Whether a run of clauses reads as a point without its neighbours."""
    whole = one.opens or one.clauses > 1 or size(one.text, language) >= IDEAL[language]
    asks = re.search(r"[?？]", QUOTATION.sub("", one.text))
    alone = stands_alone(one.text, language, closes=one.closes)
    return whole and not asks and alone and not _heads(one, language)


def _heads(one: Stretch, language: str) -> bool:
    """Whether it opens with what only announces the rest."""
    first = re.split(r"[,，。.:：]\s*|(?<=[一-鿿])\s", one.text)[0]
    heading = pattern("heading", language)
    return bool(heading.search(first) if one.clauses > 1 else heading.search(one.text))


def _cut(text: str, language: str) -> list[Span]:
    """Of a message of nothing but long clauses, the start of each, cut at a word."""
    cuts = [shortened(bare(each, language), language) for each in _clauses(text, language)]
    return [
        Span(text=cut, weight=float(size(cut, language)))
        for cut in cuts
        if is_usable(cut, language)
    ]


def _apart(spans: Sequence[Span]) -> tuple[str, ...]:
    """The spans without those that lie in or around a better one."""
    kept: list[str] = []
    for span in spans:
        if not any(span.text in other or other in span.text for other in kept):
            kept.append(span.text)
    return tuple(kept)
