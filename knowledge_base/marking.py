"""Where the words of a query stand in a text, so that a reader sees why it was found. Pure."""

import re

from knowledge_base.lexical import ASKING, plain, stem

_LATIN = re.compile(r"[^\W_]+")
_HAN = re.compile(r"[㐀-䶿一-鿿豈-﫿぀-ヿ가-힯]+")
PAIR = 2
"""Han characters in a row that a text and a query must share to be marked."""


def marks_in(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of what the query's words are in a text; spans neither touch nor overlap.

    Han: the longest runs of two and more characters both have; a query of one character is looked
    for as it is. Other scripts: whole words with the same root.
    """
    asked = plain(query)
    spans = [*_han_spans(text, asked), *_word_spans(text, asked)]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _han_spans(text: str, asked: str) -> list[tuple[int, int]]:
    runs = _HAN.findall(asked)
    alone = {run for run in runs if len(run) == 1}
    pairs = {run[at : at + PAIR] for run in runs for at in range(len(run) - 1)} - ASKING
    shown = plain(text)
    if len(shown) != len(text):  # folding changed the length: places would not fit
        shown = text
    found = [(at, at + PAIR) for at in range(len(shown) - 1) if shown[at : at + PAIR] in pairs]
    return found + [(at, at + 1) for at, each in enumerate(shown) if each in alone]


def _word_spans(text: str, asked: str) -> list[tuple[int, int]]:
    roots = {
        stem(word) for word in _LATIN.findall(asked) if not _HAN.match(word) and word not in ASKING
    }
    return [
        match.span()
        for match in _LATIN.finditer(text)
        if not _HAN.match(match[0]) and stem(plain(match[0])) in roots
    ]
