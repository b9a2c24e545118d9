"""The data folder: made when missing, held by one working process, with the secret in it."""

import secrets
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from community.errors import Conflict
from server.settings import Settings

LOCK = "simmer.lock"
KEY_FILE = "cookie.key"


@contextmanager
def held(folder: Path) -> Generator[None]:
    """Hold the data folder: one process works in it, others may only read."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise Conflict("data_folder_in_use", folder=str(folder)) from error
    try:
        yield
    finally:
        lock.release()


def secret_of(settings: Settings) -> str:
    """The secret that signs cookies: given, or made once and readable by its owner alone."""
    given = settings.secret.get_secret_value()
    if given:
        return given
    path = settings.data_dir / KEY_FILE
    if not path.exists():
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48), encoding="utf-8")
    return path.read_text(encoding="utf-8")
