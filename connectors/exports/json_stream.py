"""A JSON document fed in pieces; what stands at one place of it comes out as soon as it is read."""

from typing import Protocol, cast

import ijson

ROOT = ""
"""The place of the document's own keys: (key, value) pairs come out."""


class DamagedJson(Exception):
    """The document is cut off, is no JSON, or is not in UTF-8; `code` says which."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class _Parser(Protocol):
    def send(self, piece: bytes, /) -> object: ...


class JsonStream:
    """What stands at `place` ('messages.item', 'item', or ROOT for pairs) of a document."""

    def __init__(self, place: str) -> None:
        self._found = cast("list[object]", ijson.sendable_list())
        if place == ROOT:
            self._parser = cast("_Parser", ijson.kvitems_coro(self._found, ROOT, use_float=True))
        else:
            self._parser = cast("_Parser", ijson.items_coro(self._found, place, use_float=True))

    def feed(self, piece: bytes) -> list[object]:
        """Read on; the empty piece says that this is all."""
        try:
            self._parser.send(piece)
        except StopIteration:
            pass
        except (ijson.JSONError, UnicodeDecodeError) as error:
            raise DamagedJson(_damage(str(error))) from error
        complete = list(self._found)
        self._found.clear()
        return complete


def _damage(words: str) -> str:
    if "UTF8" in words or "codec" in words:
        return "import_encoding"
    return "import_truncated" if "premature EOF" in words else "import_json_broken"
