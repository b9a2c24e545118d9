"""Lines of a text file with their numbers, one at a time; what is no text is left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from connectors.base import Skipped
from connectors.exports.base import FileStart, Told

LONGEST = 4_000_000
"""Bytes of the longest line that is read; a line beyond it is left out."""
OFTEN = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line without its end, numbered from 1."""

    number: int
    text: str


def lines_of(start: FileStart, told: Told) -> Iterator[Line | Skipped]:
    """The lines of a file in its own encoding; never more than one in memory."""
    if (start.encoding or "").startswith("utf-16"):
        yield from _wide_lines(start)
        return
    encoding = start.encoding or "utf-8"
    with start.path.open("rb") as file:
        read = 0
        for number, raw in enumerate(_raw_lines(file), 1):
            read += len(raw)
            if number % OFTEN == 0:
                told(read)
            if len(raw) > LONGEST:
                yield Skipped(place=f"#{number}", code="line_too_long")
                continue
            try:
                text = raw.decode(encoding if number == 1 else encoding.removesuffix("-sig"))
            except UnicodeDecodeError:
                yield Skipped(place=f"#{number}", code="not_text")
                continue
            yield Line(number=number, text=text.rstrip("\r\n"))
        told(read)


def _raw_lines(file: BinaryIO) -> Iterator[bytes]:
    while raw := file.readline(LONGEST + 1):
        if len(raw) > LONGEST and not raw.endswith(b"\n"):
            while (rest := file.readline(LONGEST)) and not rest.endswith(b"\n"):
                pass
        yield raw


def _wide_lines(start: FileStart) -> Iterator[Line | Skipped]:
    with start.path.open(encoding="utf-16", errors="replace", newline=None) as file:
        for number, text in enumerate(file, 1):
            if len(text) > LONGEST:
                yield Skipped(place=f"#{number}", code="line_too_long")
            else:
                yield Line(number=number, text=text.rstrip("\n"))
