"""Two servers at one SQLite file."""

from pathlib import Path

import pytest

from tests.slow.neighbours import neighbours, told_within_a_second


@pytest.mark.slow
@pytest.mark.timeout(120)
async def test_a_page_hears_of_what_another_process_did_to_its_file(tmp_path: Path) -> None:
    async with neighbours(f"sqlite+aiosqlite:///{tmp_path / 'simmer.db'}", tmp_path) as here:
        await told_within_a_second(here)
