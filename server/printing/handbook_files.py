"""A handbook as a file: PDF with contents, one HTML page that prints, or Markdown."""

from server.printing.handbook import Handbook, sheet_of
from server.printing.handbook_texts import html_of, markdown_of
from server.printing.typesetting import typeset

FORMS = ("pdf", "html", "md")


async def book_as(book: Handbook, form: str) -> bytes:
    """The bytes of a handbook in one of FORMS."""
    if form == "pdf":
        return await typeset("handbook", sheet_of(book), "pdf")
    return (markdown_of(book) if form == "md" else html_of(book)).encode()
