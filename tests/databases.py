"""Where a test keeps its rows: a SQLite file, or a database of its own on a PostgreSQL server."""

import hashlib
import os
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

SERVER = "SIMMER_TEST_POSTGRES"
"""Names the connection string of a PostgreSQL server; with it every store of a test is there."""


def database_of(folder: Path) -> str:
    """The address of an empty database that belongs to a folder."""
    server = os.environ.get(SERVER, "")
    if not server:
        return f"sqlite+aiosqlite:///{folder / 'simmer.db'}"
    name = "t" + hashlib.sha256(str(folder).encode()).hexdigest()[:24]
    with psycopg.connect(server, autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if known.fetchone() is None:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    fields = conninfo_to_dict(server)
    place = f"host={fields['host']}&port={fields['port']}"
    return f"postgresql+psycopg://{fields['user']}@/{name}?{place}"
