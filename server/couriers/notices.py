"""News between processes at one PostgreSQL: NOTIFY in the transaction, LISTEN beside the work."""

import secrets
from collections.abc import AsyncGenerator, Sequence

from community.store import Store, Tx
from community.store.news import give_notice
from server.news import News, packed, unpacked

CHANNEL = "simmer_news"
MOST = 50
"""News in one notice, of which PostgreSQL carries 8000 bytes."""


class NoticeCourier:
    """Lets PostgreSQL tell the others at commit, in the order of the commits."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._name = secrets.token_hex(8)

    async def send(self, tx: Tx, news: Sequence[News]) -> None:
        """Give notice of the news, a batch each."""
        for start in range(0, len(news), MOST):
            some = packed(news[start : start + MOST])
            await give_notice(tx, CHANNEL, f"{self._name} {some}")

    async def arriving(self) -> AsyncGenerator[Sequence[News] | None]:
        """What others told; None at first, since nothing is known of the time before."""
        async with self._store.notices(CHANNEL) as notices:
            yield None
            async for notice in notices:
                origin, _, words = notice.partition(" ")
                if origin != self._name:
                    yield tuple(unpacked(words))
