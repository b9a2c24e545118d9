"""What a courier does for the processes that share a database."""

from collections.abc import AsyncGenerator, Sequence
from typing import Protocol

from community.store import Tx
from server.news import News


class Courier(Protocol):
    """Carries news from one process to all others at one database, never back to itself."""

    async def send(self, tx: Tx, news: Sequence[News]) -> None:
        """Let the news go with this transaction: told at its commit, never without it."""
        ...

    def arriving(self) -> AsyncGenerator[Sequence[News] | None]:
        """What others told from now on, without an end; None where some before it may be lost.

        It fails with its connection; who listens again begins anew, with None.
        """
        ...
