"""The shape of the database: brought to the newest by `migrate`, compared by `schema_state`."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, make_url
from sqlalchemy.exc import DBAPIError

from community.errors import Conflict
from community.store.engine import Store
from community.store.tables import metadata

TURN = 736_266
"""The lock of PostgreSQL that processes which migrate take in turn."""
MIGRATIONS = Path(__file__).parent / "migrations"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaState:
    """The revision a database has (None: empty) and the newest one."""

    current: str | None
    head: str

    @property
    def up_to_date(self) -> bool:
        """Whether nothing is left to migrate."""
        return self.current == self.head


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


@contextmanager
def _connected(url: str) -> Generator[Connection]:
    """One plain connection in one transaction; whoever comes second waits for its end."""
    parsed = make_url(url)
    is_sqlite = parsed.get_backend_name() == "sqlite"
    if is_sqlite:
        parsed = parsed.set(drivername="sqlite")
        if parsed.database:
            Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(parsed)
    try:
        with engine.connect() as connection:
            if is_sqlite:
                connection.exec_driver_sql("PRAGMA busy_timeout=30000")
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            else:
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({TURN})")
            yield connection
            if is_sqlite:
                connection.exec_driver_sql("COMMIT")
            connection.commit()
    finally:
        engine.dispose()


def _head() -> str:
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def _known(revision: str) -> bool:
    scripts = ScriptDirectory.from_config(_config()).walk_revisions()
    return any(script.revision == revision for script in scripts)


def migrate(url: str) -> SchemaState:
    """Bring the database at this address to the newest shape, in one transaction.

    A database made by a newer Simmer is left alone (Conflict).
    """
    with _connected(url) as connection:
        current = MigrationContext.configure(connection).get_current_revision()
        if current is not None and not _known(current):
            raise Conflict("database_is_newer", revision=current)
        if current != _head():
            command.upgrade(_config(connection), "head")
    return SchemaState(current=_head(), head=_head())


def differences(url: str) -> list[str]:
    """What the migrated database at this address lacks or has beyond the tables in code."""
    with _connected(url) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return [str(one) for one in compare_metadata(context, metadata)]


def draft_revision(url: str, words: str) -> None:
    """Write the next step from the database at this address to the tables in code."""
    with _connected(url) as connection:
        number = 1 + sum(1 for _ in (MIGRATIONS / "versions").glob("[0-9]*.py"))
        command.revision(_config(connection), words, autogenerate=True, rev_id=f"{number:04}")


async def schema_state(store: Store) -> SchemaState:
    """The shape of the database in use beside the newest one; an unreadable one has none."""

    def current(connection: Connection) -> str | None:
        return MigrationContext.configure(connection).get_current_revision()

    try:
        async with store.read() as tx:
            return SchemaState(current=await tx.run_sync(current), head=_head())
    except DBAPIError:
        return SchemaState(current=None, head=_head())
