"""What a community wrote down before comes in as it stands, whatever it was kept in."""

import io
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import Workbook

from community.errors import Invalid
from connectors.articles.entry import Entry
from connectors.articles.reading import read_articles

LATE = Entry(title="学生迟到怎么办？", text="先问原因。\n三次以上再约家长。")
LEAVE = Entry(title="请假找谁？", text="找年级组长。")


LINES = """问：学生迟到怎么办？
答：先问原因。
三次以上再约家长。
Q2: 请假找谁？
A2: 找年级组长。"""
TABLE = """编号,问题,答案
1,学生迟到怎么办？,"先问原因。
三次以上再约家长。"
2,请假找谁？,找年级组长。
"""
ROWS = [["Answer", "Question"], [LATE.text, LATE.title], [LEAVE.text, LEAVE.title]]


def _xlsx(rows: list[list[str]]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)  # pyright: ignore[reportOptionalMemberAccess, reportAttributeAccessIssue, reportUnknownMemberType]
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _docx(*, headings: bool) -> bytes:
    paper = Document()
    if headings:
        paper.add_heading(LATE.title, level=2)
        paper.add_paragraph("先问原因。")
        paper.add_paragraph("三次以上再约家长。")
        table = paper.add_table(rows=1, cols=2)
        table.cell(0, 0).text, table.cell(0, 1).text = LEAVE.title, LEAVE.text
    else:
        for line in (
            "问：学生迟到怎么办？",
            "答：先问原因。",
            "三次以上再约家长。",
            "问：请假找谁？",
            "答：找年级组长。",
        ):
            paper.add_paragraph(line)
    kept = io.BytesIO()
    paper.save(kept)
    return kept.getvalue()


MARKDOWN = """---
title: 手册
---
# 班主任手册

## 学生迟到怎么办？

先问**原因**。

- 三次以上再约[家长](https://x.example)。

## 空的一节

## 请假找谁？

找年级组长。
"""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.md", MARKDOWN.encode(), id="headings of Markdown"),
        pytest.param("a.txt", LINES.encode(), id="questions and answers as lines"),
        pytest.param("a.csv", TABLE.encode("gb18030"), id="a table in an old encoding"),
        pytest.param("a.xlsx", _xlsx(ROWS), id="a workbook"),
        pytest.param("a.docx", _docx(headings=True), id="headings and a table of Word"),
        pytest.param("a.docx", _docx(headings=False), id="questions and answers in Word"),
    ],
)
def test_each_form_gives_the_same_entries(name: str, content: bytes) -> None:
    assert read_articles(name, content) == (LATE, LEAVE)


def test_a_zip_gives_the_entries_of_every_file_once() -> None:
    kept = io.BytesIO()
    with ZipFile(kept, "w") as archive:
        archive.writestr("faq/one.md", MARKDOWN)
        archive.writestr("faq/two.md", MARKDOWN)
        archive.writestr("faq/photo.jpg", b"\xff")
    assert read_articles("faq.zip", kept.getvalue()) == (LATE, LEAVE)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf", b"%PDF", "articles_unknown"),
        ("a.xlsx", b"not a workbook", "articles_unreadable"),
        ("a.docx", b"not a document", "articles_unreadable"),
        ("a.zip", b"not a zip", "articles_unreadable"),
        ("a.md", "只有一段话，没有标题。".encode(), "articles_none"),
        ("a.csv", b"", "articles_none"),
    ],
)
def test_a_file_without_articles_says_what_is_wrong(name: str, content: bytes, code: str) -> None:
    with pytest.raises(Invalid) as caught:
        read_articles(name, content)
    assert caught.value.code == code
