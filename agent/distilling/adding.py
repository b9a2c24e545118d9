"""What an expert's edit adds: words of a claim that neither its sources nor its draft speak of.

A machine's claim repeats its sources, an expert tells them: other forms of a word, half of a
compound, a name in short, what the question asked about. So an edit is read word by word, and one
that only leaves out or rewords adds nothing; a clause from elsewhere is new in most of its words.
"""

import re
from collections.abc import Iterable, Iterator

from agent.distilling.telling import is_telling
from agent.distilling.unsaid import Heard, heard_in, latin_words, tagged_words

MANY = 2
"""New words from which a clause may say a thing of its own."""
CARRIED = 0.5
ALONE = 0.35
"""Share of its words from which they carry a clause with so many new words, and with one."""
HALF = 0.75
"""What a Han character heard apart from its word counts of it."""
GIVEN = 2
"""Han characters a name in short has at least; 七6罗一鸣 is called 罗一鸣 and 一鸣."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_RUN = re.compile(r"[\u3400-\u9fff]+|[^\W\d_\u3400-\u9fff]{3,}")
_CONTENT = re.compile(r"[nvajbizltsfg]|eng")
LATIN = "eng"
_THING = re.compile(rf"n(?!r)|[zj]$|{LATIN}")
_QUOTED = re.compile(r"[“「『]([^”」』]{2,40})[”」』]|(?<![\w\"])\"([^\"]{2,40})\"(?!\w)")
_EMPTY = frozenset(
    "的了着过是在有和与或也都就还又很再才把被给让从到向对于为以而但且并要会能可不没这那个些你我他她它"
    "咱自己吗呢吧啊呀嘛哦么什怎哪几多少上下里中后前时"
)


def adds(said: str, evidence: str, *, bare: bool = False) -> bool:
    """Whether most of what a claim or a clause of it tells is heard of in no evidence.

    Of one that is `bare` of the very words of the evidence, each word that tells something counts.
    """
    heard = heard_in(evidence)
    shares = [_share(word, heard) for word in _content(said)]
    new = sum(share < CARRIED for share in shares)
    if bare or not new:
        return bare and (new > 0 or not shares)
    carried = sum(shares) / len(shares)
    return carried <= (CARRIED if new >= MANY else ALONE)


def strange_things(clauses: Iterable[str], evidence: str) -> tuple[str, ...]:
    """The one thing of a Chinese clause that no letter of the evidence speaks of.

    Where all else a clause tells is heard, such a thing stands in place of another.
    """
    heard = heard_in(evidence)
    found: dict[str, None] = {}
    for clause in clauses:
        told = list(_tagged_content(clause))
        new = [(word, tag) for word, tag in told if _share(word, heard) < CARRIED]
        if _HAN.search(clause) and len(new) == 1 < len(told) and _is_strange(*new[0], heard):
            found[new[0][0]] = None
    return tuple(found)


def _is_strange(word: str, tag: str, heard: Heard) -> bool:
    return len(word) > 1 and _THING.match(tag) is not None and not _share(word, heard)


def misquotes(said: str, evidence: str) -> bool:
    """Whether it puts between quotation marks what is heard of in no evidence."""
    return any(adds(found[1] or found[2], evidence) for found in _QUOTED.finditer(said))


def _content(said: str) -> list[str]:
    return [word for word, _ in _tagged_content(said)]


def _tagged_content(said: str) -> Iterator[tuple[str, str]]:
    """The words that tell of things, acts and kinds, with their tags; Latin ones in a row."""
    if not _HAN.search(said):
        yield from ((word, LATIN) for word in _letters(said) if not is_telling(word))
        return
    for word, tag in tagged_words(said):
        if not _HAN.search(word):
            yield from ((each, LATIN) for each in _letters(word))
        elif _CONTENT.match(tag) and not is_telling(word):
            yield word, tag


def _letters(text: str) -> list[str]:
    return [word for word in latin_words(text) if word[0].isalpha()]


def _share(word: str, heard: Heard) -> float:
    """How much of a word is heard, 0-1: a compound by its characters."""
    if heard.says(word):
        return 1.0
    if not _HAN.search(word):
        return 0.0
    told = [one for one in word if one not in _EMPTY] or [*word]
    return HALF * sum(one in heard.text for one in told) / len(told)


def called_none(said: str, names: Iterable[str]) -> str:
    """A text without the names of the room, in short too."""
    for called in sorted(_called(names), key=len, reverse=True):
        said = said.replace(called, " ") if _HAN.match(called) else _cut(said, called)
    return said


def _called(names: Iterable[str]) -> set[str]:
    runs = {name: _RUN.findall(name) for name in names}
    return {*runs, *(part for each in runs.values() for run in each for part in _parts(run))}


def _parts(run: str) -> Iterator[str]:
    """A Latin name; the beginnings and ends of a Han one."""
    yield run
    if _HAN.match(run):
        for at in range(GIVEN, len(run) - GIVEN + 2):
            yield from (run[:at], run[-at:])


def _cut(said: str, called: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(called)}(?!\w)", " ", said, flags=re.IGNORECASE)
