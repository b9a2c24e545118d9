"""What a language model distils, through files in the OpenAI Batch format.

simmer eval claims --data connectors/samples/zh --engine batch --requests OUT
simmer eval claims --data connectors/samples/zh --engine batch --completions IN --json

A folder is a labelled community; a file is a vcsum file, of which the first twenty segments are
read. A long thread asks once more when its windows are answered: write the requests again with
the completions there are.
"""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from agent.context import Context
from agent.distilling.drafting import DraftedArticle
from agent.graphs.distil import distil
from agent.models.base import ChatModel, Completion, Request, T
from agent.models.batch import BatchModel
from community.conversation import Message
from community.distillation import Distillation
from community.errors import Invalid
from evals.engines import engine_of
from evals.labelled import read_sample
from evals.scorers.claims import distil_all, judge_made
from evals.scorers.rouge import characters, rouge_l, rouge_n
from evals.task import Figures, Options
from evals.tasks.distil import LONGEST, START, read_segments

SEGMENTS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """An engine whose drafted articles are kept as they came."""

    model: ChatModel
    articles: list[DraftedArticle] = field(default_factory=list[DraftedArticle])

    async def complete(self, request: Request[T]) -> Completion[T]:
        """The engine's completion."""
        completion = await self.model.complete(request)
        if isinstance(completion.value, DraftedArticle):
            self.articles.append(completion.value)
        return completion


def measure(options: Options) -> Figures:
    """The requests written, or all figures of what the completions came to."""
    if options.data is None:
        raise Invalid("eval_needs_data", name="claims")
    engine = engine_of(options)
    model = Recorded(model=engine)
    measured = _segments if options.data.is_file() else _community
    figures = measured(options.data, model)
    if options.requests is not None and isinstance(engine, BatchModel):
        lines = "".join(f"{line}\n" for line in engine.waiting.values())
        options.requests.write_text(lines, encoding="utf-8")
        return {"requests": len(engine.waiting)}
    return figures


def _community(folder: Path, model: Recorded) -> Figures:
    sample = read_sample(folder)
    made = asyncio.run(distil_all(sample.talk, Context(model=model)))
    return judge_made(made, sample, folder) | _first_try(model, sample.talk.messages, made)


def _segments(path: Path, model: Recorded) -> Figures:
    """Overlap of the supported claims, in order and at most 1.2 × as long, with the summary."""
    segments = read_segments(path)[:SEGMENTS]
    made: list[Distillation] = []
    scores = dict.fromkeys(("rouge1", "rouge2", "rougeL"), 0.0)
    quotable: list[Message] = []
    for segment in segments:
        one = asyncio.run(distil(segment.thread, segment.talk, START, Context(model=model)))
        quotable += segment.thread.messages
        if one is None:
            continue
        made.append(one)
        wanted = characters(segment.summary)
        told = _cut([c.text for c in one.claims if c.supported], int(LONGEST * len(wanted)))
        scores["rouge1"] += rouge_n(told, wanted, 1)
        scores["rouge2"] += rouge_n(told, wanted, 2)
        scores["rougeL"] += rouge_l(told, wanted)
    overlap = {key: round(100 * value / max(1, len(segments)), 2) for key, value in scores.items()}
    return {"segments": len(segments), **overlap} | _first_try(model, quotable, made)


def _cut(texts: Sequence[str], most: int) -> list[str]:
    """Whole claims while they fit; the first in any case."""
    told: list[str] = []
    for text in texts:
        if told and len(told) + len(text) > most:
            break
        told += characters(text)
    return told[:most]


def _first_try(
    model: Recorded, messages: Sequence[Message], made: Sequence[Distillation]
) -> Figures:
    """Which quotes stood in a cited message letter by letter, and what the checks flagged."""
    texts: dict[int, list[str]] = {}
    for message in messages:
        texts.setdefault(message.id, []).append(message.text)
    quotes = [
        any(quote in text for id_ in claim.ids for text in texts.get(id_, ()))
        for article in model.articles
        for claim in article.claims
        for quote in claim.quotes
    ]
    claims = [claim for one in made for claim in one.claims]
    problems = Counter(problem for claim in claims for problem in claim.problems)
    return {
        "verbatim_at_first": round(sum(quotes) / max(1, len(quotes)), 4),
        "quotes": len(quotes),
        "supported_at_first": round(sum(c.supported for c in claims) / max(1, len(claims)), 4),
        "with_questions": round(
            sum(len(c.expansions) > 1 for c in claims) / max(1, len(claims)), 4
        ),
        "answered_requests": len(model.articles),
        "problems": dict(problems),
    }
