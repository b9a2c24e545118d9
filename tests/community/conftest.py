from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from tests.stores import Group, PutJobs, a_group


@pytest.fixture
async def group(tmp_path: Path) -> AsyncGenerator[Group]:
    async with a_group(tmp_path) as made:
        yield made


@pytest.fixture
def queue() -> PutJobs:
    return PutJobs()
