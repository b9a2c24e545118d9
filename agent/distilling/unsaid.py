"""Words for things that no source of a claim speaks of: the red bin where its source says green.

A word that is new to the sources counts where its counterpart stands in them (Monday for Friday,
left for right), where it takes the place of another thing between the same neighbours, and where
it is all that is new in a clause they carry. Pronouns resolved, forms of one word, words that begin
alike and words about talking are paraphrase.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import rjieba

from agent.distilling.contrasts import counterparts
from agent.distilling.telling import is_little, is_telling, root_of
from agent.listening.words import plain

NEAR = 2
"""Han characters on each side that make a place."""
FORM = 4
"""Letters that two forms of one Latin word begin with alike at least."""
CARRIED = 0.75
LEAST = 5
"""Share of a clause that its source carries beside a new word, and letters it must have there."""
_EDGE = "^"
_HAN = re.compile(r"[\u3400-\u9fff]")
_CLAUSE = re.compile(r"[，,。；;！!？?\n…→、/]+|[：:](?!\d)|\.(?=\s|$)|\s-\s")
_QUOTES = re.compile(r"[“”\"「」『』《》*`]")
_LATIN = re.compile(r"[a-z][a-z'’-]*[a-z]|[a-z]|\d[\d.:,]*(?:st|nd|rd|th)?")
_SHORTENED = re.compile(r"(?:n['’]t|['’](?:s|ll|d|ve|re|m|t))$")
_ACTS = re.compile(r"(?:ing|ed)$")
_THING = re.compile(r"n(?!r)|[stjb]$|an?$|vn$|eng$")
_JOINS = re.compile(r"[rmcudy]")
_POINTS = re.compile(r"[你我他她它咱]|人家|[这那]|大家|俩|自己")


@dataclass(frozen=True, slots=True)
class Heard:
    """What the sources say: as one text, by clause, and the roots of their Latin words."""

    text: str
    clauses: Sequence[str]
    roots: frozenset[str]

    def says(self, word: str) -> bool:
        """Whether a word stands here, in another form of its own too."""
        if not word.isascii():
            return word in self.text
        return any(
            root in self.roots or any(_one_word(root, other) for other in self.roots)
            for root in map(root_of, word.split("-"))
        )

    def nearest(self, clause: str) -> list[str]:
        """The clauses that share most with one: Han characters and Latin words."""
        own = _marks(clause)
        shared = [len(own & _marks(one)) for one in self.clauses]
        most = max(shared, default=0)
        return [one for one, some in zip(self.clauses, shared, strict=True) if some == most]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a clause: where it stands and what it is tagged as."""

    text: str
    start: int
    tag: str


def unsaid(said: str, evidence: str, known: str = "") -> tuple[str, ...]:
    """The words of a claim, in plain letters, that its evidence does not speak of.

    What stands in `known`, the question it answers or somebody's name, may be spoken of.
    """
    heard, told, named = heard_in(evidence), _flat(said), _flat(known)
    found: dict[str, None] = {}
    for clause in _clauses(told):
        if clause not in heard.text:
            found |= dict.fromkeys(_turned(clause, told, heard))
            read = _in_han if _HAN.search(clause) else _in_latin
            found |= dict.fromkeys(one for one in read(clause, heard) if one not in named)
    return tuple(found)


@lru_cache(maxsize=256)
def heard_in(text: str) -> Heard:
    """What a text says, read once."""
    told = _flat(text)
    return Heard(told, tuple(_clauses(told)), _roots(told))


def _flat(text: str) -> str:
    """Plain letters without quotation marks; 3号 and 3日, 周 and 星期 written one way."""
    told = re.sub(r"(?<=\d)\s?号", "日", _QUOTES.sub("", plain(text).lower()))
    return re.sub(r"星期|礼拜", "周", told)


def _clauses(told: str) -> list[str]:
    return [part.strip() for part in _CLAUSE.split(told) if part.strip()]


def _latin(text: str) -> list[str]:
    found = (_SHORTENED.sub("", match[0].rstrip(".:,")) for match in _LATIN.finditer(text))
    return [word for word in found if not is_little(word)]


def latin_words(text: str) -> list[str]:
    """The Latin words and numbers of a text that do more than join others, in small letters."""
    return _latin(_flat(text))


