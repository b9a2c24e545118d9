"""Zip files from strangers: what may be opened, and how much of it."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from community.errors import Invalid
from connectors.exports.json_stream import DamagedJson, JsonStream

ENTRIES = 200_000
RATIO = 300
"""More than so many bytes out of one byte in is a bomb, once it is large."""
LARGE = 50_000_000
MEGABYTE = 1_000_000
PIECE = 262_144
ENCRYPTED = 0x1
UNREADABLE = (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, zlib.error)
ARCHIVES = (b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")


def entries(archive: zipfile.ZipFile, packed: int, limit: int) -> tuple[zipfile.ZipInfo, ...]:
    """The files of an archive; Invalid for one that is locked, hostile or too large unpacked."""
    files = [entry for entry in archive.infolist() if not entry.is_dir()]
    for entry in archive.infolist():
        path = PurePosixPath(entry.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in entry.filename.split("/")[0]:
            raise Invalid("import_zip_path", name=entry.filename[:80])
    unpacked = sum(entry.file_size for entry in files)
    if len(files) > ENTRIES or (unpacked > LARGE and unpacked > RATIO * max(packed, 1)):
        raise Invalid("import_zip_bomb", megabytes=unpacked // MEGABYTE)
    if unpacked > limit:
        raise Invalid("import_too_large", megabytes=unpacked // MEGABYTE, limit=limit // MEGABYTE)
    if any(entry.flag_bits & ENCRYPTED for entry in files):
        raise Invalid("import_zip_locked")
    return tuple(files)


def opened(path: Path) -> zipfile.ZipFile:
    """The archive at this path; Invalid for one that is cut off or damaged."""
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError) as error:
        raise Invalid("import_zip_broken") from error


def refuse_nested(archive: zipfile.ZipFile, files: tuple[zipfile.ZipInfo, ...]) -> None:
    """Invalid where a file of the archive is an archive itself."""
    for entry in files:
        if entry.filename.endswith(".json") or not entry.file_size:
            continue
        if _first_bytes(archive, entry).startswith(ARCHIVES):
            raise Invalid("import_zip_nested", name=entry.filename[:80])


def _first_bytes(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    try:
        with archive.open(entry) as file:
            return file.read(8)
    except UNREADABLE as error:
        raise Invalid("import_zip_broken") from error


def objects(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[object]:
    """What the JSON array of one file holds, a piece at a time; Invalid if it is damaged."""
    stream = JsonStream("item")
    try:
        with archive.open(entry) as file:
            while piece := file.read(PIECE):
                yield from stream.feed(piece)
            yield from stream.feed(b"")
    except (*UNREADABLE, DamagedJson) as error:
        raise Invalid("import_zip_file_broken", name=entry.filename[:80]) from error
