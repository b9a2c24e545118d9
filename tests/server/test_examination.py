"""The doctor names real faults, each with what to do."""

import asyncio
import json
import os
import re
import socket
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from community.store.schema import migrate
from server import examination
from server.api.doctor import given_up
from server.examination import Finding, Level
from server.locales import LANGUAGES, sentences
from server.settings import Settings

HOST = "127.0.0.1"


def _settings(folder: Path, **given: object) -> Settings:
    return Settings(data_dir=folder, _env_file=None, **given)  # pyright: ignore[reportCallIssue, reportArgumentType]


def _migrated(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    migrate(_settings(folder).store_url)
    return folder / "simmer.db"


def _older(folder: Path) -> Finding:
    with sqlite3.connect(_migrated(folder)) as opened:
        opened.execute("UPDATE alembic_version SET version_num = '0000'")
    opened.close()
    return examination.schema(_settings(folder))


def _newer(folder: Path) -> Finding:
    with sqlite3.connect(_migrated(folder)) as opened:
        opened.execute("UPDATE alembic_version SET version_num = '9999'")
    opened.close()
    return examination.schema(_settings(folder))


def _overwritten(folder: Path) -> Finding:
    _migrated(folder).write_bytes(b"no database" * 1000)
    return examination.schema(_settings(folder))


def _torn(folder: Path) -> Finding:
    path = _migrated(folder)
    with path.open("r+b") as opened:
        opened.seek(4096)
        opened.write(os.urandom(path.stat().st_size - 8192))
    return examination.schema(_settings(folder))


def _a_file_for_a_folder(folder: Path) -> Finding:
    (folder / "taken").write_text("")
    return examination.folder(_settings(folder / "taken"))


def _damaged_index(folder: Path) -> Finding:
    broken = folder / "index" / "index-1"
    broken.mkdir(parents=True)
    (broken / "chroma.sqlite3").write_bytes(b"no index" * 1000)
    return examination.index(_settings(folder))


@pytest.mark.parametrize(
    ("fault", "code", "level"),
    [
        pytest.param(_older, "schema_old", "warning", id="an old schema"),
        pytest.param(_newer, "schema_newer", "fault", id="a schema of tomorrow"),
        pytest.param(_overwritten, "database_unreadable", "fault", id="no database"),
        pytest.param(_a_file_for_a_folder, "folder_closed", "fault", id="a folder that is none"),
        pytest.param(_damaged_index, "index_damaged", "warning", id="a damaged index"),
    ],
)
def test_a_fault_on_the_disk_is_found(
    tmp_path: Path, fault: Callable[[Path], Finding], code: str, level: Level
) -> None:
    found = fault(tmp_path)
    assert (found.code, found.level) == (code, level)


def test_a_torn_database_is_a_fault(tmp_path: Path) -> None:
    assert _torn(tmp_path).code in {"database_damaged", "database_unreadable"}


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser writes to any folder")
def test_a_folder_nobody_may_write_to_is_a_fault(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    assert examination.folder(_settings(closed)).code == "folder_closed"


def test_a_whole_folder_has_nothing_to_complain_of(tmp_path: Path) -> None:
    _migrated(tmp_path)
    known = _settings(tmp_path)
    looks = (examination.folder, examination.schema, examination.index, examination.clock)
    assert [look(known).level for look in looks] == ["ok"] * len(looks)


def test_a_busy_port_is_a_warning_with_its_number(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        found = examination.port(_settings(tmp_path, host=HOST, port=port))
    assert (found.code, found.facts["port"]) == ("port_busy", port)


@pytest.mark.parametrize(
    ("status", "models", "code", "level"),
    [
        pytest.param(401, (), "model_key_refused", "fault", id="it refuses the key"),
        pytest.param(404, (), "model_unlisted", "warning", id="it lists no models"),
        pytest.param(200, ("other",), "model_unknown", "warning", id="it has another model"),
        pytest.param(200, ("small",), "model", "ok", id="it has the model"),
    ],
)
async def test_an_endpoint_is_asked_for_its_models(
    tmp_path: Path, status: int, models: tuple[str, ...], code: str, level: Level
) -> None:
    body = json.dumps({"data": [{"id": name} for name in models]})

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(f"HTTP/1.0 {status} x\r\ncontent-length: {len(body)}\r\n\r\n{body}".encode())
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(answer, HOST, 0) as listening:
        address = f"http://{HOST}:{listening.sockets[0].getsockname()[1]}/v1"
        known = _settings(tmp_path, llm_base_url=address, llm_model="small")
        found = await asyncio.to_thread(examination.model, known)
    assert (found.code, found.level) == (code, level)


def test_an_endpoint_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with socket.socket() as gone:
        gone.bind((HOST, 0))
        port = gone.getsockname()[1]
    known = _settings(tmp_path, llm_base_url=f"http://{HOST}:{port}/v1", llm_model="small")
    assert examination.model(known).code == "model_unreachable"
    unnamed = known.model_copy(update={"llm_model": ""})
    assert examination.model(unnamed).code == "model_unnamed"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_is_said_and_every_trouble_has_advice(language: str) -> None:
    source = Path(examination.__file__).read_text(encoding="utf-8")
    troubles = set(re.findall(r'(?:fault|warning)\(\s*"(\w+)"', source))
    fine = set(re.findall(r'\bok\(\s*"(\w+)"', source))
    known = sentences(language)
    assert {f"doctor.{code}" for code in troubles | fine} <= known.keys()
    assert {f"advice.{code}" for code in troubles} <= known.keys()


def test_the_running_server_does_not_find_its_own_port_busy() -> None:
    before, while_serving = (examination.looks(serving=each) for each in (False, True))
    assert set(before) - set(while_serving) == {examination.port}


def test_work_that_was_given_up_is_told_with_the_last_line_of_its_error() -> None:
    assert given_up(()).level == "ok"
    found = given_up((("distil", "x"), ("facilitate", "Traceback\n  …\nValueError: no zone\n")))
    assert (found.code, found.level) == ("jobs_given_up", "warning")
    assert found.facts == {"count": 2, "name": "facilitate", "reason": "ValueError: no zone"}
