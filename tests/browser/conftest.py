"""A running product with the sample communities, and real Chromium pages signed in to it."""

import itertools
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.architecture.source import ROOT

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 150
"""Seconds the demo may take to be ready on a busy machine."""

SignedIn = Callable[..., Page]


def chromium() -> str | None:
    """The Chromium of this machine, if there is one."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def words() -> dict[str, dict[str, str]]:
    """What the pages say, by language."""
    return {
        language: {
            key: sentence
            for shelf in sorted((ROOT / "server" / "locales" / language).glob("web*.json"))
            for key, sentence in json.loads(shelf.read_text(encoding="utf-8")).items()
        }
        for language in ("zh", "en")
    }


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """`simmer demo` on an empty folder, ready; yields the folder it keeps everything in."""
    if chromium() is None:
        pytest.skip("no Chromium here: sudo apt install chromium fonts-noto-cjk")
    if not (ROOT / "server" / "web" / "dist" / "index.html").exists():
        pytest.skip("the web pages are not built: make pages")
    folder = tmp_path_factory.mktemp("demo")
    log = folder / "demo.log"
    env = os.environ | {
        "SIMMER_DATA_DIR": str(folder / "data"),
        "SIMMER_DEBOUNCE": "0.3",
        "SIMMER_UNDO_WINDOW": "1",
        "LANG": "en_US.UTF-8",
    }
    with log.open("w", encoding="utf-8") as out:
        running = subprocess.Popen(
            [sys.executable, "-m", "server.cli", "demo", "--port", "0"],
            stdout=out,
            stderr=subprocess.STDOUT,
            cwd=ROOT,
            env=env,
        )
        try:
            _wait_for(running, log)
            yield folder / "data"
        finally:
            running.send_signal(signal.SIGTERM)
            running.wait(timeout=20)


def _wait_for(running: subprocess.Popen[bytes], log: Path) -> None:
    begun = time.monotonic()
    while time.monotonic() - begun < PATIENCE:
        if len(re.findall(r"/sign-in/", log.read_text(encoding="utf-8"))) == 4:
            return
        assert running.poll() is None, log.read_text(encoding="utf-8")
        time.sleep(0.2)
    pytest.fail(log.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for a module: Playwright holds the event loop while it runs."""
    with sync_playwright() as playwright:
        engine = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield engine
        engine.close()


@pytest.fixture(scope="session")
def links(demo: Path) -> dict[str, str]:
    """The four sign-in links as printed, by role."""
    lines = (demo.parent / "demo.log").read_text(encoding="utf-8").splitlines()
    found: dict[str, str] = {}
    for said, link in itertools.pairwise(lines):
        if "/sign-in/" in link:
            found[said.strip().split(":")[0].lower()] = link.strip()
    return found


@pytest.fixture(scope="session")
def cookies() -> dict[str, object]:
    """What the links gave, for every module of the session: a link works once."""
    return {}


@pytest.fixture(scope="module")
def _states(
    links: dict[str, str], browser: Browser, cookies: dict[str, object]
) -> dict[str, object]:
    """Each link used once; the cookies it gave."""
    kept = cookies
    for role, link in links.items():
        if role in kept:
            continue
        context = browser.new_context()
        page = context.new_page()
        page.goto(link)
        page.wait_for_url(re.compile(r"/c/"))
        kept[role] = context.storage_state()
        context.close()
    return kept


def _speak(context: BrowserContext, address: str, language: str) -> None:
    """Choose a language in every community: it is kept with the person, not the browser."""
    me = context.request.get(f"{address}/api/me").json()
    for home in me["communities"]:
        answer = context.request.put(
            f"{address}/api/communities/{home['id']}/language",
            data={"language": language},
            headers={"X-CSRF-Token": me["csrf"]},
        )
        assert answer.ok


@pytest.fixture
def signed_in(
    _states: dict[str, object], links: dict[str, str], browser: Browser
) -> Iterator[SignedIn]:
    """Open a page of the product as one of the four people, in one language."""
    contexts: list[BrowserContext] = []
    address = re.match(r"https?://[^/]+", links["owner"])
    assert address

    def open_as(role: str, language: str, path: str, *, thumb: bool = False) -> Page:
        context = browser.new_context(
            storage_state=_states[role],  # pyright: ignore[reportArgumentType]
            locale="zh-CN" if language == "zh" else "en-US",
            viewport={"width": 390, "height": 844} if thumb else {"width": 1280, "height": 860},
            reduced_motion="reduce",
        )
        contexts.append(context)
        _speak(context, address[0], language)
        page = context.new_page()
        page.goto(f"{address[0]}/c/sample-{language}/{path}")
        return page

    yield open_as
    for context in contexts:
        context.close()
