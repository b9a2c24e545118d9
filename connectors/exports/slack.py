"""Slack's export: users.json, channels.json and a folder of days for each channel."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import cast

from community.errors import Invalid
from connectors.base import Event, MemberSeen, Skipped
from connectors.exports.archive import entries, objects, opened, refuse_nested
from connectors.exports.base import Export, FileStart, Told, clean
from connectors.exports.slack_messages import Directory, message_events

FORMAT = "slack"
DAY = re.compile(r"^(?P<channel>[^/]+)/\d{4}-\d{2}-\d{2}\.json$")
CHANNELS = ("channels.json", "groups.json")
PRIVATE = ("dms.json", "mpims.json")
Fields = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What stands where in the archive: lists by name, days by (channel, name)."""

    lists: Mapping[str, zipfile.ZipInfo]
    days: tuple[tuple[str, zipfile.ZipInfo], ...]
    zones: Mapping[str, str] = field(default_factory=dict[str, str])


def open_archive(start: FileStart, limit: int) -> Export:
    """An export if this zip is Slack's; Invalid says what else it is."""
    with opened(start.path) as archive:
        files = entries(archive, start.size, limit)
        if not files:
            raise Invalid("import_empty", name=start.path.name)
        layout = _layout(files)
        refuse_nested(archive, files)
        if any(entry.filename == "[Content_Types].xml" for entry in files):
            raise Invalid("import_spreadsheet")
        if layout is None:
            raise Invalid("import_zip_unknown")
        channels, _ = _channels(archive, layout)
    return Export(
        format=FORMAT,
        name=start.path.stem,
        size=start.size,
        read=lambda told: _events(start, layout, told),
        zones=channels,
    )


def _layout(files: tuple[zipfile.ZipInfo, ...]) -> Layout | None:
    """The layout below the one folder that everything may stand in."""
    root = _root([entry.filename for entry in files])
    lists: dict[str, zipfile.ZipInfo] = {}
    days: list[tuple[str, zipfile.ZipInfo]] = []
    for entry in files:
        name = entry.filename.removeprefix(root)
        if "/" not in name:
            lists[name] = entry
        elif found := DAY.match(name):
            days.append((found["channel"], entry))
    if not days or not any(name in lists for name in ("users.json", *CHANNELS)):
        return None
    return Layout(lists=lists, days=tuple(sorted(days, key=lambda day: (day[0], day[1].filename))))


def _root(names: list[str]) -> str:
    for name in names:
        path = PurePosixPath(name)
        if path.name in ("users.json", *CHANNELS):
            return "" if len(path.parts) == 1 else f"{path.parent}/"
    return ""


def _channels(archive: zipfile.ZipFile, layout: Layout) -> tuple[dict[str, str], set[str]]:
    """Channel id → name of what everybody may read, and the folders of private talk."""
    names: dict[str, str] = {}
    for name in CHANNELS:
        for one in _list(archive, layout, name):
            names[str(one.get("id"))] = str(one.get("name"))
    private = {str(one.get("id")) for name in PRIVATE for one in _list(archive, layout, name)}
    private |= {str(one["name"]) for one in _list(archive, layout, "mpims.json") if one.get("name")}
    known = set(names.values()) | private
    names.update({folder: folder for folder, _ in layout.days if folder not in known})
    return names, private


def _list(archive: zipfile.ZipFile, layout: Layout, name: str) -> Iterator[Fields]:
    if name in layout.lists:
        for one in objects(archive, layout.lists[name]):
            if isinstance(one, dict):
                yield cast("Fields", one)


def _events(start: FileStart, layout: Layout, told: Told) -> Iterator[Event]:
    """Members, then channel by channel and day by day; told in shares of the packed size."""
    with opened(start.path) as archive:
        channels, private = _channels(archive, layout)
        ids = {name: channel for channel, name in channels.items()}
        directory = Directory(channels=channels)
        for one in _list(archive, layout, "users.json"):
            yield from _member(one, directory)
        read = 0
        for folder, entry in layout.days:
            if folder in private:
                yield Skipped(place=entry.filename, code="private_talk")
                continue
            try:
                for place, one in enumerate(objects(archive, entry), 1):
                    where = f"{entry.filename}#{place}"
                    if isinstance(one, dict):
                        fields = cast("Fields", one)
                        yield from message_events(fields, ids.get(folder, folder), where, directory)
                    else:
                        yield Skipped(place=where, code="not_an_object")
            except Invalid as error:
                if error.code != "import_zip_file_broken":
                    raise
                yield Skipped(place=entry.filename, code="file_broken")
            read += entry.compress_size
            told(read)


def _member(fields: Fields, directory: Directory) -> Iterator[Event]:
    member = str(fields.get("id") or "")
    if not member:
        return
    profile = fields.get("profile")
    about: Fields = cast("Fields", profile) if isinstance(profile, dict) else {}
    names = [
        clean(str(name)).strip()
        for name in (
            about.get("display_name"),
            about.get("real_name") or fields.get("real_name"),
            fields.get("name"),
        )
        if name
    ]
    name = next((one for one in names if one), member)
    directory.names[member] = name
    if fields.get("is_bot") or member == "USLACKBOT":
        directory.machines.add(member)
        return
    roles = ("owner",) if fields.get("is_primary_owner") or fields.get("is_owner") else ()
    admin = ("admin",) if fields.get("is_admin") else ()
    aliases = tuple(dict.fromkeys(one for one in names if one not in ("", name)))
    yield MemberSeen(member=member, name=name[:200], aliases=aliases, roles=roles + admin)
