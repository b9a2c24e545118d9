"""The store, the actions and the server once more, on a real PostgreSQL."""

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from community.store import Store
from community.store.schema import differences, migrate
from tests.databases import SERVER, database_of
from tests.slow.left_behind import a_pair, left_to_the_living_and_taken_from_the_dead
from tests.slow.neighbours import neighbours, told_again_after, told_within_a_second

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]
ROOT = Path(__file__).parents[2]
SUITES = ("tests/community", "tests/server")
FILES_ONLY = ("test_schema.py", "test_examination.py")
"""About SQLite files: what they say has no meaning on a server."""


def postgres_tools() -> Path | None:
    """The newest PostgreSQL of this machine."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    path = shutil.which("initdb")
    return found[-1].parent if found else (Path(path).parent if path else None)


def _as_somebody(folder: Path) -> list[str]:
    """PostgreSQL refuses to be run by root: the words that run it as the one who owns `folder`."""
    if os.geteuid() != 0:
        return []
    shutil.chown(folder, "postgres")
    return ["runuser", "-u", "postgres", "--"]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    tools = postgres_tools()
    if tools is None:
        pytest.skip("no PostgreSQL here: sudo apt install postgresql")
    folder = Path("/tmp") / f"simmer-pg-{os.getpid()}"
    folder.mkdir(mode=0o755)
    who = _as_somebody(folder)
    rows, port = folder / "rows", "54329"
    settings = (
        "listen_addresses=",
        f"unix_socket_directories={folder}",
        f"port={port}",
        "fsync=off",
        "max_connections=300",
    )
    options = " ".join(f"-c {each}" for each in settings)
    made = ["-D", str(rows), "-U", "postgres", "-A", "trust", "-E", "UTF8"]
    subprocess.run([*who, str(tools / "initdb"), *made], check=True, capture_output=True)
    control = [*who, str(tools / "pg_ctl"), "-D", str(rows), "-w"]
    start = [*control, "-o", options, "-l", str(folder / "log"), "start"]
    subprocess.run(start, check=True, capture_output=True)
    try:
        yield f"host={folder} port={port} user=postgres dbname=postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=False, capture_output=True)
        shutil.rmtree(folder, ignore_errors=True)


def test_everything_kept_works_the_same_on_postgresql(server: str) -> None:
    left_out = [f"--ignore-glob=*/{name}" for name in FILES_ONLY]
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-m", "not slow", *left_out, *SUITES],
        cwd=ROOT,
        env={**os.environ, SERVER: server},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-4000:]


async def test_migrations_and_tables_agree_on_postgresql(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SERVER, server)
    url = database_of(tmp_path)
    states = await asyncio.gather(*(asyncio.to_thread(migrate, url) for _ in range(3)))
    assert all(state.up_to_date for state in states)
    assert differences(url) == []


async def test_a_page_hears_of_what_another_server_did(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SERVER, server)
    async with neighbours(database_of(tmp_path), tmp_path) as here:
        await told_within_a_second(here)
        await told_again_after(here, _cut_every_other_connection)


async def test_a_server_that_starts_leaves_to_another_what_it_works_on(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SERVER, server)
    async with a_pair(database_of(tmp_path), tmp_path) as here:
        await left_to_the_living_and_taken_from_the_dead(here, tmp_path)


async def _cut_every_other_connection(store: Store) -> None:
    """What a restart of the database does to those who listen to it."""
    async with store.read() as tx:
        await tx.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            " AND (query LIKE 'LISTEN%%' OR query = 'SELECT 1')"
        )
