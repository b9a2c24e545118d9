"""The library with its index on a real Chroma server: found, withdrawn, rebuilt, and without it."""

import gc
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge_base.embedders.base import Embedder
from knowledge_base.embedders.local import LocalEmbedder
from knowledge_base.library import IndexState, Library
from tests.knowledge_base.shelving import TEACHING, a_passage

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(300),
    # Chroma's own client leaves its connections to the garbage collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
HOST = "127.0.0.1"
PATIENCE = 60


@pytest.fixture
def embedder() -> Embedder:
    return LocalEmbedder()


def _free_port() -> int:
    with socket.socket() as tried:
        tried.bind((HOST, 0))
        return tried.getsockname()[1]


def _answers(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex((HOST, port)) == 0


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    port = _free_port()
    chroma = Path(sys.executable).with_name("chroma")
    words = [str(chroma), "run", "--path", str(tmp_path / "chroma"), "--host", HOST]
    with subprocess.Popen(
        [*words, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as running:
        until = time.monotonic() + PATIENCE
        while not _answers(port):
            assert running.poll() is None
            assert time.monotonic() < until, "the Chroma server did not start"
            time.sleep(0.2)
        yield f"http://{HOST}:{port}", running
        running.kill()


async def _first(library: Library, question: str) -> int | None:
    found = await library.search(1, question)
    return found.hits[0].passage.distillation_id if found.hits else None


async def test_a_library_on_a_chroma_server_answers_withdraws_and_outlives_it(
    server: tuple[str, "subprocess.Popen[bytes]"], embedder: Embedder
) -> None:
    address, running = server
    library = Library(address, embedder)
    await library.load(TEACHING)
    await library.catch_up()
    assert library.health.index is IndexState.READY
    assert await _first(library, "复课条在哪里拿") == 1
    await library.shelve([a_passage(9, "春游改到四月二十号,下雨顺延一周")])
    assert await _first(library, "春游改到哪天") == 9
    await library.withdraw(9)
    assert await _first(library, "春游改到哪天") != 9
    again = Library(address, embedder)
    await again.load(TEACHING)
    await again.catch_up()
    assert again.health.index is IndexState.READY
    await again.close()
    running.kill()
    running.wait()
    assert await _first(library, "复课条在哪里拿") == 1
    await library.close()
    gc.collect()
