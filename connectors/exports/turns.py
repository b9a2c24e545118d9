"""Chat text as it is copied or exported: who speaks, when, and on which lines."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from connectors.exports.lines import Line
from connectors.exports.system_lines import coming_or_going, is_recall
from connectors.exports.times import CLOCK, STAMP, plain


def _anonymous(pattern: str) -> str:
    return re.sub(r"\?P<\w+>", "?:", pattern)


_STAMP, _CLOCK = _anonymous(STAMP), _anonymous(CLOCK)
MARKS = "[\u200e\u200f\ufeff]*"
FRONT = re.compile(
    rf"^{MARKS}(?:\[(?P<in>{_STAMP})\]|(?P<out>{_STAMP})\s[-–]\s)\s?{MARKS}(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
BARE = re.compile(
    rf"^{MARKS}\[(?P<in>{_STAMP}|{_CLOCK})\](?P<out>)\s?{MARKS}(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
SPACES = str.maketrans("\u202f\u00a0", "  ")
NUMBERED = re.compile(
    rf"^(?P<stamp>{_STAMP})\s(?P<name>[^\t]{{1,60}}?)(?:\(\d{{4,}}\)|<[^>]+@[^>]+>)$"
)
JOINT = r" *[:,，—–-]?(?:\t| )+[\[(（]?"
BEHIND = re.compile(rf"^(?P<name>[^\t]{{1,60}}?){JOINT}(?P<stamp>{_STAMP})[\])）]?$", re.IGNORECASE)
TODAY = re.compile(rf"^(?P<name>[^\t:]{{1,60}}?){JOINT}(?P<stamp>{_CLOCK})[\])）]?$", re.IGNORECASE)
ALONE = re.compile(rf"^(?P<stamp>{_STAMP}|{_CLOCK})$", re.IGNORECASE)
COLON = re.compile(
    r"^(?P<name>[^\s:：\[\]/][^:：\t\[\]/]{0,39}?)\s*(?!(?<=\d)[:：]\d\d(?!\d))[:：](?!//)\s?"
    r"(?P<text>.*)$"
)
"""A name before a colon; the colon of a time or of an address is none."""
OFTEN = 2
LONGEST_NAME = 60

Kind = Literal["front", "behind", "block", "inline"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one person said once; `name` is None for a line of the platform itself."""

    name: str | None
    stamp: str | None
    text: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a text marks its speakers.

    'front': the time stands before the name; 'behind': after it, the words below; 'block':
    `name:` alone, the words below; 'inline': `name: words`. `tight` blocks follow each other
    without a blank line. `names` are trusted to be speakers. `bare`: times may lack their day,
    and blocks may hold their words on the line of the name.
    """

    kind: Kind
    tight: bool = False
    bare: bool = False
    names: frozenset[str] = field(default_factory=frozenset[str])


def style_of(lines: Collection[str], known: Collection[str] = ()) -> Style | None:
    """The style of a text, from its first lines; None where nobody seems to speak."""
    texts = [plain(line) for line in lines]
    names = frozenset(known)
    if any(FRONT.match(text) or NUMBERED.match(text) for text in texts):
        return Style(kind="front", names=names)
    behind = [place for place, text in enumerate(texts) if BEHIND.match(text)]
    if not behind and names:
        behind = [
            n for n, text in enumerate(texts) if (t := TODAY.match(text)) and t["name"] in names
        ]
    if behind:
        close = sum(1 for place in behind if place and texts[place - 1])
        return Style(kind="behind", tight=2 * close > len(behind) - 1, names=names)
    return _colon_style(texts, names)


def _colon_style(texts: list[str], known: frozenset[str]) -> Style | None:
    heads = [(found["name"], found["text"]) for text in texts if (found := COLON.match(text))]
    blocks = Counter(name for name, words in heads if not words)
    inline = Counter(name for name, words in heads if words)
    kind: Kind = "block" if blocks.total() and blocks.total() >= inline.total() / 4 else "inline"
    counts = blocks if kind == "block" else inline
    often = {name for name, times in counts.items() if times >= OFTEN}
    first = next((text for text in texts if text and not ALONE.match(text)), "")
    starter = COLON.match(first)
    if starter and (kind == "inline") == bool(starter["text"]):
        often.add(starter["name"])
    trusted = known | often
    if not any(name in trusted for name in counts):
        return None
    return Style(kind=kind, names=trusted)


def turns_of(lines: Iterable[Line], style: Style) -> Iterator[Turn]:
    """The turns of a text in its order; lines before the first speaker belong to nobody."""
    turn: Turn | None = None
    stamp: str | None = None
    blank = True
    for line in lines:
        text = plain(line.text)
        if style.kind in ("block", "inline") and ALONE.match(text):
            stamp, blank = text, True
            continue
        fresh = blank or turn is None or not turn.text
        head = _head(text, line, style, fresh=fresh, empty=turn is not None and not turn.text)
        if head is not None:
            if turn is not None:
                yield _closed(turn)
            turn = head if head.stamp else replace(head, stamp=stamp)
            blank = False
        elif turn is not None:
            turn = replace(turn, text=f"{turn.text}\n{line.text}" if turn.text else line.text)
            blank = not text
    if turn is not None:
        yield _closed(turn)


def _closed(turn: Turn) -> Turn:
    return replace(turn, text=turn.text.strip("\n"))


def _head(text: str, line: Line, style: Style, *, fresh: bool, empty: bool) -> Turn | None:
    """The turn this line begins, if it begins one.

    `fresh`: a blank line or nothing stands before it; `empty`: the turn before has no words yet,
    so that a line that looks like a head may be what it says.
    """
    if not text:
        return None
    if style.kind == "front":
        return _front(text, line, BARE if style.bare and BARE.match(text) else FRONT)
    if fresh and not empty and (coming_or_going(text) or is_recall(text)):
        return Turn(name=None, stamp=None, text=line.text, number=line.number)
    if style.kind == "behind":
        return _behind(text, line, style, fresh=fresh, empty=empty)
    return _before_colon(text, line, style, fresh=fresh, empty=empty)


def _before_colon(text: str, line: Line, style: Style, *, fresh: bool, empty: bool) -> Turn | None:
    found = COLON.match(text)
    if found is None:
        return None
    known = found["name"] in style.names
    if style.kind == "inline" or (style.bare and known and found["text"] and not empty):
        words = re.split("[:：]", line.text, maxsplit=1)[1].removeprefix(" ")
        return (
            Turn(name=found["name"], stamp=None, text=words, number=line.number) if known else None
        )
    if found["text"] or not (known or (fresh and not empty)):
        return None
    return Turn(name=found["name"], stamp=None, text="", number=line.number)


def _front(text: str, line: Line, form: re.Pattern[str]) -> Turn | None:
    if found := NUMBERED.match(text):
        return Turn(name=found["name"], stamp=found["stamp"], text="", number=line.number)
    found = form.match(line.text.translate(SPACES))
    if found is None:
        return None
    stamp, rest = found["in"] or found["out"], line.text[found.start("rest") :]
    name, colon, words = rest.partition(": ")
    if not colon and rest.endswith(":"):
        name, colon, words = rest[:-1], ":", ""
    name = plain(name).strip("~ ")
    if not colon or not name or len(name) > LONGEST_NAME:
        return Turn(name=None, stamp=stamp, text=rest, number=line.number)
    return Turn(name=name, stamp=stamp, text=words.lstrip("\u200e\u200f"), number=line.number)


def _behind(text: str, line: Line, style: Style, *, fresh: bool, empty: bool) -> Turn | None:
    found = BEHIND.match(text)
    if found is None:
        found = TODAY.match(text)
        if found is None or found["name"] not in style.names:
            return None
    known = found["name"] in style.names
    if not known and (style.bare or empty or not (fresh or style.tight)):
        return None
    return Turn(name=found["name"], stamp=found["stamp"], text="", number=line.number)
