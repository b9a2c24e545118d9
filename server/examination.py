"""Looking at this machine: each finding is ok, a warning or a fault, with what to do.

It imports nothing but the standard library: it must survive the faults it reports. What may be
broken is tried in a child process.
"""

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Literal, Protocol, cast
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

Level = Literal["ok", "warning", "fault"]
ROOT = Path(__file__).parents[1]
OLDEST_PYTHON = (3, 11)
LEAST_SPACE = 500_000_000
"""Bytes that should be free in the data folder."""
BUILT = 1_760_000_000
"""A moment before Simmer was written, in unix seconds: no clock may show less."""
PATIENCE = 60
"""Seconds a child process may take."""
PARTS = ("sqlalchemy", "fastapi", "langgraph", "chromadb", "numpy", "openai", "tiktoken")
EMBED = "from knowledge_base.embedders.local import LocalEmbedder as E; E().embed_question('你好')"
EMBED_PORTABLY = EMBED.replace("local import LocalEmbedder", "portable import PortableEmbedder")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at; the locales say `doctor.<code>` and `advice.<code>`."""

    code: str
    level: Level
    facts: Mapping[str, str | int] = field(default_factory=dict[str, str | int])


class Known(Protocol):
    """What is needed of the settings."""

    data_dir: Path
    database_url: str
    llm_base_url: str
    llm_model: str
    host: str
    port: int

    @property
    def model_key(self) -> str:
        """The key of the endpoint."""
        ...


def ok(code: str, **facts: str | int) -> Finding:
    """All is well here."""
    return Finding(code=code, level="ok", facts=facts)


def fault(code: str, **facts: str | int) -> Finding:
    """This does not work."""
    return Finding(code=code, level="fault", facts=facts)


def warning(code: str, **facts: str | int) -> Finding:
    """This works, but not for long or not well."""
    return Finding(code=code, level="warning", facts=facts)


def examine(*, serving: bool = False) -> Iterator[Finding]:
    """Look at everything, one after the other; nothing found stops the rest."""
    yield python()
    yield parts()
    try:
        known = cast("Known", import_module("server.settings").Settings())
    except Exception as error:  # noqa: BLE001 - whatever is wrong with the settings is a finding
        yield fault("settings_unreadable", reason=_short(str(error)))
        return
    for look in looks(serving=serving):
        try:
            yield look(known)
        except Exception as error:  # noqa: BLE001 - a look that fails is itself a finding
            yield fault("look_failed", look=look.__name__, reason=_short(str(error)))


def python() -> Finding:
    """The interpreter."""
    version = ".".join(map(str, sys.version_info[:3]))
    return (
        ok("python", version=version)
        if sys.version_info >= OLDEST_PYTHON
        else fault("python_old", version=version)
    )


def parts() -> Finding:
    """Whether what Simmer is made of can be loaded."""
    tried = "import importlib,sys\nfor n in sys.argv[1:]:\n try: importlib.import_module(n)\n"
    tried += " except BaseException: print(n)"
    answer = _child("-c", tried, *PARTS)
    missing = (answer.stdout if answer else "").split()
    if answer is None or missing:
        return fault("parts_missing", parts=", ".join(missing) or "?")
    return ok("parts")


def folder(known: Known) -> Finding:
    """Whether the data folder can be written to and has room."""
    place = known.data_dir.resolve()
    try:
        place.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place):
            pass
    except OSError as error:
        return fault("folder_closed", folder=str(place), reason=error.strerror or "")
    free = shutil.disk_usage(place).free
    if free < LEAST_SPACE:
        return warning("folder_full", folder=str(place), megabytes=free // 10**6)
    return ok("folder", folder=str(place), megabytes=free // 10**6)


def schema(known: Known) -> Finding:
    """Whether the database has the newest shape and is whole."""
    if known.database_url:
        return ok("schema_elsewhere")
    path = known.data_dir / "simmer.db"
    steps = (ROOT / "community" / "store" / "migrations" / "versions").glob("[0-9]*.py")
    newest = max((step.name.partition("_")[0] for step in steps), default="")
    if not path.exists():
        return ok("schema_none")
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as opened:
            (state,) = opened.execute("PRAGMA quick_check(1)").fetchone()
            row = opened.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        return fault("database_unreadable", file=str(path), reason=str(error))
    if state != "ok":
        return fault("database_damaged", file=str(path), reason=str(state)[:200])
    return _shape(str(row[0]) if row else "", newest)


def _shape(current: str, newest: str) -> Finding:
    if current > newest:
        return fault("schema_newer", current=current, newest=newest)
    if current != newest:
        return warning("schema_old", current=current or "–", newest=newest)
    return ok("schema", current=current)


def index(known: Known) -> Finding:
    """Whether the search index opens, found out where a crash does no harm."""
    made = sorted((known.data_dir / "index").glob("index-*"))
    if not made:
        return ok("index_none")
    answer = _child("-m", "knowledge_base.library_index", str(made[-1]))
    if answer is None or answer.returncode != 0:
        return warning("index_damaged", folder=str(made[-1]))
    return ok("index")


def embedder(_: Known) -> Finding:
    """Whether texts can be turned into vectors here."""
    for code in (EMBED, EMBED_PORTABLY):
        answer = _child("-c", code)
        if answer is not None and answer.returncode == 0:
            return ok("embedder")
    return fault("embedder_broken")


def model(known: Known) -> Finding:
    """Whether the endpoint answers, where one is set."""
    if not known.llm_base_url:
        return ok("model_none")
    if not known.llm_model:
        return fault("model_unnamed")
    key = known.model_key
    request = Request(f"{known.llm_base_url.rstrip('/')}/models")  # noqa: S310
    if key:
        request.add_header("Authorization", f"Bearer {key}")
    return _asked(known, request)


def _asked(known: Known, request: Request) -> Finding:
    try:
        with urlopen(request, timeout=10) as answer:  # noqa: S310 - the person set the address
            listed = json.loads(answer.read(1_000_000))
    except HTTPError as error:
        if error.code in (401, 403):
            return fault("model_key_refused", address=known.llm_base_url)
        return warning("model_unlisted", address=known.llm_base_url, status=error.code)
    except (URLError, OSError, ValueError) as error:
        return fault("model_unreachable", address=known.llm_base_url, reason=_short(str(error)))
    names = [str(each.get("id")) for each in listed.get("data", [])]
    if known.llm_model not in names:
        return warning("model_unknown", model=known.llm_model, known=", ".join(names[:5]) or "–")
    return ok("model", model=known.llm_model)


def clock(known: Known) -> Finding:
    """Whether the clock can be right: after Simmer was written, and after what was said."""
    now = time.time()
    newest = _newest_message(known.data_dir / "simmer.db")
    if now < BUILT:
        return fault("clock_past")
    if newest is not None and newest > now + 3600:
        return warning("clock_behind", hours=round((newest - now) / 3600))
    return ok("clock")


def _newest_message(path: Path) -> float | None:
    if not path.exists():
        return None
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as opened:
            (at,) = opened.execute("SELECT max(at) FROM message").fetchone()
    except sqlite3.Error:
        return None
    return None if at is None else at / 1000


def port(known: Known) -> Finding:
    """Whether the port is free, or held by Simmer itself."""
    family = socket.AF_INET6 if ":" in known.host else socket.AF_INET
    with socket.socket(family) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((known.host, known.port))
        except OSError as error:
            return warning("port_busy", port=known.port, reason=error.strerror or "")
    return ok("port", port=known.port)


def web_pages(_: Known) -> Finding:
    """Whether the web pages are built."""
    built = (ROOT / "server" / "web" / "dist" / "index.html").is_file()
    return ok("pages") if built else warning("pages_not_built")


LOOKS: tuple[Callable[[Known], Finding], ...] = (
    folder,
    schema,
    index,
    embedder,
    model,
    clock,
    port,
    web_pages,
)


def looks(*, serving: bool) -> tuple[Callable[[Known], Finding], ...]:
    """What is looked at; while Simmer is `serving`, its port is busy with itself."""
    return tuple(look for look in LOOKS if not (serving and look is port))


def _child(*words: str) -> subprocess.CompletedProcess[str] | None:
    """A run of this interpreter in the project's folder; None where it hung."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    try:
        return subprocess.run(  # noqa: S603 - our own interpreter, our own words
            [sys.executable, *words],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None


def _short(reason: str) -> str:
    return " ".join(reason.split())[:300]
