"""How the weights of knowledge_base.fusion.answerable were learnt: run it again to get them.

    python -m evals.train.answerable --data cmrc2018_trial.json --communities FOLDER…

Each question of the file is asked of shelves where its answer stands
and where it does not: of whole paragraphs, with and without its own; and of single sentences (as
short as claims are), with its own, without the sentences that hold the answer, and without its
whole paragraph. Members rarely use an expert's words: so each question is also asked with half of
its characters made strange to the index, its meaning (the vector) left as it is. A logistic
regression (ridge, iteratively reweighted least squares) on the evidence of the best passage tells
them apart. Labelled communities bring what no encyclopedia has: members' own ways of asking. What
a community left out of the learning gets is printed for each: these are the figures to believe.
"""

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import TypedDict, cast

import numpy as np
from numpy.typing import NDArray

from agent.answering.cite import SOURCES
from agent.answering.private import is_private
from evals.labelled import read_sample
from evals.scorers.answers import read_known, read_questions, signed_claims
from evals.scorers.ranking import auroc
from evals.squad import signed
from evals.vectors import cached
from knowledge_base.centring import centred
from knowledge_base.embedders.base import Embedder, Vectors
from knowledge_base.embedders.installed import installed_embedder
from knowledge_base.fusion import Evidence
from knowledge_base.library import embed_into
from knowledge_base.passages import sentences_of
from knowledge_base.shelf import Shelf

UNHEARD = (0x3500, 0x4D00)
"""A range of Han characters that modern texts do not use."""
REGIMES = ((False, 0.0), (True, 0.0), (True, 0.5))
"""Whole paragraphs or single sentences, and the share of strange characters in the question."""
LEARNT = ("lead", "cosine", "matched", "latin", "foreign", "who")
"""Figures that are weighed: with the others, communities left out of the learning did worse."""
OF_MEANING = "cosine"
"""The figure whose scale is the embedder's own: WORDS does without it."""
RIDGE = 2.0
WITHHELD = 0.3
"""Weight of a member's question asked of a shelf that lost its answer."""
TEXTS = 5.0
"""Weight of all rows of the encyclopedic file together: they steady, the communities decide."""
CUTS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
"""Probabilities at which the shares of a community left out are shown."""
STEPS = 40
Floats = NDArray[np.float64]


class _Told(TypedDict):
    text: str


class _Asked(TypedDict):
    question: str
    answers: list[_Told]


class _Paragraph(TypedDict):
    context: str
    qas: list[_Asked]


def read(path: Path) -> list[_Paragraph]:
    """The paragraphs with their questions and the words that answer them."""
    articles = json.loads(path.read_text(encoding="utf-8"))["data"]
    return [one for article in articles for one in cast("list[_Paragraph]", article["paragraphs"])]


def shelf_of(texts: list[str], embedder: Embedder) -> Shelf:
    """A shelf whose article numbers are the places of the texts, from 1."""
    shelf, passages = Shelf(), signed(texts)
    for passage in passages:
        shelf.put(passage)
    embed_into(shelf, embedder, passages)
    return shelf


def asked_with_and_without(
    paragraphs: list[_Paragraph], embedder: Embedder, *, by_sentence: bool, strange: float
) -> Iterator[tuple[Evidence, bool]]:
    """The evidence of every question, and whether what was found holds the answer."""
    pieces = [
        (home, text)
        for home, one in enumerate(paragraphs)
        for text in (sentences_of(one["context"]) if by_sentence else (one["context"],))
    ]
    shelf = shelf_of([text for _, text in pieces], embedder)
    ids: dict[int, set[str]] = defaultdict(set)
    for passage in shelf.passages:
        ids[pieces[passage.distillation_id - 1][0]].add(passage.id)
    texts = {passage.id: passage.text for passage in shelf.passages}
    draw = random.Random(5)  # noqa: S311
    for home, paragraph in enumerate(paragraphs):
        for asked in paragraph["qas"]:
            question = reworded(asked["question"], strange, draw)
            told = [answer["text"] for answer in asked["answers"]]
            holding = {one for one in ids[home] if any(text in texts[one] for text in told)}
            vector = asked_vector(embedder, asked["question"])
            for without in (set[str](), holding, ids[home]):
                found = shelf.search(question, vector, 1, None, without)
                if found.hits:
                    yield found.evidence, found.hits[0].passage.id in holding


def asked_vector(embedder: Embedder, question: str) -> Vectors:
    """The vector (d,) a library would search with."""
    return centred(embedder.id, question, embedder.embed_question(question))


def reworded(question: str, strange: float, draw: random.Random) -> str:
    """The question with a share of its Han characters replaced by ones no passage has."""
    return "".join(
        chr(draw.randint(*UNHEARD))
        if "\u4e00" <= one <= "\u9fff" and draw.random() < strange
        else one
        for one in question
    )


