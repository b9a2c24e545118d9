"""Drafts over a whole history: every chosen move worded and checked, and how they read together.

simmer eval drafts --json                              both samples, all five weeks
simmer eval drafts --data FOLDER [--engine batch --requests OUT | --completions IN]

Beside the requests goes OUT.occasions.jsonl: what each draft will be checked against
(evals/occasions.py, `simmer eval completions`).
"""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from agent.models.base import ChatModel
from agent.models.batch import BatchModel
from community.conversation import Talk
from community.store import communities, create_tables, messages, open_store
from connectors.samples.loading import load_samples
from evals.drafted import Drafted, drafts_of, instants
from evals.engines import engine_of
from evals.labelled import read_sample
from evals.occasions import occasion_of, write_occasions
from evals.scorers.drafts import judge_drafts
from evals.task import Figures, Options

NOW = datetime(2026, 4, 6, tzinfo=UTC)
"""The Monday the samples' fifth week ended on, so that their weekdays stay what they were."""
DAYS = 40


def measure(options: Options) -> Figures:
    """All figures of drafts, of one folder or of both samples."""
    model = engine_of(options)
    talks = [read_sample(options.data).talk] if options.data else asyncio.run(sample_talks())
    found = asyncio.run(_drafted(talks, model))
    if options.requests is not None and isinstance(model, BatchModel):
        lines = "".join(f"{line}\n" for line in model.waiting.values())
        options.requests.write_text(lines, encoding="utf-8")
        beside = options.requests.with_suffix(".occasions.jsonl")
        write_occasions(beside, map(occasion_of, found))
        return {"requests": len(model.waiting), "chosen": len(found)}
    return judge_drafts(found, talks)


async def sample_talks() -> list[Talk]:
    """The main rooms of both sample communities, as the product loads them."""
    with TemporaryDirectory() as folder:
        store = open_store(f"sqlite+aiosqlite:///{Path(folder) / 'simmer.db'}")
        try:
            await create_tables(store)
            groups = await load_samples(store, NOW)
            async with store.read() as tx:
                rooms = [(await communities.zones(tx, group.id))[0] for group in groups]
                return [await messages.talk(tx, room.id, now=NOW, days=DAYS) for room in rooms]
        finally:
            await store.close()


async def _drafted(talks: Sequence[Talk], model: ChatModel) -> list[Drafted]:
    found: list[Drafted] = []
    for talk in talks:
        remembering = not isinstance(model, BatchModel)
        found += await drafts_of(talk, instants(talk), model, remembering=remembering)
    return found
