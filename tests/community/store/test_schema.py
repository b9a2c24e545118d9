import asyncio
import sqlite3
from pathlib import Path

import pytest

from community.errors import Conflict
from community.store import SchemaState, migrate, open_store, schema_state
from community.store.schema import differences


def _url(folder: Path) -> str:
    return f"sqlite+aiosqlite:///{folder / 'made' / 'simmer.db'}"


def test_migrations_and_tables_agree(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """After a change of tables: python -m community.store.migrations "What changes"."""
    migrate(_url(tmp_path))
    assert differences(_url(tmp_path)) == []
    assert capfd.readouterr() == ("", "")


async def test_two_processes_may_start_at_once(tmp_path: Path) -> None:
    states = await asyncio.gather(*(asyncio.to_thread(migrate, _url(tmp_path)) for _ in range(3)))
    assert all(state.up_to_date for state in states)


async def test_the_state_says_what_is_missing(tmp_path: Path) -> None:
    store = open_store(_url(tmp_path))
    before = await schema_state(store)
    migrate(_url(tmp_path))
    after = await schema_state(store)
    await store.close()
    assert before == SchemaState(current=None, head=after.head)
    assert (before.up_to_date, after.up_to_date) == (False, True)


async def test_a_file_that_is_no_database_has_no_state(tmp_path: Path) -> None:
    path = tmp_path / "simmer.db"
    path.write_bytes(b"this is no database at all" * 100)
    store = open_store(f"sqlite+aiosqlite:///{path}")
    assert (await schema_state(store)).current is None
    await store.close()


def test_a_database_of_a_newer_simmer_is_left_alone(tmp_path: Path) -> None:
    migrate(_url(tmp_path))
    with sqlite3.connect(tmp_path / "made" / "simmer.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(Conflict) as caught:
        migrate(_url(tmp_path))
    assert caught.value.code == "database_is_newer"
