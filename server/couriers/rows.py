"""News between processes at one SQLite file: rows, looked for twice a second."""

import asyncio
import secrets
from collections.abc import AsyncGenerator, Sequence

from community.store import Store, Tx
from community.store.news import latest_news, news_since, put_news
from server.news import News, packed, unpacked

REST = 0.5
"""Seconds between two looks; a look without news reads no more than one page in memory."""


class RowCourier:
    """Puts news into a table in the transaction that makes them; others read on from their last.

    Writers of one file take turns, so that rows are committed in the order of their ids.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._name = secrets.token_hex(8)

    async def send(self, tx: Tx, news: Sequence[News]) -> None:
        """Keep the news for the others as one row."""
        await put_news(tx, self._name, packed(news))

    async def arriving(self) -> AsyncGenerator[Sequence[News] | None]:
        """What others told; None at first, and where rows went before they were read."""
        async with self._store.read() as tx:
            last = await latest_news(tx)
        yield None
        while True:
            await asyncio.sleep(REST)
            async with self._store.read() as tx:
                rows = await news_since(tx, last)
            for row in rows:
                if row.id > last + 1:
                    yield None
                last = row.id
                if row.origin != self._name:
                    yield tuple(unpacked(row.words))