def asked_by_members(
    folder: Path, embedder: Embedder, every: int = 1
) -> Iterator[tuple[Evidence, bool, bool]]:
    """The evidence of a labelled community's questions, whether answered, whether a real case.

    A question somebody answered is asked twice: of the whole shelf, and of one without what
    answers it (no case a member meets, so it weighs less).
    """
    sample = read_sample(folder)
    passages = signed_claims(read_known(folder), sample)
    shelf = Shelf()
    for passage in passages:
        shelf.put(passage)
    embed_into(shelf, embedder, passages)
    for asked in read_questions(folder)[every - 1 :: every]:
        if is_private(asked["question"]):
            continue
        holding = {
            one.id
            for one in passages
            if any(sample.ids[id_] in asked["ids"] for id_ in one.message_ids)
        }
        vector = asked_vector(embedder, asked["question"])
        found = shelf.search(asked["question"], vector, SOURCES)
        yield found.evidence, any(hit.passage.id in holding for hit in found.hits), True
        if holding:
            yield shelf.search(asked["question"], vector, 1, None, holding).evidence, False, False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Evidence (n, figures); answers, what each row weighs, and whether it is real, all (n,)."""

    figures: Floats
    answers: Floats
    weighs: Floats
    real: NDArray[np.bool_]


def table(rows: Sequence[tuple[Evidence, bool, bool]], whole: float | None = None) -> Rows:
    """Rows as arrays; with `whole` they weigh so much together, else 1 for a real case."""
    weighs = np.array([1.0 if real else WITHHELD for _, _, real in rows], dtype=np.float64)
    return Rows(
        figures=np.array([astuple(found) for found, _, _ in rows], dtype=np.float64),
        answers=np.array([right for _, right, _ in rows], dtype=np.float64),
        weighs=weighs if whole is None else weighs * (whole / float(weighs.sum())),
        real=np.array([real for _, _, real in rows], dtype=np.bool_),
    )


def joined(parts: Sequence[Rows]) -> Rows:
    """All rows of several tables."""
    return Rows(
        figures=np.concatenate([one.figures for one in parts]),
        answers=np.concatenate([one.answers for one in parts]),
        weighs=np.concatenate([one.weighs for one in parts]),
        real=np.concatenate([one.real for one in parts]),
    )


def fit(rows: Rows, columns: Sequence[int], ridge: float = RIDGE) -> tuple[Floats, float]:
    """Weights and offset of a logistic regression on figures as they are."""
    figures = rows.figures[:, columns]
    mean = column_means(figures)
    spread = np.sqrt(column_means((figures - mean) ** 2)) + 1e-9
    wide = np.column_stack([(figures - mean) / spread, np.ones(len(figures))]).astype(np.float64)
    penalty = np.diag([ridge] * figures.shape[1] + [0.0]).astype(np.float64)
    weights = np.zeros(wide.shape[1], dtype=np.float64)
    for _ in range(STEPS):
        weights = _stepped(wide, rows, penalty, weights)
    scaled = (weights[:-1] / spread).astype(np.float64)
    return scaled, float(weights[-1]) - float(scaled @ mean)


def column_means(figures: Floats) -> Floats:
    """Mean of every column."""
    return np.asarray(figures.sum(axis=0) / len(figures), dtype=np.float64)


def _stepped(wide: Floats, rows: Rows, penalty: Floats, weights: Floats) -> Floats:
    """One Newton step down the penalised, weighted log loss."""
    chance = 1 / (1 + np.exp(-(wide @ weights)))
    curve = (wide * (rows.weighs * chance * (1 - chance))[:, None]).T @ wide + penalty
    slope = wide.T @ (rows.weighs * (chance - rows.answers)) + penalty @ weights
    return np.asarray(weights - np.linalg.solve(curve, slope), dtype=np.float64)


def left_out(texts: Rows, communities: Mapping[str, Rows], columns: Sequence[int]) -> None:
    """Print what each community gets from weights that never saw it: auroc, shares at cuts."""
    for name, held in communities.items():
        others = [rows for other, rows in communities.items() if other != name]
        weights, offset = fit(joined([texts, *others]), columns)
        real = held.real
        chance = 1 / (1 + np.exp(-(held.figures[real][:, columns] @ weights + offset)))
        there = held.answers[real] > 0
        shares = [
            (
                cut,
                round(float((chance >= cut)[there].mean()), 2),
                round(float((chance < cut)[~there].mean()), 2),
            )
            for cut in CUTS
        ]
        print(name, "auroc", round(auroc(chance.tolist(), there.tolist()), 3), shares)


def main() -> None:
    """Learn and print what belongs into knowledge_base/fusion.py."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--communities", type=Path, nargs="*", default=[])
    parser.add_argument("--halves", type=Path, nargs="*", default=[], help="even questions only")
    options = parser.parse_args()
    paragraphs = read(options.data)
    embedder = cached(installed_embedder())
    texts = table(
        [
            (*row, True)
            for by_sentence, strange in REGIMES
            for row in asked_with_and_without(
                paragraphs, embedder, by_sentence=by_sentence, strange=strange
            )
        ],
        TEXTS,
    )
    communities = {
        folder.name: table(list(asked_by_members(folder, embedder)))
        for folder in options.communities
    } | {
        folder.name: table(list(asked_by_members(folder, embedder, every=2)))
        for folder in options.halves
    }
    names = [field.name for field in fields(Evidence)]
    chosen = [names.index(name) for name in LEARNT]
    words = [place for place in chosen if names[place] != OF_MEANING]
    print(
        names, "rows", len(texts.answers), {name: len(r.answers) for name, r in communities.items()}
    )
    for label, columns in (("WEIGHTS", chosen), ("WORDS", words)):
        left_out(texts, communities, columns)
        rows = joined([texts, *communities.values()])
        weights, offset = fit(rows, columns)
        whole = np.zeros(len(names), dtype=np.float64)
        whole[columns] = weights
        print(label, whole.round(3).tolist(), round(offset, 3))


if __name__ == "__main__":
    main()
