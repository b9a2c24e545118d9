"""The index is lost while questions are asked: they are answered, and it is made again."""

import asyncio
import shutil
import time
from dataclasses import replace
from pathlib import Path

import pytest

from community.people import Role
from knowledge_base.library import IndexState
from server.app import create_app
from server.examination import index
from server.wiring import build
from tests.server.house import House, a_house
from tests.server.test_knowledge import draft_of, sign

pytestmark = pytest.mark.slow
APPROVED_WITHIN = 2.0
"""Seconds after which a signed article answers, jobs included."""
QUESTION = "家长半夜发微信怎么回？"


def indexed(house: House, folder: Path) -> House:
    """The same house, with the index a serving process has."""
    settings = house.deps.settings.model_copy(update={"data_dir": folder})
    deps = build(settings, clock=house.clock)
    return replace(house, deps=deps, app=create_app(deps), clients={})


async def answered(house: House) -> bool:
    member = await house.as_role(Role.MEMBER)
    path = f"/api/communities/{house.community.id}/questions"
    return (await member.post(path, json={"text": QUESTION})).json()["answered"]


async def ready(house: House) -> None:
    library = (await house.deps.thinking()).library
    for _ in range(400):
        if library.health.index is IndexState.READY:
            return
        await asyncio.sleep(0.05)


async def test_answers_go_on_while_the_index_is_gone_and_the_doctor_sees_it(tmp_path: Path) -> None:
    async with a_house(tmp_path) as plain:
        house = indexed(plain, tmp_path)
        library = (await house.deps.thinking()).library
        await library.catch_up()
        await sign(house, await draft_of(house))
        assert library.health.index is IndexState.READY
        assert await answered(house)
        for path in (tmp_path / "index").rglob("*"):
            if path.is_file():
                path.write_bytes(b"torn" * 2000)
        assert index(house.deps.settings).code == "index_damaged"
        assert await answered(house)
        shutil.rmtree(tmp_path / "index", ignore_errors=True)
        assert await answered(house)
        await ready(house)
        assert await answered(house)
        await library.close()
        await house.deps.store.close()


async def test_an_approval_is_answerable_within_two_seconds(tmp_path: Path) -> None:
    async with a_house(tmp_path) as plain:
        house = indexed(plain, tmp_path)
        library = (await house.deps.thinking()).library
        await library.catch_up()
        draft = await draft_of(house)
        assert not await answered(house)
        start = time.monotonic()
        await sign(house, draft)
        assert await answered(house)
        assert time.monotonic() - start < APPROVED_WITHIN
        await library.close()
        await house.deps.store.close()
