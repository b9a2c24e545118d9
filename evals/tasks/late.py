"""Questions that wait, asked again after each signature: who is told, and who is told wrongly.

simmer eval late --data FOLDER --json

The articles of a labelled community are signed one after the other; after each every question that
still waits is asked again, as the product does. `at_once` is the rule of asking (the first answer
is told), the others the stricter one of agent/answering/late.py. A notice is false where the
question has no answer, or where no message that answers it is cited.
"""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from agent.answering.late import Late, chance_of, late
from agent.graphs.answer import answer
from community.errors import Invalid
from community.question import Answer
from evals.labelled import Sample, read_sample
from evals.scorers.answers import Question, read_known, read_questions, signed_claims
from evals.task import Figures, Options
from evals.vectors import cached
from knowledge_base.embedders.base import Embedder
from knowledge_base.embedders.installed import installed_embedder
from knowledge_base.library import Library
from knowledge_base.passages import Passage
from knowledge_base.shelf import Search


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """One question asked once more after one signature, and whether the answer is right."""

    question: str
    answerable: bool
    answered: bool
    right: bool
    verdict: Late
    chance: float


def measure(options: Options) -> Figures:
    """Notices by the rule of asking and by the stricter one, false ones, and proposals."""
    if options.data is None:
        raise Invalid("eval_needs", argument="--data")
    asked = asyncio.run(asked_again(options.data, cached(installed_embedder())))
    return figures(asked)


def figures(asked: Sequence[Again]) -> Figures:
    """Count each question by its first notice, and those proposed that were never told."""
    answerable = {each.question for each in asked if each.answerable}
    known = {each.question: each for each in asked}
    before = _first(each for each in asked if each.answered)
    told = _first(each for each in asked if each.verdict is Late.TELL)
    shown = _first(each for each in asked if each.verdict is Late.PROPOSE)
    proposed = {key: each for key, each in shown.items() if key not in told}
    return {
        "questions": len(known),
        "answerable": len(answerable),
        "at_once_told": len(before),
        "at_once_false": sum(not each.right for each in before.values()),
        "told": len(told),
        "false": sum(not each.right for each in told.values()),
        "proposed": len(proposed),
        "proposed_right": sum(
            any(one.right for one in asked if one.question == key and one.verdict is Late.PROPOSE)
            for key in proposed
        ),
    }


def _first(asked: Iterable[Again]) -> Mapping[str, Again]:
    found: dict[str, Again] = {}
    for each in asked:
        found.setdefault(each.question, each)
    return found


async def asked_again(folder: Path, embedder: Embedder) -> list[Again]:
    """Every question after every signature, those asked that have their answer already too."""
    sample = read_sample(folder)
    articles: dict[int, list[Passage]] = {}
    for passage in signed_claims(read_known(folder), sample):
        articles.setdefault(passage.distillation_id, []).append(passage)
    library = await Library.exact((), embedder)
    found: list[Again] = []
    for article_id, passages in articles.items():
        await library.shelve(passages)
        asked = [_again(library, sample, row, article_id) for row in read_questions(folder)]
        found += [await each for each in asked]
    return found


async def _again(library: Library, sample: Sample, row: Question, article_id: int) -> Again:
    searched = Search(hits=())

    async def search(question: str) -> Search:
        nonlocal searched
        searched = await library.search(sample.talk.community.id, question)
        return searched

    try:
        given = await answer(
            row["question"],
            language=sample.talk.community.language,
            search=search,
            model=None,
            now=sample.talk.messages[-1].at,
        )
    except Invalid:
        given = Answer(answered=False)
    chance = chance_of(searched, article_id)
    cited = {sample.ids[id_] for one in given.citations for id_ in one.message_ids}
    return Again(
        question=row["id"],
        answerable=row["answerable"],
        answered=given.answered,
        right=row["answerable"] and bool(set(row["ids"]) & cited),
        verdict=late(given, article_id, chance),
        chance=chance,
    )
