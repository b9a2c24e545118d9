"""The one way in: a file of articles by its name, or a zip of such files."""

import io
from collections.abc import Iterator, Mapping
from itertools import islice
from zipfile import BadZipFile, ZipFile

from community.errors import Invalid
from connectors.articles.entry import MOST, Entry, Reader, reader_for
from connectors.articles.markdown import read_markdown
from connectors.articles.sheets import read_csv, read_xlsx
from connectors.articles.word import read_docx

READERS: Mapping[str, Reader] = {
    "md": read_markdown,
    "markdown": read_markdown,
    "txt": read_markdown,
    "csv": read_csv,
    "tsv": read_csv,
    "xlsx": read_xlsx,
    "docx": read_docx,
}
LARGEST = 50_000_000
"""Bytes a file of a zip may unpack to."""


def read_articles(name: str, content: bytes) -> tuple[Entry, ...]:
    """The entries of a file, each once, at most a thousand; Invalid where there is none."""
    found = tuple(dict.fromkeys(islice(_entries(name, content), MOST)))
    if not found:
        raise Invalid("articles_none", name=name)
    return found


def _entries(name: str, content: bytes) -> Iterator[Entry]:
    if not name.lower().endswith(".zip"):
        yield from reader_for(name, READERS)(content)
        return
    try:
        archive = ZipFile(io.BytesIO(content))
    except BadZipFile as error:
        raise Invalid("articles_unreadable") from error
    with archive:
        for part in sorted(archive.infolist(), key=lambda each: each.filename):
            ending = part.filename.rpartition(".")[2].lower()
            hidden = part.filename.startswith("__MACOSX") or "/." in part.filename
            if part.is_dir() or hidden or ending not in READERS or part.file_size > LARGEST:
                continue
            yield from READERS[ending](archive.read(part))
