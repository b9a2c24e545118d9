"""Markdown and plain text: a heading and what stands below it, or Q: and A: lines."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from connectors.articles.entry import Entry, decoded, whole

ASKED = re.compile(r"^\s*(?:Q|问|问题)\s*\d*\s*[:：.、]\s*(?P<words>\S.*)$", re.IGNORECASE)
TOLD = re.compile(r"^\s*(?:A|答|回答)\s*\d*\s*[:：.、]\s*(?P<words>.*)$", re.IGNORECASE)
FENCE = "\n---\n"


def read_markdown(content: bytes) -> Iterator[Entry]:
    """Every section that says something; a file of Q: and A: lines goes by those."""
    text = _body(decoded(content))
    if any(map(ASKED.match, text.splitlines())) and any(map(TOLD.match, text.splitlines())):
        yield from read_lines(text.splitlines())
        return
    title, lines = "", list[str]()
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            yield from whole(title, lines)
            title, lines = _words(tokens[place + 1]), []
        elif token.type == "inline" and tokens[place - 1].type != "heading_open":
            lines.append(_words(token))
        elif token.type in {"fence", "code_block"}:
            lines.append(token.content.rstrip())
    yield from whole(title, lines)


def read_lines(lines: list[str]) -> Iterator[Entry]:
    """Entries from lines that begin with Q: and A: (问：答：)."""
    title, told, telling = "", list[str](), False
    for line in lines:
        asked, answered = ASKED.match(line), TOLD.match(line)
        if asked:
            yield from whole(title, told)
            title, told, telling = asked["words"], [], False
        elif answered:
            told, telling = [answered["words"]], True
        elif telling and line.strip():
            told.append(line.strip())
    yield from whole(title, told)


def _body(text: str) -> str:
    """The text without the block of settings some tools put before it."""
    plain = text.replace("\r\n", "\n")
    if plain.startswith("---\n") and FENCE in plain[4:]:
        return plain[4:].partition(FENCE)[2]
    return plain


def _words(token: Token) -> str:
    """What a person reads of a line: no marks, links by their words."""
    parts = [
        each.content if each.type in {"text", "code_inline"} else "\n"
        for each in token.children or ()
        if each.type in {"text", "code_inline", "softbreak", "hardbreak"}
    ]
    return " ".join("".join(parts).split())
