from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from tests.server.house import House, a_house


@pytest.fixture
async def house(tmp_path: Path) -> AsyncGenerator[House]:
    async with a_house(tmp_path) as opened:
        yield opened
