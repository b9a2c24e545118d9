"""How fast a large export comes in, beside the raw database, and whether memory stays flat."""

import asyncio
import json
import os
import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from community.jobs import Job
from community.people import Community
from community.store import Tx, communities, migrate, open_store
from connectors.exports import open_export
from connectors.intake import Intake, import_export
from evals.task import Figures, Options

SIZE = 100_000
GROWTH = 4
AUTHORS = 40
BACK = 3
BEGIN = 1_767_225_600
WORDS = (
    "早自习迟到的又多了三个，门口站着发晚到条还是有用的，就是得天天站",
    "How do you keep a one-on-one from turning into a status report?",
    "分层作业我们试过半学期：必做十题，选做五题，每两周看一次正确率 🙂",
    "收到",
    "I counted to eight before saying anything, and he told me about the infra wish",
)


class Row(NamedTuple):
    """A message as the raw database takes it."""

    key: str
    author: int
    at: int
    text: str
    external: str
    reply: int | None


class Run(NamedTuple):
    """One import: seconds, most resident megabytes, and seconds of the floor right after it."""

    seconds: float
    megabytes: float
    floor: float


class _NoQueue:
    async def put(self, tx: Tx, job: Job) -> None:
        """Nobody works here."""


def rows(size: int) -> Iterator[Row]:
    """So many messages, a fifth of them replies, twenty seconds apart."""
    for n in range(size):
        text = f"{WORDS[n % len(WORDS)]} {n}"
        reply = n - BACK if n > BACK and n % 5 == 0 else None
        yield Row(f"bench:{n}", n * 7 % AUTHORS, BEGIN + n * 20, text, f"m{n}", reply)


def write_export(path: Path, size: int) -> None:
    """The same messages as ChatLab JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        meta = {"name": "bench", "platform": "wechat", "type": "group", "groupId": "bench"}
        file.write(json.dumps({"_type": "header", "meta": meta}) + "\n")
        for row in rows(size):
            fields: dict[str, object] = {
                "_type": "message",
                "sender": f"u{row.author}",
                "accountName": f"成员{row.author}",
                "timestamp": row.at,
                "type": 25 if row.reply is not None else 0,
                "content": row.text,
                "platformMessageId": row.external,
            }
            if row.reply is not None:
                fields["replyToMessageId"] = f"m{row.reply}"
            file.write(json.dumps(fields, ensure_ascii=False) + "\n")


def floor_seconds(folder: Path, size: int) -> float:
    """Seconds for plain sqlite3 to put the same rows into the same tables in one transaction."""
    path = folder / "floor.db"
    migrate(f"sqlite:///{path}")
    ready = [
        (1, 1, row.author + 1, row.at * 1000, row.text, "text", row.external, row.key, row.reply)
        for row in rows(size)
    ]
    db = sqlite3.connect(path)
    db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;")
    begun = time.perf_counter()
    with db:
        db.executemany(
            "INSERT INTO message (community_id, zone_id, author_id, at, text, kind, external_id,"
            " source_key, reply_to_id, revision, by_simmer, from_history)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 1)",
            ready,
        )
    seconds = time.perf_counter() - begun
    db.close()
    return seconds


async def import_seconds(folder: Path, path: Path) -> float:
    """Seconds for the importer, from the file to the commit."""
    url = f"sqlite+aiosqlite:///{folder / 'simmer.db'}"
    migrate(url)
    store = open_store(url)
    try:
        async with store.write() as tx:
            new = Community(
                id=0,
                slug="bench",
                name="bench",
                language="zh",
                timezone="UTC",
                created_at=datetime(2026, 1, 1, tzinfo=UTC),
            )
            group = await communities.insert_community(tx, new)
        begun = time.perf_counter()
        report = await import_export(
            store,
            _NoQueue(),
            open_export(path),
            Intake(community_id=group.id),
            now=datetime(2026, 6, 1, tzinfo=UTC),
        )
        assert report.messages + report.known > 0
        return time.perf_counter() - begun
    finally:
        await store.close()


def _measured(size: int) -> Run:
    """One import in a process of its own, its memory, and then the floor."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_export(folder / "export.jsonl", size)
        here = os.fspath(Path(__file__).parents[2])
        ran = subprocess.run(  # noqa: S603 - ourselves
            [sys.executable, "-m", "evals.benches.intake", name, str(size)],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": here},
        )
    return Run._make(json.loads(ran.stdout))


def measure(options: Options) -> Figures:
    """Import generated exports of `size` and four times that, each in a child process."""
    size = options.size or SIZE
    small, large = _measured(size), _measured(GROWTH * size)
    per_s, floor_per_s = size / small.seconds, size / small.floor
    return {
        "messages": size,
        "messages_per_s": round(per_s),
        "floor_per_s": round(floor_per_s),
        "ratio": round(per_s / floor_per_s, 3),
        "messages_per_s_large": round(GROWTH * size / large.seconds),
        "peak_mb": round(small.megabytes, 1),
        "peak_mb_large": round(large.megabytes, 1),
        "growth_mb": round(large.megabytes - small.megabytes, 1),
    }


def main(folder: Path, size: int) -> None:
    """Import the export that lies in a folder, then fill a raw database; print a Run."""
    seconds = asyncio.run(import_seconds(folder, folder / "export.jsonl"))
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    print(json.dumps(Run(seconds, peak, floor_seconds(folder, size))))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
