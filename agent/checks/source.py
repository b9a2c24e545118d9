"""Checks of truth: anchored in what was said, nobody invented, nothing added, nothing repeated."""

import re
from functools import lru_cache

from agent.checks.subject import Subject, passed, result
from agent.listening.words import plain, words
from community.calling import called_in
from community.suggestion import CheckResult

SHARED = 2
"""Content words of the anchor that a draft takes up at least (moves.md §1.2)."""
SPAN_ZH = 4
SPAN_EN = 8
"""A verbatim span this long anchors alone, in characters."""
ALIKE = 0.6
"""From this similarity a draft repeats another."""
BLANK = "\u25a1"
"""Stands for a name that was found."""
AT = re.compile(r"@([^\s@,，。:：;；!！?？、()（）]{1,40}(?: [A-Z][\w'-]+)?)")
URL = re.compile(r"https?://[^\s，。)]+")
NUMBER = re.compile(r"\d+(?:[.:/]\d+)*%?")
LABEL = re.compile(
    r"(?:^|(?<=[\s,，。:：;；、?？]))[1-9](?=[\s.、)）]|[\u3400-\u9fff])|\[\d+\]|\b1–2\b"
)
DATE = re.compile(
    r"(?:周|星期)[一二三四五六日天]|[明后昨前]天|上周|下周|[一二三四五六七八九十]+月|\b(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day\b"
    r"|\b(?:tomorrow|yesterday|next week|last week)\b|\b(?:january|february|march|april|june|july"
    r"|august|september|october|november|december)\b",
    re.IGNORECASE,
)
CITED = re.compile(r"\[(\d+)\]")


def anchored(subject: Subject) -> CheckResult:
    """ANCHOR: two content words of the message answered, or a verbatim span of it.

    A span of what its author wrote right above will do: a question may say nothing without it.
    """
    anchor = subject.brief.anchor
    if anchor is None or not words(plain(anchor.text)):
        return passed("ANCHOR")
    said, told = plain(anchor.text), plain(subject.text)
    shared = words(said) & words(told)
    enough = len(shared) >= min(SHARED, len(words(said)))
    above = subject.brief.above
    leant_on = above is not None and spans(plain(above.text), told)
    return result("ANCHOR", enough or spans(said, told) or leant_on, shared=len(shared))


def spans(said: str, told: str) -> bool:
    """Whether a stretch of the message stands verbatim in the draft."""
    length = SPAN_ZH if re.search(r"[\u3400-\u9fff]", said) else SPAN_EN
    lowered, draft = said.lower(), told.lower()
    return any(
        lowered[at : at + length] in draft for at in range(max(0, len(lowered) - length + 1))
    )


def addresses_others(subject: Subject) -> CheckResult:
    """SELF: nobody is called with an @ in a draft that is posted in their own name."""
    called = called_in(subject.text, subject.namable | subject.speaking)
    own = next((name for name in called if name in subject.speaking), "")
    return result("SELF", not own, name=own)


def names_known(subject: Subject) -> CheckResult:
    """NAME: every @name is a member who may be named; who opted out is not named at all.

    A name that is part of a longer one which may be said ("ben" in "ben a") names nobody else; nor
    does an @ within a name ("ben@north").
    """
    text = subject.text
    known = [name for name in subject.namable if name]
    for name in subject.unnamable:
        rest = text
        for longer in known:
            rest = rest.replace(longer, BLANK) if name in longer else rest
        if len(name) > 1 and name in rest:
            return result("NAME", ok=False, name=name)
    for name in known:
        text = text.replace(name, BLANK) if "@" in name else text
    known.append(BLANK)
    for found in AT.finditer(text):
        if not any(text.startswith(name, found.start() + 1) for name in known):
            return result("NAME", ok=False, name=found[1])
    return passed("NAME")


def nothing_invented(subject: Subject) -> CheckResult:
    """NOINV: no number, date, link or @name that the sources do not hold."""
    sources = plain(subject.sources)
    text = plain(subject.text)
    for url in URL.findall(text):
        if url not in sources:
            return result("NOINV", ok=False, word=url)
    bare = LABEL.sub(" ", URL.sub(" ", text))
    for number in NUMBER.findall(bare):
        if not re.search(rf"(?<!\d){re.escape(number.rstrip('%'))}(?!\d)", sources):
            return result("NOINV", ok=False, word=number)
    for date in DATE.findall(bare):
        if date.lower() not in sources.lower():
            return result("NOINV", ok=False, word=date)
    return passed("NOINV")


def cites(subject: Subject) -> CheckResult:
    """CITE: every number in brackets is a message of the window, and there is one."""
    brief = subject.brief
    lines = [*brief.lines, *brief.others, *brief.peers]
    known = {line.message_id for line in (*lines, *((brief.anchor,) if brief.anchor else ()))}
    cited = [int(number) for number in CITED.findall(subject.text)]
    unknown = [number for number in cited if number not in known]
    if unknown:
        return result("CITE", ok=False, id=unknown[0])
    quoted = any(phrase in subject.text for phrase in brief.phrases)
    return result("CITE", cited or quoted or brief.anchor, id=0)


def answer_kept_back(subject: Subject) -> CheckResult:
    """NOANS: the draft does not give away what the expert is about to say."""
    told = words(plain(subject.text))
    for line in subject.guarded:
        said = words(plain(line))
        if len(said) >= 6 and len(said & told) / len(said) >= 0.5:  # noqa: PLR2004
            return result("NOANS", ok=False)
    return passed("NOANS")


def not_repeated(subject: Subject) -> CheckResult:
    """DUP: less than .6 like each of the last 30 own texts."""
    alike = max((similarity(subject.text, other) for other in subject.own), default=0.0)
    return result("DUP", alike < ALIKE, alike=round(alike, 2))


def similarity(one: str, other: str) -> float:
    """Share of three-character spans two texts have in common (Jaccard), 0–1."""
    left, right = _trigrams(one), _trigrams(other)
    return len(left & right) / len(left | right) if left and right else 0.0


@lru_cache(maxsize=2048)
def _trigrams(text: str) -> frozenset[str]:
    bare = re.sub(r"[\s\W]+", "", plain(text).lower())
    return frozenset(bare[at : at + 3] for at in range(len(bare) - 2))
