"""Tables: a column of questions and one of answers, found by their names or by their places."""

import csv
import io
from collections.abc import Iterator, Sequence
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from community.errors import Invalid
from connectors.articles.entry import Entry, decoded, whole

QUESTIONS = ("问题", "提问", "标题", "题目", "question", "title", "q", "faq", "issue")
ANSWERS = ("答案", "回答", "解答", "内容", "answer", "content", "a", "reply", "resolution", "body")


def read_csv(content: bytes) -> Iterator[Entry]:
    """Entries of a table as text, split by commas, semicolons or tabs."""
    text = decoded(content)
    try:
        dialect: type[csv.Dialect] = csv.Sniffer().sniff(text[:4000], delimiters=",;\t")
    except csv.Error:
        dialect = csv.excel
    yield from _entries(list(csv.reader(io.StringIO(text), dialect)))


def read_xlsx(content: bytes) -> Iterator[Entry]:
    """Entries of every sheet of a workbook; formulas count by their last value."""
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise Invalid("articles_unreadable") from error
    for sheet in book.worksheets:
        rows = [
            ["" if value is None else str(value) for value in row]
            for row in sheet.iter_rows(values_only=True)
        ]
        yield from _entries(rows)
    book.close()


def _entries(rows: Sequence[Sequence[str]]) -> Iterator[Entry]:
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if not filled:
        return
    named = _columns(filled[0])
    asked, told = named or (0, 1)
    for row in filled[1:] if named else filled:
        if len(row) > max(asked, told):
            yield from whole(row[asked], row[told].splitlines())


def _columns(head: Sequence[str]) -> tuple[int, int] | None:
    """Where questions and answers stand, if the first row names them."""
    names = [cell.strip().casefold() for cell in head]
    asked = next((names.index(name) for name in QUESTIONS if name in names), None)
    told = next((names.index(name) for name in ANSWERS if name in names), None)
    return None if asked is None or told is None else (asked, told)