def tagged_words(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a text in plain letters, each with what kind of word it is."""
    return _tagged(_flat(text))


def _roots(text: str) -> frozenset[str]:
    return frozenset(root_of(word) for word in _latin(text))


@lru_cache(maxsize=4096)
def _marks(clause: str) -> frozenset[str]:
    return frozenset((*_HAN.findall(clause), *_roots(clause)))


def _one_word(one: str, other: str) -> bool:
    """Whether two roots are of one word: min and minute, mayb and maybe, clean and cleaner."""
    short, long = sorted((one, other), key=len)
    alike = max(FORM, len(short) - 1) if len(short) >= FORM else FORM - 1
    return len(short) >= alike and long.startswith(short[:alike])


def _words(clause: str) -> list[_Word]:
    found, at = list[_Word](), 0
    for word, tag in _tagged(clause):
        start = clause.index(word, at)
        at = start + len(word)
        if word.isalpha():
            found.append(_Word(word, start, tag))
    return found


@lru_cache(maxsize=4096)
def _tagged(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(rjieba.tag(text))


def _turned(clause: str, told: str, heard: Heard) -> Iterator[str]:
    """Words whose counterpart the nearest clauses of the sources name, and the claim does not."""
    near = " ".join(heard.nearest(clause))
    said, roots = _roots(told), _roots(near)
    for word in (*(one.text for one in _words(clause) if _HAN.search(one.text)), *_latin(clause)):
        if heard.says(word):
            continue
        others = counterparts(word)
        if word.isascii():
            turned = any(other in roots and other not in said for other in others)
        else:
            turned = any(other in near and other not in told for other in others)
        if turned:
            yield word


def _in_han(clause: str, heard: Heard) -> Iterator[str]:
    found = _words(clause)
    near = [set(one) for one in heard.nearest(clause)]
    for start, end in _new(clause, found, heard):
        new = clause[start:end]
        if any(set(new) <= letters for letters in near):
            continue
        other = _displaced(clause, start, end, heard)
        if other and other not in clause and _may_swap(new, other):
            yield new
    for word in found:
        stranger = len(word.text) > 1 and not set(word.text) & set(heard.text)
        if stranger and _THING.match(word.tag) and not is_telling(word.text):
            rest = clause[: word.start] + clause[word.start + len(word.text) :]
            if _is_carried(rest, heard):
                yield word.text


def _new(clause: str, found: Sequence[_Word], heard: Heard) -> list[tuple[int, int]]:
    """Stretches the sources do not say: a word, it with its neighbour, its characters alone."""
    words = [(one.start, one.start + len(one.text)) for one in found if not heard.says(one.text)]
    pairs = [
        (start, end) for (start, before), (after, end) in pairwise(words) if after - before <= 1
    ]
    strange = "".join("x" if _HAN.match(c) and c not in heard.text else " " for c in clause)
    letters = [match.span() for match in re.finditer("x+", strange)]
    return [span for span in dict.fromkeys((*words, *pairs, *letters)) if span[1] - span[0] > 1]


def _displaced(clause: str, start: int, end: int, heard: Heard) -> str | None:
    """What stands in a source between the same neighbours, one of which may be an end."""
    left, right = clause[max(0, start - NEAR) : start], clause[end : end + NEAR]
    if not left and not right:
        return None
    lead = re.escape(left) if left else "^"
    trail = re.escape(right) if right else "$"
    rule = re.compile(rf"{lead}([a-z]+|[^\d]{{1,{end - start + NEAR + 1}}}?){trail}")
    found = (rule.search(one) for one in heard.clauses)
    return next((match[1].strip() for match in found if match), None)


def _may_swap(new: str, other: str) -> bool:
    """Whether both are one word, and one of them for a thing; 测验 for 测试 is a paraphrase."""
    if other[:1] == new[0] or is_telling(new) or is_telling(other):
        return False
    return _is_one(new) and _is_one(other) and (_is_thing(new) or _is_thing(other))


def _is_one(text: str) -> bool:
    """One word, a name the dictionary cuts up, or two of which the second is a thing."""
    tags = [tag for _, tag in _tagged(text)]
    if len(text) <= 1 or _POINTS.search(text):
        return False
    if _JOINS.match(tags[0]) or len(tags) > NEAR:
        return False
    if len(tags) == 1:
        return True
    return _THING.match(tags[1]) is not None or (len(text) == NEAR and tags[0] != "p")


def _is_thing(text: str) -> bool:
    return _THING.match(_tagged(text)[-1][1]) is not None or not rjieba.has_word(text)


def _is_carried(rest: str, heard: Heard) -> bool:
    """Whether one clause of the sources says the rest, without a pronoun the word may stand for."""
    letters = _HAN.findall(rest)
    if len(letters) < LEAST:
        return False
    best = max(heard.clauses, key=lambda one: sum(c in one for c in letters), default="")
    share = sum(c in best for c in letters) / len(letters)
    return share >= CARRIED and not _POINTS.search(best)


def _in_latin(clause: str, heard: Heard) -> Iterator[str]:
    """One or two words that stand where a source has others: content words around them agree."""
    said = [_EDGE, *_latin(clause), _EDGE]
    own = _roots(clause)
    new = [one[0].isalpha() and not heard.says(one) and not is_telling(one) for one in said]
    for at in range(1, len(said) - 1):
        if not new[at] or new[at - 1]:
            continue
        end = at + 1 + new[at + 1]
        around = (said[at - 1], said[end])
        if new[end] or around == (_EDGE, _EDGE):
            continue
        words = said[at:end]
        if any(_swap_latin(words, other, own) for other in _between(around, heard)):
            yield " ".join(words)


def _between(around: tuple[str, str], heard: Heard) -> Iterator[list[str]]:
    """What the sources have between two words: one word or two."""
    for clause in heard.clauses:
        seq = [_EDGE, *_latin(clause), _EDGE]
        for size in (1, 2):
            for at in range(1, len(seq) - size):
                if (seq[at - 1], seq[at + size]) == around:
                    yield seq[at : at + size]


def _swap_latin(new: Sequence[str], other: Sequence[str], own: frozenset[str]) -> bool:
    if new[-1].endswith("ly") or (_ACTS.search(new[-1]) and not _ACTS.search(other[-1])):
        return False
    return all(
        one[0].isalpha() and not is_telling(one) and root_of(one) not in own for one in other
    )
