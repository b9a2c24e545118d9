"""Where a test keeps its rows: a SQLite file, or a database of its own on a PostgreSQL server."""

import hashlib
import os
import tempfile
from functools import cache
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict
from sqlalchemy import create_engine

from community.store import Store, create_tables
from community.store.tables import metadata

SERVER = "SIMMER_TEST_POSTGRES"
"""Names the connection string of a PostgreSQL server; with it every store of a test is there."""
FILE = "simmer.db"


def database_of(folder: Path) -> str:
    """The address of an empty database that belongs to a folder."""
    server = os.environ.get(SERVER, "")
    if not server:
        return f"sqlite+aiosqlite:///{folder / FILE}"
    name = "t" + hashlib.sha256(str(folder).encode()).hexdigest()[:24]
    with psycopg.connect(server, autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if known.fetchone() is None:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    fields = conninfo_to_dict(server)
    place = f"host={fields['host']}&port={fields['port']}"
    return f"postgresql+psycopg://{fields['user']}@/{name}?{place}"


async def lay_tables(store: Store, folder: Path) -> None:
    """Give the database of a folder its tables: on SQLite a copy of what a process made once."""
    if not store.is_sqlite:
        await create_tables(store)
    elif not (folder / FILE).exists():
        (folder / FILE).write_bytes(_laid())


@cache
def _laid() -> bytes:
    """A database with every table and no row."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / FILE
        engine = create_engine(f"sqlite:///{path}")
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode=WAL")
            connection.exec_driver_sql("PRAGMA synchronous=OFF")
            metadata.create_all(connection)
            connection.commit()
        engine.dispose()
        return path.read_bytes()
