"""The clauses of a message where they stand, and which runs of them can be read alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import rjieba

from agent.wording.lexicon import pattern

NOISE = re.compile(
    r"https?://\S+|@[^\s@,，:：。]+[ \u2005]?|\[[^\]]{1,12}\]"
    r"|[\U0001F000-\U0001FAFF☀-➿️\u200d]+|```.*?```",
    re.DOTALL,
)
BORDERS = {
    "zh": re.compile(
        r"[,，。!！?？;；\n…～~()（）“”\"「」『』、→/]+|(?<!\d)[:：.]+|[:：.]+(?!\d)"
        r"|(?<=[一-鿿])\s+|\s+(?=[一-鿿])|—+"
    ),
    "en": re.compile(
        r"[!?;\n…()\"“”→]+|[,:]+(?!\d)|(?<!\d)[,:]+|\.+(?=\s|$)|\.{2,}|\s+-+\s+"
        r"|\s+(?:but|because|so that|tho|though)\s+|(?<=\w)\s+which\s+"
        r"|\s+and\s+(?=(?:i|we|they|he|she|you|then)\b)"
    ),
}
STOPS = re.compile(r"[。!！?？;；\n…～~]|(?<!\d)\.+(?!\w)|\.\.")
"""Where a sentence ends; a comma or a space only parts its clauses."""
QUOTATION = re.compile(r"“[^”]*”|「[^」]*」|『[^』]*』|\"[^\"\n]*\"|（[^）]*）|\([^)\n]*\)")
LISTED = re.compile(
    r"^\s*(?:[1-9一二三四][、.．)](?!\d)\s*|[一二三四][,，]\s*|[1-9](?=[前先讲分最把做写看听说]))"
)
SPEAKS = {
    "zh": re.compile(r"(?:说|(?<![一每])问我?|回我?|讲|喊|写道)\s*$"),
    "en": re.compile(r"\b(?:say|said|says|ask|asked|goes|told me|like|wrote)\s*$", re.IGNORECASE),
}
"""What follows is somebody else's words and goes with who said them."""
CONDITION = re.compile(r"^\w+(?: soon)?(?: as)?\s+[\w']+")
"""An English condition up to its own subject."""
MOST = 6
"""Clauses that one stretch may hold."""
SPARE = 6
"""What opening words and closing particles may add before they are taken off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause: its place in the text, its sentence, and whether the sentence asks."""

    start: int
    end: int
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A run of whole clauses, verbatim.

    `opens` and `closes` tell whether it begins and ends with a sentence, `sentences` how many it
    spans, `clauses` how many clauses.
    """

    text: str
    opens: bool
    closes: bool
    sentences: int
    clauses: int


def size(text: str, language: str) -> int:
    """Length as a reader feels it: characters in Chinese, words in English."""
    return len(text) if language == "zh" else len(text.split())


def blanked(text: str) -> str:
    """A text with links, mentions and signs blanked out, every other character in its place."""
    return NOISE.sub(lambda found: "\n" * len(found[0]), text)


def bare(clause: str, language: str) -> str:
    """A clause without list marks, opening words and closing particles."""
    clause = clause.strip().rstrip("?？").strip()
    clause = _without_lead(LISTED.sub("", clause), language)
    clause = re.sub(r"^是(?=.{2,}还是)", "", clause)
    return pattern("tails", language).sub("", clause).strip(" ,，。、:：;；.…-*•·'")


def _without_lead(clause: str, language: str) -> str:
    """A clause without its opening words; no word is cut in two ("那个表" keeps its "那")."""
    found = pattern("leads", language).match(clause)
    if found is None or not found.end() or language != "zh":
        return pattern("leads", language).sub("", clause)
    ends, at = {0}, 0
    for word in rjieba.cut(clause):
        at += len(word)
        ends.add(at)
    return clause[found.end() :] if found.end() in ends else clause


def stretches(text: str, language: str, longest: int) -> Iterator[Stretch]:
    """Every run of neighbouring clauses no longer than `longest` that leaves a quotation whole.

    None cuts one in two, nor ends on the words that lead to one.
    """
    parts = clauses_of(text, language)
    shut = [match.span() for match in QUOTATION.finditer(text)]
    for at, first in enumerate(parts):
        for to in range(at, min(len(parts), at + MOST)):
            last = parts[to]
            start, end = _whole(text, first.start, last.end, shut)
            raw = text[start:end]
            if "\n" in blanked(raw) or size(raw, language) > longest + SPARE:
                break
            if any(text[end:opens].strip() == "" for opens, _ in shut if opens >= end):
                continue
            found = bare(raw, language)
            if not found or size(found, language) > longest or _cuts(start, end, shut):
                continue
            if at and _is_said(text, parts[at - 1], first, language):
                continue
            yield Stretch(
                text=found,
                opens=at == 0 or _follows(text, parts[at - 1], first, language),
                closes=to == len(parts) - 1 or parts[to + 1].sentence != last.sentence,
                sentences=last.sentence - first.sentence + 1,
                clauses=to - at + 1,
            )


def _is_said(text: str, before: Clause, first: Clause, language: str) -> bool:
    """Whether a clause is what somebody is said to have said in the one before."""
    parted = "\n" in blanked(text)[before.end : first.start]
    return not parted and bool(SPEAKS[language].search(text[before.start : before.end]))


def clauses_of(text: str, language: str) -> Sequence[Clause]:
    """The clauses of a text in order."""
    shown = blanked(text)
    found: list[Clause] = []
    at, sentence = 0, 0
    for border in [*BORDERS[language].finditer(shown), None]:
        end = border.start() if border else len(shown)
        if shown[at:end].strip():
            found.append(Clause(start=at, end=end, sentence=sentence))
        if border is None:
            break
        stops = STOPS.search(border[0]) or _ends(border[0], shown, border.end())
        sentence += bool(stops or LISTED.match(shown[border.end() : border.end() + 4]))
        at = border.end()
    return found


def _ends(border: str, text: str, after: int) -> bool:
    """Whether a full stop ends a sentence: one inside a name or number does not."""
    return "." in border and (after >= len(text) or text[after - 1 : after] in " .")


def _follows(text: str, before: Clause, first: Clause, language: str) -> bool:
    """Whether a clause begins afresh: after a sentence, a heading or a mere greeting."""
    said = bare(text[before.start : before.end], language)
    heads = not said or pattern("heading", language).search(said)
    return before.sentence != first.sentence or bool(
        heads or pattern("empty", language).match(said)
    )


def _whole(text: str, start: int, end: int, shut: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The same run with the mark of a quotation that it opens or closes with."""
    for opens, closes in shut:
        if opens + 1 == start and closes - 1 < end:
            start = opens
        if (
            opens < end < closes
            and start < opens
            and not text[end : closes - 1].strip("?!.,。！？，")
        ):
            end = closes
    return start, end


def _cuts(start: int, end: int, shut: Sequence[tuple[int, int]]) -> bool:
    """Whether a run begins or ends inside a quotation or a bracket."""
    return any(opens < start < closes or opens < end < closes for opens, closes in shut)


def stands_alone(span: str, language: str, *, closes: bool = False) -> bool:
    """Whether a span can be read without its neighbours.

    It neither opens with a word that leans back nor stops on one that leads on (unless it `closes`
    its sentence: what would follow is not there), and a condition comes with what it is one of.
    """
    leads = not closes and pattern("leads_on", language).search(span)
    if pattern("leans", language).search(span) or leads:
        return False
    lone = pattern("lone_condition", language).search(span)
    behind = span[4:] if language == "zh" else CONDITION.sub("", QUOTATION.sub("", span))
    return not (lone and not re.search(r"[,，:：]|\s(?:then|i|we|you|it|they)\b", behind))
