"""The span of a message worth taking up: verbatim, short, and cut where a person would cut it."""

import re
from collections.abc import Iterator
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
        r"[!?;\n…()\"“”→]+|[,.:]+(?!\d)|(?<!\d)[,.:]+|\s+-+\s+"
        r"|\s+(?:but|because|so that|which|tho|though)\s+"
    ),
}
EITHER = {"zh": r"(.+?)还是(.+)", "en": r"(.+?)\s+or\s+(.+)"}
LISTED = re.compile(r"^\s*(?:[1-9一二三四][、.．)]\s*|[1-9](?=[前先讲分最把做写看听说]))")
PRIVATE = re.compile(
    r"\d{7,}|@|\+\d|\d{3}[-\s]\d{3,}|加?[Vv微][信Xx]?[:：]|whatsapp", re.IGNORECASE
)
SHORT_SUBJECT = 3
SHORTEST = {"zh": 4, "en": 3}
LONGEST = {"zh": 18, "en": 10}


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a message and how much there is in it."""

    text: str
    weight: float


def size(text: str, language: str) -> int:
    """Length as a reader feels it: characters in Chinese, words in English."""
    return len(text) if language == "zh" else len(text.split())


def phrases_in(text: str, language: str, limit: int = 4) -> tuple[str, ...]:
    """The spans worth taking up, best first; each is found in `text` as it stands."""
    spans = [span for clause in _clauses(text, language) if (span := _weighed(clause, language))]
    spans.sort(key=lambda span: -span.weight)
    return tuple(dict.fromkeys(span.text for span in spans))[:limit]


def question_in(text: str, language: str, longest: int | None = None) -> str | None:
    """What a message asks, verbatim and without its greeting; None when it asks nothing."""
    found = [clause for clause in _clauses(text, language) if _asks(clause, language)]
    usable = [cut for clause in found if (cut := _bare(clause, language))]
    told = [clause for clause in usable if not pattern("bare_ask", language).match(clause)]
    usable = [clause for clause in told if size(clause, language) >= SHORTEST[language]]
    if not usable:
        return _subject(text, language) if found else None
    best = max(usable, key=lambda clause: _asking_weight(clause, language))
    return trim(best, language, longest or LONGEST[language] + 6)


def trim(text: str, language: str, longest: int) -> str:
    """Cut at a word so that nothing dangles; the result is still a stretch of `text`."""
    text = text.strip()
    if size(text, language) <= longest:
        return text
    if language == "en":
        words = text.split()[:longest]
        while len(words) > 2 and pattern("loose", "en").fullmatch(words[-1]):  # noqa: PLR2004
            words.pop()
        end = text.find(words[0])
        for word in words:
            end = text.find(word, end) + len(word)
        return text[:end]
    kept: list[str] = []
    for word in rjieba.cut(text):
        if sum(map(len, kept)) + len(word) > longest:
            break
        kept.append(word)
    while len(kept) > 1 and pattern("loose", "zh").fullmatch(kept[-1]):
        kept.pop()
    return "".join(kept).strip() or text[:longest]


def either_or(text: str, language: str) -> tuple[str, str] | None:
    """The two answers a question offers itself ('A 还是 B', 'A or B'), verbatim."""
    for clause in _clauses(text, language):
        match = re.search(EITHER[language], clause)
        if match is None or not pattern("asking", language).search(clause) or "最" in match[1]:
            continue
        first = re.sub(r"^.*(?:是|应该|该)(?=.{2,})", "", match[1])
        first, second = _bare(first, language), _bare(match[2], language)
        longest = 12 if language == "zh" else 6
        if first and second and max(size(first, language), size(second, language)) <= longest:
            return first, second
    return None


def _clauses(text: str, language: str) -> list[str]:
    bare = NOISE.sub("\n", text)
    marked = re.sub(r"([?？])", r"\1\n", bare)
    parts: list[str] = []
    for line in marked.split("\n"):
        asks = line.rstrip().endswith(("?", "？"))
        pieces = [piece.strip() for piece in BORDERS[language].split(line) if piece.strip()]
        if asks and pieces and not pattern("asking", language).search(pieces[-1]):
            pieces[-1] += "?"
        parts += pieces
    return parts


def _bare(clause: str, language: str) -> str:
    clause = clause.strip().rstrip("?？").strip()
    clause = pattern("leads", language).sub("", LISTED.sub("", clause))
    clause = re.sub(r"^是(?=.{2,}还是)", "", clause)
    return pattern("tails", language).sub("", clause).strip(" ,，。.-*•·'")


def _asks(clause: str, language: str) -> bool:
    bare = pattern("leads", language).sub("", clause)
    asking = pattern("asking", language)
    return bool(asking.search(clause) or asking.search(bare))


def _asking_weight(clause: str, language: str) -> float:
    """A real question before one that is only a question by its mark."""
    asks = pattern("asking", language).search(clause) is not None
    return min(size(clause, language), 12) + 20.0 * asks


def _subject(text: str, language: str) -> str | None:
    """What a bare "does anybody know" is about: the fullest clause told beside it."""
    asking = pattern("asking", language)
    told = [clause for clause in _clauses(text, language) if not asking.search(clause)]
    spans = [span for clause in told if (span := _weighed(clause, language))]
    if spans:
        return max(spans, key=lambda span: span.weight).text
    short = [cut for clause in told if len(cut := _bare(clause, language)) >= SHORT_SUBJECT]
    return next((cut for cut in short if not pattern("empty", language).match(cut)), None)


def _weighed(clause: str, language: str) -> Span | None:
    asks = pattern("asking", language).search(clause) is not None
    text = trim(_bare(clause, language), language, LONGEST[language])
    length = size(text, language)
    if (
        length < SHORTEST[language]
        or PRIVATE.search(text)
        or pattern("empty", language).match(text)
    ):
        return None
    ideal = 11 if language == "zh" else 7
    weight = 2.0 - abs(length - ideal) / ideal
    weight += 0.6 * min(3, len(set(pattern("telling", language).findall(text))))
    weight -= 1.0 if asks else 0.0
    weight -= 1.5 if pattern("heading", language).search(text) else 0.0
    return Span(text=text, weight=weight)


def _balanced(text: str) -> bool:
    pairs = (("(", ")"), ("（", "）"), ("“", "”"), ("「", "」"))
    return text.count('"') % 2 == 0 and all(text.count(a) == text.count(b) for a, b in pairs)


def passage_in(text: str, language: str, longest: int | None = None) -> str | None:
    """The fullest stretch of a message that still fits a line, cut between clauses, verbatim."""
    longest = longest or (30 if language == "zh" else 16)
    bare = max(NOISE.sub("\n", text).split("\n"), key=len).strip()
    stretches = [one for one in _stretches(bare, language, longest) if _balanced(one)]
    telling, empty = pattern("telling", language), pattern("empty", language)

    def weight(stretch: str) -> float:
        return size(stretch, language) / longest + 0.4 * len(telling.findall(stretch))

    best = max(stretches, key=weight, default=trim(_bare(bare, language), language, longest))
    return best if best and not empty.match(best) else None


def _stretches(text: str, language: str, longest: int) -> Iterator[str]:
    """Every run of neighbouring clauses that is no longer than a line."""
    clauses = [clause for clause in _clauses(text, language) if clause in text]
    for first in range(len(clauses)):
        start = text.find(clauses[first])
        for last in range(first, len(clauses)):
            end = text.find(clauses[last], start) + len(clauses[last])
            stretch = _bare(text[start:end], language)
            if size(stretch, language) > longest:
                break
            yield stretch
