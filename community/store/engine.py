"""One Store for SQLite and PostgreSQL: it opens transactions; what is asked stands in siblings."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Protocol, cast

from sqlalchemy import event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from community.store.tables import metadata

Tx = AsyncConnection
"""An open transaction; every function of community.store takes one first."""

SILENCE = 20.0
"""Seconds without a notice after which a connection is asked whether it lives."""
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=60000",
    "PRAGMA cache_size=-32000",
    "PRAGMA temp_store=MEMORY",
)


def _prepare_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()
    connection.isolation_level = None  # pyright: ignore[reportAttributeAccessIssue]


class Store:
    """The one SQL database. Writers of one process take turns; readers never wait for them."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._turn = asyncio.Lock()

    @property
    def is_sqlite(self) -> bool:
        """Whether this is the embedded engine."""
        return self._engine.dialect.name == "sqlite"

    @asynccontextmanager
    async def write(self) -> AsyncGenerator[Tx]:
        """Open a transaction that commits when the block ends and rolls back when it raises.

        On SQLite it takes the write lock at once (BEGIN IMMEDIATE), so that two writers wait
        for each other instead of failing half-way.
        """
        if not self.is_sqlite:
            async with self._engine.begin() as tx:
                yield tx
            return
        async with self._turn, self._engine.connect() as tx:
            await tx.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield tx
            except BaseException:
                await tx.rollback()
                raise
            await tx.commit()

    @asynccontextmanager
    async def read(self) -> AsyncGenerator[Tx]:
        """Open a snapshot to read from; nothing written in it is kept."""
        async with self._engine.connect() as tx:
            if self.is_sqlite:
                await tx.exec_driver_sql("BEGIN")
            try:
                yield tx
            finally:
                await tx.rollback()

    @asynccontextmanager
    async def notices(self, channel: str) -> AsyncGenerator[AsyncIterator[str]]:
        """PostgreSQL alone: what is told at a channel from now on, until the connection is lost."""
        async with self._engine.connect() as connection:
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            quoted = connection.dialect.identifier_preparer.quote(channel)
            await connection.exec_driver_sql(f"LISTEN {quoted}")
            try:
                yield _told(connection)
            finally:
                await connection.invalidate()

    async def close(self) -> None:
        """Let go of every connection."""
        await self._engine.dispose()


class _Notice(Protocol):
    """What the driver of PostgreSQL brings."""

    payload: str


class _Driver(Protocol):
    """The part of psycopg's connection that is needed here; it is loaded with PostgreSQL alone."""

    def notifies(self, *, timeout: float) -> AsyncIterator[_Notice]:
        """What came within so many seconds."""
        ...

    async def execute(self, query: str) -> object:
        """Run one statement."""
        ...


async def _told(connection: AsyncConnection) -> AsyncIterator[str]:
    """The words of one notice after the other; a silent connection is asked whether it lives."""
    raw = await connection.get_raw_connection()
    driver = cast("_Driver", raw.driver_connection)
    while True:
        async for notice in driver.notifies(timeout=SILENCE):
            yield notice.payload
        async with asyncio.timeout(SILENCE):
            await driver.execute("SELECT 1")


def open_store(url: str) -> Store:
    """Open the database at a SQLAlchemy address (sqlite+aiosqlite:, postgresql+psycopg:)."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(parsed)
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    return Store(engine)


async def create_tables(store: Store) -> None:
    """Make every table at once, without migrations: for tests and throw-away stores."""
    async with store.write() as tx:
        await tx.run_sync(metadata.create_all)
