from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from community.actions.distillations import keep_distillation
from community.actions.messages import record_message
from tests.builders import MONDAY
from tests.drafts import BOOK, STEPS, Draft, a_distillation
from tests.stores import Group, PutJobs, a_group


@pytest.fixture
async def group(tmp_path: Path) -> AsyncGenerator[Group]:
    async with a_group(tmp_path) as made:
        yield made


@pytest.fixture
def queue() -> PutJobs:
    return PutJobs()


@pytest.fixture
async def draft(group: Group, queue: PutJobs) -> Draft:
    async with group.store.write() as tx:
        said = tuple(
            [
                await record_message(
                    tx, queue, zone=group.zone, author=author, text=text, at=MONDAY, key=text
                )
                for author, text in ((group.ann, STEPS), (group.bo, BOOK))
            ]
        )
        kept = await keep_distillation(tx, a_distillation(group, said))
    queue.jobs.clear()
    return Draft(group, queue, said, kept)
