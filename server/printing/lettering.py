"""What can be set in type: letters the fonts have, words that break, sentences that fit. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import partial

import rjieba

COVERED = (
    (0x0020, 0x007E),
    (0x00A0, 0x024F),
    (0x0370, 0x03FF),
    (0x0400, 0x04FF),
    (0x1E00, 0x1EFF),
    (0x2010, 0x2027),
    (0x2030, 0x205E),
    (0x2070, 0x209F),
    (0x20A0, 0x20BF),
    (0x2100, 0x214F),
    (0x2150, 0x218F),
    (0x2190, 0x2199),
    (0x2200, 0x22FF),
    (0x2460, 0x24FF),
    (0x2500, 0x257F),
    (0x25A0, 0x25FF),
    (0x3000, 0x30FF),
    (0x3105, 0x312F),
    (0x3131, 0x318E),
    (0x3200, 0x33FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xAC00, 0xD7A3),
    (0xF900, 0xFAFF),
    (0xFF01, 0xFFEF),
)
"""Stretches of Unicode the fonts at hand cover; no emoji, no script that runs from the right."""
LONGEST_WORD = 18
"""Letters of a word without a place to break, after which one is made."""
BREAK = "\u200b"
JOINER = "\u2060"
LONGEST_HELD = 4
_SPACES = re.compile(r"[ \t\u00a0]+")
_UNBROKEN = re.compile(r"[^\s\u200b\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]{19,}")
_END = re.compile(r"(?<=[。！？!?；;…])(?![”’」』）)])\s*|(?<=[.])\s+(?=[A-Z\"'(\d])|\n+")
_CLAUSE = re.compile(r"(?<=[，,、:：])(?!\d)")
_MEASURED = re.compile(r"(?<=\d)\s?(?=[\u3400-\u9fff%％])|(?<=[第一二三四五六七八九十初高])(?=\d)")
_HYPHEN = re.compile(r"(?<=[A-Za-z])-(?=[A-Za-z])")
_ARTICLE = re.compile(r"(?<=\b[aAI]) (?=\w)|(?<=\b(?:an|An|to|of|vs)) (?=\w)")
_RULE = re.compile(r"^\s*\|?[\s:|-]*-{2,}[\s:|-]*\|?\s*$")


def printable(text: str) -> str:
    """The text without what no font here can show; lines kept, spaces made one."""
    shown = "".join(each for each in unicodedata.normalize("NFC", text) if _has(each))
    lines = (_SPACES.sub(" ", _row(line)).strip() for line in shown.split("\n"))
    return "\n".join(line for line in lines if line)


def _has(letter: str) -> bool:
    at = ord(letter)
    return letter == "\n" or any(first <= at <= last for first, last in COVERED)


def _row(line: str) -> str:
    """A row of a Markdown table as one line; its ruling as none."""
    if "|" not in line:
        return line
    if _RULE.match(line):
        return ""
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    return " · ".join(cell for cell in cells if cell) if len(cells) > 1 else line


def breakable(text: str) -> str:
    """The text with places to break in words too long for a line."""

    def broken(match: re.Match[str]) -> str:
        word = match[0]
        parts = (word[at : at + LONGEST_WORD] for at in range(0, len(word), LONGEST_WORD))
        return BREAK.join(parts)

    return _UNBROKEN.sub(broken, text)


def has_words(text: str) -> bool:
    """Whether anything of a text can be read once it is set: a letter or a number."""
    return any(unicodedata.category(each)[0] in "LN" for each in printable(text))


def sentences_of(text: str, longest: int) -> tuple[str, ...]:
    """A text in sentences; one longer than `longest` is cut between clauses, else after a word."""
    found: list[str] = []
    for sentence in (part.strip() for part in _END.split(text)):
        found += _pieces(sentence, longest) if len(sentence) > longest else [sentence]
    return tuple(each for each in found if each)


def _pieces(sentence: str, longest: int) -> list[str]:
    pieces: list[str] = [""]
    for clause in _CLAUSE.split(sentence):
        for part in _parts(clause, longest):
            if len(pieces[-1]) + len(part) > longest:
                pieces.append("")
            pieces[-1] += part
    return [piece.strip() for piece in pieces]


def _parts(clause: str, longest: int) -> list[str]:
    """A clause in parts of at most `longest`, cut after a space where one is near."""
    parts: list[str] = []
    while len(clause) > longest:
        at = clause.rfind(" ", longest // 2, longest) + 1 or longest
        parts.append(clause[:at])
        clause = clause[at:]
    return [*parts, clause]


def cut(text: str, most: int) -> str:
    """At most so many characters; what is longer ends in …, after a whole word."""
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    if text[most - 1 : most].isascii() and " " in kept[most // 2 :]:
        kept = kept[: kept.rindex(" ")]
    return kept.rstrip(" ,，、；;:：") + "…"


_WORDLIKE = """amber april art august bill bob carol chase chip cliff dawn dean don drew earl faith
frank gene glen grace grant guy hope hunter iris ivy jack jade joy june mark max may nick pat pearl
penny pen rain ray reed rich rob robin rose ruby sandy skip sue van victor wade will win"""
WORDLIKE = frozenset(_WORDLIKE.split())
"""Names that are words as well: written small they mean the word."""


_OFFICE = r"(?<=[室处科部台厅馆办])"
_THERE = r"(?=那里|那儿|那边|这里|这儿|手里|手上|处[，。；,;]|那(?![个些次天时么]))"
_ROLE = (
    r"(?P<role>(?:校医|组长|班长|店长|会计|门卫|护士长?|主任|书记|助教|教练|馆长|队长|财务|人事)"
    r"|\b(?:(?:our|the|your) (?:\w+ )?(?:nurse|lead|manager|coordinator|secretary|accountant"
    r"|director|tutor|mentor|coach|chair|librarian|receptionist|caretaker))(?= ))(?P<gap> ?)"
)


def unnamed(
    text: str,
    names: Mapping[str, str],
    somebody: str,
    *,
    other: str = "",
    people: Mapping[str, int] | None = None,
) -> str:
    """A sentence as it may leave: a member in it is called what they agreed to, or not at all.

    `names` are everything members are called with the name they have outside, "" for none. Whose
    word begins a line ("Name: …") stands there without it. A place or a role beside a name says
    enough: the office and the nurse stay without the name. `other` stands for
    a second person in one text; `people` says whose each name is.
    """
    for name in sorted(_sayable(names), key=len, reverse=True):
        outside = names[name]
        if outside == name:
            continue
        edge = r"(?<![A-Za-z])", r"(?![A-Za-z])"
        said = re.escape(name)
        if name.isascii() and name.lower() not in WORDLIKE:
            said = f"(?i:{said})"
        known = (edge[0] if name[0].isascii() else "") + said
        known += edge[1] if name[-1].isascii() else ""
        text = re.sub(rf"{_OFFICE}@?{known}{_THERE}", "", text)
        text = re.sub(rf"{_ROLE}@?{known}", partial(_role, outside), text)
        begun = rf"(?m)(^|(?<=[；;…?!\n] )|(?<=[；;…]))@?{known}(?P<colon>\s*[：:]\s*)"
        text = re.sub(begun, partial(_opening, names[name]), text)
        text = re.sub(rf"@?{known}", partial(_inside, outside or _mark(name, people)), text)
    return _told_apart(text, somebody, other or somebody)


_MARKS = 0xE000
"""Letters of no script, one for each person, until it is known who comes first."""
_MARK = re.compile("[\ue000-\uf8ff]")


def _mark(name: str, people: Mapping[str, int] | None) -> str:
    return chr(_MARKS + (people or {}).get(name, 0) % (0xF8FF - _MARKS))


def _told_apart(text: str, somebody: str, other: str) -> str:
    """Who is spoken of first is somebody; anyone else in the same text is another."""
    first = _MARK.search(text)
    if first is None:
        return text
    return _MARK.sub(lambda found: somebody if found[0] == first[0] else other, text)


def _role(outside: str, match: re.Match[str]) -> str:
    """A role said before a name stands for it where the name may not be said."""
    return f"{match['role']}{match['gap']}{outside}" if outside else match["role"]


def _opening(outside: str, match: re.Match[str]) -> str:
    return outside + match["colon"] if outside else ""


def _inside(outside: str, _: re.Match[str]) -> str:
    return outside


def _sayable(names: Mapping[str, str]) -> Iterable[str]:
    """Names that can be told from other words: of two letters at least."""
    return (name for name in names if len(name.strip()) > 1)


_LEADS = frozenset("这那每各小老大不没第几两最很太再都也只就一你我他她会能要弄")
"""Words of one letter that belong to the word after them: 小作文 is no 作文 with a 小 before it."""
_TRAILS = frozenset("了的着过们吗呢吧啊里上下中后前时")


def held(text: str) -> str:
    """A text whose words stay whole at the end of a line: Chinese ones, and a number's unit."""
    whole = "".join(
        JOINER.join(word) if 1 < len(word) <= LONGEST_HELD and not word.isascii() else word
        for word in _grouped(rjieba.cut(text))
    )
    whole = _ARTICLE.sub("\u00a0", whole)
    return _HYPHEN.sub(f"-{JOINER}", _MEASURED.sub(JOINER, whole))


def _grouped(found: Iterable[str]) -> list[str]:
    """Words with the small ones that lead or trail them, none longer than a line should hold."""
    grouped: list[str] = []
    for word in found:
        before = grouped[-1] if grouped else ""
        joins = before in _LEADS or (word in _TRAILS and has_words(before))
        if joins and not word.isascii() and has_words(word) and len(before + word) <= LONGEST_HELD:
            grouped[-1] += word
        else:
            grouped.append(word)
    return grouped
