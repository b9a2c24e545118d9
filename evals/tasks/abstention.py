"""Does the library know what it does not know?

Paragraphs whose sha256 is even are withheld; every question of the file is asked of the rest.
"""

import asyncio
from collections.abc import Sequence

import numpy as np

from community.errors import Invalid
from evals.scorers.ranking import auroc
from evals.squad import COMMUNITY, Paragraphs, read_squad, signed, withheld
from evals.task import Figures, Options
from evals.vectors import cached
from knowledge_base.embedders.base import Embedder
from knowledge_base.embedders.installed import installed_embedder
from knowledge_base.fusion import THRESHOLD, answerable
from knowledge_base.library import Library


def measure(options: Options) -> Figures:
    """AUROC over all questions; at the shipped threshold the shares answered right and refused."""
    if options.data is None:
        raise Invalid("eval_needs", argument="--data")
    return asyncio.run(judged(read_squad(options.data), installed_embedder()))


async def judged(paragraphs: Paragraphs, embedder: Embedder) -> Figures:
    """An answer is right when the paragraph found first is the one asked about."""
    kept = cached(embedder)
    shelved = [place for place, text in enumerate(paragraphs.texts) if not withheld(text)]
    article_of = {place: number for number, place in enumerate(shelved, start=1)}
    library = await Library.exact(signed([paragraphs.texts[place] for place in shelved]), kept)
    chances: list[float] = []
    right: list[bool] = []
    for question in paragraphs.questions:
        found = await library.search(COMMUNITY, question.text, 1)
        chances.append(answerable(found.evidence))
        wanted = article_of.get(question.paragraph)
        right.append(bool(found.hits) and found.hits[0].passage.distillation_id == wanted)
    kept.close()
    there = [question.paragraph in article_of for question in paragraphs.questions]
    return figures(chances, right, there) | {"paragraphs": len(shelved), "embedder": embedder.id}


def figures(chances: Sequence[float], right: Sequence[bool], there: Sequence[bool]) -> Figures:
    """Count, at the shipped threshold, over the questions with and without an answer."""
    chance, is_right, is_there = np.array(chances), np.array(right), np.array(there)
    said = chance >= THRESHOLD
    return {
        "questions": len(chance),
        "auroc": round(auroc(chances, there), 4),
        "answered_right": round(float((said & is_right)[is_there].mean()), 4),
        "refused_right": round(float((~said)[~is_there].mean()), 4),
        "threshold": THRESHOLD,
    }
