"""A llama.cpp server of its own process, for the tests that speak to one."""

import socket
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

PEERS = Path(__file__).parents[2] / ".venv" / "peers"
HOST = "127.0.0.1"
PATIENCE = 60


def free_port() -> int:
    with socket.socket() as tried:
        tried.bind((HOST, 0))
        return tried.getsockname()[1]


def listens(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex((HOST, port)) == 0


def wait_for(port: int) -> None:
    """Wait until somebody listens there."""
    until = time.monotonic() + PATIENCE
    while not listens(port) and time.monotonic() < until:
        time.sleep(0.02)


@contextmanager
def a_peer(*, context: int, key: str) -> Generator[int]:
    """The port of a server that has just begun to load its model."""
    port = free_port()
    program = Path(__file__).with_name("llama_server.py")
    words = [sys.executable, str(program), str(PEERS), str(port), str(context), key]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            until = time.monotonic() + PATIENCE
            while not listens(port) and time.monotonic() < until and process.poll() is None:
                time.sleep(0.02)
            yield port
        finally:
            process.kill()
