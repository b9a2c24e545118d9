"""What a message says, read once: its plain text and its content words."""

import re
import unicodedata
from functools import lru_cache

READ_AT_MOST = 2000
"""Characters of a message that are read; the rest of a very long paste says nothing more."""

_INVISIBLE = dict.fromkeys(
    [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0x00AD]
)
_LATIN = re.compile(
    r"[^\W\d_\u3400-\u9fff][\w'’.+-]*[^\W_\u3400-\u9fff]|\d+(?:[.:]\d+)*", re.UNICODE
)
_HAN = re.compile(r"[\u3400-\u9fff]+")
_EMPTY_HAN = frozenset(
    "的了是在我你他她它们这那有和就不也都要会能可吗呢吧啊呀哦嗯哈么着过给对说个一去来没上下到得地把被让与及或但还再又很太真好"
)
_LITTLE = """
a an the i you he she it we they me him her us them my your his its our their is are was
were be been am do does did have has had will would can could should may might must shall to of in
on at by for with from as and or but if so not no yes ok okay this that these those there here what
which who whom how when where why then than too very just also get got im i'm it's don't that's up
out about into over all any some one lol"""
_EMPTY_LATIN = frozenset(_LITTLE.split())


def plain(text: str) -> str:
    """The readable text: full-width forms folded, invisible and direction marks gone."""
    return unicodedata.normalize("NFKC", text[:READ_AT_MOST].translate(_INVISIBLE)).strip()


read = lru_cache(maxsize=4096)(plain)
"""`plain`, remembered by text."""


def is_han(text: str) -> bool:
    """Whether it holds Han characters."""
    return _HAN.search(text) is not None


@lru_cache(maxsize=4096)
def words(text: str) -> frozenset[str]:
    """Content words of a plain text: Latin words in lower case, pairs of Han characters."""
    lowered = text.lower()
    found = {word for word in _LATIN.findall(lowered) if word not in _EMPTY_LATIN}
    for run in _HAN.findall(lowered):
        found.update(
            run[at : at + 2]
            for at in range(len(run) - 1)
            if run[at] not in _EMPTY_HAN or run[at + 1] not in _EMPTY_HAN
        )
    return frozenset(found)
