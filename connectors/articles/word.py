"""Word files: headings with what stands below them, tables of two columns, or Q: and A: lines."""

import io
from collections.abc import Iterator
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError

from community.errors import Invalid
from connectors.articles.entry import Entry, whole
from connectors.articles.markdown import ASKED, TOLD, read_lines

PAIR = 2


def read_docx(content: bytes) -> Iterator[Entry]:
    """Every section and every row that says something."""
    try:
        paper = Document(io.BytesIO(content))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        raise Invalid("articles_unreadable") from error
    lines = [(each.style.name or "" if each.style else "", each.text) for each in paper.paragraphs]
    texts = [text for _, text in lines]
    if any(map(ASKED.match, texts)) and any(map(TOLD.match, texts)):
        yield from read_lines(texts)
    else:
        yield from _sections(lines)
    for table in paper.tables:
        for row in table.rows:
            cells = [cell.text for cell in row.cells]
            if len(cells) >= PAIR:
                yield from whole(cells[0], cells[1].splitlines())


def _sections(lines: list[tuple[str, str]]) -> Iterator[Entry]:
    title, told = "", list[str]()
    for style, text in lines:
        if style.startswith(("Heading", "Title", "标题")):
            yield from whole(title, told)
            title, told = text, []
        elif text.strip():
            told.append(text.strip())
    yield from whole(title, told)
