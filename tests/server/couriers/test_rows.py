"""News at one SQLite file: who comes late is told so, who told it does not hear it again."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from pathlib import Path

import pytest

from community.store import Store
from server.broadcast import Broadcaster
from server.couriers import rows
from server.couriers.rows import RowCourier
from server.news import News
from tests.databases import SERVER
from tests.stores import a_store


@pytest.fixture
async def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[Store]:
    monkeypatch.delenv(SERVER, raising=False)
    monkeypatch.setattr(rows, "REST", 0.0)
    async with a_store(tmp_path) as opened:
        yield opened


def _piece(id_: int) -> News:
    return News(kind="message", community_id=1, id=id_)


async def _tell(store: Store, at: Broadcaster, id_: int) -> None:
    async with at.changing(store.write()) as change:
        change.tell("message", 1, id_)


async def test_others_hear_in_order_what_was_committed_and_nothing_else(store: Store) -> None:
    here, there = RowCourier(store), RowCourier(store)
    ours, theirs = Broadcaster(here), Broadcaster(there)
    async with aclosing(there.arriving()) as arriving:
        assert await anext(arriving) is None
        await _tell(store, theirs, 1)
        await _tell(store, ours, 2)
        with pytest.raises(ZeroDivisionError):
            async with ours.changing(store.write()) as change:
                change.tell("message", 1, 1 // 0)
        await _tell(store, ours, 3)
        assert [await anext(arriving), await anext(arriving)] == [(_piece(2),), (_piece(3),)]


async def test_who_comes_after_rows_are_gone_is_told_that_some_are_missed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("community.store.news.KEPT", 2)
    ours, there = Broadcaster(RowCourier(store)), RowCourier(store)
    async with aclosing(there.arriving()) as arriving:
        assert await anext(arriving) is None
        for id_ in range(1, 6):
            await _tell(store, ours, id_)
        heard = [await anext(arriving) for _ in range(3)]
    assert heard == [None, (_piece(4),), (_piece(5),)]


async def test_a_page_that_lags_is_told_to_fetch_everything(store: Store) -> None:
    ours = Broadcaster(RowCourier(store))
    with ours.listening(1) as coming:
        for id_ in range(201):
            ours.tell(_piece(id_))
        assert [(await anext(coming)).kind, (await anext(coming)).id] == ["missed", 200]
