"""Does the library find the passage that shares no content word with the question?

Every must_keep claim of a labelled community is signed; each question of the set is asked of the
community it belongs to. Content words are those of `agent.listening.words`.

simmer eval paraphrases --json
"""

import asyncio
from collections import defaultdict

import numpy as np

from agent.listening.words import read, words
from evals.labelled import read_sample
from evals.paraphrased import HOME, PARAPHRASES, Paraphrase, read_paraphrases
from evals.scorers.answers import read_known, signed_claims
from evals.task import Figures, Options
from evals.vectors import cached
from knowledge_base.embedders.base import Embedder
from knowledge_base.embedders.installed import installed_embedder
from knowledge_base.library import Library
from knowledge_base.passages import Passage
from knowledge_base.shelf import Shelf

DEEP = 10


def measure(options: Options) -> Figures:
    """Shares found first and within ten, with meaning and by words alone, per language."""
    rows = read_paraphrases(options.data or PARAPHRASES)
    return asyncio.run(_ranked(rows, cached(installed_embedder())))


def library_of(folder: str) -> tuple[Passage, ...]:
    """What an expert would sign of one labelled community; its claim ids are the lines."""
    home = HOME / folder
    return signed_claims(read_known(home), read_sample(home))


def shared_words(question: str, passage: Passage) -> frozenset[str]:
    """Content words that stand in the question and in the passage's text."""
    return words(read(question)) & words(read(passage.text))


async def _ranked(rows: list[Paraphrase], embedder: Embedder) -> Figures:
    places: dict[str, list[int]] = defaultdict(list)
    floor: list[int] = []
    for folder in dict.fromkeys(row["community"] for row in rows):
        passages = library_of(folder)
        library, by_words = await Library.exact(passages, embedder), Shelf()
        for passage in passages:
            by_words.put(passage)
        community = passages[0].community_id
        for row in (one for one in rows if one["community"] == folder):
            found = await library.search(community, row["question"], DEEP)
            places[row["language"]].append(
                _place([hit.passage for hit in found.hits], row["claim"])
            )
            plain = by_words.search(row["question"], None, DEEP)
            floor.append(_place([hit.passage for hit in plain.hits], row["claim"]))
    every = [place for one in places.values() for place in one]
    figures: Figures = {"questions": len(every), **_shares(every)}
    for language, one in places.items():
        figures |= {f"{language}_{name}": share for name, share in _shares(one).items()}
    return figures | {f"words_alone_{name}": share for name, share in _shares(floor).items()}


def _place(passages: list[Passage], claim: int) -> int:
    return next((at for at, one in enumerate(passages) if claim in one.claim_ids), DEEP)


def _shares(places: list[int]) -> dict[str, float]:
    rank = np.array(places)
    return {f"r_at_{k}": round(float((rank < k).mean()), 4) for k in (1, 3, DEEP)}
