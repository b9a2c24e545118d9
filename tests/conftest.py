"""What holds for every test: the longest file begins first, so that two workers end together."""

from collections.abc import Sequence

import pytest

LONGEST = "tests/browser/"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser waits more than it works: it goes ahead of what fills the other worker."""
    items[:] = _first(items, LONGEST)


def _first(tests: Sequence[pytest.Item], folder: str) -> list[pytest.Item]:
    ahead = [each for each in tests if each.nodeid.startswith(folder)]
    return [*ahead, *(each for each in tests if not each.nodeid.startswith(folder))]
