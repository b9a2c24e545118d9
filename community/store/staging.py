"""Where the rows of one file wait, outside the database, until all of them can be published."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Literal, NamedTuple, Self

from community.intake import SkippedLine
from community.store.tables import EPOCH

BATCH = 2000
SHOWN = 50
"""So many skipped lines are named; all are counted."""


class SaidRow(NamedTuple):
    """A message as a file names it: zone, member and parent by their keys there, `at` in ms."""

    key: str
    zone: str
    member: str | None
    at: int
    text: str
    kind: str
    external: str | None
    reply: str | None


class LaterRow(NamedTuple):
    """What happened to a message later; `message` is the platform's id."""

    kind: Literal["edit", "recall", "reaction"]
    key: str
    message: str
    member: str | None
    at: int
    text: str


@dataclass(slots=True)
class StagedMember:
    """A member as a file names them, gathered from everything it says."""

    name: str
    named: bool = True
    aliases: dict[str, None] = field(default_factory=dict[str, None])
    roles: tuple[str, ...] = ()
    joined_at: datetime | None = None
    left_at: datetime | None = None


def milliseconds(at: datetime) -> int:
    """Milliseconds since 1970, as the tables keep moments."""
    return round((at - EPOCH).total_seconds() * 1000)


class Staging:
    """Rows of one file in a database of their own; memory holds members and one batch."""

    def __init__(self, folder: Path) -> None:
        self.members: dict[str, StagedMember] = {}
        self.skipped = 0
        self.lines: list[SkippedLine] = []
        self._said: list[SaidRow] = []
        self._later: list[LaterRow] = []
        self._db = sqlite3.connect(folder / "staging.db", check_same_thread=False)
        self._db.executescript(
            """
            PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA temp_store=FILE;
            PRAGMA cache_size=-8000;
            CREATE TABLE said (seq INTEGER PRIMARY KEY, key TEXT, zone TEXT, member TEXT,
                at INTEGER, text TEXT, kind TEXT, external TEXT, reply TEXT);
            CREATE TABLE later (seq INTEGER PRIMARY KEY, kind TEXT, key TEXT, message TEXT,
                member TEXT, at INTEGER, text TEXT);
            """
        )

    def __enter__(self) -> Self:
        """Keep it open for a block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let go of the file."""
        self._db.close()

    def say(self, row: SaidRow) -> None:
        """Stage a message."""
        self._said.append(row)
        if len(self._said) >= BATCH:
            self.flush()

    def happen(self, row: LaterRow) -> None:
        """Stage an edit, a recall or a reaction."""
        self._later.append(row)
        if len(self._later) >= BATCH:
            self.flush()

    def skip(self, line: SkippedLine) -> None:
        """Count what could not be read; the first are named."""
        self.skipped += 1
        if len(self.lines) < SHOWN:
            self.lines.append(line)

    def skip_later(self, row: LaterRow) -> None:
        """Count something that happened to a message nobody has."""
        self.skip(SkippedLine(place=row.message, code="no_message", facts={"kind": row.kind}))

    def meet(self, key: str, seen: StagedMember) -> None:
        """Gather what a file says about a member; a line of who came brings no better name."""
        known = self.members.get(key)
        if known is None:
            self.members[key] = seen
            return
        if seen.named:
            if known.name != seen.name and known.named:
                known.aliases[known.name] = None
            known.name, known.named = seen.name, True
        elif seen.name != known.name:
            known.aliases[seen.name] = None
        known.aliases.update(seen.aliases)
        known.roles = seen.roles or known.roles
        if seen.joined_at is not None:
            known.joined_at = min(known.joined_at or seen.joined_at, seen.joined_at)
            if known.left_at is not None and seen.joined_at > known.left_at:
                known.left_at = None
        if seen.left_at is not None:
            known.left_at = max(known.left_at or seen.left_at, seen.left_at)

    def flush(self) -> None:
        """Write out what waits in memory."""
        self._db.executemany(
            "INSERT INTO said (key, zone, member, at, text, kind, external, reply)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            self._said,
        )
        self._db.executemany(
            "INSERT INTO later (kind, key, message, member, at, text) VALUES (?, ?, ?, ?, ?, ?)",
            self._later,
        )
        self._db.commit()
        self._said.clear()
        self._later.clear()

    def seal(self) -> None:
        """Everything is staged: prepare for reading."""
        self.flush()
        self._db.execute("CREATE INDEX said_at ON said (at, seq)")
        if self._db.execute("SELECT 1 FROM said WHERE reply IS NOT NULL LIMIT 1").fetchone():
            self._db.execute("CREATE INDEX said_external ON said (external)")

    def count(self) -> int:
        """How many messages are staged."""
        (many,) = self._db.execute("SELECT count(*) FROM said").fetchone()
        return int(many)

    def zones(self) -> tuple[str, ...]:
        """The keys of the rooms that were spoken in, in the order they first were."""
        found = self._db.execute("SELECT zone FROM said GROUP BY zone ORDER BY min(seq)")
        return tuple(row[0] for row in found)

    def authors(self) -> tuple[str, ...]:
        """The keys of all who spoke."""
        found = self._db.execute("SELECT DISTINCT member FROM said WHERE member IS NOT NULL")
        return tuple(row[0] for row in found)

    def place(self, zones: Mapping[str, int], members: Mapping[str, int]) -> None:
        """Say which ids the keys of rooms and members stand for."""
        self._db.execute("CREATE TABLE zone_id (key TEXT PRIMARY KEY, id INTEGER) WITHOUT ROWID")
        self._db.execute("CREATE TABLE member_id (key TEXT PRIMARY KEY, id INTEGER) WITHOUT ROWID")
        self._db.executemany("INSERT INTO zone_id VALUES (?, ?)", list(zones.items()))
        self._db.executemany("INSERT INTO member_id VALUES (?, ?)", list(members.items()))
        self._db.commit()

    def said(self, community_id: int, live_from: int | None) -> Iterator[list[tuple[object, ...]]]:
        """The messages, oldest first, in batches, as rows for bulk.INSERT_MESSAGES.

        Messages before `live_from` (ms; None: all) are history.
        """
        found = self._db.execute(
            "SELECT ?, z.id, m.id, s.at, s.text, s.kind, s.external, s.key, ifnull(s.at < ?, 1)"
            " FROM said s JOIN zone_id z ON z.key = s.zone"
            " LEFT JOIN member_id m ON m.key = s.member ORDER BY s.at, s.seq",
            (community_id, live_from),
        )
        while rows := found.fetchmany(BATCH):
            yield rows

    def span(self) -> tuple[int, int]:
        """The times of the first and the last message, in ms."""
        first, last = self._db.execute("SELECT min(at), max(at) FROM said").fetchone()
        return int(first or 0), int(last or 0)

    def replies(self) -> Iterator[list[tuple[str, str | None, str]]]:
        """(key of the reply, key of its parent if it is in this file, parent's platform id)."""
        found = self._db.execute(
            "SELECT c.key, (SELECT p.key FROM said p WHERE p.external = c.reply LIMIT 1), c.reply"
            " FROM said c WHERE c.reply IS NOT NULL"
        )
        while rows := found.fetchmany(BATCH // 5):
            yield [(str(row[0]), row[1], str(row[2])) for row in rows]

    def later(self) -> Iterator[list[LaterRow]]:
        """Edits, recalls and reactions in the order of their times, in batches."""
        found = self._db.execute(
            "SELECT kind, key, message, member, at, text FROM later ORDER BY at, seq"
        )
        while rows := found.fetchmany(BATCH // 5):
            yield [LaterRow._make(row) for row in rows]
