"""One question somebody wrote an answer to before, and who may read which file."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from community.errors import Invalid

LONGEST_TITLE = 200
LONGEST_TEXT = 20_000
MOST = 1000
"""Entries one file may bring."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article as it was brought: `title` is its question, `text` its plain answer."""

    title: str
    text: str


Reader = Callable[[bytes], Iterator[Entry]]


def whole(title: str, lines: list[str]) -> Iterator[Entry]:
    """The entry, where it has both a title and something to say."""
    named, text = " ".join(title.split())[:LONGEST_TITLE], "\n".join(lines).strip()
    if named and text:
        yield Entry(title=named, text=text[:LONGEST_TEXT])


def decoded(content: bytes) -> str:
    """Text of a file: UTF-8, with or without its mark, else GB 18030."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Invalid("articles_unreadable")


def reader_for(name: str, readers: Mapping[str, Reader]) -> Reader:
    """Who reads a file, by the ending of its name."""
    ending = name.rpartition(".")[2].lower()
    if ending not in readers:
        raise Invalid("articles_unknown", name=name, known=", ".join(sorted(readers)))
    return readers[ending]
