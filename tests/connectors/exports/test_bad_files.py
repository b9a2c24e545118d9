import codecs
from collections.abc import Callable
from pathlib import Path

import pytest

from community.errors import Invalid, NotFound
from connectors.exports import open_export
from server.locales import sentence
from tests.connectors.exports import files

GOOD = files.chatlab([files.message(n, "你好" * 200) for n in range(2000)])

INNER = files.zipped({"a": b"b"})


def _locked() -> bytes:
    plain = bytearray(files.slack({"general/2026-03-01": []}))
    for place in range(len(plain) - 4):
        if plain.startswith(b"PK\x03\x04", place):
            plain[place + 6] |= 1
        if plain.startswith(b"PK\x01\x02", place):
            plain[place + 8] |= 1
    return bytes(plain)


BAD: list[tuple[str, str, Callable[[], bytes]]] = [
    ("nothing", "import_empty", lambda: b""),
    ("white space", "import_empty", lambda: b" \r\n\t\n"),
    ("only a byte order mark", "import_empty", lambda: codecs.BOM_UTF8),
    ("NULs", "import_empty", lambda: b"\x00" * 400),
    ("an archive without files", "import_empty", lambda: files.zipped({})),
    ("json cut off", "import_truncated", lambda: files.as_json(GOOD)[:-40]),
    ("json cut off early", "import_truncated", lambda: b'{"chatlab": {"version": "0.0.2"'),
    ("json with a typo", "import_json_broken", lambda: b'{"meta": {}, "messages": [{]}'),
    ("json in gb18030", "import_encoding", lambda: files.as_json(GOOD).decode().encode("gb18030")),
    ("another object", "import_json_unknown", lambda: b'{"hello": [1, 2, 3]}'),
    ("an array", "import_json_unknown", lambda: b'[{"id": 1, "text": "x"}]'),
    ("a picture", "import_unknown_format", lambda: b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
    ("an essay", "import_unknown_format", "今天天气不错。\n我们去公园。\n".encode),
    ("latin-1", "import_encoding", lambda: "Caf\xe9 cr\xe8me\n\xfc\xdf\n".encode("latin-1") * 9),
    ("chat without times", "import_no_times", lambda: b"Ann: hi\nBo: yes\nAnn: ok\nBo: bye\n"),
    (
        "dates that may be two",
        "import_day_order",
        lambda: b"1/2/20, 10:00 - Ann: hi\n1/2/20, 10:01 - Bo: yes\n",
    ),
    (
        "a table without times",
        "import_mapping_needed",
        lambda: b"name,words\nAnn,hello\nBo,bye\n",
    ),
    ("zip cut off", "import_zip_broken", lambda: files.slack({"general/2026-03-01": []})[:-30]),
    (
        "zip in zip",
        "import_zip_nested",
        lambda: files.zipped({"in.zip": files.zipped({"a": b"b"})}),
    ),
    (
        "zip in slack zip",
        "import_zip_nested",
        lambda: files.slack({"general/2026-03-01": []}, more=INNER),
    ),
    (
        "bomb",
        "import_zip_bomb",
        lambda: files.slack({"general/2026-03-01": []}, big=bytes(60_000_000)),
    ),
    ("climbing out", "import_zip_path", lambda: files.zipped({"../../etc/passwd": b"x"})),
    ("from the root", "import_zip_path", lambda: files.zipped({"/etc/passwd": b"x"})),
    ("from a drive", "import_zip_path", lambda: files.zipped({"C:/x.json": b"x"})),
    ("backslashes", "import_zip_path", lambda: files.zipped({"..\\..\\x.json": b"x"})),
    ("password", "import_zip_locked", _locked),
    ("excel", "import_spreadsheet", lambda: files.zipped({"[Content_Types].xml": b"<x/>"})),
    ("another zip", "import_zip_unknown", lambda: files.zipped({"readme.txt": b"hello"})),
]


@pytest.mark.parametrize(
    ("code", "made"), [pytest.param(code, made, id=name) for name, code, made in BAD]
)
def test_a_file_that_cannot_be_read_says_why_in_one_code(
    tmp_path: Path, code: str, made: Callable[[], bytes]
) -> None:
    with pytest.raises(Invalid) as caught:
        files.read(tmp_path, made())
    assert caught.value.code == code
    for language in ("zh", "en"):
        words = sentence(language, f"error.{code}", caught.value.facts)
        assert words != code
        assert "…" not in words.replace("time=…,sender=…,text=…", "")


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "chat.json"
    path.write_bytes(files.as_json(GOOD))
    with pytest.raises(Invalid) as caught:
        open_export(path, limit=1000)
    assert caught.value.code == "import_too_large"


def test_a_zip_that_unpacks_to_too_much_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(files.slack({"general/2026-03-01": []}, big=bytes(2_000_000)))
    with pytest.raises(Invalid) as caught:
        open_export(path, limit=1_000_000)
    assert caught.value.code == "import_too_large"


def test_a_missing_file_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        open_export(tmp_path / "nowhere.json")
