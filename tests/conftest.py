"""What holds for every test: the longest file begins first, so that two workers end together."""

import gc
from collections.abc import Sequence

import pytest

LONGEST = "tests/browser/"
SELDOM = (20_000, 20, 50)
"""Between two collections of garbage: by default a tenth of all time goes into looking for it."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser waits more than it works: it goes ahead of what fills the other worker."""
    items[:] = _first(items, LONGEST)


def pytest_configure() -> None:
    """Look for garbage seldom, and not at all while everything is imported."""
    gc.disable()
    gc.set_threshold(*SELDOM)


def pytest_collection_finish() -> None:
    """Modules and tests stay to the end: they are no garbage to look through again and again."""
    gc.freeze()
    gc.enable()


def _first(tests: Sequence[pytest.Item], folder: str) -> list[pytest.Item]:
    ahead = [each for each in tests if each.nodeid.startswith(folder)]
    return [*ahead, *(each for each in tests if not each.nodeid.startswith(folder))]
