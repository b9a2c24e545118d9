"""CSV and its relatives: which column is what is guessed, shown, and can be told."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from community.errors import Invalid
from connectors.base import Event, MemberSeen, MessagePosted, Skipped
from connectors.exports.base import Export, FileStart, Ordinals, Told, Wish, clean, short
from connectors.exports.lines import lines_of
from connectors.exports.texts import kind_of, named
from connectors.exports.times import Clock, Order, day_orders, is_ambiguous, read_time

FORMAT = "csv"
ROWS = 200
ENOUGH = 0.8
NAMES: Mapping[str, frozenset[str]] = {
    "time": frozenset(
        [
            "time",
            "datetime",
            "timestamp",
            "date_time",
            "sent_at",
            "created_at",
            "ts",
            "时间",
            "发送时间",
            "消息时间",
            "日期时间",
            "发布时间",
            "sent",
            "created",
        ]
    ),
    "date": frozenset(["date", "day", "日期"]),
    "sender": frozenset(
        [
            "sender",
            "author",
            "from",
            "name",
            "nickname",
            "member",
            "speaker",
            "username",
            "user",
            "sender_name",
            "from_name",
            "发送者",
            "发送人",
            "发言人",
            "昵称",
            "姓名",
            "名字",
            "成员",
            "用户",
            "作者",
            "群昵称",
            "发信人",
        ]
    ),
    "text": frozenset(
        [
            "text",
            "message",
            "content",
            "body",
            "msg",
            "words",
            "内容",
            "消息",
            "发言",
            "消息内容",
            "文本",
            "正文",
            "发言内容",
        ]
    ),
    "id": frozenset(["id", "message_id", "msg_id", "messageid", "消息id", "编号", "消息编号"]),
    "reply_to": frozenset(
        ["reply_to", "in_reply_to", "parent_id", "parent", "reply", "回复", "回复id", "引用"]
    ),
    "zone": frozenset(
        ["zone", "channel", "room", "group", "topic", "分区", "频道", "群", "群名", "话题"]
    ),
}
NEEDED = ("time", "sender", "text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """How rows are cut, what the columns are called and which of them means what.

    `meaning` maps time, sender, text, and where there are such columns date, id, reply_to and
    zone, to places in a row.
    """

    delimiter: str
    header: tuple[str, ...]
    named: bool
    meaning: Mapping[str, int]

    def shown(self) -> dict[str, str]:
        """The mapping by the names of columns, for a person."""
        return {word: self.header[place] for word, place in self.meaning.items()}


def recognise(start: FileStart, wish: Wish) -> Export | None:
    """An export if rows have a time, a sender and a text; Invalid asks where that is unclear."""
    lines = (start.text or "").splitlines(keepends=True)
    head = lines if start.whole else lines[:-1]
    found = _cut(head[:ROWS])
    if found is None:
        return None
    delimiter, rows = found
    table = _understood(delimiter, rows, wish)
    order = _order(rows, table, wish)
    written = datetime.fromtimestamp(start.path.stat().st_mtime, tz=UTC)
    clock = Clock(timezone=wish.timezone, now=wish.now or written, order=order)
    return Export(
        format=FORMAT,
        name=start.path.stem,
        size=start.size,
        read=lambda told: _events(start, table, clock, told),
        mapping=table.shown(),
    )


def _cut(lines: Sequence[str]) -> tuple[str, list[list[str]]] | None:
    """The delimiter that cuts these lines most evenly into two columns or more."""
    best: tuple[float, str, list[list[str]]] | None = None
    for delimiter in ",\t;|":
        try:
            rows = [row for row in csv.reader(lines, delimiter=delimiter) if any(row)]
        except csv.Error:
            continue
        if not rows or len(rows[0]) < 2:  # noqa: PLR2004 - one column is no table
            continue
        even = sum(len(row) == len(rows[0]) for row in rows) / len(rows)
        if even >= ENOUGH and (best is None or (even, len(rows[0])) > (best[0], len(best[2][0]))):
            best = (even, delimiter, rows)
    return None if best is None else (best[1], best[2])


def _understood(delimiter: str, rows: list[list[str]], wish: Wish) -> Table:
    first = [cell.strip().lstrip("\ufeff") for cell in rows[0]]
    by_name = _by_name(first)
    is_header = bool(by_name) or not any(_looks_like_time(cell) for cell in first)
    header = tuple(first) if is_header else tuple(str(n) for n in range(1, len(first) + 1))
    meaning = by_name or {}
    told = {key: value for key, value in wish.mapping.items() if key in NAMES}
    if not told and not all(word in meaning for word in NEEDED):
        meaning = {**_by_content(rows[1:] if is_header else rows), **meaning}
    for word, column in told.items():
        if column not in header:
            raise Invalid("import_mapping_column", column=column, columns=", ".join(header))
        meaning[word] = header.index(column)
    missing = [word for word in NEEDED if word not in meaning]
    if missing:
        raise Invalid(
            "import_mapping_needed", missing=", ".join(missing), columns=", ".join(header)
        )
    return Table(delimiter=delimiter, header=header, named=is_header, meaning=meaning)


def _by_name(header: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(header):
        name = re.sub(r"[\s\-]+", "_", cell.casefold())
        for word, names in NAMES.items():
            if name in names and word not in found:
                found[word] = place
                break
    if "date" in found and "time" not in found:
        found["time"] = found.pop("date")
    return found


def _looks_like_time(cell: str) -> bool:
    return read_time(cell, Clock(timezone="UTC", now=datetime(2026, 1, 1, tzinfo=UTC))) is not None


def _by_content(rows: list[list[str]]) -> dict[str, int]:
    """Time where cells are times, text where they are longest, sender where they repeat."""
    width = min((len(row) for row in rows), default=0)
    columns = [[row[place].strip() for row in rows] for place in range(width)]
    times = [n for n, cells in enumerate(columns) if cells and _share_of_times(cells) >= ENOUGH]
    rest = [n for n in range(width) if n not in times]
    if not times or len(rest) < 2:  # noqa: PLR2004 - a sender and a text
        return {}
    text = max(rest, key=lambda n: sum(map(len, columns[n])))
    rest.remove(text)
    sender = min(rest, key=lambda n: (len(set(columns[n])) == 1, len(set(columns[n])), n))
    return {"time": times[0], "sender": sender, "text": text}


def _share_of_times(cells: list[str]) -> float:
    return sum(map(_looks_like_time, cells)) / len(cells)


def _order(rows: list[list[str]], table: Table, wish: Wish) -> Order:
    wanted = wish.mapping.get("order")
    if wanted in ("dmy", "mdy"):
        return "dmy" if wanted == "dmy" else "mdy"
    body = rows[1:] if table.named else rows
    stamps = [_stamp(row, table) for row in body if len(row) > max(table.meaning.values())]
    clock = Clock(timezone="UTC", now=datetime(2100, 1, 1, tzinfo=UTC))
    orders = day_orders([stamp for stamp in stamps if _looks_like_time(stamp)], clock)
    unsure = next((stamp for stamp in stamps if is_ambiguous(stamp)), None)
    if len(orders) > 1 and unsure:
        raise Invalid("import_day_order", example=unsure[:60])
    return orders[0] if orders else "dmy"


def _stamp(row: list[str], table: Table) -> str:
    time = row[table.meaning["time"]].strip()
    return f"{row[table.meaning['date']].strip()} {time}" if "date" in table.meaning else time


def _events(start: FileStart, table: Table, clock: Clock, told: Told) -> Iterator[Event]:
    """Rows as members and messages; a row without a time or a sender is left out."""
    names: set[str] = set()
    ordinals = Ordinals(FORMAT)
    bad: list[Skipped] = []
    csv.field_size_limit(10_000_000)

    def good() -> Iterator[str]:
        for line in lines_of(start, told):
            if isinstance(line, Skipped):
                bad.append(line)
            else:
                yield line.text + "\n"

    reader = csv.reader(good(), delimiter=table.delimiter)
    while (row := _next_row(reader)) is not None:
        yield from bad
        bad.clear()
        place = f"#{reader.line_num}"
        if isinstance(row, csv.Error):
            yield Skipped(place=place, code="row_broken")
        elif any(row) and not (table.named and reader.line_num == 1):
            yield from _row_events(row, place, table, clock, names, ordinals)
    yield from bad


def _next_row(reader: Iterator[list[str]]) -> list[str] | csv.Error | None:
    try:
        return next(reader, None)
    except csv.Error as error:
        return error


def _row_events(
    row: list[str],
    place: str,
    table: Table,
    clock: Clock,
    names: set[str],
    ordinals: Ordinals,
) -> Iterator[Event]:
    if len(row) <= max(table.meaning[word] for word in NEEDED):
        yield Skipped(place=place, code="too_few_columns")
        return
    cells = {
        word: row[column].strip() for word, column in table.meaning.items() if column < len(row)
    }
    at = read_time(_stamp(row, table), clock)
    name = clean(cells["sender"])[:200]
    if at is None or not name:
        yield Skipped(place=place, code="no_sender" if at else "no_time")
        return
    if name not in names:
        names.add(name)
        yield MemberSeen(member=named(name), name=name)
    text = clean(row[table.meaning["text"]])
    zone = clean(cells.get("zone", ""))[:100]
    message = short(clean(cells.get("id", ""))) or None
    yield MessagePosted(
        key=f"csv:{zone}:{message}" if message else ordinals.key(f"{zone}:{name}", at, text),
        zone=zone,
        member=named(name),
        at=at,
        text=text,
        kind=kind_of(text),
        message=message,
        reply_to=short(clean(cells.get("reply_to", ""))) or None,
    )
