"""What kind of file is this? Asked of its content, never of its name."""

import codecs
from pathlib import Path

from community.errors import Invalid, NotFound
from connectors.exports import chatlab_json, chatlab_jsonl, slack, tables, texts
from connectors.exports.base import HEAD_BYTES, Export, FileStart, Wish

LIMIT = 1_000_000_000
"""Bytes of the largest file that is read, unless the caller says otherwise."""

MEGABYTE = 1_000_000
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
PRINTABLE = 0.98
MOSTLY = 0.7


def open_export(path: Path, wish: Wish | None = None, *, limit: int = LIMIT) -> Export:
    """Recognise an export file; Invalid says in a code why it cannot be read."""
    start = _start(path, limit)
    wanted = wish or Wish()
    if start.head.startswith(b"PK"):
        return slack.open_archive(start, limit)
    if start.text is None:
        raise Invalid("import_unknown_format" if b"\x00" in start.head else "import_encoding")
    for recognise in (chatlab_jsonl.recognise, chatlab_json.recognise):
        if found := recognise(start):
            return found
    if start.text.lstrip()[:1] == "[" and start.text.rstrip()[-1:] in ("]", "}", ","):
        raise Invalid("import_json_unknown")
    found = texts.recognise(start, wanted) or tables.recognise(start, wanted)
    if found is None:
        raise Invalid("import_unknown_format")
    return found


def _start(path: Path, limit: int) -> FileStart:
    if not path.is_file():
        raise NotFound("import_missing", name=path.name)
    size = path.stat().st_size
    if size > limit:
        raise Invalid("import_too_large", megabytes=size // MEGABYTE, limit=limit // MEGABYTE)
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if not head.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise Invalid("import_empty", name=path.name)
    encoding, text = _decoded(head)
    return FileStart(path=path, size=size, head=head, encoding=encoding, text=text)


def _decoded(head: bytes) -> tuple[str | None, str | None]:
    """The encoding of a file's first bytes and the text in them, or None twice."""
    for mark, encoding in BOMS:
        if head.startswith(mark):
            return encoding, head.decode(encoding, "ignore")
    if b"\x00" in head[:1024]:
        return None, None
    for encoding in ("utf-8", "gb18030"):
        if _mostly(head, encoding):
            text = head.decode(encoding, "replace")
            if encoding == "utf-8" or _readable(text):
                return encoding, text
    return None, None


def _mostly(head: bytes, encoding: str) -> bool:
    """Whether nearly all lines that are not plain ASCII are text in this encoding."""
    try:
        codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeDecodeError:
        lines = [line for line in head.splitlines()[:-1] if not line.isascii()]
        return sum(_is_text(line, encoding) for line in lines) > MOSTLY * len(lines)
    return True


def _is_text(line: bytes, encoding: str) -> bool:
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _readable(text: str) -> bool:
    """Whether this looks like what people write: gb18030 decodes nearly everything."""
    good = sum(
        (character.isascii() and (character.isprintable() or character.isspace()))
        or "\u3000" <= character <= "\u9fff"
        or "\uff00" <= character <= "\uffef"
        or character in "“”‘’…—·"
        for character in text
    )
    return good >= PRINTABLE * len(text)
