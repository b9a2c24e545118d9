"""Does the library find the passage that answers?

Every paragraph is a signed article of one claim; `--distractors` adds those of another file;
`--questions OTHER.json` asks that file's questions of the paragraph that has the same id.
"""

import asyncio
import time
from collections.abc import Sequence

import numpy as np

from community.errors import Invalid
from evals.squad import COMMUNITY, AskedOf, read_squad, signed
from evals.task import Figures, Options
from evals.vectors import cached
from knowledge_base.embedders.base import Embedder
from knowledge_base.embedders.installed import installed_embedder
from knowledge_base.library import Library

DEEP = 10


def measure(options: Options) -> Figures:
    """Share of questions whose paragraph comes first, and within ten; milliseconds per search."""
    if options.data is None:
        raise Invalid("eval_needs", argument="--data")
    paragraphs = read_squad(options.data)
    questions = paragraphs.questions
    if options.questions is not None:
        other = {one.id: one.text for one in read_squad(options.questions).questions}
        questions = [
            AskedOf(id=one.id, text=other[one.id], paragraph=one.paragraph)
            for one in questions
            if one.id in other
        ]
    extra = read_squad(options.distractors).texts if options.distractors else ()
    texts = (*paragraphs.texts, *extra)
    return asyncio.run(ranks(texts, questions, installed_embedder()))


async def ranks(texts: Sequence[str], questions: Sequence[AskedOf], embedder: Embedder) -> Figures:
    """Search for every question; articles are numbered from 1 in the order of the texts."""
    kept = cached(embedder)
    library = await Library.exact(signed(texts), kept)
    places: list[int] = []
    seconds: list[float] = []
    for question in questions:
        kept.embed_question(question.text)
        start = time.perf_counter()
        found = await library.search(COMMUNITY, question.text, DEEP * 2)
        seconds.append(time.perf_counter() - start)
        articles = list(dict.fromkeys(hit.passage.distillation_id for hit in found.hits))
        wanted = question.paragraph + 1
        places.append(articles.index(wanted) if wanted in articles else DEEP)
    kept.close()
    rank = np.array(places)
    return {
        "questions": len(questions),
        "paragraphs": len(texts),
        "embedder": embedder.id,
        "r_at_1": round(float((rank < 1).mean()), 4),
        "r_at_10": round(float((rank < DEEP).mean()), 4),
        "ms_p50": round(float(np.quantile(seconds, 0.5)) * 1000, 2),
        "ms_p95": round(float(np.quantile(seconds, 0.95)) * 1000, 2),
        "ms_embedding": round(_embedding_seconds(embedder, questions) * 1000, 2),
    }


def _embedding_seconds(embedder: Embedder, questions: Sequence[AskedOf]) -> float:
    """Seconds to embed one question, which the searches above took from the cache."""
    some = questions[:20]
    start = time.perf_counter()
    for one in some:
        embedder.embed_question(one.text)
    return (time.perf_counter() - start) / max(len(some), 1)
