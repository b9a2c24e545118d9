"""How the weights of knowledge_base.fusion.answerable were learnt: run it again to get them.

    python -m evals.train.answerable --data cmrc2018_trial.json

Only that file is learnt from. Each of its questions is asked of shelves where its answer stands
and where it does not: of whole paragraphs, with and without its own; and of single sentences (as
short as claims are), with its own, without the sentences that hold the answer, and without its
whole paragraph. Members rarely use an expert's words: so each question is also asked with half of
its characters made strange to the index, its meaning (the vector) left as it is. A logistic
regression (ridge, iteratively reweighted least squares) on the evidence of the best passage tells
them apart.
"""

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import astuple, fields
from pathlib import Path
from typing import TypedDict, cast

import numpy as np
from numpy.typing import NDArray

from evals.squad import signed
from evals.vectors import cached
from knowledge_base.embedders.base import Embedder
from knowledge_base.embedders.installed import installed_embedder
from knowledge_base.fusion import Evidence
from knowledge_base.library import passage_vectors
from knowledge_base.passages import sentences_of
from knowledge_base.shelf import Shelf

UNHEARD = (0x3500, 0x4D00)
"""A range of Han characters that modern texts do not use."""
REGIMES = ((False, 0.0), (True, 0.0), (True, 0.5))
"""Whole paragraphs or single sentences, and the share of strange characters in the question."""
OF_MEANING = ("cosine", "gap")
"""Figures whose scale is the embedder's own: WORDS does without them."""
RIDGE = 10.0
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
    shelf.set_vectors([one.id for one in passages], passage_vectors(embedder, passages))
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
            vector = embedder.embed_question(asked["question"])
            for without in (set[str](), holding, ids[home]):
                found = shelf.search(question, vector, 1, None, without)
                if found.hits:
                    yield found.evidence, found.hits[0].passage.id in holding


def reworded(question: str, strange: float, draw: random.Random) -> str:
    """The question with a share of its Han characters replaced by ones no passage has."""
    return "".join(
        chr(draw.randint(*UNHEARD))
        if "\u4e00" <= one <= "\u9fff" and draw.random() < strange
        else one
        for one in question
    )


def fit(figures: Floats, answers: Floats, ridge: float = RIDGE) -> tuple[Floats, float]:
    """Weights and offset of a logistic regression on figures as they are."""
    mean = column_means(figures)
    spread = np.sqrt(column_means((figures - mean) ** 2)) + 1e-9
    wide = np.column_stack([(figures - mean) / spread, np.ones(len(figures))]).astype(np.float64)
    penalty = np.diag([ridge] * figures.shape[1] + [0.0]).astype(np.float64)
    weights = np.zeros(wide.shape[1], dtype=np.float64)
    for _ in range(STEPS):
        weights = _stepped(wide, answers, penalty, weights)
    scaled = (weights[:-1] / spread).astype(np.float64)
    return scaled, float(weights[-1]) - float(scaled @ mean)


def column_means(figures: Floats) -> Floats:
    """Mean of every column."""
    return np.asarray(figures.sum(axis=0) / len(figures), dtype=np.float64)


def _stepped(wide: Floats, answers: Floats, penalty: Floats, weights: Floats) -> Floats:
    """One Newton step down the penalised log loss."""
    chance = 1 / (1 + np.exp(-(wide @ weights)))
    curve = (wide * (chance * (1 - chance))[:, None]).T @ wide + penalty
    slope = wide.T @ (chance - answers) + penalty @ weights
    return np.asarray(weights - np.linalg.solve(curve, slope), dtype=np.float64)


def main() -> None:
    """Learn and print what belongs into knowledge_base/fusion.py."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    paragraphs = read(parser.parse_args().data)
    embedder = cached(installed_embedder())
    rows = [
        row
        for by_sentence, strange in REGIMES
        for row in asked_with_and_without(
            paragraphs, embedder, by_sentence=by_sentence, strange=strange
        )
    ]
    figures = np.array([astuple(found) for found, _ in rows])
    answers = np.array([right for _, right in rows], dtype=np.float64)
    names = [field.name for field in fields(Evidence)]
    words = [place for place, name in enumerate(names) if name not in OF_MEANING]
    print(names, "rows", len(rows))
    for label, chosen in (("WEIGHTS", list(range(len(names)))), ("WORDS", words)):
        weights, offset = fit(figures[:, chosen], answers)
        print(label, [names[one] for one in chosen], weights.round(3).tolist(), round(offset, 3))


if __name__ == "__main__":
    main()
